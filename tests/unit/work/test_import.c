/* A file beside live records: what is asked of the service, what each row turns out to be, and the job that
 * writes it. */
/* SPDX-License-Identifier: ISC */
#include "work/import_fixture.h"

#include "schema/json.h"
#include "schema/resource.h"
#include "work/import_records.h"
#include "work/job.h"
#include "work/job_import.h"


#define ROW(key, terms) "{\"customerNumber\":\"" key "\",\"terms\":\"" terms "\",\"active\":true}"
#define LIST "/api/customers?"
#define PAGES(status, body) ANSWER("GET", LIST, 0, status, body)
#define READ(key, nth, body) ANSWER("GET", "/customers/" key, nth, 200, body)

/* --- what is asked -------------------------------------------------------------------------------- */

#define SIX_ROWS                                                                                   \
	"A-1,NET30\nA-2,NET60\nA-3,NET30\nA-4,\nA-5,NET30\nA-6,NET30\n"
#define SIX_LISTED                                                                                 \
	"{\"data\":[" ROW("A-1", "NET30") "," ROW("A-2", "NET30") "," ROW("A-3", "COD") ","         \
	ROW("A-4", "COD") "," ROW("A-5", "NET30") "],\"totalRecords\":5,\"totalPages\":1}"

/* One page says all: nothing else is asked. */
static void pages_are_enough_where_they_have_the_columns(void **state)
{
	const struct step steps[] = { PAGES(200, SIX_LISTED) };
	struct imported imported;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms\n" SIX_ROWS);
	assert_summary(&imported, "0 new, 2 changed, 3 same, 1 wrong");
	assert_row(&imported, 1, IMPORT_CHANGED, "Terms: NET30 -> NET60");
	assert_row(&imported, 3, IMPORT_SAME, "");
	assert_row(&imported, 5, IMPORT_WRONG, "Company name: This must be filled in");
	assert_int_equal(count_sent(&imported.fixture, "GET /api/customers/"), 0);
	assert_int_equal(count_sent(&imported.fixture, "GET /api/customers?"), 1);
	finish(&imported);
}

/* N17: what a row of the list does not have, its record may: it is read. */
static void sparse_rows_are_not_trusted(void **state)
{
	const struct step steps[] = {
		PAGES(200, SIX_LISTED),
		ANSWER("GET", "/customers/A-6", 0, 404, "{}"),
		ANSWER("GET", "/customers/", 0, 200,
		       "{\"customerNumber\":\"A\",\"companyFax\":\"1\",\"terms\":\"NET30\"}"),
	};
	struct imported imported;

	(void)state;
	start(&imported, STEPS(steps),
	      "customerNumber,companyFax\nA-1,1\nA-2,2\nA-3,1\nA-4,1\nA-5,1\nA-6,1\n");
	assert_summary(&imported, "0 new, 1 changed, 4 same, 1 wrong");
	assert_row(&imported, 1, IMPORT_CHANGED, "Fax: 1 -> 2");
	assert_int_equal(count_sent(&imported.fixture, "GET /api/customers/"), 6);
	finish(&imported);
}

/* N13: the service cannot sort by the number; then in its own order. */
static void a_service_that_cannot_sort_is_asked_otherwise(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "sortOn=CustomerNumber", 0, 400, "{\"title\":\"No\"}"),
		PAGES(200, SIX_LISTED),
	};
	struct imported imported;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms\n" SIX_ROWS);
	assert_summary(&imported, "0 new, 2 changed, 3 same, 1 wrong");
	finish(&imported);
}

static void few_rows_are_read_one_by_one(void **state)
{
	const struct step steps[] = {
		READ("A-1", 0, ROW("A-1", "COD")),
		ANSWER("GET", "/customers/A-2", 0, 403, "{\"title\":\"No\"}"),
	};
	struct imported imported;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms\nA-1,NET30\nA-2,NET30\n");
	assert_summary(&imported, "0 new, 1 changed, 0 same, 1 wrong"); /* one refusal is one row's */
	assert_int_equal(count_sent(&imported.fixture, "GET /api/customers?"), 0);
	finish(&imported);
}

static void a_service_that_is_gone_ends_it(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/api/customers", 0, 501, "{}") };
	struct imported imported;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms\n" SIX_ROWS);
	assert_int_equal(import_phase(imported.import), IMPORT_FAILED);
	assert_non_null(import_error(imported.import));
	assert_int_equal(import_send_count(imported.import), 0);
	finish(&imported);
}

/* --- what is what --------------------------------------------------------------------------------- */

/* Values as the file has them beside the wire's: the same, whatever their spelling. */
static const struct {
	const char *heading, *cell, *member; /* of the live record */
	enum import_verdict verdict;
} values[] = {
	{ "terms", "NET30", "\"terms\":\"NET30\"", IMPORT_SAME },
	{ "terms", "net30", "\"terms\":\"NET30\"", IMPORT_CHANGED },
	{ "terms", "", "\"terms\":\"NET30\"", IMPORT_SAME },
	{ "terms", "=1", "\"terms\":\"=1\"", IMPORT_SAME },
	{ "terms", "''=1", "\"terms\":\"'=1\"", IMPORT_SAME },
	{ "terms", "\"a\r\nb\"", "\"terms\":\"a\\r\\nb\"", IMPORT_SAME },
	{ "companyEmail", "no mail", "\"companyEmail\":\"no mail\"", IMPORT_SAME }, /* it came like that */
	{ "companyEmail", "no mail", "\"companyEmail\":\"a@b.example\"", IMPORT_WRONG },
	{ "active", "true", "\"active\":true", IMPORT_SAME },
	{ "active", "no", "\"active\":true", IMPORT_CHANGED },
	{ "active", "2", "\"active\":true", IMPORT_WRONG },
	{ "currencyCode", "EUR", "\"currencyCode\":\"USD\"", IMPORT_SAME }, /* the service's own */
	{ "customerAttributes.n", "12.50", "\"customerAttributes\":{\"n\":12.50}", IMPORT_SAME },
	{ "customerAttributes.n", "\"12,50\"", "\"customerAttributes\":{\"n\":12.50}", IMPORT_SAME },
	{ "customerAttributes.n", "\"1,123456\"", "\"customerAttributes\":{\"n\":1.123456}", IMPORT_SAME },
	{ "customerAttributes.n", "12.5", "\"customerAttributes\":{\"n\":12.50}", IMPORT_SAME },
	{ "customerAttributes.n", "1e400", "\"customerAttributes\":{\"n\":1e400}", IMPORT_SAME },
	{ "customerAttributes.n", "x", "\"customerAttributes\":{\"n\":12.50}", IMPORT_WRONG },
	{ "customerAttributes.o", "{}", "\"customerAttributes\":{\"o\":{}}", IMPORT_SAME },
	{ "customerAttributes.o", "1", "\"customerAttributes\":{\"o\":{}}", IMPORT_WRONG },
	{ "customerAttributes.new", "1", "\"customerAttributes\":{\"o\":{}}", IMPORT_CHANGED },
};

static void values_are_compared_as_they_travel(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(values); i++) {
		char *body = xasprintf("{\"customerNumber\":\"A-1\",%s}", values[i].member);
		char *text = xasprintf("customerNumber,%s\nA-1,%s\n", values[i].heading, values[i].cell);
		const struct step steps[] = { READ("A-1", 0, body) };
		struct imported imported;

		start(&imported, STEPS(steps), text);
		if (import_verdict_at(imported.import, 0) != values[i].verdict)
			fail_msg("%s %s beside %s", values[i].heading, values[i].cell, values[i].member);
		finish(&imported);
		free(text);
		free(body);
	}
}

static void a_second_look_forgets_the_first(void **state)
{
	const struct step steps[] = { READ("A-1", 0, ROW("A-1", "COD")) };
	struct imported imported;
	struct error err;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms\nA-1,NET30\n");
	assert_int_equal(import_send_count(imported.import), 1);
	assert_true(import_map(imported.import, 1, "", NULL));
	compare(&imported);
	assert_summary(&imported, "0 new, 0 changed, 1 same, 0 wrong");
	assert_true(import_map(imported.import, 0, "", NULL));
	assert_false(import_compare(imported.import, &err));
	assert_int_equal(import_send_count(imported.import), 0);
	finish(&imported);
}

/* --- writing ---------------------------------------------------------------------------------------- */

/* A member and active: the member by an update, active by the action. */
static void one_row_may_need_two_calls(void **state)
{
	const struct step steps[] = { READ("A-1", 0, ROW("A-1", "COD")) };
	struct imported imported;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms,active\nA-1,NET30,no\n");
	assert_row(&imported, 0, IMPORT_CHANGED, "Active: yes -> NO, Terms: COD -> NET30");
	write_all(&imported);
	assert_counts(&imported, 1, 0);
	assert_int_equal(count_sent(&imported.fixture, "PUT /api/customers/A-1"), 1);
	assert_int_equal(count_sent(&imported.fixture, "POST /api/customers/A-1/deactivate"), 1);
	finish(&imported);
}

static void what_moved_meanwhile_is_left_out(void **state)
{
	const struct step steps[] = { READ("A-1", 1, ROW("A-1", "COD")), READ("A-1", 0, ROW("A-1", "NET60")) };
	struct imported imported;
	int status;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms\nA-1,NET30\n");
	write_all(&imported);
	assert_counts(&imported, 0, 1);
	char *reason = batch_reason(imported.batch, 0, &status);
	assert_string_equal(reason, "Terms: changed since the preview.");
	free(reason);
	assert_int_equal(count_sent(&imported.fixture, "PUT "), 0);
	import_refused(imported.import, 0, "because");
	assert_row(&imported, 0, IMPORT_WRONG, "because");
	finish(&imported);
}

/* Left in the middle, as by a kill: another program reads what was and what is to be, and does nothing
 * twice. What the service has already is done. */
static void another_program_goes_on(void **state)
{
	const struct step steps[] = {
		READ("A-1", 1, ROW("A-1", "COD")),   READ("A-2", 1, ROW("A-2", "COD")),
		READ("A-3", 1, ROW("A-3", "COD")),   READ("A-1", 0, ROW("A-1", "NET30")),
		READ("A-2", 0, ROW("A-2", "NET30")), READ("A-3", 0, ROW("A-3", "COD")),
	};
	const struct batch_listener listener = { import_batch_changed, import_item_done, NULL };
	struct imported imported;
	struct journal_list list;

	(void)state;
	start(&imported, STEPS(steps), "customerNumber,terms\nA-1,NET30\nA-2,NET30\nA-3,NET30\n");
	assert_summary(&imported, "0 new, 3 changed, 0 same, 0 wrong");
	imported.abandon = true;
	write_all(&imported);
	batch_free(imported.batch);
	imported.batch = NULL;
	imported.abandon = false;

	journals_list(imported.fixture.client, &list);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.rows[0].title, "Import 3 customers from in.csv");
	struct batch_listener again = listener;
	again.data = &imported;
	imported.batch = batch_resume(imported.fixture.client, imported.fixture.loop, list.rows[0].id,
				      &again, NULL);
	journal_list_finish(&list);
	assert_non_null(imported.batch);
	batch_go_on(imported.batch, false);
	run_import(&imported);
	assert_counts(&imported, 3, 0);
	assert_int_equal(count_sent(&imported.fixture, "PUT /api/customers/A-1"), 0);
	assert_int_equal(count_sent(&imported.fixture, "PUT /api/customers/A-2"), 0);
	assert_in_range(count_sent(&imported.fixture, "PUT /api/customers/A-3"), 1, 2);
	finish(&imported);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_are_enough_where_they_have_the_columns),
		cmocka_unit_test(sparse_rows_are_not_trusted),
		cmocka_unit_test(a_service_that_cannot_sort_is_asked_otherwise),
		cmocka_unit_test(few_rows_are_read_one_by_one),
		cmocka_unit_test(a_service_that_is_gone_ends_it),
		cmocka_unit_test(values_are_compared_as_they_travel),
		cmocka_unit_test(a_second_look_forgets_the_first),
		cmocka_unit_test(one_row_may_need_two_calls),
		cmocka_unit_test(what_moved_meanwhile_is_left_out),
		cmocka_unit_test(another_program_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
