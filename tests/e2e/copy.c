/* y: what the terminal is told to keep, in the very bytes; and what is shown where it cannot. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "support/story.h"

/* All that was sent so far must have bytes in it. */
static void assert_sent(struct terminal *term, const char *bytes)
{
	size_t len;
	const char *log = terminal_log(term, &len);

	if (!memmem(log, len, bytes, strlen(bytes)))
		fail_msg("the terminal did not get %s", bytes);
}

static struct terminal *at_a_customer_s_row(struct story *story, const struct story_terminal *terminal)
{
	story_sandbox(story, NULL);
	struct terminal *term = story_connect(story, terminal, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	keys(term, "f", "customerNumber:equals:HRB-1042", "Enter");
	wait_for(term, "1 of 1", ">  HRB-1042");
	return term;
}

static void what_is_under_the_cursor_is_sent(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_a_customer_s_row(story, NULL);

	keys(term, "y");
	wait_for(term, "1 Number  HRB-1042", "2 Row as CSV", "3 Record as JSON", "4 Request for curl");
	keys(term, "1");
	wait_for(term, "Sent 8 characters to the terminal's clipboard");
	assert_sent(term, "\033]52;c;SFJCLTEwNDI=\a");
	assert_false(terminal_has(term, "4 Request"));

	keys(term, "y"); /* again: the text itself */
	wait_for(term, "To select and copy by hand", "HRB-1042");
	keys(term, "q");
	wait_for(term, ">  HRB-1042");
	keys(term, "y"); /* that was a key in between */
	wait_for(term, "2 Row as CSV");
	keys(term, "2");
	wait_for(term, "characters to the terminal's clipboard");
	keys(term, "y");
	wait_for(term, "HRB-1042,Harborline Marine", "Supply,Wholesale,SR-207,NET30,true,");
	keys(term, "q", "y", "3"); /* more than the list knows: it is read */
	wait_for(term, "characters to the terminal's clipboard");
	keys(term, "y");
	wait_for(term, "\"addresses\": [", "Chandlery Wharf");
	keys(term, "q");
	story_quit(term);
}

static void a_record_goes_as_json_and_as_a_request(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_a_customer_s_row(story, &(struct story_terminal){ .rows = 48, .cols = 160 });
	char line[128];

	keys(term, "Enter");
	wait_for(term, "Customers > HRB-1042", "read at");
	keys(term, "Down", "y");
	wait_for(term, "1 Company name  Harborline Marine Supply");
	keys(term, "1");
	wait_for(term, "Sent 24 characters");
	assert_sent(term, "\033]52;c;SGFyYm9ybGluZSBNYXJpbmUgU3VwcGx5\a");
	keys(term, "Up", "y", "3");
	wait_for(term, "characters to");
	keys(term, "y");
	wait_for(term, "\"customerNumber\": \"HRB-1042\"", "\"addresses\": [");
	keys(term, "q", "y", "4");
	wait_for(term, "characters to");
	keys(term, "y");
	snprintf(line, sizeof(line), "'%s/api/customers/HRB-1042'", story->url);
	wait_for(term, "curl -H \"Authorization: Bearer $TOKEN\" -H 'Accept: application/json'", line);
	keys(term, "q", "2"); /* an address */
	wait_for(term, "[2 Addresses");
	keys(term, "Enter");
	wait_for(term, "HRB-1042 > ", "Postal code");
	keys(term, "y");
	wait_for(term, "2 Entry as CSV", "3 Entry as JSON", "4 Request for curl");
	keys(term, "3");
	wait_for(term, "characters to");
	keys(term, "y");
	wait_for(term, "\"postalCode\": ");
	keys(term, "q");
	story_quit(term);
}

static void the_log_s_requests_keep_their_secrets(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_a_customer_s_row(story, &(struct story_terminal){ .rows = 48, .cols = 160 });
	size_t len;

	keys(term, "x", "2", "y"); /* a request with a method of its own */
	wait_for(term, "is not active any more.");
	keys(term, "L");
	wait_for(term, "Request log", "/deactivate");
	keys(term, "y", "4");
	wait_for(term, "characters to");
	keys(term, "y");
	wait_for(term, "curl -X POST -H \"Authorization: Bearer $TOKEN\"", "/api/customers/HRB-1042/deactivate'");
	keys(term, "q", "G", "y"); /* the login */
	wait_for(term, "4 Request for curl  its body was not kept whole");
	keys(term, "4");
	wait_for(term, "! Request for curl: its body was not kept whole");
	const char *log = terminal_log(term, &len);
	assert_null(memmem(log, len, STORY_SECRET, strlen(STORY_SECRET)));
	assert_null(memmem(log, len, "eyJ", 3));
	keys(term, "q");
	story_quit(term);
}

static void tmux_and_screen_let_it_through(void **state)
{
	static const struct {
		const char *env, *bytes;
	} ways[] = {
		{ "TMUX=/tmp/tmux-0/default,1,0", "\033Ptmux;\033\033]52;c;SFJCLTEwNDI=\a\033\\" },
		{ "STY=1234.pts-0.host", "\033P\033]52;c;SFJCLTEwNDI=\a\033\\" },
	};
	struct story *story = *state;

	for (size_t i = 0; i < CASES(ways); i++) {
		struct terminal *term =
			at_a_customer_s_row(story, &(struct story_terminal){ .env = { ways[i].env } });
		keys(term, "y", "1");
		wait_for(term, "Sent 8 characters");
		assert_sent(term, ways[i].bytes);
		story_quit(term);
		story_begin_anew(story);
	}
}

static void a_terminal_without_clipboard_shows_the_text(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_a_customer_s_row(story, &(struct story_terminal){ .type = "linux" });
	size_t len;

	keys(term, "y", "1");
	wait_for(term, "To select and copy by hand", "HRB-1042", "This terminal has no clipboard");
	const char *log = terminal_log(term, &len);
	assert_null(memmem(log, len, "]52;", 4));
	keys(term, "q");
	wait_for(term, ">  HRB-1042");
	story_quit(term);
}

/* More than a terminal may be sent (CLIPBOARD_MAX): an attribute of 75,000 letters. */
static void too_long_a_text_is_shown(void **state)
{
	enum { LEN = 75000 };
	struct story *story = *state;
	struct terminal *term = at_a_customer_s_row(story, NULL);
	char *body;

	assert_true(asprintf(&body,
			     "{\"customerNumber\":\"HRB-1042\",\"companyName\":\"Harborline\","
			     "\"companyEmail\":\"a@harborline.example\",\"pricing\":\"Retail\","
			     "\"customerAttributes\":{\"note\":\"%0*d\"}}",
			     LEN, 7) > 0);
	assert_in_range(story_request(story, "PUT", "/api/customers", body), 200, 204);
	free(body);
	keys(term, "Enter");
	wait_for(term, "read at", "4 Attributes (1)");
	keys(term, "4", "y", "1");
	wait_for(term, "To select and copy by hand", "000000",
		 "too long for the terminal's clipboard (75000 bytes, at most 74000)");
	keys(term, "q");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(what_is_under_the_cursor_is_sent),
		STORY(a_record_goes_as_json_and_as_a_request),
		STORY(the_log_s_requests_keep_their_secrets),
		STORY(tmux_and_screen_let_it_through),
		STORY(a_terminal_without_clipboard_shows_the_text),
		STORY(too_long_a_text_is_shown),
	};
	return cmocka_run_group_tests_name("copy", tests, NULL, NULL);
}
