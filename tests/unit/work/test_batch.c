/* Many records, a few calls at a time: what is sent, how often, and what is known afterwards. */
/* SPDX-License-Identifier: ISC */
#include "work/run_fixture.h"

#include "base/atomic_file.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/report.h"

static const char *key_of(size_t i)
{
	static char key[32];

	snprintf(key, sizeof(key), "HRB-%02zu", i);
	return key;
}

static struct job *action_job(struct run *run, const char *action, size_t count)
{
	const struct resource *customers = client_resource(run->fixture.client, "customers");
	struct job *job = job_new_action(customers, resource_action(customers, action));

	for (size_t i = 0; i < count; i++)
		text_list_add(&job->keys, key_of(i));
	return job;
}

static void start(struct run *run, const struct step *steps, size_t step_count, size_t items)
{
	prepare(run, steps, step_count);
	begin(run, action_job(run, "deactivate", items));
}

static int count_key(struct run *run, const char *method, size_t i)
{
	char *start = xasprintf("%s /api/customers/%s", method, key_of(i));
	int count = count_sent(&run->fixture, start);

	free(start);
	return count;
}

/* --- what is sent ------------------------------------------------------------------------------
 */

static void each_is_sent_once(void **state)
{
	struct run run;

	(void)state;
	start(&run, NULL, 0, 60);
	wait_end(&run);
	assert_counts(&run, 60, 0, 0, 0);
	assert_int_equal(run.items_done, 60);
	assert_int_equal(run.most_under_way, 4);
	assert_int_equal(fault_proxy_requests(run.fixture.server), 60);
	for (size_t i = 0; i < 60; i++)
		assert_int_equal(count_key(&run, "POST", i), 1);
	assert_true(batch_left_s(run.batch) == 0);
	batch_free(run.batch);
	run.batch = NULL;
	assert_int_equal(journals(&run), 0); /* all is done: nothing to go on with */
	finish(&run);
}

#define REFUSED(key, nth, status)                                                                  \
	ANSWER("POST", "/customers/" key "/", nth, status, "{\"title\":\"No\"}")

static void only_what_failed_is_sent_again(void **state)
{
	const struct step steps[] = { REFUSED("HRB-03", 1, 403), REFUSED("HRB-07", 0, 409) };
	struct run run;
	int status;

	(void)state;
	start(&run, STEPS(steps), 10);
	wait_end(&run);
	assert_counts(&run, 8, 2, 0, 0);
	char *reason = batch_reason(run.batch, 7, &status);
	assert_non_null(strstr(reason, "No"));
	assert_int_equal(status, 409);
	free(reason);
	batch_go_on(run.batch, true);
	assert_true(batch_is_running(run.batch));
	wait_end(&run);
	assert_counts(&run, 9, 1, 0, 0);
	for (size_t i = 0; i < 10; i++)
		assert_int_equal(count_key(&run, "POST", i), i == 3 || i == 7 ? 2 : 1);
	finish(&run);
}

/* The answers of two are lost, and the record cannot be read: nobody knows. A second go looks
 * first. */
static void what_is_not_known_is_not_guessed(void **state)
{
	const struct step steps[] = {
		FAULT("POST", "/customers/HRB-01/", 1, FAULT_DROP_AFTER),
		ANSWER("GET", "/customers/HRB-01", 1, 403, "{}"),
		ANSWER("GET", "/customers/HRB-01", 0, 200,
		       "{\"customerNumber\":\"HRB-01\",\"active\":false}"),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 3);
	wait_end(&run);
	assert_counts(&run, 2, 0, 1, 0);
	batch_go_on(run.batch, true);
	wait_end(&run);
	assert_counts(&run, 3, 0, 0, 0);
	assert_int_equal(count_key(&run, "POST", 1), 1); /* it had been done: not twice */
	finish(&run);
}

static void nobody_there_stops_it(void **state)
{
	const struct step steps[] = { ANSWER("POST", "/customers/", 0, 503, "") };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 40);
	wait_end(&run);
	assert_non_null(batch_trouble(run.batch));
	assert_true(batch_count(run.batch, ITEM_FAILED) <= 8); /* not one by one to the end */
	assert_int_equal(batch_count(run.batch, ITEM_FAILED) + batch_count(run.batch, ITEM_WAITING),
			 40);
	finish(&run);
}

/* --- stopping and going on ----------------------------------------------------------------------
 */

static void a_stop_lets_answers_come(void **state)
{
	struct run run;

	(void)state;
	prepare(&run, NULL, 0);
	run.stop_at_once = true;
	begin(&run, action_job(&run, "deactivate", 40));
	wait_end(&run);
	size_t done = batch_count(run.batch, ITEM_DONE);
	assert_in_range(done, 1, 4);
	assert_counts(&run, done, 0, 0, 40 - done);
	assert_int_equal(fault_proxy_requests(run.fixture.server), (int)done);
	assert_null(batch_trouble(run.batch)); /* the user knows why */
	run.stop_at_once = false;
	batch_go_on(run.batch, false);
	wait_end(&run);
	assert_counts(&run, 40, 0, 0, 0);
	assert_int_equal(fault_proxy_requests(run.fixture.server), 40);
	finish(&run);
}

/* The login ends in the middle, and nobody logs in again: that is no failure of any record. */
static void a_login_given_up_stops_it(void **state)
{
	const struct step steps[] = { ANSWER("POST", "/customers/HRB-07", 0, 401, "") };
	struct run run;

	(void)state;
	prepare(&run, STEPS(steps));
	fixture_person(&run.fixture);
	begin(&run, action_job(&run, "deactivate", 20));
	wait_asked(&run.fixture, 1);
	assert_true(batch_is_running(run.batch)); /* it waits for the person */
	client_login_abandon(run.fixture.client);
	wait_end(&run);
	assert_non_null(batch_trouble(run.batch));
	assert_int_equal(batch_count(run.batch, ITEM_FAILED), 0);
	assert_int_equal(batch_count(run.batch, ITEM_DONE) + batch_count(run.batch, ITEM_WAITING),
			 20);
	assert_int_equal(batch_state(run.batch, 7), ITEM_WAITING);
	finish(&run);
}

#define NOT_YET "{\"customerNumber\":\"HRB\",\"active\":true}"

/* Left in the middle, as by a kill: those that had been announced are looked at, and what was done
 * is not done again. */
static void another_program_goes_on(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/customers/", 0, 200, NOT_YET) };
	struct batch_listener listener;
	struct run run;
	char *id;

	(void)state;
	prepare(&run, STEPS(steps));
	run.abandon_at_once = true;
	begin(&run, action_job(&run, "deactivate", 40));
	wait_end(&run);
	size_t done = batch_count(run.batch, ITEM_DONE);
	assert_true(done >= 1);
	batch_free(run.batch);
	run.batch = NULL;
	assert_int_equal(journals(&run), 1);

	struct journal_list list;
	journals_list(run.fixture.client, &list);
	id = xstrdup(list.rows[0].id);
	assert_int_equal(list.rows[0].count[ITEM_DONE], done);
	journal_list_finish(&list);
	listener = listener_of(&run);
	run.batch = batch_resume(run.fixture.client, run.fixture.loop, id, &listener, NULL);
	assert_non_null(run.batch);
	assert_false(batch_is_running(run.batch)); /* it waits for a word */
	assert_counts(&run, done, 0, 0, 40 - done);
	run.abandon_at_once = false;
	batch_go_on(run.batch, false);
	wait_end(&run);
	assert_counts(&run, 40, 0, 0, 0);
	for (size_t i = 0; i < 40; i++)
		if (count_key(&run, "POST", i) != 1) /* cut off on the way: looked at in between */
			assert_int_equal(count_key(&run, "GET", i), 1);
	assert_in_range(count_sent(&run.fixture, "GET "), 1, 16); /* no more than were announced */
	free(id);
	finish(&run);
}

static void a_dismissed_run_leaves_nothing(void **state)
{
	struct run run;

	(void)state;
	prepare(&run, NULL, 0);
	run.stop_at_once = true;
	begin(&run, action_job(&run, "deactivate", 40));
	wait_end(&run);
	batch_dismiss_take(run.batch);
	run.batch = NULL;
	assert_int_equal(journals(&run), 0);
	finish(&run);
}

static void without_a_journal_nothing_is_sent(void **state)
{
	struct run run;
	struct error err = { 0 };

	(void)state;
	prepare(&run, NULL, 0);
	setenv("XDG_STATE_HOME", "/dev/null", 1);
	struct batch_listener listener = listener_of(&run);
	assert_null(batch_new_take(run.fixture.client, run.fixture.loop,
				   action_job(&run, "deactivate", 3), &listener, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_int_equal(fault_proxy_requests(run.fixture.server), 0);
	finish(&run);
}

/* --- other jobs
 * ----------------------------------------------------------------------------------- */

static void deletions_are_a_job_too(void **state)
{
	struct run run;

	(void)state;
	prepare(&run, NULL, 0);
	begin(&run, action_job(&run, "delete", 5));
	wait_end(&run);
	assert_counts(&run, 5, 0, 0, 0);
	assert_int_equal(count_sent(&run.fixture, "DELETE /api/customers/HRB-"), 5);
	finish(&run);
}

#define TERMS(key, terms) "{\"customerNumber\":\"" key "\",\"terms\":" terms ",\"limit\":1e400}"

/* One is as it was, one moved meanwhile, one has the value already. */
static void a_value_is_set_where_nobody_else_was(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/HRB-00", 0, 200, TERMS("HRB-00", "\"NET30\"")),
		ANSWER("GET", "/HRB-01", 0, 200, TERMS("HRB-01", "\"NET90\"")),
		ANSWER("GET", "/HRB-02", 0, 200, TERMS("HRB-02", "\"COD\"")),
		ANSWER("PUT", "/HRB-00", 0, 200, TERMS("HRB-00", "\"COD\"")),
	};
	struct run run;
	int status;

	(void)state;
	prepare(&run, STEPS(steps));
	const struct resource *customers = client_resource(run.fixture.client, "customers");
	struct job *job = job_new_set_take(customers, schema_field(customers->schema, "terms"),
					   json_new_string("COD"));
	for (size_t i = 0; i < 3; i++) {
		text_list_add(&job->keys, key_of(i));
		text_list_add(&job->was, "\"NET30\"");
	}
	begin(&run, job);
	wait_end(&run);
	assert_counts(&run, 2, 1, 0, 0);
	assert_int_equal(count_sent(&run.fixture, "PUT "), 1);
	bool seen = false;
	for (int i = 0; i < fault_proxy_requests(run.fixture.server); i++) {
		char *request = fault_proxy_request(run.fixture.server, i);
		if (strncmp(request, "PUT ", 4) == 0) {
			seen = true;
			assert_string_equal(strstr(request, "\r\n\r\n") + 4, "{\"terms\":\"COD\"}");
		}
		free(request);
	}
	assert_true(seen);
	char *reason = batch_reason(run.batch, 1, &status);
	assert_string_equal(reason, "Terms is NET90 by now: changed since the preview.");
	free(reason);
	finish(&run);
}

/* The answer to one is lost, and it cannot be read: neither now nor with the second go; the others' writes
 * are refused, and one is gone. */
static void a_value_that_cannot_be_read_may_be_set(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/HRB-00", 1, 200, TERMS("HRB-00", "\"NET30\"")),
		FAULT("PUT", "/HRB-00", 1, FAULT_DROP_AFTER),
		ANSWER("GET", "/HRB-00", 0, 403, "{}"),
		ANSWER("GET", "/HRB-01", 0, 200, TERMS("HRB-01", "\"NET30\"")),
		FAULT("PUT", "/HRB-01", 1, FAULT_DROP_BEFORE),
		ANSWER("PUT", "/HRB-01", 0, 409, "{}"),
		ANSWER("GET", "/HRB-02", 1, 200, TERMS("HRB-02", "\"NET30\"")),
		FAULT("PUT", "/HRB-02", 1, FAULT_DROP_AFTER),
		ANSWER("GET", "/HRB-02", 2, 403, "{}"),
		ANSWER("GET", "/HRB-02", 0, 404, "{}"),
	};
	struct run run;

	(void)state;
	prepare(&run, STEPS(steps));
	const struct resource *customers = client_resource(run.fixture.client, "customers");
	struct job *job = job_new_set_take(customers, schema_field(customers->schema, "terms"),
					   json_new_string("COD"));
	for (size_t i = 0; i < 3; i++) {
		text_list_add(&job->keys, key_of(i));
		text_list_add(&job->was, "\"NET30\"");
	}
	begin(&run, job);
	wait_end(&run);
	assert_int_equal(batch_state(run.batch, 0), ITEM_MAY_BE_DONE);
	assert_int_equal(batch_state(run.batch, 1), ITEM_FAILED);
	assert_int_equal(batch_state(run.batch, 2), ITEM_MAY_BE_DONE);
	batch_go_on(run.batch, true);
	wait_end(&run);
	assert_int_equal(batch_state(run.batch, 0), ITEM_MAY_BE_DONE);
	assert_int_equal(batch_state(run.batch, 1), ITEM_FAILED);
	assert_int_equal(batch_state(run.batch, 2), ITEM_FAILED);
	finish(&run);
}

/* --- the report ---------------------------------------------------------------------------------
 */

static void the_report_has_what_is_not_done(void **state)
{
	const struct step steps[] = {
		ANSWER("POST", "/customers/HRB-01/", 0, 409, "{\"title\":\"No, \\\"never\\\"\"}"),
	};
	struct run run;
	struct error err = { 0 };
	size_t len;

	(void)state;
	start(&run, STEPS(steps), 3);
	wait_end(&run);
	char *path = xasprintf("%s/report.csv", run.fixture.folder);
	assert_int_equal(report_count(run.batch, REPORT_NOT_DONE), 1);
	assert_true(report_write(run.batch, REPORT_NOT_DONE, path, &err));
	char *text = atomic_file_read(path, 1000, &len, &err);
	assert_non_null(text);
	assert_int_equal(strncmp(text, "customerNumber,error\nHRB-01,\"", 29), 0);
	assert_non_null(strstr(text, "\"\"never\"\""));
	assert_null(strstr(text, "HRB-02"));
	free(text);
	assert_int_equal(report_count(run.batch, REPORT_ALL), 3);
	assert_true(report_write(run.batch, REPORT_ALL, path, &err));
	text = atomic_file_read(path, 1000, &len, &err);
	assert_non_null(strstr(text, "\nHRB-02,\n")); /* done: no error */
	free(text);
	free(path);
	finish(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_sent_once),
		cmocka_unit_test(only_what_failed_is_sent_again),
		cmocka_unit_test(what_is_not_known_is_not_guessed),
		cmocka_unit_test(nobody_there_stops_it),
		cmocka_unit_test(a_stop_lets_answers_come),
		cmocka_unit_test(a_login_given_up_stops_it),
		cmocka_unit_test(another_program_goes_on),
		cmocka_unit_test(a_dismissed_run_leaves_nothing),
		cmocka_unit_test(without_a_journal_nothing_is_sent),
		cmocka_unit_test(deletions_are_a_job_too),
		cmocka_unit_test(a_value_is_set_where_nobody_else_was),
		cmocka_unit_test(a_value_that_cannot_be_read_may_be_set),
		cmocka_unit_test(the_report_has_what_is_not_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
