/* flow_many.c - one thing done to many customers of Flow Retail: a hundred in a call, each of which ends for
 * itself; what failed, what nobody knows the end of, and what has to be told a store. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "base/alloc.h"
#include "support/story_flow.h"

#define BATCH FLOW_PATH "/customers/batch"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

/* The three that a search for a sample name finds, or all that there are, marked. */
static void mark_all(struct terminal *term, const char *all)
{
	keys(term, "*");
	wait_for(term, "Mark all", all);
	keys(term, "y");
	wait_for(term, " marked");
}

/* The program with a proxy between that does nothing yet, and three marked. */
static struct terminal *at_three(struct story *story, const struct story_terminal *size)
{
	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .nth = -1 });
	struct terminal *term = story_flow_connect(story, size, NULL);

	wait_for(term, "1 of 200");
	keys(term, " ", " ", " ");
	wait_for(term, "3 marked");
	story_mark(story);
	return term;
}

static void choose(struct terminal *term, const char *number)
{
	keys(term, "x");
	wait_for(term, "1 Write all stored data", "4 Delete", "5 Set a field...");
	keys(term, number);
}

static void delete_marked(struct terminal *term, const char *count)
{
	char *title = xasprintf("Delete %s customers", count), *typed = xasprintf("Type %s", count);

	choose(term, "4");
	wait_for(term, title, typed);
	keys(term, count, "Enter");
	wait_for(term, title, "done, ");
	free(typed);
	free(title);
}

/* --- deleting ----------------------------------------------------------------------------------- */

static void all_go_a_hundred_in_a_call(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = story_flow_open(story, &sizes[i], NULL);

		wait_for(term, "1 of 200");
		mark_all(term, "200");
		story_mark(story);
		delete_marked(term, "200");
		wait_for(term, "200 done, 0 failed", "Finished.");
		keys(term, "q");
		wait_for(term, "No customers yet.");
		story_quit(term);
		assert_int_equal(story_count(story, "POST " BATCH " {\"delete\":[{\"customerUid\":"), 2);
		assert_int_equal(story_count(story, "DELETE "), 0);
		story_begin_anew(story);
	}
}

/* The row that the cursor was on is not among those that are left. */
static void the_last_rows_go(void **state)
{
	struct terminal *term = story_flow_open(*state, NULL, NULL);

	keys(term, "End");
	wait_for(term, "200 of 200", ">  cus-"); /* its page is here */
	keys(term, "Space", "Up", "Space");
	wait_for(term, "200 of 200, 2 marked");
	delete_marked(term, "2");
	wait_for(term, "2 done, 0 failed", "Finished.");
	keys(term, "q");
	wait_for(term, "198 of 198");
	story_quit(term);
}

/* One of three is told to have failed, and of one nothing is told: both are looked after by themselves. */
static void each_ends_for_itself(void **state)
{
	static const char told[] = "{\"delete\":[{\"index\":0,\"status\":409,\"error\":"
				   "{\"message\":\"Has open orders.\"}},{\"index\":1,\"status\":503}]}";
	char answer[512];
	const struct fault fault = { "POST", "/batch", 1, FAULT_ANSWER, 0, answer, 0 };
	struct story *story = *state;

	snprintf(answer, sizeof(answer), "HTTP/1.1 207 Multi-Status\r\nContent-Length: %zu\r\n\r\n%s",
		 strlen(told), told);
	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = at_three(story, &sizes[i]);

		story_through(story, &fault, 1);
		delete_marked(term, "3");
		wait_for(term, "2 done, 1 failed", "409 ", "was not deleted: Has o");
		assert_int_equal(story_count(story, "DELETE " FLOW_PATH), 2);
		STORY_THROUGH(story, { .nth = -1 });
		keys(term, "r");
		wait_for(term, "3 done, 0 failed", "Finished.");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* The service did it, the answer got lost: each is looked at, none is sent again. */
static void a_lost_answer_is_looked_after(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_three(story, NULL);

	STORY_THROUGH(story, { "POST", "/batch", 1, FAULT_DROP_AFTER, 0, NULL, 0 });
	delete_marked(term, "3");
	wait_for(term, "3 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, "POST " BATCH), 1);
	assert_int_equal(story_count(story, "DELETE "), 0);
	story_quit(term);
}

/* Who may not delete is told so, and nothing is gone. */
static void who_may_not_is_told(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = story_flow_connect_user(story, FLOW_MIKKEL, NULL, NULL);
	wait_for(term, "1 of 200");
	keys(term, " ", " ");
	wait_for(term, "2 marked");
	delete_marked(term, "2");
	wait_for(term, "0 done, 2 failed", "403    Your role (Access) may not dele");
	keys(term, "q");
	wait_for(term, "of 200");
	story_quit(term);
}

/* --- a field, and an action that has to be told something ---------------------------------------------- */

static void one_value_for_all(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = at_three(story, &sizes[i]);

		choose(term, "5");
		wait_for(term, "Which field is to have one value?");
		keys(term, "loyaltyId", "Enter");
		wait_for(term, "Loyalty id:");
		keys(term, "club-7", "Enter");
		wait_for(term, "3 customers > Set Loyalty id to club-7", "nothing is sent yet", "3 change.");
		expect_no_writes(story);
		keys(term, "g");
		wait_for(term, "Type 3");
		story_mark(story);
		keys(term, "3", "Enter");
		wait_for(term, "3 done, 0 failed", "Finished.");
		assert_int_equal(story_count(story, "POST " BATCH " {\"update\":[{\"loyaltyId\":\"club-7\""), 1);
		assert_int_equal(story_count(story, "GET " FLOW_PATH "/customers/"), 3);
		assert_int_equal(story_count(story, "PUT "), 0);
		story_quit(term);
		story_begin_anew(story);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(all_go_a_hundred_in_a_call), STORY(the_last_rows_go), STORY(each_ends_for_itself),
		STORY(a_lost_answer_is_looked_after), STORY(who_may_not_is_told),
		STORY(one_value_for_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
