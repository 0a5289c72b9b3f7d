/* login.c - logging in by hand, at start and over an open screen. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

static void the_first_choice_needs_no_account(void **state)
{
	struct terminal *term = story_start(NULL, NULL);

	(void)state;
	wait_for(term, "How do you want to log in?", ">  1 Sandbox", "2 Credentials", "4 API key",
		 "Enter choose");
	keys(term, "2");
	wait_for(term, "Organization code", "Secret");
	keys(term, "Esc");
	wait_for(term, ">  2 Credentials");
	keys(term, "Up", "Enter");
	wait_for(term, "sandbox", "Northpoint Trade Supply", "1 of 2000");
	story_quit(term);
}

static void what_is_open_over_the_login_goes_with_it(void **state)
{
	struct terminal *term = story_start(NULL, NULL);

	(void)state;
	wait_for(term, ">  1 Sandbox");
	keys(term, "1", "F1");
	wait_for(term, "sandbox", "1 of 2000");
	keys(term, "q");
	wait_for(term, "Leave nymble-tui?", "Company name");
	keys(term, "n");
	story_quit(term);
}

static void a_login_given_up_leaves_the_sandbox_alone(void **state)
{
	struct terminal *term = story_start(NULL, WORDS("--sandbox"));

	(void)state;
	wait_for(term, "1 of 2000");
	keys(term, ":", "login", "Enter");
	wait_for(term, "Log in again", "Secret");
	keys(term, "wrong", "Enter", "F12");
	wait_for(term, "Cancelled.");
	keys(term, "F12");
	wait_gone(term, "Secret");
	keys(term, "2");
	wait_for(term, "1 of 1000");
	story_quit(term);
}

/* A sandbox, and the program that asks for a login. */
static struct terminal *at_the_login(struct story *story)
{
	story_sandbox(story, NULL);
	return story_connect(story, NULL, false, NULL);
}

static void a_wrong_secret_can_be_typed_again(void **state)
{
	struct terminal *term = at_the_login(*state);

	story_log_in(term, "wrong");
	wait_for(term, "!  ", "not accept", STORY_CLIENT, "Enter log in", "F1 help");
	wait_gone(term, "[.....");
	assert_false(terminal_has(term, "wrong"));
	assert_false(terminal_has(term, "q back")); /* letters are text in a field */
	keys(term, STORY_SECRET, "Enter");
	wait_for(term, "Northpoint Trade Supply", "1 of 200");
	story_quit(term);
}

/* The service allows ten logins a minute: the client keeps to one in six seconds. */
static void a_second_try_counts_down(void **state)
{
	struct terminal *term = at_the_login(*state);

	story_log_in(term, "wrong");
	wait_for(term, "!  ", "not accept");
	keys(term, "wrong", "Enter");
	wait_for(term, "one login in 6 s (our own pace). Trying again in", "Esc stops.", "Logging in...");
	keys(term, "Esc");
	wait_for(term, "Cancelled");
	wait_gone(term, "Trying again in");
	keys(term, "Esc"); /* letters are text in a field */
	wait_for(term, "nothing was sent");
	wait_gone(term, "Secret");
	story_quit(term);
}

static void the_open_screen_stays_when_the_login_ends(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open_by_hand(story, NULL);

	keys(term, "Down", "Enter");
	wait_for(term, "2 of 200 in this list");
	keys(term, "2");
	wait_for(term, "[2 Addresses", "read at");
	story_replace_sandbox(story); /* the token is worth nothing now */
	keys(term, "r");
	wait_for(term, "[2 Addresses", "Secret"); /* the screen beneath is as it was */
	keys(term, STORY_SECRET, "Enter");
	wait_gone(term, "Secret");
	wait_for(term, "[2 Addresses", "2 of 200 in this list, read at", "Northpoint Trade Supply");
	story_quit(term);
}

static void escape_leaves_a_clear_state(void **state)
{
	struct terminal *term = at_the_login(*state);

	wait_for(term, "Secret");
	keys(term, "Esc");
	wait_for(term, "! Not logged in, nothing was sent. r reads again.");
	keys(term, "r");
	story_log_in(term, STORY_SECRET);
	wait_for(term, "1 of 200");
	story_quit(term);
}

/* Nothing waits for this login: the list that could not be read is read all the same. */
static void a_login_of_ones_own_reads_the_list(void **state)
{
	struct terminal *term = at_the_login(*state);

	wait_for(term, "Secret");
	keys(term, "Esc");
	wait_for(term, "! Not logged in, nothing was sent.");
	keys(term, ":", "login", "Enter");
	story_log_in(term, STORY_SECRET);
	wait_for(term, "1 of 200");
	story_quit(term);
}

/* A call that was under way when :login was opened is refused: the box that is there says so. */
static void one_box_is_enough(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, WORDS("--latency", "300"));
	STORY_THROUGH(story, { .nth = -1 });
	term = story_connect(story, NULL, false, NULL);
	story_log_in(term, STORY_SECRET);
	wait_for(term, "1 of 200");
	STORY_THROUGH(story, { .path = "/api/customers",
			       .kind = FAULT_INSTEAD,
			       .answer = STORY_ANSWER("401 Unauthorized") });
	keys(term, "r", ":", "login", "Enter");
	wait_for(term, "Log in again; what is open stays open.");
	wait_for(term, "The login has ended: log in again.");
	keys(term, "Esc");
	wait_for(term, "! Not logged in, nothing was sent.");
	wait_gone(term, "Secret");
	story_quit(term);
}

static void a_key_needs_one_field(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story,
			     &(struct story_terminal){ .env = { "NYMBLE_API_KEY=" STORY_KEY } },
			     false, NULL);
	wait_for(term, "Northpoint Trade Supply", "1 of 200");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_first_choice_needs_no_account),
		STORY(what_is_open_over_the_login_goes_with_it),
		STORY(a_login_given_up_leaves_the_sandbox_alone),
		STORY(a_wrong_secret_can_be_typed_again),
		STORY(a_second_try_counts_down),
		STORY(the_open_screen_stays_when_the_login_ends),
		STORY(escape_leaves_a_clear_state),
		STORY(a_login_of_ones_own_reads_the_list),
		STORY(one_box_is_enough),
		STORY(a_key_needs_one_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
