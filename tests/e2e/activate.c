/* activate.c - a customer is deactivated and activated again, in the list and in the record. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

/* The list with two customers, the cursor on HRB-1042. */
static struct terminal *at_harborline(struct story *story, const char *const *arguments)
{
	struct terminal *term = story_open(story, NULL, arguments);

	keys(term, "f", "customerNumber:startswith:HRB-104", "Enter");
	wait_for(term, "1 of 2", "HRB-1043");
	return term;
}

static void the_list_shows_it_at_once(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_harborline(story, NULL);

	keys(term, "x");
	wait_for(term, "1 Activate", "HRB-1042 is active already.", "2 Deactivate");
	keys(term, "2");
	wait_for(term, "Deactivate HRB-1042 Harborline Marine Supply in", "Northpoint",
		 "Their users are logged out", "y/n");
	keys(term, "y");
	wait_for(term, "HRB-1042 Harborline Marine Supply is not active any more.", "NET30    NO");
	expect_writes(story, "POST /api/customers/HRB-1042/deactivate");
	keys(term, "x", "1");
	wait_for(term, "Activate HRB-1042", "y/n");
	keys(term, "y");
	wait_for(term, "is active again.", "NET30    yes");
	story_quit(term);
}

static void record_and_list_agree(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_harborline(story, NULL);

	keys(term, "Enter");
	wait_for(term, "in this list, read at", "ACTIVE");
	keys(term, "x", "2");
	wait_for(term, "y/n");
	keys(term, "y");
	wait_for(term, "is not active any more.", "NOT ACTIVE");
	keys(term, "q");
	wait_for(term, "Company name", "NET30    NO");
	keys(term, "r");
	wait_for(term, "NET30    NO");
	story_quit(term);
}

static void no_and_escape_send_nothing(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_harborline(story, NULL);

	keys(term, "x", "2");
	wait_for(term, "y/n");
	keys(term, "Enter"); /* neither yes nor no */
	keys(term, "n");
	wait_for(term, "Cancelled, nothing was sent.");
	keys(term, "x", "2");
	wait_for(term, "y/n");
	keys(term, "Esc");
	wait_for(term, "Cancelled, nothing was sent.");
	keys(term, "x");
	wait_for(term, "1 Activate");
	keys(term, "Esc");
	wait_gone(term, "1 Activate");
	story_quit(term);
	expect_no_writes(story);
}

static void a_refusal_is_shown_as_the_service_said_it(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_harborline(story, NULL);

	assert_int_equal(story_request(story, "DELETE", "/api/customers/HRB-1042", NULL), 204);
	keys(term, "x", "2");
	wait_for(term, "y/n");
	keys(term, "y");
	wait_for(term, "! Customer HRB-1042 is gone.");
	story_quit(term);
}

static void several_marked_need_their_number(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_harborline(story, NULL);

	keys(term, "Space", "Space");
	wait_for(term, "2 marked");
	keys(term, "x", "2");
	wait_for(term, "Deactivate 2 customers in", "HRB-1042 Harborline Marine Supply,",
		 "HRB-1043 Harbour Lights AB", "Type 2");
	keys(term, "2", "Enter");
	wait_for(term, "Deactivate 2 customers", "2 done, 0 failed", "Finished.");
	wait_for(term, "HRB-1042       Harborline Marine Sup~        done",
		 "HRB-1043       Harbour Lights AB             done");
	keys(term, "q");
	wait_for(term, "NET30    NO", "COD      NO");
	wait_gone(term, "2 marked"); /* what is done needs no mark */
	keys(term, "H");
	wait_for(term, "Deactivate 2 customers: all done.", "1 of 1, the newest first. z does not");
	keys(term, "z", "Enter");
	wait_for(term, "z does not undo this, but x does: Activate.");
	keys(term, "q", "q");
	wait_for(term, "Company name");
	story_quit(term);
}

/* The mark counts, not the cursor; what it is on is named, and one needs no number. */
static void one_marked_is_named(void **state)
{
	struct terminal *term = at_harborline(*state, NULL);

	keys(term, "Space");
	wait_for(term, "2 of 2, 1 marked");
	keys(term, "x");
	wait_for(term, "HRB-1042 Harborline Marine Supply", "> 2 Deactivate");
	keys(term, "1"); /* it cannot be done: the menu is left, and says why */
	wait_for(term, "! Activate: HRB-1042 is active already.");
	keys(term, "x", "Enter");
	wait_for(term, "Deactivate HRB-1042 Harborline Marine Supply in", "y/n");
	keys(term, "n");
	keys(term, "U", "m");
	wait_for(term, "Mark one end with Space first");
	story_quit(term);
}

static void read_only_lists_the_act_with_the_reason(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_harborline(story, WORDS("--read-only"));

	wait_for(term, "READ-ONLY");
	keys(term, "x");
	wait_for(term, "2 Deactivate", "read-only mode: changes are refused");
	keys(term, "2");
	wait_for(term, "! Deactivate: read-only mode: changes are refused");
	keys(term, "Esc");
	story_quit(term);
	expect_no_writes(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_list_shows_it_at_once),
		STORY(record_and_list_agree),
		STORY(no_and_escape_send_nothing),
		STORY(a_refusal_is_shown_as_the_service_said_it),
		STORY(several_marked_need_their_number),
		STORY(one_marked_is_named),
		STORY(read_only_lists_the_act_with_the_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
