/* Profiles: from one service to another without a new start. Nothing typed is lost, nothing of one profile
 * reaches another one's service. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/script.h"
#include "support/story.h"

/* Two services: the story's, with 200 customers, and another one with 50. */
struct two {
	struct story *story;
	struct sandbox *other;
	char *config; /* path */
};

static void write_config(const struct two *two, const char *more)
{
	FILE *file = fopen(two->config, "w");

	assert_non_null(file);
	fprintf(file,
		"profile harbour {\n"
		"	url = \"%s\"\n"
		"	org-code = " STORY_ORG "\n"
		"	client-id = " STORY_CLIENT "\n"
		"	secret-command = \"echo " STORY_SECRET "\"\n"
		"}\n"
		"profile shop {\n"
		"	url = \"http://127.0.0.1:%d\"\n"
		"	org-code = " STORY_ORG "\n"
		"	client-id = " STORY_CLIENT "\n"
		"}\n"
		"%s",
		two->story->url, sandbox_port(two->other), more);
	assert_int_equal(fclose(file), 0);
}

static struct two two_services(void **state, const char *more)
{
	struct two two = { .story = *state, .other = sandbox_new() };

	story_sandbox(two.story, NULL);
	sandbox_start(two.other, SANDBOX_ARGS("--customers", "50", "--products", "10"));
	two.config = xasprintf("%s/config", two.story->home);
	write_config(&two, more);
	return two;
}

static void two_finish(struct two *two)
{
	sandbox_free(two->other);
	free(two->config);
}

static struct terminal *at_harbour(const struct two *two)
{
	struct terminal *term = story_start(NULL, WORDS("--config", two->config));

	wait_for(term, " harbour  Northpoint", "1 of 200");
	return term;
}

/* From the list of profiles: so many rows down from the one in use. */
static void choose_shop(struct terminal *term)
{
	keys(term, "P");
	wait_for(term, "harbour", "in use, test", "shop", "another login", "sandbox-flow");
	keys(term, "Down", "Enter");
}

static void log_in_to_shop(struct terminal *term)
{
	wait_for(term, " shop", "Secret");
	keys(term, STORY_SECRET, "Enter");
	wait_for(term, " shop  Northpoint", "1 of 50");
}

static void another_one_is_chosen_and_the_first_again(void **state)
{
	struct two two = two_services(state, "");
	struct terminal *term = at_harbour(&two);

	keys(term, "Enter");
	wait_for(term, "[1 Account]", "1 of 200 in this list");
	choose_shop(term);
	log_in_to_shop(term);
	assert_false(terminal_has(term, "[1 Account]")); /* its screens went with it */
	keys(term, "P");
	wait_for(term, "2 of 6: http://127.0.0.1", "Profiles are written in");
	keys(term, "Up", "Enter");
	wait_for(term, " harbour  Northpoint", "1 of 200"); /* its command knows the secret */
	keys(term, ":", "profile shop", "Enter");
	wait_for(term, " shop  Northpoint", "1 of 50"); /* the token is kept where the profile's are */
	keys(term, "P", "Enter"); /* what is in use is gone back to */
	wait_for(term, "1 of 50", "Enter open");
	story_quit(term);
	two_finish(&two);
}

/* Esc in the login leads to where one can choose again. */
static void a_login_that_is_given_up_leads_to_the_choice(void **state)
{
	struct two two = two_services(state, "");
	struct terminal *term = at_harbour(&two);

	choose_shop(term);
	wait_for(term, " shop", "Secret");
	keys(term, "wrong", "Enter");
	wait_for(term, "! "); /* refused: it says so, and asks again */
	keys(term, "Esc");
	wait_for(term, "Profiles", "shop", "in use");
	keys(term, "Up", "Enter");
	wait_for(term, " harbour  Northpoint", "1 of 200");
	story_quit(term);
	two_finish(&two);
}

static void what_cannot_be_used_leaves_all_as_it_is(void **state)
{
	struct two two = two_services(state, "profile broken {\n\tca-file = /nowhere/ca.pem\n"
					     "\turl = \"https://127.0.0.1:9\"\n\tlogin = token\n}\n"
					     "profile elsewhere {\n\tapi = flow\n\ttenant = x\n}\n");
	struct terminal *term = at_harbour(&two);

	keys(term, "Down", "P");
	wait_for(term, "broken", "elsewhere");
	keys(term, "Down", "Down", "Enter");
	wait_for(term, "! broken cannot be used: ", "/nowhere/ca.pem");
	keys(term, "q");
	wait_for(term, "2 of 200", " harbour  Northpoint");
	story_quit(term);
	two_finish(&two);
}

static bool is_reverse(const struct terminal *term, int row, int col)
{
	return terminal_cell(term, row, col).reverse;
}

/* Row 1 warns as soon as the profile is in use, before anybody is logged in. */
static void row_1_warns_of_production(void **state)
{
	struct two two = two_services(state, "profile real {\n\turl = \"https://192.0.2.1\"\n\tlogin = token\n"
					     "\tread-only = true\n}\n");
	struct terminal *term = at_harbour(&two);

	assert_false(is_reverse(term, 0, 2));
	keys(term, "P");
	wait_for(term, "PROD, read-only");
	keys(term, "Down", "Down", "Enter");
	wait_for(term, " PROD  READ-ONLY  real", "Access token");
	assert_true(is_reverse(term, 0, 2));
	keys(term, "Esc");
	wait_for(term, "in use, PROD, read-only");
	keys(term, "Up", "Up", "Enter");
	wait_for(term, " harbour  Northpoint", "1 of 200");
	assert_false(is_reverse(term, 0, 2));
	story_quit(term);
	two_finish(&two);
}

static void what_is_typed_stays_a_draft_of_its_profile(void **state)
{
	struct two two = two_services(state, "");
	struct terminal *term = at_harbour(&two);

	story_open_customer(term, "HRB-1042");
	keys(term, "e");
	wait_for(term, "> Edit", "Company name *");
	keys(term, " Kept", "Ctrl-p", "profile shop", "Enter");
	wait_for(term, "Change to the profile shop?", "kept as a draft of harbour", "y/n");
	keys(term, "n");
	wait_for(term, "> Edit", " Kept");
	keys(term, "Ctrl-p", "profile shop", "Enter", "y");
	log_in_to_shop(term);
	assert_false(terminal_has(term, "draft")); /* the other's are none of this one's */
	keys(term, ":", "profile harbour", "Enter");
	wait_for(term, "Drafts: changes that were not saved", "HRB-1042", "1 change");
	keys(term, "Enter");
	wait_for(term, "> Edit", " Kept");
	keys(term, "Esc");
	wait_for(term, "that is not saved");
	keys(term, "d");
	story_quit(term);
	expect_no_writes(two.story);
	two_finish(&two);
}

static void each_has_its_own_views_orders_and_records(void **state)
{
	struct two two = two_services(state, "");
	struct terminal *term = at_harbour(&two);

	keys(term, "o", "2", "!");
	wait_for(term, "1 of 200", "sort Company name -");
	keys(term, "V");
	wait_for(term, "Save as view:");
	keys(term, "Harbour folk", "Enter");
	wait_for(term, "Saved as view");
	story_open_customer(term, "HRB-1042");
	choose_shop(term);
	log_in_to_shop(term);
	assert_false(terminal_has(term, "sort Company name -"));
	keys(term, "v");
	wait_for(term, "No view is saved yet.");
	keys(term, "Esc", ":", "HRB-1042");
	wait_for(term, "Open the record with the number HRB-1042");
	assert_false(terminal_has(term, "opened lately"));
	keys(term, "Esc", ":", "profile harbour", "Enter");
	wait_for(term, "1 of 200", "sort Company name -");
	keys(term, "v");
	wait_for(term, "Harbour folk");
	keys(term, "Esc", ":", "HRB-1042");
	wait_for(term, "HRB-1042 Harborline", "opened lately");
	keys(term, "Esc");
	story_quit(term);
	two_finish(&two);
}

#define ROWS "{\"data\":[{\"customerNumber\":\"C1\",\"companyName\":\"One\"}],\"totalRecords\":1}"

/* What the environment says is said of the profile that the program was started with. */
static void no_secret_reaches_the_service_of_another(void **state)
{
	static const struct script_row answers[] = { { .body = ROWS } };
	struct story *story = *state;
	struct script *first = script_new(answers, 1), *second = script_new(answers, 1);
	char *config = xasprintf("%s/config", story->home);
	FILE *file = fopen(config, "w");

	fprintf(file,
		"profile first {\n\turl = \"http://127.0.0.1:%d\"\n\tlogin = token\n}\n"
		"profile second {\n\turl = \"http://127.0.0.1:%d\"\n\tlogin = token\n}\n",
		script_port(first), script_port(second));
	fclose(file);
	struct terminal *term =
		story_start(&(struct story_terminal){ .env = { "NYMBLE_TOKEN=of-the-first-1",
							       "NYMBLE_API_KEY=of-the-first-2",
							       "NYMBLE_CLIENT_SECRET=of-the-first-3" } },
			    WORDS("--config", config));
	wait_for(term, " first", "C1");
	keys(term, ":", "profile second", "Enter");
	wait_for(term, " second", "Access token");
	keys(term, "of-the-second", "Enter");
	wait_for(term, " second", "C1", "Enter open");
	keys(term, "r");
	keys(term, ":", "profile first", "Enter");
	wait_for(term, " first", "C1", "Enter open"); /* what was said at start still holds */
	story_quit(term);
	assert_true(script_was_sent(first, "of-the-first-1"));
	assert_false(script_was_sent(first, "of-the-second"));
	assert_true(script_was_sent(second, "of-the-second"));
	assert_false(script_was_sent(second, "of-the-first"));
	script_free(first);
	script_free(second);
	free(config);
}

static void without_a_configuration_the_sandbox_can_be_chosen(void **state)
{
	struct terminal *term = story_start(NULL, NULL);

	(void)state;
	wait_for(term, "How do you want to log in?");
	keys(term, "P");
	wait_for(term, "There is no configuration file:", "would be it.",
		 "another login", "in use, PROD");
	keys(term, "Down", "Down", "Enter");
	wait_for(term, " sandbox  Northpoint", "1 of 2000");
	keys(term, "P", "Up", "Enter");
	wait_for(term, "How do you want to log in?", "nymble-tui");
	wait_gone(term, "Northpoint");
	story_quit(term);
}

static void runs_are_asked_about_and_gone_on_with(void **state)
{
	struct two two = two_services(state, "");
	story_end_sandbox(two.story);
	char *port = xasprintf("%d", sandbox_port(two.story->sandbox));
	story_sandbox(two.story, WORDS("--port", port, "--latency", "300"));
	free(port);
	struct terminal *term = at_harbour(&two);

	keys(term, "*");
	wait_for(term, "Mark all 200");
	keys(term, "y");
	wait_for(term, "200 marked");
	keys(term, "x", "2");
	wait_for(term, "Type 200");
	keys(term, "200", "Enter");
	wait_for(term, "to go");
	keys(term, "q", ":", "profile shop", "Enter");
	wait_for(term, "Work on many records is stopped", "y/n");
	keys(term, "y");
	log_in_to_shop(term);
	assert_false(terminal_has(term, "run"));
	keys(term, ":", "profile harbour", "Enter");
	wait_for(term, "Not finished: Deactivate 200 customers");
	keys(term, "Esc");
	story_quit(term);
	two_finish(&two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(another_one_is_chosen_and_the_first_again),
		STORY(a_login_that_is_given_up_leads_to_the_choice),
		STORY(what_cannot_be_used_leaves_all_as_it_is),
		STORY(row_1_warns_of_production),
		STORY(what_is_typed_stays_a_draft_of_its_profile),
		STORY(each_has_its_own_views_orders_and_records),
		STORY(no_secret_reaches_the_service_of_another),
		STORY(without_a_configuration_the_sandbox_can_be_chosen),
		STORY(runs_are_asked_about_and_gone_on_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
