/* What a change would make of the prices of many, before it is done. */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include "base/text_file.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/field_values.h"
#include "work/job.h"
#include "work/job_texts.h"
#include "work/price_plan.h"

#define P(sku, prices) "{\"sku\":\"" sku "\",\"prices\":[" prices "]}"
#define E(tier, quantity, price)                                                                   \
	"{\"tier\":\"" tier "\",\"atQuantity\":" quantity ",\"price\":" price "}"

/* Six rows of a list; of the last but one only its record has the prices (N17). */
static const struct step steps[] = {
	ANSWER("GET", "/api/products?", 0, 200,
	       "{\"data\":[" P("A", E("Retail", "1", "10") "," E("Wholesale", "1", "5"))
	       "," P("B", E("Retail", "1", "10"))
	       "," P("C", E("Wholesale", "1", "9.95") "," E("Wholesale", "24", "9") "," E("Retail", "1", "10"))
	       "," P("D", E("Wholesale", "1", "0"))
	       ",{\"sku\":\"E\"},{\"sku\":\"F\"}],\"totalRecords\":6}"),
	ANSWER("GET", "/products/E", 0, 200, P("E", E("Wholesale", "1", "1.23456"))),
	ANSWER("GET", "/products/F", 0, 404, "{}"),
};

struct planning {
	struct fixture fixture;
	struct query *query;
	struct price_plan plan;
	struct field_values *values;
};

static void changed(void *data)
{
	struct planning *planning = data;

	if (field_values_are_over(planning->values))
		loop_stop(planning->fixture.loop);
}

/* Wholesale + 10 %, rounded to step. */
static void make_rounded(struct planning *planning, struct decimal step)
{
	struct price_rule rule = { .tier = xstrdup("Wholesale"),
				   .by_percent = true,
				   .number = { 10 * DECIMAL_ONE },
				   .step = step };
	struct text_list keys = { 0 };
	struct error err = { 0 };

	fixture_start_with_token(&planning->fixture, STEPS(steps));
	setenv("XDG_STATE_HOME", planning->fixture.folder, 1);
	planning->query = query_parse(client_resource(planning->fixture.client, "products"), "", &err);
	for (const char *key = "ABCDEF"; *key; key++)
		text_list_add(&keys, (char[]){ *key, '\0' });
	price_plan_init_take(&planning->plan, &rule, &keys);
	assert_int_equal(price_plan_changes(&planning->plan), 0); /* nothing is known yet */
	const struct resource *products = query_resource(planning->query);
	planning->values = field_values_start(planning->fixture.client, planning->query,
					      schema_field(products->schema, products->prices),
					      &planning->plan.keys, changed, planning);
	while (!field_values_are_over(planning->values))
		loop_run(planning->fixture.loop);
	assert_null(field_values_error(planning->values));
	price_plan_make(&planning->plan, planning->values);
}

static void make(struct planning *planning)
{
	make_rounded(planning, (struct decimal){ DECIMAL_ONE / 100 });
}

static void finish(struct planning *planning)
{
	field_values_free(planning->values);
	price_plan_finish(&planning->plan);
	query_free(planning->query);
	fixture_stop(&planning->fixture);
}

static char *totals(const struct planning *planning)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	price_plan_write_totals(&planning->plan, query_resource(planning->query), out);
	fclose(out);
	return text;
}

/* C passes Retail: its two prices are the first lines. */
static void those_to_look_at_come_first(void **state)
{
	static const struct price_line expected[] = { { 2, 0 }, { 2, 1 }, { 0, 0 } };
	struct planning planning;

	(void)state;
	make(&planning);
	assert_int_equal(planning.plan.line_count, CASES(expected));
	assert_memory_equal(planning.plan.lines, expected, sizeof(expected));
	const struct price_outcome *outcome =
		price_plan_outcome(&planning.plan, 2, planning.values);
	assert_string_equal(outcome->passed, "Retail");
	assert_string_equal(outcome->changes.rows[0].after, "10.95");
	finish(&planning);
}

static void every_record_is_counted(void **state)
{
	struct planning planning;
	char *text;
	size_t len;

	(void)state;
	make(&planning);
	char *said = totals(&planning);
	assert_string_equal(said, "2 products change, 1 passes another tier, 1 has no price in Wholesale, "
				  "1 is so already, 1 not exact, 1 cannot be read.");
	free(said);
	FILE *out = xmemstream(&text, &len);
	price_plan_write_left_out(&planning.plan, planning.values, out);
	fclose(out);
	assert_string_equal(text, "B: has no such price\nD: costs that already\n"
				  "E: its amount cannot be calculated with exactly\n"
				  "! F: There is no product F, or your login may not see it.\n");
	free(text);
	finish(&planning);
}

/* 5 -> 4 instead of 5.50, and 9 -> 8 instead of 9.90. */
static void rounding_against_the_percentage_is_told(void **state)
{
	struct planning planning;

	(void)state;
	make_rounded(&planning, (struct decimal){ 4 * DECIMAL_ONE });
	char *said = totals(&planning);
	assert_non_null(strstr(said, "2 products change, 1 passes another tier, "
				     "2 are rounded against the percentage, "));
	free(said);
	price_plan_toggle(&planning.plan, 0);
	assert_int_equal(planning.plan.against, 1);
	const struct price_outcome *outcome =
		price_plan_outcome(&planning.plan, 2, planning.values);
	assert_false(price_rule_is_against(&planning.plan.rule, &outcome->changes.rows[0]));
	assert_true(price_rule_is_against(&planning.plan.rule, &outcome->changes.rows[1]));
	finish(&planning);
}

static void what_is_taken_out_is_not_sent(void **state)
{
	struct planning planning;
	struct error err = { 0 };

	(void)state;
	make(&planning);
	price_plan_toggle(&planning.plan, 2);
	assert_true(price_plan_is_out(&planning.plan, 2));
	char *said = totals(&planning);
	assert_ptr_equal(strstr(said, "1 product changes, 1 taken out, 1 has no price"), said);
	free(said);
	struct job *job = price_plan_job(&planning.plan, query_resource(planning.query),
					 planning.values, &err);
	assert_int_equal(job->keys.count, 1);
	assert_string_equal(text_list_at(&job->keys, 0), "A");
	char *title = job_title(job);
	assert_string_equal(title, "Wholesale +10 %, rounded to 0.01 for 1 product");
	free(title);
	job_free(job);
	price_plan_toggle(&planning.plan, 2);
	assert_int_equal(price_plan_changes(&planning.plan), 2);
	assert_int_equal(planning.plan.passing, 1);
	finish(&planning);
}

/* The job has what the preview saw, and all entries of what it is to become. */
static void the_job_knows_both_lists(void **state)
{
	struct planning planning;
	struct error err = { 0 };

	(void)state;
	make(&planning);
	struct job *job = price_plan_job(&planning.plan, query_resource(planning.query),
					 planning.values, &err);
	assert_int_equal(job->keys.count, 2);
	char *was = job_texts_at(job, 0, JOB_WAS);
	char *becomes = job_texts_at(job, 0, JOB_BECOMES);
	assert_string_equal(was, "[" E("Retail", "1", "10") "," E("Wholesale", "1", "5") "]");
	assert_string_equal(becomes, "[" E("Retail", "1", "10") "," E("Wholesale", "1", "5.5") "]");
	free(becomes);
	free(was);
	job_free(job);
	finish(&planning);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(those_to_look_at_come_first),
		cmocka_unit_test(every_record_is_counted),
		cmocka_unit_test(rounding_against_the_percentage_is_told),
		cmocka_unit_test(what_is_taken_out_is_not_sent),
		cmocka_unit_test(the_job_knows_both_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
