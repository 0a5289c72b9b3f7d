/* set_field.c - one field of many customers is given one value: chosen, previewed, counted, sent;
 * and the run in its report, in the list of runs, on the way out of the program. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <unistd.h>

#include "base/alloc.h"
#include "support/story.h"
#include "support/story_calls.h"

/* Sample customers that pay in cash and are active: 20, of whom some are Retail already. */
#define CASH_FILTER "terms:equals:COD active:equals:yes"

static void mark_cash_customers(struct terminal *term)
{
	wait_for(term, "1 of 200", "Northpoint");
	keys(term, "f", CASH_FILTER, "Enter");
	wait_for(term, ">  BRK-9905");
	keys(term, "*");
	wait_for(term, "Mark all 20 that match");
	keys(term, "y");
	wait_for(term, "20 marked");
}

static struct terminal *at_twenty(struct story *story, const char *const *sandbox_options)
{
	story_sandbox(story, sandbox_options);
	struct terminal *term = story_connect(story, NULL, true, NULL);
	mark_cash_customers(term);
	return term;
}

static void choose_field(struct terminal *term, const char *field)
{
	keys(term, "x");
	wait_for(term, "Set a field...");
	keys(term, "4");
	wait_for(term, "Which field is to have one value?");
	keys(term, field, "Enter");
}

/* The number behind "Type ": the caller types it, as a person would. The caller frees. */
static char *asked_count(struct terminal *term)
{
	char row[TERMINAL_ROW_SIZE];
	int line, col, count;

	wait_for(term, "Type ");
	assert_true(terminal_find(term, "Type ", &line, &col));
	terminal_row(term, line, row);
	assert_int_equal(sscanf(strstr(row, "Type "), "Type %d", &count), 1);
	return xasprintf("%d", count);
}

/* --- the way there ------------------------------------------------------------------------------
 */

static void a_chosen_value_for_all_that_lack_it(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

	choose_field(term, "pricing");
	wait_for(term, "Price tier (");
	keys(term, "Wholesale", "Enter");
	wait_for(term, "20 customers > Set Price tier to Wholesale", "nothing is sent yet",
		 "so already", "Name", "Now", "After", "Brook");
	expect_no_writes(story);
	keys(term, "Enter");
	char *count = asked_count(term), *done = xasprintf("%s done, 0 failed", count);
	assert_in_range(atoi(count), 1, 19); /* who is so already is left out */
	story_mark(story);
	keys(term, count, "Enter");
	wait_for(term, "Set Price tier to Wholesale for", done, "Finished.");
	assert_int_equal(story_count(story, "PUT /api/customers/"), atoi(count));
	assert_int_equal(story_count(story, "GET /api/customers/"), atoi(count));
	story_quit(term);
	free(done);
	free(count);
}

/* Text is checked as it is typed in a form; nothing but the field is sent; * marks go with success.
 */
static void a_typed_value_is_checked(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	keys(term, "Space", "Space");
	wait_for(term, "2 marked");
	choose_field(term, "externalId"); /* no two may have one: it is not offered */
	wait_for(term, "No value is like this.");
	keys(term, "Esc");
	wait_gone(term, "Which field");
	choose_field(term, "companyEmail");
	wait_for(term, "The value that all of them are to have.", "E-mail:");
	keys(term, "Enter");
	wait_for(term, "This must be filled in");
	keys(term, "nobody", "Enter");
	wait_for(term, "E-mail: nobody", "@");
	keys(term, "@example.test", "Enter");
	wait_for(term, "2 change.", "nobody@example.test");
	keys(term, "g");
	wait_for(term, "Set E-mail to nobody@example.test for 2 customers in", "Type 2");
	story_mark(story);
	keys(term, "2", "Enter");
	wait_for(term, "2 done, 0 failed", "Finished.");
	keys(term, "q");
	wait_for(term, "of 200");
	wait_gone(term, "marked");
	expect_writes(story,
		      "PUT /api/customers/ADR-5306 {\"companyEmail\":\"nobody@example.test\"}",
		      "PUT /api/customers/ADR-7594 {\"companyEmail\":\"nobody@example.test\"}");
	story_quit(term);
}

static void leaving_on_the_way_sends_nothing(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

	choose_field(term, "terms");
	wait_for(term, "Terms (");
	keys(term, "Esc");
	wait_for(term, "20 marked");
	choose_field(term, "companyFax");
	wait_for(term, "empty takes theirs away.", "Fax:");
	keys(term, "555 0199", "Enter");
	wait_for(term, "20 change.");
	keys(term, "Enter");
	wait_for(term, "Type 20");
	keys(term, "19", "Enter");
	wait_for(term, "not the same");
	keys(term, "Esc");
	wait_for(term, "Cancelled, nothing was sent.");
	keys(term, "q");
	wait_for(term, "20 marked");
	story_quit(term);
	expect_no_writes(story);
}

/* --- what comes between ------------------------------------------------------------------------
 */

/* Somebody else changes the field behind the preview: that record is told, not overwritten, and the
 * report has the column to import. */
static void who_moved_meanwhile_is_not_overwritten(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);
	char *path = xasprintf("%s/fax.csv", story->home), text[1024];

	choose_field(term, "companyFax");
	wait_for(term, "empty takes theirs away.", "Fax:");
	keys(term, "555 0199", "Enter");
	wait_for(term, "20 change.");
	assert_int_equal(story_request(story, "PUT", "/api/customers/BRK-9905",
				       "{\"companyFax\":\"555 0100\"}"),
			 200);
	keys(term, "Enter");
	wait_for(term, "Type 20");
	keys(term, "20", "Enter");
	wait_for(term, "19 done, 1 failed", "! BRK-9905", "Fax is 555 0100 by now");
	keys(term, "f");
	wait_gone(term, "MNS-5416");
	keys(term, "E", "Ctrl-u", path, "Enter");
	wait_for(term, "Wrote 1 record to");
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(
		text, "customerNumber,companyFax,error\n"
		      "BRK-9905,555 0199,Fax is 555 0100 by now: changed since the preview.\n");
	keys(term, "E", "Ctrl-u", path, "Enter");
	wait_for(term, "is there already. Replace it?");
	keys(term, "n");
	story_quit(term);
	free(path);
}

/* --- around runs ---------------------------------------------------------------------------------
 */

static void the_question_lists_all(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

	keys(term, "x", "2");
	wait_for(term, "l lists all", "Type 20");
	keys(term, "l");
	wait_for(term, "20 customers", "BRK-9905");
	keys(term, "q");
	wait_for(term, "Type 20");
	keys(term, "Esc");
	story_quit(term);
	expect_no_writes(story);
}

/* Leaving the program stops what runs, after a question; the next one goes on, or forgets it. */
static void leaving_asks_while_a_run_goes_on(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, WORDS("--latency", "300"));

	keys(term, "x", "2");
	wait_for(term, "Type 20");
	keys(term, "20", "Enter");
	wait_for(term, "to go", "Esc stops after the calls under way");
	keys(term, "Q");
	wait_for(term, "Work on many records is under way. Stop it and leave?");
	keys(term, "n");
	wait_for(term, "Deactivate 20 customers");
	keys(term, "Q");
	wait_for(term, "Stop it and leave?");
	keys(term, "y");
	assert_int_equal(wait_exit(term), 0);
	terminal_finish(term);

	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "Not finished: Deactivate 20 customers, ");
	keys(term, "Esc");
	wait_gone(term, "Not finished");
	keys(term, ":", "runs", "Enter");
	wait_for(term, "interrupted: ");
	keys(term, "d");
	wait_for(term, "Forget this run?");
	keys(term, "y");
	wait_for(term, "No run is under way");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_chosen_value_for_all_that_lack_it),
		STORY(a_typed_value_is_checked),
		STORY(leaving_on_the_way_sends_nothing),
		STORY(who_moved_meanwhile_is_not_overwritten),
		STORY(the_question_lists_all),
		STORY(leaving_asks_while_a_run_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
