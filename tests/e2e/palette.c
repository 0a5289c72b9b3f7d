/* The palette finds more than commands: lists, saved views, the records opened lately, any record. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "support/story.h"

static void lists_and_views_are_found(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, "f", "customerNumber:startswith:HRB", "Enter");
	wait_for(term, "1 of 3");
	keys(term, "V");
	wait_for(term, "Save as view:");
	keys(term, "Zebra crossing", "Enter");
	wait_for(term, "Saved as view");
	keys(term, ":", "products");
	wait_for(term, "  Products ", " list");
	keys(term, "Down", "Enter"); /* behind the command of that list */
	wait_for(term, "Products", "SKU");
	keys(term, ":", "crossing"); /* the middle of a name */
	wait_for(term, ">  Zebra crossing", "view of Customers", "Open the record with the number crossing");
	keys(term, "Enter");
	wait_for(term, "Customers  customerNumber:startswith:HRB", "View \"Zebra crossing\".", "HRB-1050");
	story_quit(term);
}

static void records_opened_lately_come_back(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, ":", "HRB-104"); /* not yet */
	wait_for(term, ">  Nothing is called that. Open the record with the number HRB-104");
	keys(term, "2", "Enter");
	wait_for(term, "Customers > HRB-1042", "Read at");
	keys(term, "q");
	wait_gone(term, "Customers > HRB-1042");
	keys(term, ":", "HRB-1043", "Enter");
	wait_for(term, "Customers > HRB-1043", "Read at");
	keys(term, "q");
	wait_gone(term, "Customers > HRB-1043");

	keys(term, ":", "harb"); /* the newest first */
	wait_for(term, ">  HRB-1043", "   HRB-1042 Harborline Marine Supply", "opened lately");
	keys(term, "Down", "Enter");
	wait_for(term, "Customers > HRB-1042 Harborline Marine Supply", "Read at");
	keys(term, "q");
	wait_gone(term, "Customers > HRB-1042");
	keys(term, ":", "harb");
	wait_for(term, ">  HRB-1042", "   HRB-1043");

	keys(term, "Ctrl-u", "HRB-104"); /* a number as it stands, before what begins so */
	wait_for(term, ">  Open the record with the number HRB-104", "   HRB-1042", "   HRB-1043");
	keys(term, "3"); /* that one was opened: as it was called then */
	wait_for(term, ">  HRB-1043");
	wait_gone(term, "Open the record with the number");
	keys(term, "Esc");
	story_quit(term);
}

/* A form is not closed for a list: what is in it stays before one's eyes. */
static void a_form_is_not_left(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	story_open_customer(term, "HRB-1042");
	keys(term, "e");
	wait_for(term, "> Edit");
	keys(term, "Ctrl-p", "customers");
	wait_for(term, "Nothing is called that. Open the record with the number customers");
	keys(term, "Esc");
	wait_for(term, "> Edit");
	keys(term, "Esc");
	wait_gone(term, "> Edit");
	story_quit(term);
}

/* At sixty columns the sentences are what one reads: one key of each command will do. */
static void a_narrow_window_has_room_for_the_sentences(void **state)
{
	struct story *story = *state;
	const struct story_terminal narrow = { .rows = 16, .cols = 60 };
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, &narrow, true, NULL);
	wait_for(term, "1 of 200");
	story_open_customer(term, "HRB-1042");
	keys(term, "e");
	wait_for(term, "> Edit", "Terms");
	keys(term, "Ctrl-p", "review");
	wait_for(term, ">  Review all changes, and save  F2");
	keys(term, "Ctrl-u", "ask-quit");
	wait_for(term, ">  Leave the program after a question", "~  Ctrl-c");
	keys(term, "Esc");
	wait_gone(term, ">  Leave the program");
	keys(term, "Esc");
	wait_for(term, "Read at");
	story_quit(term);
}

/* Typed letter by letter in a large window. */
static void a_letter_costs_few_bytes(void **state)
{
	enum { BYTES_MAX = 300 };
	static const char *const words[] = { "sort", "columns", "request", "wholesale", "HRB-1042" };
	struct story *story = *state;
	story_sandbox(story, NULL);
	struct terminal *term =
		story_connect(story, &(struct story_terminal){ .rows = 48, .cols = 160 }, true, NULL);

	wait_for(term, "1 of 200", "Northpoint");
	for (size_t i = 0; i < CASES(words); i++) {
		size_t len = strlen(words[i]);

		keys(term, ":");
		wait_for(term, "Enter run");
		for (size_t letter = 1; letter <= len; letter++) {
			char typed[32];

			snprintf(typed, sizeof(typed), " : %.*s", (int)letter, words[i]);
			terminal_mark(term);
			terminal_send(term, words[i] + letter - 1, 1);
			wait_for(term, typed);
			if (terminal_bytes(term) > BYTES_MAX)
				fail_msg("\"%s\" costs %zu bytes", typed, terminal_bytes(term));
		}
		keys(term, "Esc");
		wait_gone(term, "Enter run");
	}
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(lists_and_views_are_found),
		STORY(records_opened_lately_come_back),
		STORY(a_form_is_not_left),
		STORY(a_narrow_window_has_room_for_the_sentences),
		STORY(a_letter_costs_few_bytes),
	};
	return cmocka_run_group_tests_name("palette", tests, NULL, NULL);
}
