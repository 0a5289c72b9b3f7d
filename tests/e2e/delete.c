/* delete.c - a customer is deleted for good: their number is typed, deactivation is offered first,
 * and nothing shows them afterwards. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define DELETE_1042 "DELETE /api/customers/HRB-1042"
#define DEACTIVATE_1042 "POST /api/customers/HRB-1042/deactivate"

/* The question about Harborline, from its record. */
static struct terminal *at_question(struct story *story)
{
	struct terminal *term = story_open(story, NULL, NULL);

	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at", "ACTIVE");
	story_mark(story);
	keys(term, "x");
	wait_for(term, "3 Delete");
	keys(term, "3");
	wait_for(term, "Delete HRB-1042 Harborline Marine Supply in", "go for good",
		 "Tab Deactivate instead", "Type HRB-1042 and Enter");
	return term;
}

static void the_typed_number_deletes(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_question(story);

	keys(term, "y", "Enter");
	wait_for(term, "not the same");
	keys(term, "Ctrl-u", "hrb-1042", "Enter");
	wait_for(term, "capitals count");
	keys(term, "Ctrl-u", "HRB-1042", "Enter");
	wait_for(term, "HRB-1042 Harborline Marine Supply is deleted.", "Company name");
	expect_writes(story, DELETE_1042);
	keys(term, ":", "HRB-1042", "Enter");
	wait_for(term, "There is no customer HRB-1042");
	keys(term, "H");
	wait_for(term, "Changes of this session", "HRB-1042", "Harborline Marine Supply is deleted.",
		 "1 of 1, the newest first. What is deleted cannot be brought back.");
	story_quit(term);
}

static void tab_deactivates_instead(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_question(story);

	keys(term, "Tab");
	wait_for(term, "Deactivate HRB-1042 Harborline Marine Supply in", "Data stays", "y/n");
	keys(term, "y");
	wait_for(term, "is not active any more.", "NOT ACTIVE");
	expect_writes(story, DEACTIVATE_1042);
	keys(term, "x", "3"); /* it is done: nothing is offered any more */
	wait_for(term, "Type HRB-1042 and Enter");
	assert_false(terminal_has(term, "instead"));
	keys(term, "Esc");
	wait_for(term, "Cancelled, nothing was sent.");
	story_quit(term);
}

static void esc_sends_nothing(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_question(story);

	keys(term, "HRB-1042", "Esc");
	wait_for(term, "Cancelled, nothing was sent.", "HRB-1042 Harborline");
	story_quit(term);
	expect_no_writes(story);
}

/* Row and mark go; the cursor stays where it was, on the row that moved up. */
static void the_list_forgets_it_at_once(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, "/", "harb", "Enter");
	wait_for(term, "HRB-1042", "HRB-1043", "1 of 2");
	keys(term, "x", "3", "HRB-1042", "Enter");
	wait_for(term, "is deleted.", "HRB-1043");
	wait_gone(term, "   HRB-1042");
	keys(term, "Down"); /* the message goes: the position shows */
	wait_for(term, "1 of 1");
	assert_false(terminal_has(term, "HRB-1042"));
	expect_writes(story, DELETE_1042);
	story_quit(term);
}

/* The cursor goes to the row above, and so does the position. */
static void the_last_row_is_deleted(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, "/", "harb", "Enter");
	wait_for(term, "HRB-1042", "HRB-1043", "1 of 2");
	keys(term, "Down");
	wait_for(term, "2 of 2");
	keys(term, "x", "3", "HRB-1043", "Enter");
	wait_for(term, "is deleted.");
	wait_gone(term, "   HRB-1043");
	keys(term, "o", "Esc"); /* the message goes: the position shows */
	wait_for(term, " of 1");
	assert_true(terminal_has(term, " 1 of 1"));
	story_quit(term);
}

/* What is gone already is gone: a word, and no second call. */
static void somebody_else_was_faster(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_question(story);

	assert_int_equal(story_request(story, "DELETE", "/api/customers/HRB-1042", NULL), 204);
	keys(term, "HRB-1042", "Enter");
	wait_for(term, "Customer HRB-1042 is gone.");
	story_quit(term);
}

static void read_only_says_why_not(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, WORDS("--read-only"));

	keys(term, "x");
	wait_for(term, "3 Delete  read-only mode");
	keys(term, "3");
	wait_for(term, "Delete: read-only mode: changes are refused");
	story_quit(term);
	expect_no_writes(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_typed_number_deletes), STORY(tab_deactivates_instead),
		STORY(esc_sends_nothing),        STORY(the_list_forgets_it_at_once),
		STORY(the_last_row_is_deleted),  STORY(somebody_else_was_faster),
		STORY(read_only_says_why_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
