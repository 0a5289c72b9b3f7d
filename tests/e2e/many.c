/* many.c - one thing done to many customers: marked or all that match, with failures, stops, lost answers,
 * a login that ends and a program that is killed. Nothing is done twice, nothing is forgotten. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>

#include "base/alloc.h"
#include "support/http.h"
#include "support/story.h"

/* The sample data has that many that are active and pay in cash. */
#define CASH_FILTER "terms:equals:COD active:equals:yes"
enum { CASH = 20 };

static void mark_cash_customers(struct terminal *term)
{
	keys(term, "f", CASH_FILTER, "Enter");
	wait_for(term, ">  BRK-9905");
	keys(term, "*");
	wait_for(term, "Mark all 20 that match");
	keys(term, "y");
	wait_for(term, "20 marked");
}

/* Meanwhile x is not about the record under the cursor. */
static void marks_on_their_way_are_waited_for(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .path = "pageNumber=2&", .kind = FAULT_HANG });
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200");
	keys(term, "*");
	wait_for(term, "Mark all 200 that match");
	keys(term, "y");
	wait_for(term, "Reading the numbers: 100 of 200");
	keys(term, "x");
	wait_for(term, "The marks are still on their way: wait, or stop them by Esc.");
	keys(term, "Esc");
	wait_for(term, "Stopped, nothing was marked.");
	story_quit(term);
}

static void deactivate_marked(struct terminal *term)
{
	keys(term, "x", "2");
	wait_for(term, "Deactivate 20 customers in", "Type 20");
	keys(term, "20", "Enter");
	wait_for(term, "Deactivate 20 customers", "done, ");
}

/* All 20 marked, with a proxy between that does nothing yet. */
static struct terminal *at_twenty(struct story *story, const char *const *sandbox_options)
{
	story_sandbox(story, sandbox_options);
	STORY_THROUGH(story, { .nth = -1 });
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	mark_cash_customers(term);
	story_mark(story);
	return term;
}

/* How many customers the service holds that the filter of the story's opening still finds. */
static int count_active(const struct story *story)
{
	int port = sandbox_port(story->sandbox);
	char *token = http_log_in(port, STORY_ORG, STORY_CLIENT);
	struct http_answer answer;

	http_ask(port,
		 &(struct http_request){ .method = "GET",
					 .path = "/api/customers?pageSize=1"
						 "&filters[0].field=terms&filters[0].operator=equals"
						 "&filters[0].value=COD&filters[1].field=active"
						 "&filters[1].operator=equals&filters[1].value=true",
					 .token = token },
		 &answer);
	char *total = http_member(&answer, "totalRecords");
	int count = total ? atoi(total) : -1;
	free(total);
	free(token);
	http_answer_finish(&answer);
	return count;
}

/* --- what is done ------------------------------------------------------------------------------ */

static void all_that_match_are_done_once(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

	deactivate_marked(term);
	wait_for(term, "20 done, 0 failed", "Finished.", "BRK-9905       Brook"); /* and the name */
	keys(term, "q");
	wait_gone(term, "20 marked");
	wait_gone(term, "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH);
	assert_int_equal(count_active(story), 0);
}

/* Another number than the count sends nothing. */
static void the_count_is_asked_for(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

	keys(term, "x", "2");
	wait_for(term, "Type 20");
	keys(term, "2", "Enter");
	wait_for(term, "Type 20");
	keys(term, "Esc");
	wait_for(term, "Cancelled, nothing was sent.");
	story_quit(term);
	expect_no_writes(story);
}

/* --- what fails -------------------------------------------------------------------------------- */

static void only_what_failed_is_sent_again(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

	STORY_THROUGH(story,
		      { "POST", NULL, 3, FAULT_ANSWER, 0, STORY_ANSWER("403 Forbidden"), 0 },
		      { "POST", NULL, 7, FAULT_ANSWER, 0, STORY_ANSWER("403 Forbidden"), 0 });
	deactivate_marked(term);
	wait_for(term, "18 done, 2 failed", "Your role", "may not");
	keys(term, "f");
	wait_for(term, "failed only");
	wait_gone(term, " done\n");
	STORY_THROUGH(story, { .nth = -1 });
	keys(term, "r");
	wait_for(term, "20 done, 0 failed", "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH); /* the two that failed did not get there */
	assert_int_equal(count_active(story), 0);
}

/* Wire names, key column first, and why: an import takes it. */
static void a_report_names_what_failed(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);
	char *path = xasprintf("%s/failed.csv", story->home), line[256];

	STORY_THROUGH(story, { "POST", NULL, 3, FAULT_ANSWER, 0, STORY_ANSWER("403 Forbidden"), 0 });
	deactivate_marked(term);
	wait_for(term, "19 done, 1 failed");
	keys(term, "f", "E");
	wait_for(term, "Report to: ", "that are not done");
	keys(term, "Ctrl-u", path, "Enter");
	wait_for(term, "failed.csv");
	story_quit(term);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(line, sizeof(line), file));
	assert_ptr_equal(strstr(line, "customerNumber,"), line);
	assert_non_null(strstr(line, "error"));
	assert_non_null(fgets(line, sizeof(line), file));
	assert_non_null(strstr(line, "may not deactivate customers"));
	assert_null(fgets(line, sizeof(line), file));
	fclose(file);
	free(path);
}

/* What was done can be looked at and written later, until the program ends. */
static void a_finished_run_is_still_there(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);
	char *path = xasprintf("%s/done.csv", story->home), line[256];
	int lines = 0;

	deactivate_marked(term);
	wait_for(term, "20 done, 0 failed", "Finished.", "E report");
	keys(term, "q");
	wait_gone(term, "Finished.");
	keys(term, ":", "runs", "Enter");
	wait_for(term, "finished: 20 of 20 done");
	keys(term, "Enter", "E");
	wait_for(term, "Report to: ", "all records");
	keys(term, "Ctrl-u", path, "Enter");
	wait_for(term, "Wrote 20 records to ");
	story_quit(term);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof(line), file))
		lines++;
	assert_int_equal(lines, 1 + CASH);
	fclose(file);
	free(path);
}

/* The connection breaks before and after the service did it: all are done, none is done again. */
static void lost_answers_are_looked_after(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

	STORY_THROUGH(story, { .method = "POST", .nth = 3, .kind = FAULT_DROP_AFTER },
		      { .method = "POST", .nth = 7, .kind = FAULT_DROP_BEFORE });
	deactivate_marked(term);
	wait_for(term, "20 done, 0 failed", "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH);
	assert_int_equal(count_active(story), 0);
}

/* The service wants fewer calls at a time, twice: it gets them, and all is done. */
static void too_many_requests_are_not_pressed(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, NULL);

#define LATER "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
	STORY_THROUGH(story, { "POST", NULL, 2, FAULT_ANSWER, 0, LATER, 0 },
		      { "POST", NULL, 3, FAULT_ANSWER, 0, LATER, 0 });
	deactivate_marked(term);
	wait_for(term, "20 done, 0 failed", "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH);
}

/* --- what ends it ------------------------------------------------------------------------------ */

static void stopped_and_gone_on(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, WORDS("--latency", "150"));

	deactivate_marked(term);
	wait_for(term, "4 done");
	keys(term, "Esc");
	wait_for(term, "Stopped, ", "not sent.");
	int sent = story_count(story, "POST ");
	assert_in_range(sent, 4, 12); /* no more than were under way */
	keys(term, "r");
	wait_for(term, "20 done, 0 failed", "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH);
}

static void a_login_that_ends_on_the_way(void **state)
{
	struct story *story = *state;
	struct terminal *term;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .nth = -1 });
	term = story_connect(story, NULL, false, NULL);
	story_log_in(term, STORY_SECRET);
	wait_for(term, "1 of 200", "Northpoint");
	mark_cash_customers(term);
	STORY_THROUGH(story,
		      { "POST", "/deactivate", 9, FAULT_ANSWER, 0, STORY_ANSWER("401 Unauthorized"), 0 });
	story_mark(story);
	deactivate_marked(term);
	wait_for(term, "The login has ended", "Secret", "Deactivate 20 customers");
	keys(term, STORY_SECRET, "Enter");
	wait_for(term, "20 done, 0 failed", "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH);
	assert_int_equal(count_active(story), 0);
}

/* Killed in the middle, taken up by the next program: what was under way is looked at, nothing is done
 * twice. */
static void killed_and_taken_up_again(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, WORDS("--latency", "100"));

	deactivate_marked(term);
	wait_for(term, "8 done");
	terminal_signal(term, SIGKILL);
	wait_exit(term);
	terminal_finish(term);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "Not finished: Deactivate 20 customers, ", " to go.", "Enter opens it", "1 run");
	keys(term, "Enter");
	wait_for(term, "r go on");
	keys(term, "r");
	wait_for(term, "20 done, 0 failed", "Finished.");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH);
	assert_int_equal(count_active(story), 0);
}

/* Put off, it stays in row 1 and in :runs until somebody goes on with it or forgets it. */
static void killed_and_put_off(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, WORDS("--latency", "100"));

	deactivate_marked(term);
	wait_for(term, "8 done");
	terminal_signal(term, SIGKILL);
	wait_exit(term);
	terminal_finish(term);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "Not finished: Deactivate 20 customers, ", "Enter opens it");
	keys(term, "Esc");
	wait_gone(term, "Not finished");
	keys(term, "Down");
	wait_gone(term, "It waits.");
	wait_for(term, "1 run");
	keys(term, ":", "runs", "Enter");
	wait_for(term, "Deactivate 20 customers", "interrupted: ");
	keys(term, "Enter");
	wait_for(term, "r go on");
	keys(term, "q");
	wait_for(term, "stopped: ");
	wait_gone(term, "another nymble-tui");
	keys(term, "d", "y");
	wait_gone(term, "1 run");
	wait_for(term, "No run ");
	story_quit(term);
}

static void in_the_background(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_twenty(story, WORDS("--latency", "400"));

	terminal_resize(term, 24, 120);
	deactivate_marked(term);
	keys(term, "q");
	wait_for(term, "It goes on in the background.", "1 run");
	keys(term, "Down", "Enter");
	wait_for(term, "Customers > ", "read at");
	keys(term, "q", ":", "runs", "Enter");
	wait_for(term, "Deactivate 20 customers", "finished: 20 of 20 done");
	story_quit(term);
	assert_int_equal(story_count(story, "POST "), CASH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(all_that_match_are_done_once),
		STORY(marks_on_their_way_are_waited_for),
		STORY(the_count_is_asked_for),
		STORY(only_what_failed_is_sent_again),
		STORY(a_report_names_what_failed),
		STORY(a_finished_run_is_still_there),
		STORY(lost_answers_are_looked_after),
		STORY(too_many_requests_are_not_pressed),
		STORY(stopped_and_gone_on),
		STORY(a_login_that_ends_on_the_way),
		STORY(killed_and_taken_up_again),
		STORY(killed_and_put_off),
		STORY(in_the_background),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
