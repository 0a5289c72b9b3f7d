/* test_review_rows.c - the lines of a review, and of a conflict. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "model/customers.h"
#include "model/flow_customers.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/json.h"
#include "schema/record.h"
#include "work/review_rows.h"

static struct record *customer(const char *json)
{
	struct record *record = record_parse(&nymble_customer_schema, json, strlen(json), NULL);

	assert_non_null(record);
	return record;
}

/* Three versions, and the rows as "label:now>after" or, where it clashes, "label:now>after|theirs". */
static const struct {
	const char *base, *mine, *theirs, *rows;
} reviews[] = {
	{ "{\"terms\":\"A\"}", "{\"terms\":\"B\"}", NULL, "Terms:A>B" },
	{ "{\"terms\":\"A\"}", "{\"terms\":\"B\",\"companyFax\":\"1\"}", NULL, "Terms:A>B Fax:>1" },
	{ "{\"terms\":\"A\"}", "{\"terms\":\"B\"}", "{\"terms\":\"C\"}", "Terms:A>B|C" },
	/* What they alone changed is not ours to show; what both changed alike is no clash. */
	{ "{\"terms\":\"A\"}", "{\"terms\":\"B\"}", "{\"terms\":\"A\",\"companyFax\":\"1\"}",
	  "Terms:A>B" },
	{ "{\"terms\":\"A\",\"companyFax\":\"1\"}", "{\"terms\":\"B\",\"companyFax\":\"2\"}",
	  "{\"terms\":\"C\",\"companyFax\":\"2\"}", "Terms:A>B|C Fax:1>2" },
	/* A list is one member: where both changed it, every line of both stands there. */
	{ "{\"addresses\":[{\"city\":\"a\",\"line1\":\"x\"}]}",
	  "{\"addresses\":[{\"city\":\"b\",\"line1\":\"x\"}]}",
	  "{\"addresses\":[{\"city\":\"a\",\"line1\":\"y\"}]}",
	  "x, a: City:a>b|a x, a: Line 1:x>x|y" },
	/* each side added one: they are two */
	{ "{}", "{\"addresses\":[{\"line1\":\"x\"}]}", "{\"addresses\":[{\"line1\":\"y\"}]}",
	  "x: Line 1:>x| y: Line 1:>|y" },
};

static char *rows_of(const char *base, const char *mine, const char *theirs_json)
{
	struct edit *edit = edit_new_draft_take(customer(base), customer(mine), false);
	struct record *theirs = theirs_json ? customer(theirs_json) : NULL;
	struct clashes clashes = { 0 };
	struct review_rows rows;
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (theirs)
		clashes_find(&clashes, edit_base(edit), edit_now(edit), theirs);
	review_rows_find(&rows, edit, &clashes, theirs);
	for (size_t i = 0; i < rows.count; i++) {
		const struct review_row *row = &rows.rows[i];

		assert_true(!row->clash == !row->theirs);
		fprintf(out, "%s%s:%s>%s%s%s", i ? " " : "", row->label, row->now, row->after,
			row->theirs ? "|" : "", row->theirs ? row->theirs : "");
	}
	fclose(out);
	review_rows_finish(&rows);
	clashes_finish(&clashes);
	record_free(theirs);
	edit_free(edit);
	return text;
}

static void reviews_show_what_is_sent_and_what_clashes(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(reviews); i++)
		assert_text_take(rows_of(reviews[i].base, reviews[i].mine, reviews[i].theirs),
				 reviews[i].rows);
}

/* What no value means is nothing that a record which is not there yet has now. */
static void a_new_record_is_nothing_now(void **state)
{
	const char json[] = "{\"customerType\":\"COMPANY\"}";
	struct record *mine = record_parse(&flow_customer_schema, json, strlen(json), NULL);
	struct record *base = record_parse(&flow_customer_schema, "{}", 2, NULL);
	struct clashes clashes = { 0 };
	struct review_rows rows;

	(void)state;
	struct edit *edit = edit_new_draft_take(base, mine, true);
	review_rows_find(&rows, edit, &clashes, NULL);
	assert_int_equal(rows.count, 1);
	assert_string_equal(rows.rows[0].now, "");
	assert_string_equal(rows.rows[0].after, "Company");
	review_rows_finish(&rows);
	edit_free(edit);
}

static void what_comes_of_a_line_is_what_was_chosen(void **state)
{
	char mine[] = "B", theirs[] = "C";
	struct clash clash = { .side = SIDE_NONE };
	struct review_row row = { .after = mine, .theirs = theirs, .clash = &clash };

	(void)state;
	assert_string_equal(review_row_outcome(&row), "B");
	clash.side = SIDE_THEIRS;
	assert_string_equal(review_row_outcome(&row), "C");
	clash.side = SIDE_MINE;
	assert_string_equal(review_row_outcome(&row), "B");
}

/* F4: a type that a record does not have means one; no record has none. */
static void there_is_nothing_before_a_new_record(void **state)
{
	struct json *start = json_parse("{\"customerType\":\"COMPANY\"}", 26, NULL);
	struct edit *edit = edit_new_create_take(&flow_customer_schema,
						 record_new_take(&flow_customer_schema, start, NULL));
	struct clashes clashes = { 0 };
	struct review_rows rows;

	(void)state;
	review_rows_find(&rows, edit, &clashes, NULL);
	assert_int_equal(rows.count, 1);
	assert_string_equal(rows.rows[0].now, "");
	assert_string_equal(rows.rows[0].after, "Company");
	review_rows_finish(&rows);
	edit_free(edit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reviews_show_what_is_sent_and_what_clashes),
		cmocka_unit_test(a_new_record_is_nothing_now),
		cmocka_unit_test(what_comes_of_a_line_is_what_was_chosen),
		cmocka_unit_test(there_is_nothing_before_a_new_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
