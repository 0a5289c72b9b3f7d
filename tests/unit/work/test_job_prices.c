/* Price lists of many products, in blocks: what is read, sent, halved, left out and gone on with. */
/* SPDX-License-Identifier: ISC */
#include "work/run_fixture.h"

#include "base/atomic_file.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/job_prices.h"
#include "work/pace.h"
#include "work/report.h"

#define PRICES(retail)                                                                             \
	"[{\"tier\":\"Wholesale\",\"price\":1,\"x\":1e400},"                                       \
	"{\"tier\":\"Retail\",\"atQuantity\":1,\"price\":" retail "}]"
#define PRODUCT(retail) "{\"sku\":\"P\",\"prices\":" PRICES(retail) "}"
#define WAS "10"
#define BECOMES "11.50"

static const char *key_of(size_t i)
{
	static char key[32];

	snprintf(key, sizeof(key), "P-%03zu", i);
	return key;
}

static struct job *prices_job(struct run *run, size_t count)
{
	const struct resource *products = client_resource(run->fixture.client, "products");
	struct job *job = job_new_prices(
		products, schema_field(products->schema, products->prices), "Retail = 11.50");

	for (size_t i = 0; i < count; i++)
		assert_true(job_prices_add(job, key_of(i), PRICES(WAS), PRICES(BECOMES), NULL));
	return job;
}

static void start(struct run *run, const struct step *steps, size_t step_count, size_t items)
{
	prepare(run, steps, step_count);
	begin(run, prices_job(run, items));
	wait_end(run);
}

static size_t occurrences(const char *text, const char *of)
{
	size_t count = 0;

	for (const char *at = text; (at = strstr(at, of)); at++)
		count++;
	return count;
}

/* "100 100 50": how many products each call had that changes prices. */
static void assert_sizes(struct run *run, const char *expected)
{
	char found[256] = "";

	for (int i = 0; i < fault_proxy_requests(run->fixture.server); i++) {
		char *request = fault_proxy_request(run->fixture.server, i);

		if (strncmp(request, "PUT /api/products/prices ", 25) == 0)
			snprintf(found + strlen(found), sizeof(found) - strlen(found), "%s%zu",
				 *found ? " " : "", occurrences(request, "\"P-"));
		free(request);
	}
	assert_string_equal(found, expected);
}

#define READS ANSWER("GET", "/products/P-", 0, 200, PRODUCT(WAS))
#define READ(key, nth, retail) ANSWER("GET", "/products/" key, nth, 200, PRODUCT(retail))
#define SENT(nth, status, body) ANSWER("PUT", "/products/prices", nth, status, body)
#define WRONG "{\"status\":400,\"title\":\"No\"}"

/* --- what is sent ----------------------------------------------------------------------------- */

static void blocks_of_at_most_a_hundred(void **state)
{
	const struct step steps[] = { READS };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 250);
	assert_counts(&run, 250, 0, 0, 0);
	assert_sizes(&run, "100 100 50");
	assert_int_equal(count_sent(&run.fixture, "GET /api/products/P-"), 250);
	assert_true(fault_proxy_requests(run.fixture.server) == 253);
	finish(&run);
}

/* Every member of the list that nobody changed leaves as it was looked at. */
static void all_entries_are_sent(void **state)
{
	const struct step steps[] = { READS };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 1);
	assert_sent(&run.fixture, 1, "\"x\":1e400");
	assert_sent(&run.fixture, 1, "\"price\":11.50");
	finish(&run);
}

static void what_moved_is_left_out(void **state)
{
	const struct step steps[] = {
		READ("P-001", 0, "12"),
		READ("P-002", 0, "11.5"),
		ANSWER("GET", "/products/P-003", 0, 404, "{}"),
		READS,
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 6);
	assert_counts(&run, 4, 2, 0, 0);
	assert_sizes(&run, "3");
	assert_reason(&run, 1, "Retail from 1 is 12 by now: changed since the preview.");
	assert_reason(&run, 3, "Product P-003 is gone.");
	assert_int_equal(batch_state(run.batch, 2), ITEM_DONE); /* it is so already */
	finish(&run);
}

static void nothing_left_sends_nothing(void **state)
{
	const struct step steps[] = { READ("P-", 0, "12") };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 5);
	assert_counts(&run, 0, 5, 0, 0);
	assert_sizes(&run, "");
	finish(&run);
}

#define IMAGES(name) "[{\"name\":\"" name "\"}]"
#define PICTURED(key, name) "{\"sku\":\"" key "\",\"x\":1e400,\"images\":" IMAGES(name) "}"

/* A list without a call of its own goes with its record, one after another. */
static void other_lists_go_with_their_records(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/products/P-000", 0, 200, PICTURED("P-000", "old.jpg")),
		ANSWER("GET", "/products/P-001", 0, 200, PICTURED("P-001", "moved.jpg")),
		ANSWER("GET", "/products/P-002", 0, 200, PICTURED("P-002", "new.jpg")),
		ANSWER("PUT", "/products", 0, 200, "[" PICTURED("P-000", "new.jpg") "]"),
	};
	struct run run;

	(void)state;
	prepare(&run, STEPS(steps));
	const struct resource *products = client_resource(run.fixture.client, "products");
	struct job *job = job_new_prices(products, schema_field(products->schema, "images"), "x");
	for (size_t i = 0; i < 3; i++)
		assert_true(job_prices_add(job, key_of(i), IMAGES("old.jpg"), IMAGES("new.jpg"),
					   NULL));
	begin(&run, job);
	wait_end(&run);
	assert_counts(&run, 2, 1, 0, 0);
	assert_reason(&run, 1, "Images: changed since the preview.");
	assert_int_equal(count_sent(&run.fixture, "PUT "), 1);
	finish(&run);
}

/* --- what is refused -------------------------------------------------------------------------- */

/* 8, 4 and 4; of the first four 2, 2; of the first two, one is wrong. */
static void the_wrong_one_stands_alone(void **state)
{
	const struct step steps[] = { READS, SENT(1, 400, WRONG), SENT(3, 400, WRONG),
				      SENT(5, 400, WRONG), SENT(6, 400, WRONG) };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 8);
	assert_counts(&run, 7, 1, 0, 0);
	assert_sizes(&run, "8 4 4 2 2 1 1");
	assert_int_equal(batch_state(run.batch, 1), ITEM_FAILED);
	finish(&run);
}

static void the_one_that_is_named_goes_alone(void **state)
{
	const struct step steps[] = {
		READS,
		SENT(1, 400, "{\"errors\":{\"products[2].prices[1].tier\":[\"No such tier.\"]}}"),
		SENT(3, 400, "{\"errors\":{\"products[0].prices[1].tier\":[\"No such tier.\"]}}"),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 6);
	assert_counts(&run, 5, 1, 0, 0);
	assert_sizes(&run, "6 5 1");
	assert_reason(&run, 2, "Retail from 1: No such tier.");
	finish(&run);
}

/* Where the service names each of them, that is the end of all. */
static void all_that_are_named_are_over(void **state)
{
	const struct step steps[] = {
		READS,
		SENT(0, 400,
		     "{\"errors\":{\"products[0].prices[1].tier\":[\"No such tier.\"],"
		     "\"products[1]\":[\"Not this one.\"],"
		     "\"products[2].sku\":[\"Nor this.\",\"Really.\"]}}"),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 3);
	assert_counts(&run, 0, 3, 0, 0);
	assert_sizes(&run, "3");
	assert_reason(&run, 0, "Retail from 1: No such tier.");
	assert_reason(&run, 1, "Not this one.");
	assert_reason(&run, 2, "Nor this. Really.");
	finish(&run);
}

/* Where none is accepted and none is named, each has to stand alone; the others of the run are tried. */
static void all_may_be_wrong(void **state)
{
	const struct step steps[] = { READS, SENT(0, 400, WRONG) };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 16);
	assert_counts(&run, 0, 16, 0, 0);
	assert_int_equal(count_sent(&run.fixture, "PUT "), 31);
	finish(&run);
}

/* Who may not do it need not ask for each. */
static void a_role_that_may_not_is_told_once(void **state)
{
	const struct step steps[] = { READS, SENT(0, 403, "{}") };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 8);
	assert_counts(&run, 0, 8, 0, 0);
	assert_sizes(&run, "8");
	finish(&run);
}

/* A call that is not there is not a product that is gone. */
static void a_wrong_path_is_no_missing_product(void **state)
{
	const struct step steps[] = { READS, SENT(0, 404, "{}") };
	struct run run;
	int status;

	(void)state;
	start(&run, STEPS(steps), 2);
	assert_counts(&run, 0, 2, 0, 0);
	assert_sizes(&run, "2");
	char *reason = batch_reason(run.batch, 0, &status);
	assert_null(strstr(reason, "gone"));
	assert_non_null(strstr(reason, "404"));
	free(reason);
	finish(&run);
}

static void only_what_failed_is_sent_again(void **state)
{
	const struct step steps[] = { READ("P-001", 1, "12"), READS };
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 3);
	assert_counts(&run, 2, 1, 0, 0);
	batch_go_on(run.batch, true);
	wait_end(&run);
	assert_counts(&run, 3, 0, 0, 0);
	assert_sizes(&run, "2 1");
	finish(&run);
}

/* --- what gets lost --------------------------------------------------------------------------- */

static void a_lost_answer_is_looked_after(void **state)
{
	const struct step steps[] = {
		READ("P-000", 2, BECOMES),
		READ("P-001", 2, WAS),
		READ("P-002", 2, "12"),
		READS,
		FAULT("PUT", "/products/prices", 1, FAULT_DROP_AFTER),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 3);
	assert_counts(&run, 2, 1, 0, 0);
	assert_sizes(&run, "3 1"); /* who has it is not sent it again */
	assert_reason(&run, 2, "Retail from 1 is 12 by now: changed since the preview.");
	finish(&run);
}

static void what_is_not_known_is_not_guessed(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "/products/P-000", 2, 403, "{}"),
		READS,
		FAULT("PUT", "/products/prices", 1, FAULT_DROP_AFTER),
		FAULT("PUT", "/products/prices", 2, FAULT_DROP_AFTER),
		FAULT("PUT", "/products/prices", 3, FAULT_DROP_AFTER),
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 2);
	assert_counts(&run, 0, 0, 2, 0);
	batch_go_on(run.batch, true);
	wait_end(&run);
	assert_counts(&run, 2, 0, 0, 0);
	assert_sizes(&run, "2 1 1 2");
	finish(&run);
}

/* --- stopping and going on -------------------------------------------------------------------- */

static size_t asked(const struct run *run)
{
	size_t count = 0;

	for (size_t i = 0; i < batch_job(run->batch)->keys.count; i++)
		count += batch_is_asked(run->batch, i);
	return count;
}

/* A stop while products are read sends nothing more. */
static void a_stop_comes_before_the_block(void **state)
{
	const struct step steps[] = { READS };
	struct run run;

	(void)state;
	prepare(&run, STEPS(steps));
	begin(&run, prices_job(&run, 100));
	wait_requests(&run.fixture, 10);
	batch_stop(run.batch);
	assert_true(asked(&run) >= 1 && asked(&run) <= PACE_CALLS_MAX);
	assert_false(batch_is_asked(run.batch, 99)); /* though its block is under way */
	wait_end(&run);
	assert_int_equal(asked(&run), 0);
	assert_counts(&run, 0, 0, 0, 100);
	assert_sizes(&run, "");
	assert_null(batch_trouble(run.batch));
	batch_go_on(run.batch, false);
	wait_end(&run);
	assert_counts(&run, 100, 0, 0, 0);
	finish(&run);
}

/* Left in the middle, as by a kill; the next program knows what each was and is to become. */
static void another_program_goes_on(void **state)
{
	const struct step steps[] = { READ("P-000", 2, BECOMES), READS };
	struct journal_list list;
	struct run run;

	(void)state;
	prepare(&run, STEPS(steps));
	run.abandon_at_once = true;
	begin(&run, prices_job(&run, 150));
	wait_end(&run);
	batch_free(run.batch);
	run.batch = NULL;
	journals_list(run.fixture.client, &list);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.rows[0].title, "Retail = 11.50 for 150 products");
	assert_int_equal(list.rows[0].count[ITEM_DONE], 100);

	struct batch_listener listener = listener_of(&run);
	run.batch = batch_resume(run.fixture.client, run.fixture.loop, list.rows[0].id, &listener,
				 NULL);
	journal_list_finish(&list);
	assert_non_null(run.batch);
	run.abandon_at_once = false;
	batch_go_on(run.batch, false);
	wait_end(&run);
	assert_counts(&run, 150, 0, 0, 0);
	assert_sizes(&run, "100 50");
	assert_sent(&run.fixture, fault_proxy_requests(run.fixture.server) - 1, "\"price\":11.50");
	finish(&run);
}

/* The service wants fewer at a time: it gets them. */
static void a_pause_is_kept(void **state)
{
	const struct step steps[] = {
		{ "GET", "/products/P-001", 1, 429, "{}", "Retry-After: 0", FAULT_NONE },
		READS,
		{ "PUT", "/products/prices", 1, 429, "{}", "Retry-After: 0", FAULT_NONE },
	};
	struct run run;

	(void)state;
	start(&run, STEPS(steps), 20);
	assert_counts(&run, 20, 0, 0, 0);
	assert_sizes(&run, "20 20"); /* the first was put off */
	finish(&run);
}

/* --- the report ------------------------------------------------------------------------------- */

static void the_report_is_one_for_an_import_of_prices(void **state)
{
	const struct step steps[] = { READ("P-001", 0, "12"), READS };
	struct error err = { 0 };
	struct run run;
	size_t len;

	(void)state;
	start(&run, STEPS(steps), 2);
	char *path = xasprintf("%s/report.csv", run.fixture.folder);
	assert_true(report_write(run.batch, REPORT_ALL, path, &err));
	char *text = atomic_file_read(path, 1000, &len, &err);
	assert_string_equal(text, "sku,tier,atQuantity,price,currency,error\n"
				  "P-000,Retail,1,11.50,,\n"
				  "P-001,Retail,1,11.50,,"
				  "Retail from 1 is 12 by now: changed since the preview.\n");
	free(text);
	free(path);
	finish(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_of_at_most_a_hundred),
		cmocka_unit_test(all_entries_are_sent),
		cmocka_unit_test(what_moved_is_left_out),
		cmocka_unit_test(nothing_left_sends_nothing),
		cmocka_unit_test(other_lists_go_with_their_records),
		cmocka_unit_test(the_wrong_one_stands_alone),
		cmocka_unit_test(the_one_that_is_named_goes_alone),
		cmocka_unit_test(all_that_are_named_are_over),
		cmocka_unit_test(all_may_be_wrong),
		cmocka_unit_test(a_role_that_may_not_is_told_once),
		cmocka_unit_test(a_wrong_path_is_no_missing_product),
		cmocka_unit_test(only_what_failed_is_sent_again),
		cmocka_unit_test(a_lost_answer_is_looked_after),
		cmocka_unit_test(what_is_not_known_is_not_guessed),
		cmocka_unit_test(a_stop_comes_before_the_block),
		cmocka_unit_test(another_program_goes_on),
		cmocka_unit_test(a_pause_is_kept),
		cmocka_unit_test(the_report_is_one_for_an_import_of_prices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
