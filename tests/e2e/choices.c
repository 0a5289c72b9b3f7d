/* choices.c - lists of values that are slow, refused, or not to be had: none of them keeps anybody
 * from filling in a field. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define REPS "/api/organizations/salesreps"
#define SEEN "The service did not list them. These were seen; others may be typed."

/* The form of Harborline with the cursor on the field of the sales rep. */
static struct terminal *at_rep(struct story *story, const char *client_id)
{
	struct terminal *term = story_connect_as(story, client_id, NULL, NULL);

	wait_for(term, "1 of ");
	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at");
	keys(term, "e");
	wait_for(term, "> Company name");
	keys(term, "Tab");
	wait_for(term, "> Price tier");
	keys(term, "Tab");
	wait_for(term, "> Rep");
	return term;
}

static void leave(struct terminal *term)
{
	keys(term, "Esc");
	wait_for(term, "not saved");
	keys(term, "d");
	wait_for(term, "Discarded ");
	story_quit(term);
}

/* What is typed while the list is on its way narrows it when it comes. */
static void a_slow_list_keeps_what_is_typed(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .path = REPS, .kind = FAULT_DELAY, .amount = 1500 });
	struct terminal *term = at_rep(story, "backoffice-terminal");
	keys(term, "Enter");
	wait_for(term, "Loading...", "Esc stop");
	keys(term, "rams");
	wait_for(term, "Winifred Ramsbottom", "1 of ");
	keys(term, "Enter");
	wait_for(term, "REP-007", "Winifred Ramsbotto", "1 change");
	leave(term);
}

static void esc_stops_waiting_for_a_list(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .path = REPS, .kind = FAULT_HANG });
	struct terminal *term = at_rep(story, "backoffice-terminal");
	keys(term, "Enter");
	wait_for(term, "Loading...");
	keys(term, "Esc");
	wait_gone(term, "Loading...");
	wait_for(term, "> Rep");
	keys(term, "Ctrl-u", "SR-311"); /* and goes on by hand */
	wait_for(term, "SR-311", "1 change");
	leave(term);
}

/* A rep's login may read neither organization nor reps. */
static void a_refused_list_takes_any_text(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = at_rep(story, "rep-207");
	keys(term, "Enter");
	wait_for(term, SEEN, "SR-207");
	keys(term, "SR-999", "Enter");
	wait_for(term, "SR-999", "1 change");
	keys(term, "Shift-Tab");
	wait_for(term, "> Price tier");
	keys(term, "Enter");
	wait_for(term, SEEN, "Wholesale");
	keys(term, "Special", "Enter");
	wait_for(term, "Special", "2 changes");
	leave(term);
}

/* It cannot be reached: the reason stands in the box, and the value is typed. */
static void a_list_that_cannot_be_had_says_why(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .path = REPS,
			       .kind = FAULT_ANSWER,
			       .answer = STORY_ANSWER("500 Internal Server Error") });
	struct terminal *term = at_rep(story, "backoffice-terminal");
	keys(term, "Enter");
	wait_for(term, "500");
	keys(term, "SR-311", "Enter");
	wait_for(term, "SR-311", "1 change");
	leave(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_slow_list_keeps_what_is_typed),
		STORY(esc_stops_waiting_for_a_list),
		STORY(a_refused_list_takes_any_text),
		STORY(a_list_that_cannot_be_had_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
