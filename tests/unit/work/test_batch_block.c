/* Many records in one call, each of which ends for itself: what is sent, what is read of the answer, and what
 * goes again by itself. */
/* SPDX-License-Identifier: ISC */
#include "work/run_fixture.h"

#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/job_import.h"

#define CUSTOMERS "/tenants/tnt-1/customers"
#define BATCH CUSTOMERS "/batch"
#define GONE "{\"status\":404,\"code\":\"NOT_FOUND\",\"message\":\"Customer is gone\"}"

static const char *key_of(size_t i)
{
	static char key[32];

	snprintf(key, sizeof(key), "c-%03zu", i);
	return key;
}

static const struct resource *customers_of(struct run *run)
{
	return client_resource(run->fixture.client, "customers");
}

static struct job *deletion(struct run *run, size_t count)
{
	const struct resource *customers = customers_of(run);
	struct job *job = job_new_action(customers, resource_action(customers, "delete"));

	for (size_t i = 0; i < count; i++)
		text_list_add(&job->keys, key_of(i));
	return job;
}

static struct job *new_city(struct run *run, size_t count)
{
	const struct resource *customers = customers_of(run);
	struct job *job = job_new_set_take(customers, schema_field(customers->schema, "city"),
					   json_new_string("Bergen"));

	for (size_t i = 0; i < count; i++) {
		text_list_add(&job->keys, key_of(i));
		text_list_add(&job->was, "\"Oslo\"");
	}
	return job;
}

static void start(struct run *run, const struct step *steps, size_t step_count, size_t items)
{
	prepare_many(run, steps, step_count);
	begin(run, deletion(run, items));
}

/* {"delete":[{"index":0,"status":204},...]}: all went well. */
static char *all_done(const char *list, size_t count)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, "{\"%s\":[", list);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s{\"index\":%zu,\"status\":200}", i ? "," : "", i);
	fputs("]}", out);
	fclose(out);
	return text;
}

static int batches(struct run *run)
{
	return count_sent(&run->fixture, "POST " BATCH);
}

/* The body of the nth batch call, counted from 0. */
static char *batch_body(struct run *run, int nth)
{
	for (int i = 0; i < fault_proxy_requests(run->fixture.server); i++) {
		char *request = fault_proxy_request(run->fixture.server, i);
		bool is_it = strncmp(request, "POST " BATCH, strlen("POST " BATCH)) == 0 && nth-- == 0;
		char *body = is_it ? xstrdup(strstr(request, "\r\n\r\n") + 4) : NULL;

		free(request);
		if (body)
			return body;
	}
	return xstrdup("");
}

static void assert_batch(struct run *run, int nth, const char *expected)
{
	char *body = batch_body(run, nth);

	assert_string_equal(body, expected);
	free(body);
}

/* --- answers ------------------------------------------------------------------------------------ */

static void a_hundred_go_in_one_call(void **state)
{
	char *hundred = all_done("delete", 100), *rest = all_done("delete", 50);
	const struct step steps[] = { ANSWER("POST", BATCH, 1, 200, hundred),
				      ANSWER("POST", BATCH, 2, 200, hundred),
				      ANSWER("POST", BATCH, 3, 200, rest) };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 250);
	wait_end(&run);
	assert_counts(&run, 250, 0, 0, 0);
	assert_int_equal(batches(&run), 3);
	assert_int_equal(fault_proxy_requests(run.fixture.server), 3);
	assert_int_equal(run.items_done, 250);
	batch_free(run.batch);
	run.batch = NULL;
	assert_int_equal(journals(&run), 0);
	finish(&run);
	free(rest);
	free(hundred);
}

static void each_is_told_for_itself(void **state)
{
	const struct step steps[] = {
		ANSWER("POST", BATCH, 1, 207,
		       "{\"delete\":[{\"index\":0,\"status\":204},"
		       "{\"index\":1,\"status\":404,\"error\":" GONE "},"
		       "{\"index\":2,\"status\":403,\"error\":{\"message\":\"Not yours\"}}]}"),
	};
	struct run run;
	int status;

	(void)state;
	start(&run, STEPS(steps), 3);
	wait_end(&run);
	assert_counts(&run, 1, 2, 0, 0);
	assert_int_equal(fault_proxy_requests(run.fixture.server), 1);
	assert_batch(&run, 0,
		     "{\"delete\":[{\"customerUid\":\"c-000\"},{\"customerUid\":\"c-001\"},"
		     "{\"customerUid\":\"c-002\"}]}");
	assert_reason(&run, 1, "Customer c-001 is gone.");
	char *reason = batch_reason(run.batch, 2, &status);
	assert_non_null(strstr(reason, "Not yours"));
	assert_int_equal(status, 403);
	free(reason);
	finish(&run);
}

/* 429 is sent again as it is; after a failure of the service the record is looked at first. */
static void what_may_pass_goes_again_alone(void **state)
{
	const struct step steps[] = {
		ANSWER("POST", BATCH, 1, 207,
		       "{\"delete\":[{\"index\":0,\"status\":204},{\"index\":1,\"status\":429},"
		       "{\"index\":2,\"status\":500},{\"index\":3,\"status\":503}]}"),
		ANSWER("GET", CUSTOMERS "/c-002", 0, 200, "{\"customerUid\":\"c-002\"}"),
		ANSWER("GET", CUSTOMERS "/c-003", 0, 404, GONE),
		ANSWER("DELETE", CUSTOMERS "/c-00", 0, 204, NULL),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 4);
	wait_end(&run);
	assert_counts(&run, 4, 0, 0, 0);
	assert_int_equal(batches(&run), 1);
	assert_int_equal(count_sent(&run.fixture, "DELETE " CUSTOMERS "/c-001"), 1);
	assert_int_equal(count_sent(&run.fixture, "GET " CUSTOMERS "/c-001"), 0);
	assert_int_equal(count_sent(&run.fixture, "DELETE " CUSTOMERS "/c-002"), 1);
	assert_int_equal(count_sent(&run.fixture, "DELETE " CUSTOMERS "/c-003"), 0); /* gone already */
	assert_int_equal(count_sent(&run.fixture, "DELETE "), 2);
	finish(&run);
}

/* F9: each record is looked at, and what is still there goes by itself. */
static void what_cannot_be_read_is_looked_at(void **state)
{
	const struct step steps[] = {
		ANSWER("POST", BATCH, 0, 200, "{\"ok\":true}"),
		ANSWER("GET", CUSTOMERS "/c-000", 0, 404, GONE),
		ANSWER("GET", CUSTOMERS "/c-001", 0, 200, "{\"customerUid\":\"c-001\"}"),
		ANSWER("GET", CUSTOMERS "/c-002", 0, 403, "{}"),
		ANSWER("DELETE", CUSTOMERS "/c-001", 0, 204, NULL),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 3);
	wait_end(&run);
	assert_int_equal(batches(&run), 1);
	assert_int_equal(count_sent(&run.fixture, "DELETE "), 1);
	assert_int_equal(batch_state(run.batch, 0), ITEM_DONE);
	assert_int_equal(batch_state(run.batch, 1), ITEM_DONE);
	assert_int_equal(batch_state(run.batch, 2), ITEM_MAY_BE_DONE); /* it may not even be looked at */
	finish(&run);
}

static void a_lost_answer_is_looked_up(void **state)
{
	const struct step steps[] = {
		FAULT("POST", BATCH, 1, FAULT_DROP_AFTER),
		ANSWER("GET", CUSTOMERS "/c-", 0, 404, GONE),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 5);
	wait_end(&run);
	assert_counts(&run, 5, 0, 0, 0);
	assert_int_equal(batches(&run), 1);
	assert_int_equal(count_sent(&run.fixture, "GET "), 5);
	finish(&run);
}

/* One of four is wrong, and the service takes none of a call with it. */
static void a_refused_call_is_cut_in_two(void **state)
{
	char *two = all_done("delete", 2), *one = all_done("delete", 1);
	const struct step steps[] = { ANSWER("POST", BATCH, 1, 400, "{\"message\":\"Something is wrong\"}"),
				      ANSWER("POST", BATCH, 2, 400, "{\"message\":\"Something is wrong\"}"),
				      ANSWER("POST", BATCH, 3, 400, "{\"message\":\"This one\"}"),
				      ANSWER("POST", BATCH, 4, 200, one),
				      ANSWER("POST", BATCH, 5, 200, two) };
	struct run run;
	size_t failed = 0;

	(void)state;
	start(&run, STEPS(steps), 4);
	wait_end(&run);
	assert_counts(&run, 3, 1, 0, 0);
	assert_int_equal(batches(&run), 5);
	for (size_t i = 0; i < 4; i++)
		if (batch_state(run.batch, i) == ITEM_FAILED) {
			int status;
			char *reason = batch_reason(run.batch, i, &status);

			assert_non_null(strstr(reason, "This one"));
			assert_int_equal(status, 400);
			free(reason);
			failed++;
		}
	assert_int_equal(failed, 1);
	finish(&run);
	free(one);
	free(two);
}

/* The service wants a pause: a POST is not sent again by itself, but calls of one record are, when it is over. */
static void a_pause_is_kept(void **state)
{
	const struct step steps[] = {
		ANSWER("POST", BATCH, 1, 429, "{}"),
		{ "DELETE", CUSTOMERS "/c-000", 1, 429, "{}", "Retry-After: 1", FAULT_NONE },
		ANSWER("DELETE", CUSTOMERS "/c-", 0, 204, NULL),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 3);
	wait_end(&run);
	assert_counts(&run, 3, 0, 0, 0);
	assert_int_equal(batches(&run), 1);
	assert_int_equal(count_sent(&run.fixture, "DELETE "), 4);
	assert_int_equal(client_pauses(run.fixture.client), 1);
	finish(&run);
}

/* Who may not, may not with fewer either. */
static void a_refused_person_is_not_cut_in_two(void **state)
{
	const struct step steps[] = { ANSWER("POST", BATCH, 0, 403, "{\"message\":\"TENANT.BACKOFFICE\"}") };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 4);
	wait_end(&run);
	assert_counts(&run, 0, 4, 0, 0);
	assert_int_equal(batches(&run), 1);
	finish(&run);
}

/* --- stopping and going on -------------------------------------------------------------------------- */

static void a_stop_ends_before_the_next_block(void **state)
{
	char *hundred = all_done("delete", 100);
	const struct step steps[] = { ANSWER("POST", BATCH, 0, 200, hundred) };
	struct run run;

	(void)state;
	prepare_many(&run, STEPS(steps));
	run.stop_at_once = true;
	begin(&run, deletion(&run, 300));
	wait_end(&run);
	assert_counts(&run, 100, 0, 0, 200);
	assert_int_equal(batches(&run), 1);
	run.stop_at_once = false;
	batch_go_on(run.batch, false);
	wait_end(&run);
	assert_counts(&run, 300, 0, 0, 0);
	assert_int_equal(fault_proxy_requests(run.fixture.server), 3);
	finish(&run);
	free(hundred);
}

/* Killed while a call was on its way: each that was announced is looked at, no other. */
static void another_program_looks_first(void **state)
{
	char *hundred = all_done("delete", 100), *twenty = all_done("delete", 20);
	const struct step steps[] = {
		ANSWER("GET", CUSTOMERS "/c-", 0, 404, GONE),
		ANSWER("POST", BATCH, 1, 200, hundred),
		FAULT("POST", BATCH, 2, FAULT_HANG),
		ANSWER("POST", BATCH, 3, 200, twenty),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 220);
	wait_requests(&run.fixture, 2);
	take_up_again(&run);
	assert_counts(&run, 100, 0, 0, 120);
	batch_go_on(run.batch, false);
	wait_end(&run);
	assert_counts(&run, 220, 0, 0, 0);
	assert_int_equal(count_sent(&run.fixture, "GET "), 100);
	assert_int_equal(batches(&run), 3);
	finish(&run);
	free(twenty);
	free(hundred);
}

/* What is no deletion goes one by one; what it was told is in the journal. */
static void an_action_is_told_again_what_it_needs(void **state)
{
	const struct step steps[] = {
		ANSWER("POST", "/extensions/TWO_INVOICE", 0, 200, "{\"customerUid\":\"c\"}"),
		ANSWER("GET", CUSTOMERS "/c-", 0, 200, "{\"customerUid\":\"c\",\"extensions\":[]}"),
	};
	struct run run;

	(void)state;
	prepare_many(&run, STEPS(steps));
	const struct resource *customers = customers_of(&run);
	struct job *job = job_new_action(customers, resource_action(customers, "add-two-invoice"));
	job->argument = xstrdup("st-7");
	for (size_t i = 0; i < 40; i++)
		text_list_add(&job->keys, key_of(i));
	run.abandon_at_once = true;
	begin(&run, job);
	wait_end(&run);
	take_up_again(&run);
	assert_string_equal(batch_job(run.batch)->argument, "st-7");
	char *title = job_title(batch_job(run.batch));
	assert_string_equal(title, "Add TWO_INVOICE 40 customers (Store st-7)");
	free(title);
	batch_go_on(run.batch, false);
	wait_end(&run);
	assert_counts(&run, 40, 0, 0, 0);
	assert_int_equal(batches(&run), 0);
	char *request = fault_proxy_request(run.fixture.server, fault_proxy_requests(run.fixture.server) - 1);
	assert_non_null(strstr(request, "{\"storeUid\":\"st-7\"}"));
	free(request);
	finish(&run);
}

/* --- a field in many ------------------------------------------------------------------------------- */

#define CITY(key, city) "{\"customerUid\":\"" key "\",\"city\":" city ",\"x\":1e400}"

/* One is as it was, one moved meanwhile, one has the value already, one is gone. */
static void a_value_is_set_where_nobody_else_was(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/c-000", 0, 200, CITY("c-000", "\"Oslo\"")),
		ANSWER("GET", "/c-001", 0, 200, CITY("c-001", "\"Moss\"")),
		ANSWER("GET", "/c-002", 0, 200, CITY("c-002", "\"Bergen\"")),
		ANSWER("GET", "/c-003", 0, 404, GONE),
		ANSWER("GET", "/c-004", 0, 200, CITY("c-004", "\"Oslo\"")),
		ANSWER("POST", BATCH, 1, 200,
		       "{\"update\":[{\"index\":0,\"status\":200},{\"index\":1,\"status\":200}]}"),
	};
	struct run run;

	(void)state;
	prepare_many(&run, STEPS(steps));
	begin(&run, new_city(&run, 5));
	wait_end(&run);
	assert_counts(&run, 3, 2, 0, 0);
	assert_int_equal(batches(&run), 1);
	assert_batch(&run, 0,
		     "{\"update\":[{\"city\":\"Bergen\",\"customerUid\":\"c-000\"},"
		     "{\"city\":\"Bergen\",\"customerUid\":\"c-004\"}]}");
	assert_reason(&run, 1, "City is Moss by now: changed since the preview.");
	assert_reason(&run, 3, "Customer c-003 is gone.");
	finish(&run);
}

/* --- rows of an import -------------------------------------------------------------------------------- */

#define NOBODY "{\"items\":[],\"paging\":{\"pageNumber\":1,\"pageSize\":25,\"pageCount\":0,\"totalCount\":0}}"
#define ONE(row) "{\"items\":[" row "],\"paging\":{\"pageNumber\":1,\"pageSize\":25,\"pageCount\":1,\"totalCount\":1}}"
#define ANNA "\"firstname\":\"Anna\",\"lastname\":\"Moe\""

static struct job *rows_job(struct run *run)
{
	struct job *job = job_new_import(customers_of(run), "rows.csv");

	assert_true(job_import_add(job, "c-000", "{\"city\":\"Oslo\"}", "{\"city\":\"Moss\"}", NULL));
	assert_true(job_import_add(job, "pos-1", "", "{\"externalId\":\"pos-1\"," ANNA "}", NULL));
	assert_true(job_import_add(job, "Anna Moe", "", "{" ANNA "}", NULL));
	return job;
}

static void rows_are_updated_upserted_and_created(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/c-000", 0, 200, CITY("c-000", "\"Oslo\"")),
		ANSWER("GET", "customerExternalId=pos-1", 0, 200, NOBODY),
		ANSWER("POST", BATCH, 1, 200,
		       "{\"create\":[{\"index\":0,\"status\":201}],\"update\":[{\"index\":0,\"status\":200}],"
		       "\"upsert\":[{\"index\":0,\"status\":201}]}"),
	};
	struct run run;

	(void)state;
	prepare_many(&run, STEPS(steps));
	begin(&run, rows_job(&run));
	wait_end(&run);
	assert_counts(&run, 3, 0, 0, 0);
	assert_int_equal(fault_proxy_requests(run.fixture.server), 3);
	assert_batch(&run, 0,
		     "{\"create\":[{" ANNA "}],"
		     "\"update\":[{\"city\":\"Moss\",\"customerUid\":\"c-000\"}],"
		     "\"upsert\":[{\"externalId\":\"pos-1\"," ANNA "}]}");
	finish(&run);
}

/* Somebody added a customer with that external id since the preview. */
static void a_new_one_does_not_overwrite(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "customerExternalId=pos-1", 0, 200,
		       ONE("{\"customerUid\":\"c-777\",\"externalId\":\"pos-1\"}")),
		ANSWER("GET", "/c-777", 0, 200, "{\"customerUid\":\"c-777\",\"externalId\":\"pos-1\"}"),
	};
	struct run run;

	(void)state;
	prepare_many(&run, STEPS(steps));
	struct job *job = job_new_import(customers_of(&run), "rows.csv");
	assert_true(job_import_add(job, "pos-1", "", "{\"externalId\":\"pos-1\"," ANNA "}", NULL));
	begin(&run, job);
	wait_end(&run);
	assert_counts(&run, 0, 1, 0, 0);
	assert_int_equal(batches(&run), 0);
	assert_reason(&run, 0, "c-777 has the external id by now: compare again.");
	finish(&run);
}

/* After a lost answer one is found by its external id; one without can be told from no other, and is never
 * added twice. */
static void nothing_is_added_twice(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "customerExternalId=pos-1", 1, 200, NOBODY),
		ANSWER("GET", "customerExternalId=pos-1", 2, 200,
		       ONE("{\"customerUid\":\"c-900\",\"externalId\":\"pos-1\"," ANNA "}")),
		ANSWER("GET", "/c-900", 0, 200,
		       "{\"customerUid\":\"c-900\",\"externalId\":\"pos-1\"," ANNA "}"),
		FAULT("POST", BATCH, 1, FAULT_DROP_AFTER),
	};
	struct run run;

	(void)state;
	prepare_many(&run, STEPS(steps));
	struct job *job = job_new_import(customers_of(&run), "rows.csv");
	assert_true(job_import_add(job, "pos-1", "", "{\"externalId\":\"pos-1\"," ANNA "}", NULL));
	assert_true(job_import_add(job, "Anna Moe", "", "{" ANNA "}", NULL));
	begin(&run, job);
	wait_end(&run);
	assert_counts(&run, 1, 0, 1, 0);
	assert_int_equal(batches(&run), 1);
	assert_int_equal(batch_state(run.batch, 1), ITEM_MAY_BE_DONE);
	batch_go_on(run.batch, true);
	wait_end(&run);
	assert_counts(&run, 1, 0, 1, 0);
	assert_int_equal(count_sent(&run.fixture, "POST "), 1);
	finish(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hundred_go_in_one_call),
		cmocka_unit_test(each_is_told_for_itself),
		cmocka_unit_test(what_may_pass_goes_again_alone),
		cmocka_unit_test(what_cannot_be_read_is_looked_at),
		cmocka_unit_test(a_lost_answer_is_looked_up),
		cmocka_unit_test(a_refused_call_is_cut_in_two),
		cmocka_unit_test(a_pause_is_kept),
		cmocka_unit_test(a_refused_person_is_not_cut_in_two),
		cmocka_unit_test(a_stop_ends_before_the_next_block),
		cmocka_unit_test(another_program_looks_first),
		cmocka_unit_test(an_action_is_told_again_what_it_needs),
		cmocka_unit_test(a_value_is_set_where_nobody_else_was),
		cmocka_unit_test(rows_are_updated_upserted_and_created),
		cmocka_unit_test(a_new_one_does_not_overwrite),
		cmocka_unit_test(nothing_is_added_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
