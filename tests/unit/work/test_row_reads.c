/* Records of the rows that a screen shows: a few at a time, no more than are shown, none twice. */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include "base/text_list.h"
#include "work/row_reads.h"

struct reading {
	struct fixture fixture;
	struct row_reads *reads;
	int changes, awaited; /* how many are waited for */
};

static void changed(void *data)
{
	struct reading *reading = data;

	reading->changes++;
	if (reading->changes >= reading->awaited)
		loop_stop(reading->fixture.loop);
}

static const struct step steps[] = {
	ANSWER("GET", "/customers/GONE", 0, 404, ""),
	ANSWER("GET", "/customers/", 0, 200, "{\"customerNumber\":\"A\",\"terms\":\"COD\"}"),
};

static void begin(struct reading *reading)
{
	*reading = (struct reading){ .reads = NULL };
	fixture_start_with_token(&reading->fixture, STEPS(steps));
	reading->reads = row_reads_new(reading->fixture.client,
				       client_resource(reading->fixture.client, "customers"),
				       changed, reading);
}

static void end(struct reading *reading)
{
	row_reads_free(reading->reads);
	fixture_stop(&reading->fixture);
}

#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void want(struct reading *reading, const char *const *keys)
{
	struct text_list list = { 0 };

	for (; *keys; keys++)
		text_list_add(&list, *keys);
	row_reads_want(reading->reads, &list);
	text_list_finish(&list);
}

static void out_of_patience(void *data)
{
	(void)data;
	fail_msg("the records do not come");
}

static void wait_changes(struct reading *reading, int count)
{
	struct timer *patience = loop_after(reading->fixture.loop, 20000, out_of_patience, NULL);

	reading->awaited = count;
	while (reading->changes < count)
		loop_run(reading->fixture.loop);
	timer_cancel(patience);
}

static void assert_state(const struct reading *reading, const char *key, enum row_read_state state)
{
	const char *json;
	const struct error *err;

	assert_int_equal(row_reads_find(reading->reads, key, &json, &err), state);
	assert_int_equal(!!json, state == ROW_READ);
	assert_int_equal(!!err, state == ROW_FAILED);
}

static void each_is_read_once(void **state)
{
	struct reading reading;

	(void)state;
	begin(&reading);
	assert_state(&reading, "A", ROW_NOT_READ);
	want(&reading, KEYS("A", "B", "C", "D", "E", "GONE"));
	assert_state(&reading, "A", ROW_AWAITED);
	wait_changes(&reading, 6);
	assert_state(&reading, "E", ROW_READ);
	assert_state(&reading, "GONE", ROW_FAILED);
	want(&reading, KEYS("E", "GONE", "A")); /* a failure is not tried again, */
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 6);
	row_reads_forget(reading.reads); /* until all is read anew */
	want(&reading, KEYS("GONE"));
	wait_changes(&reading, 7);
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 7);
	end(&reading);
}

static void what_is_not_shown_any_more_is_not_asked_for(void **state)
{
	struct reading reading;

	(void)state;
	begin(&reading);
	want(&reading, KEYS("A", "B", "C", "D", "E", "F", "G", "H"));
	want(&reading, KEYS("X"));
	wait_changes(&reading, 1);
	assert_state(&reading, "X", ROW_READ);
	assert_int_equal(count_sent(&reading.fixture, "GET /api/customers/E"), 0);
	assert_int_equal(count_sent(&reading.fixture, "GET /api/customers/H"), 0);
	want(&reading, KEYS("X", "H"));
	wait_changes(&reading, 2);
	assert_state(&reading, "H", ROW_READ);
	end(&reading);
}

static void a_stop_lasts_until_other_rows_are_shown(void **state)
{
	struct reading reading;

	(void)state;
	begin(&reading);
	want(&reading, KEYS("A", "B"));
	row_reads_stop(reading.reads);
	want(&reading, KEYS("A", "B"));
	assert_state(&reading, "A", ROW_NOT_READ);
	want(&reading, KEYS("B", "C"));
	wait_changes(&reading, 2);
	assert_state(&reading, "B", ROW_READ);
	assert_state(&reading, "C", ROW_READ);
	assert_int_equal(reading.changes, 2);
	end(&reading);
}

/* The oldest give way; more than there is room for are not asked for at all. */
static void no_more_are_kept_than_some_screens_show(void **state)
{
	struct reading reading;
	struct text_list many = { 0 };
	char key[16];

	(void)state;
	begin(&reading);
	want(&reading, KEYS("FIRST"));
	wait_changes(&reading, 1);
	for (int i = 0; i < ROW_READS_KEPT + 10; i++) {
		snprintf(key, sizeof(key), "K%d", i);
		text_list_add(&many, key);
	}
	row_reads_want(reading.reads, &many);
	wait_changes(&reading, 1 + ROW_READS_KEPT);
	assert_state(&reading, "K0", ROW_READ);
	assert_state(&reading, "FIRST", ROW_NOT_READ);
	snprintf(key, sizeof(key), "K%d", ROW_READS_KEPT);
	assert_state(&reading, key, ROW_NOT_READ);
	text_list_finish(&many);
	end(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_read_once),
		cmocka_unit_test(what_is_not_shown_any_more_is_not_asked_for),
		cmocka_unit_test(a_stop_lasts_until_other_rows_are_shown),
		cmocka_unit_test(no_more_are_kept_than_some_screens_show),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
