/* A walk over records: pages of a list, read one by one where rows say too little, and some keys.
 */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include "base/alloc.h"
#include "base/text_list.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/record_walk.h"

struct reading {
	struct fixture fixture;
	struct text_list keys;
	struct record_walk *walk;
	FILE *out; /* what came, a word a record: its key and its terms */
	char *text;
	size_t len, count, wanted;
	bool over;
};

static bool is_enough(void *data, const struct json *row)
{
	(void)data;
	return json_member_exact(row, "terms") != NULL;
}

static bool take(void *data, const struct json *object)
{
	struct reading *reading = data;
	const char *terms = json_member_text(object, "terms");

	fprintf(reading->out, "%s:%s ", json_member_text(object, "customerNumber"),
		terms ? terms : "");
	return ++reading->count != reading->wanted;
}

static void ended(void *data, const struct error *err)
{
	struct reading *reading = data;

	if (err)
		fprintf(reading->out, "! %.12s", err->message);
	reading->over = true;
	loop_stop(reading->fixture.loop);
}

static void out_of_patience(void *data)
{
	(void)data;
	fail_msg("the walk does not end");
}

/* Walks keys, without any the list. */
static void walk_all(struct reading *reading, const struct step *steps, size_t step_count,
		     const char *const *keys, bool enough)
{
	const struct record_walk_listener listener = { .is_enough = enough ? NULL : is_enough,
						       .record = take,
						       .ended = ended,
						       .data = reading };

	fixture_start_with_token(&reading->fixture, steps, step_count);
	const struct resource *customers = client_resource(reading->fixture.client, "customers");
	struct query *query = query_new(customers);
	struct timer *patience = loop_after(reading->fixture.loop, 20000, out_of_patience, NULL);

	reading->out = xmemstream(&reading->text, &reading->len);
	for (; keys && *keys; keys++)
		text_list_add(&reading->keys, *keys);
	reading->walk = reading->keys.count
				? record_walk_keys(reading->fixture.client, customers,
						   &reading->keys, &listener)
				: record_walk_list(reading->fixture.client, query, &listener);
	query_free(query);
	while (!reading->over)
		loop_run(reading->fixture.loop);
	timer_cancel(patience);
	fclose(reading->out);
}

static void finish(struct reading *reading, const char *expected)
{
	assert_text_take(reading->text, expected);
	record_walk_free(reading->walk);
	text_list_finish(&reading->keys);
	fixture_stop(&reading->fixture);
}

#define ROW(key, more) "{\"customerNumber\":\"" key "\"" more "}"
#define TERMS(terms) ",\"terms\":\"" terms "\""
#define LIST(rows, total) "{\"data\":[" rows "],\"totalRecords\":" total "}"
#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Pages shorter than asked for leave doubts about the total: the empty one is the last. */
static void every_page_in_order(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/customers?", 1, 200,
		       LIST(ROW("A", TERMS("COD")) "," ROW("B", ""), "3")),
		ANSWER("GET", "/customers?", 2, 200, LIST(ROW("C", TERMS("COD")), "3")),
		ANSWER("GET", "/customers?", 3, 200, LIST("", "3")),
	};
	struct reading reading = { .over = false };
	int64_t done, total;

	(void)state;
	walk_all(&reading, STEPS(steps), NULL, true);
	record_walk_progress(reading.walk, &done, &total);
	assert_int_equal(done, 3);
	assert_int_equal(total, 3);
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 3);
	finish(&reading, "A:COD B: C:COD ");
}

/* Rows that say too little are read; order stays; one that is gone by then is counted. */
static void rows_that_lack_something(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/customers?", 0, 200,
		       LIST(ROW("A", "") "," ROW("B", TERMS("COD")) "," ROW("C", "") "," ROW("D",
											     ""),
			    "4")),
		ANSWER("GET", "/customers/A", 0, 200, ROW("A", TERMS("NET30"))),
		ANSWER("GET", "/customers/C", 0, 404, "{}"),
		ANSWER("GET", "/customers/D", 0, 200, ROW("D", TERMS("NET60"))),
	};
	struct reading reading = { .over = false };

	(void)state;
	walk_all(&reading, STEPS(steps), NULL, false);
	assert_int_equal(record_walk_gone(reading.walk), 1);
	assert_int_equal(fault_proxy_requests(reading.fixture.server), 4);
	finish(&reading, "A:NET30 B:COD D:NET60 ");
}

/* The same page again: a service that cannot page. */
static void a_page_twice_is_the_end(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/customers?", 0, 200,
					     LIST(ROW("A", "") "," ROW("B", ""), "7")) };
	struct reading reading = { .over = false };

	(void)state;
	walk_all(&reading, STEPS(steps), NULL, true);
	finish(&reading, "A: B: ");
}

static void keys_one_by_one(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/customers/A", 0, 200, ROW("A", TERMS("COD"))),
		ANSWER("GET", "/customers/B", 0, 200, ROW("B", TERMS("COD"))),
		ANSWER("GET", "/customers/C", 0, 404, "{}"),
		ANSWER("GET", "/customers/", 0, 200, ROW("E", "")),
	};
	struct reading reading = { .over = false };

	(void)state;
	walk_all(&reading, STEPS(steps), KEYS("A", "B", "C", "D", "E"), true);
	finish(&reading, "A:COD B:COD E: E: ");
}

static void it_ends_when_it_is_enough(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/customers/", 0, 200, ROW("A", "")) };
	struct reading reading = { .wanted = 2 };

	(void)state;
	walk_all(&reading, STEPS(steps), KEYS("A", "B", "C", "D", "E", "F", "G", "H"), true);
	finish(&reading, "A: A: ");
}

static void a_service_that_refuses_ends_it(void **state)
{
	const struct step steps[] = { ANSWER("GET", "/customers/", 0, 403, "{\"title\":\"No\"}") };
	struct reading reading = { .over = false };

	(void)state;
	walk_all(&reading, STEPS(steps), KEYS("A", "B", "C"), true);
	reading.text[2] = '\0';
	finish(&reading, "! ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_in_order),
		cmocka_unit_test(rows_that_lack_something),
		cmocka_unit_test(a_page_twice_is_the_end),
		cmocka_unit_test(keys_one_by_one),
		cmocka_unit_test(it_ends_when_it_is_enough),
		cmocka_unit_test(a_service_that_refuses_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
