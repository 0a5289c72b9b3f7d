/* states.c - slow, broken and hostile services: what the screen says, and what it never does. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

static void a_slow_answer_is_waited_for_in_words(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, WORDS("--latency", "700"));
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "Loading...");
	wait_for(term, "1 of 200");
	keys(term, "r");
	wait_for(term, "Loading...", "Company name");
	keys(term, "Esc");
	wait_for(term, "Stopped. r reads again.");
	story_quit(term);
}

static void the_next_record_comes_however_slowly(void **state)
{
	struct terminal *term = story_open(*state, WORDS("--latency", "700"), NULL);

	for (int i = 0; i < 49; i++)
		keys(term, "Down");
	keys(term, "Enter");
	wait_for(term, "50 of 200 in this list");
	for (int i = 0; i < 20 && !terminal_has(term, "51 of 200 in this list"); i++) {
		keys(term, "+");
		terminal_pump(term, 300); /* longer than the pager keeps what nobody needs */
	}
	wait_for(term, "51 of 200 in this list");
	story_quit(term);
}

static void a_very_slow_one_says_how_long(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, WORDS("--latency", "12000"));
	term = story_connect(story,
			     &(struct story_terminal){ .env = { "NYMBLE_API_KEY=" STORY_KEY } },
			     false, NULL);
	wait_for(term, "Still waiting (10 s), Esc cancels");
	wait_for(term, "Still waiting (11 s), Esc cancels");
	keys(term, "Esc");
	wait_for(term, "Stopped. r reads again.");
	story_quit(term);
}

static void old_rows_stay_when_nobody_answers(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	story_end_sandbox(story);
	keys(term, "r");
	wait_for(term, "Cannot reach 127.0.0.1", "Company name", ">  ");
	story_quit(term);
}

static void hostile_names_stay_text(void **state)
{
	static const char body[] =
		"{\"customerNumber\":\"EVIL-1\",\"companyName\":\"\\u001b]0;pwned\\u0007\\u001b["
		"31mred"
		"\\u202e \\u009b2J\",\"companyEmail\":\"e@example.com\",\"pricing\":\"Retail\"}";
	struct story *story = *state;
	struct terminal *term;
	size_t len;

	story_sandbox(story, NULL);
	assert_in_range(story_request(story, "PUT", "/api/customers", body), 200, 204);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 201", "Northpoint");
	keys(term, "f", "customerNumber:equals:EVIL-1", "Enter");
	wait_for(term, "1 of 1", "EVIL-1     ^[]0;pwned^G^[[31mred<U+202E");
	keys(term, "Enter");
	wait_for(term, "Customers > EVIL-1 ^[]0;pwned", "read at");
	keys(term, "x");
	wait_for(term, "EVIL-1 ^[]0;pwned");
	keys(term, "2");
	wait_for(term, "Deactivate EVIL-1 ^[]0;pwned", "y/n");
	keys(term, "y");
	wait_for(term, "^[]0;pwned", "is not active");
	keys(term, "L");
	wait_for(term, "Request log");
	const char *log = terminal_log(term, &len);
	assert_null(memmem(log, len, "\x1b]0;pwned", strlen("\x1b]0;pwned")));
	assert_null(memmem(log, len, "\xe2\x80\xae", 3));
	assert_null(memmem(log, len, "\xc2\x9b", 2));
	story_quit(term);
}

static void a_sales_rep_may_not_do_everything(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect_as(story, "rep-207", NULL, NULL);
	wait_for(term, "SalesRep", "1 of");
	keys(term, ":", "HRB-1043", "Enter"); /* another rep's */
	wait_for(term, "! There is no customer HRB-1043, or your login may not see it.");
	story_quit(term);
}

/* The first list is not for everybody: another one is named, and the key that shows it. */
static void a_customer_is_told_which_list_there_is(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect_as(story, "portal-hrb-1042", NULL, NULL);
	wait_for(term, "Your role (Customer) may not list customers. 2 shows: Products.");
	wait_gone(term, "a new");
	wait_gone(term, "Enter open");
	keys(term, "a"); /* no form that could only be typed into for nothing */
	wait_gone(term, "2 shows");
	wait_for(term, "! Your role (Customer) may not list customers", "? help");
	wait_gone(term, "New customer");
	keys(term, "2");
	wait_for(term, "SKU", "1 of");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_slow_answer_is_waited_for_in_words),
		STORY(the_next_record_comes_however_slowly),
		STORY(a_very_slow_one_says_how_long),
		STORY(old_rows_stay_when_nobody_answers),
		STORY(hostile_names_stay_text),
		STORY(a_sales_rep_may_not_do_everything),
		STORY(a_customer_is_told_which_list_there_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
