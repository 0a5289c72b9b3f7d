/* plain_terminal.c - --plain in a terminal: what only a terminal shows. The rest is plain.sh's. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "support/http.h"
#include "support/story.h"

static const struct story_terminal tall = { .rows = 60, .cols = 100 };

/* All that was written is text in lines: the line's own end is all that moves a cursor. */
static void check_lines(const struct terminal *term)
{
	size_t len;
	const char *log = terminal_log(term, &len);

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)log[i] < ' ' || log[i] == 0x7f)
			assert_true(log[i] == '\n' || log[i] == '\r');
}

static void leave(struct terminal *term)
{
	keys(term, "q", "Enter");
	assert_int_equal(wait_exit(term), 0);
	check_lines(term);
	terminal_check_restored(term);
	terminal_finish(term);
}

/* A sandbox, and the program at its lists, with all in the environment that a login needs. */
static struct terminal *begin(struct story *story, const char *const *sandbox_options)
{
	story_sandbox(story, sandbox_options);
	struct terminal *term = story_connect(story, &tall, true, WORDS("--plain"));
	wait_for(term, "Lists, number opens, ? help:");
	return term;
}

static void log_in(struct terminal *term, const char *secret)
{
	keys(term, "1", "Enter");
	wait_for(term, "How do you want to log in?", "Number, or an empty line");
	keys(term, "1", "Enter");
	wait_for(term, "Organization code, or an empty line");
	keys(term, STORY_ORG, "Enter");
	wait_for(term, "Client id, or an empty line");
	keys(term, STORY_CLIENT, "Enter");
	wait_for(term, "Secret, or an empty line");
	keys(term, secret, "Enter");
}

static void a_secret_is_not_shown(void **state)
{
	struct story *story = *state;
	size_t len;

	story_sandbox(story, NULL);
	struct terminal *term = story_connect(story, &tall, false, WORDS("--plain"));
	wait_for(term, "Lists, number opens");
	log_in(term, STORY_SECRET);
	wait_for(term, "200 customers", "Customers, page 1 of 10");
	assert_null(strstr(terminal_log(term, &len), STORY_SECRET));
	keys(term, "f", "Enter");
	wait_for(term, "Filter, or an empty line");
	keys(term, "shown again", "Enter");
	wait_for(term, "leave it as it is: shown again");
	leave(term);
}

static void what_a_terminal_cuts_is_not_taken(void **state)
{
	struct story *story = *state;
	char token[5000 + 1];

	memset(token, 'x', sizeof(token) - 1);
	token[sizeof(token) - 1] = '\0';
	story_sandbox(story, NULL);
	struct terminal *term = story_connect(story, &tall, false, WORDS("--plain"));
	wait_for(term, "Lists, number opens");
	keys(term, "1", "Enter");
	wait_for(term, "Number, or an empty line");
	keys(term, "2", "Enter");
	wait_for(term, "Access token, or an empty line to cancel:");
	keys(term, token, "Enter");
	wait_for(term, "A terminal cuts so long a line: put a long token into NYMBLE_TOKEN.");
	keys(term, "Enter");
	wait_for(term, "Not logged in");
	leave(term);
}

static void ctrl_c_at_the_secret_leaves_the_terminal_as_it_was(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = story_connect(story, &tall, false, WORDS("--plain"));
	wait_for(term, "Lists, number opens");
	keys(term, "1", "Enter");
	wait_for(term, "Number, or an empty line");
	keys(term, "2", "Enter");
	wait_for(term, "Access token, or an empty line");
	keys(term, "half a tok", "Ctrl-c");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}

static void ctrl_c_stops_what_is_waited_for(void **state)
{
	struct story *story = *state;

	story_sandbox(story, WORDS("--latency", "20000"));
	struct terminal *term = story_connect(story, &tall, true, WORDS("--plain"));
	wait_for(term, "Lists, number opens");
	keys(term, "1", "Enter");
	wait_for(term, "Loading...");
	keys(term, "Ctrl-c");
	wait_for(term, "Stopped.", "Customers, / search, ? help:");
	keys(term, "Ctrl-c");
	assert_int_equal(wait_exit(term), 0);
	check_lines(term);
	terminal_finish(term);
}

/* From the customers: a change that nobody has saved. */
static void type_fax(struct terminal *term)
{
	keys(term, "o HRB-1042", "Enter");
	wait_for(term, "HRB-1042, e edit");
	keys(term, "e fax", "Enter");
	wait_for(term, "Fax, now");
	keys(term, "555-0777", "Enter");
	wait_for(term, "Fax: 555-0777");
}

static void a_hung_up_line_keeps_the_draft(void **state)
{
	struct story *story = *state;
	struct terminal *term = begin(story, NULL);

	keys(term, "1", "Enter");
	wait_for(term, "Customers, page 1");
	type_fax(term);
	terminal_hang_up(term);
	wait_exit(term);
	terminal_finish(term);

	term = story_connect(story, &tall, true, WORDS("--plain"));
	wait_for(term, "1. HRB-1042 Harborline Marine Supply, 1 change", "Drafts, number goes on");
	keys(term, "1", "Enter");
	wait_for(term, "Fax, changed: 555-0777", "Edit HRB-1042");
	leave(term);
}

static void kill_9_keeps_it_as_well(void **state)
{
	struct story *story = *state;
	struct terminal *term = begin(story, NULL);

	keys(term, "1", "Enter");
	wait_for(term, "Customers, page 1");
	keys(term, "a", "Enter");
	wait_for(term, "New customer, number or name");
	keys(term, "company name", "Enter");
	wait_for(term, "Company name, now -");
	keys(term, "Half a Customer", "Enter");
	wait_for(term, "Company name: Half a Customer");
	terminal_signal(term, SIGKILL);
	wait_exit(term);
	terminal_finish(term);

	term = story_connect(story, &tall, true, WORDS("--plain"));
	wait_for(term, "New customer Half a Customer", "Drafts, number goes on");
	leave(term);
}

/* A token rather than a secret: that is not held back for six seconds the second time. */
static void give_token(const struct story *story, struct terminal *term)
{
	char *token = http_log_in(sandbox_port(story->sandbox), STORY_ORG, STORY_CLIENT);

	wait_for(term, "Access token, or an empty line to cancel:");
	keys(term, token, "Enter");
	free(token);
}

static void a_login_that_ends_is_asked_for_and_the_edit_goes_on(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = story_connect(story, &tall, false, WORDS("--plain"));
	wait_for(term, "Lists, number opens");
	keys(term, "1", "Enter");
	wait_for(term, "Number, or an empty line");
	keys(term, "2", "Enter");
	give_token(story, term);
	wait_for(term, "Customers, page 1");
	type_fax(term);
	story_replace_sandbox(story); /* it knows nothing of the token */
	keys(term, "s", "Enter");
	wait_for(term, "s sends, an empty line");
	keys(term, "s", "Enter");
	give_token(story, term);
	wait_for(term, "Saved 1 change to HRB-1042.");
	leave(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_secret_is_not_shown),
		STORY(what_a_terminal_cuts_is_not_taken),
		STORY(ctrl_c_at_the_secret_leaves_the_terminal_as_it_was),
		STORY(ctrl_c_stops_what_is_waited_for),
		STORY(a_hung_up_line_keeps_the_draft),
		STORY(kill_9_keeps_it_as_well),
		STORY(a_login_that_ends_is_asked_for_and_the_edit_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
