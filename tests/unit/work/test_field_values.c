/* What a field is in many records: from pages where they have it, else record by record. */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/field_values.h"

struct reading {
	struct fixture fixture;
	struct text_list keys;
	struct field_values *values;
};

static void changed(void *data)
{
	struct reading *reading = data;

	if (field_values_are_over(reading->values))
		loop_stop(reading->fixture.loop);
}

static void out_of_patience(void *data)
{
	(void)data;
	fail_msg("the values do not come");
}

/* state_home: where they are kept; NULL: in the fixture's folder. */
static void read_with(struct reading *reading, const struct step *steps, size_t step_count,
		      const char *const *keys, const char *state_home)
{
	*reading = (struct reading){ .values = NULL };
	fixture_start_with_token(&reading->fixture, steps, step_count);
	setenv("XDG_STATE_HOME", state_home ? state_home : reading->fixture.folder, 1);
	const struct resource *customers = client_resource(reading->fixture.client, "customers");
	struct query *query = query_new(customers);

	for (; *keys; keys++)
		text_list_add(&reading->keys, *keys);
	reading->values = field_values_start(reading->fixture.client, query,
					     schema_field(customers->schema, "terms"),
					     &reading->keys, changed, reading);
	query_free(query);
	struct timer *patience = loop_after(reading->fixture.loop, 20000, out_of_patience, NULL);
	while (!field_values_are_over(reading->values))
		loop_run(reading->fixture.loop);
	timer_cancel(patience);
}

static void read_all(struct reading *reading, const struct step *steps, size_t step_count,
		     const char *const *keys)
{
	read_with(reading, steps, step_count, keys, NULL);
}

static void finish(struct reading *reading)
{
	field_values_free(reading->values);
	text_list_finish(&reading->keys);
	fixture_stop(&reading->fixture);
}

static void assert_value(const struct reading *reading, size_t i, enum field_value_state state,
			 const char *expected)
{
	const char *text;

	assert_int_equal(field_values_at(reading->values, i, &text), state);
	assert_string_equal(text, expected);
}

#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define ROW(key, more) "{\"customerNumber\":\"" key "\"" more "}"

/* Rows hold less than records: a member that a row lacks is asked for, one that is null is not. */
static void pages_first_then_records(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/customers?", 0, 200,
		       "{\"data\":[" ROW("A", ",\"terms\":\"NET30\"") "," ROW("B", "") "," ROW(
			       "C",
			       ",\"terms\":null") "," ROW("D",
							  ",\"terms\":\"COD\"") "," ROW("X",
											",\"terms\""
											":\"NET60"
											"\"") "],"
											      "\"to"
											      "talR"
											      "ecor"
											      "ds\""
											      ":5"
											      "}"),
		ANSWER("GET", "/customers/B", 0, 200, ROW("B", ",\"terms\":\"NET90\"")),
		ANSWER("GET", "/customers/E", 0, 404, "{}"),
	};
	struct reading reading;

	(void)state;
	read_all(&reading, STEPS(steps), KEYS("A", "B", "C", "D", "E"));
	assert_value(&reading, 0, VALUE_KNOWN, "\"NET30\"");
	assert_value(&reading, 1, VALUE_KNOWN, "\"NET90\"");
	assert_value(&reading, 2, VALUE_KNOWN, "");
	assert_value(&reading, 3, VALUE_KNOWN, "\"COD\"");
	assert_value(&reading, 4, VALUE_MISSING,
		     "There is no customer E, or your login may not see it.");
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 3);
	finish(&reading);
}

static void without_a_place_to_keep_them_nothing_is_read(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/customers/", 0, 200, ROW("A", "")) };
	struct reading reading;

	(void)state;
	read_with(&reading, STEPS(steps), KEYS("A"), "/dev/null");
	assert_int_equal(field_values_error(reading.values)->code, ERROR_SYSTEM);
	assert_value(&reading, 0, VALUE_AWAITED, "");
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 0);
	finish(&reading);
}

static void few_records_are_read_one_by_one(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/customers/", 0, 200,
					     ROW("A", ",\"terms\":\"NET30\"")) };
	struct reading reading;

	(void)state;
	read_all(&reading, STEPS(steps), KEYS("A", "B"));
	assert_int_equal(count_sent(&reading.fixture, "GET /api/customers/"), 2);
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 2);
	finish(&reading);
}

/* More pages than records: they would cost more than they tell. */
static void a_long_list_is_not_read_for_a_few(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/customers?", 0, 200,
		       "{\"data\":[" ROW("A", ",\"terms\":\"NET30\"") "],\"totalRecords\":100000}"),
		ANSWER("GET", "/customers/", 0, 200, ROW("A", ",\"terms\":\"COD\"")),
	};
	struct reading reading;

	(void)state;
	read_all(&reading, STEPS(steps), KEYS("A", "B", "C", "D", "E"));
	assert_int_equal(count_sent(&reading.fixture, "GET /api/customers?"), 1);
	assert_int_equal(count_sent(&reading.fixture, "GET /api/customers/"), 4);
	finish(&reading);
}

static void a_service_that_fails_ends_it(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/customers", 0, 400, "{\"title\":\"Bad\"}") };
	struct reading reading;

	(void)state;
	read_all(&reading, STEPS(steps), KEYS("A", "B", "C", "D", "E"));
	assert_non_null(field_values_error(reading.values));
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 1);
	finish(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_first_then_records),
		cmocka_unit_test(few_records_are_read_one_by_one),
		cmocka_unit_test(without_a_place_to_keep_them_nothing_is_read),
		cmocka_unit_test(a_long_list_is_not_read_for_a_few),
		cmocka_unit_test(a_service_that_fails_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
