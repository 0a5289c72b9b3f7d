/* test_store_view.c - a record beside the same one as a store sees it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "model/flow_customers.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/record_page.h"
#include "work/store_view.h"

static struct record *customer(const char *json)
{
	struct record *record = record_parse(&flow_customer_schema, json, strlen(json), NULL);

	assert_non_null(record);
	return record;
}

/* The tab's lines as "label=text{store: other}|...". */
static char *lines_of(const struct record *record, const struct store_view *view, size_t tab)
{
	struct record_page page;
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	record_page_init(&page, record, view, tab);
	for (size_t i = 0; i < page.count; i++)
		if (page.lines[i].in_store)
			fprintf(out, "%s=%s{%s}|", page.lines[i].label, page.lines[i].text,
				page.lines[i].in_store);
	fclose(out);
	record_page_finish(&page);
	return text;
}

static const struct {
	const char *ours, *theirs, *lines; /* of the tab about the store */
} cases[] = {
	{ "{\"city\":\"Bergen\"}", "{\"city\":\"Bergen\"}", "" },
	{ "{\"city\":null,\"mobile\":\"\"}", "{}", "" }, /* nothing is nothing */
	{ "{\"paymentTerms\":14}", "{\"paymentTerms\":21}", "Payment days=14{store: 21}|" },
	{ "{\"paymentTerms\":14}", "{}", "Payment days=14{store: -}|" },
	{ "{}", "{\"city\":\"Voss\"}", "City={store: Voss}|" },
	{ "{\"customerType\":\"PRIVATE\"}", "{\"customerType\":\"person\"}", "" }, /* F4 */
	{ "{\"addresses\":[{\"type\":\"DELIVERY_ADDRESS\",\"city\":\"Voss\"}]}", "{\"addresses\":[]}",
	  "Addresses=Delivery, Voss{store: -}|" },
	{ "{\"addresses\":[{\"type\":\"VISIT\",\"city\":\"Voss\"}]}", "{\"addresses\":[]}",
	  "Addresses=VISIT, Voss{store: -}|" },
	{ "{}", "{\"bonus\":7,\"shelf\":{\"a\":1}}", "bonus={store: 7}|shelf={store: {\"a\":1}}|" },
	{ "{\"bonus\":7}", "{\"bonus\":8}", "bonus=7{store: 8}|" },
	{ "{\"bonus\":7}", "{\"bonus\":7}", "" },
};

static void what_differs_is_said_of_both(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct record *ours = customer(cases[i].ours), *theirs = customer(cases[i].theirs);
		const struct store_view view = { &flow_customers, "store-bergen", theirs, NULL };
		size_t last = flow_customer_schema.tab_count;

		assert_true(record_tab_is_store(ours, &view, last));
		assert_text_take(lines_of(ours, &view, last), cases[i].lines);
		record_free(ours);
		record_free(theirs);
	}
}

static void the_tab_counts_and_each_line_has_its_own(void **state)
{
	struct record *ours = customer("{\"city\":\"Bergen\",\"extensions\":[{\"extensionCode\":\"X\"}]}");
	struct record *theirs = customer("{\"city\":\"Voss\",\"bonus\":7}");
	const struct store_view view = { &flow_customers, "store-bergen", theirs, NULL };
	size_t tabs = flow_customer_schema.tab_count;

	(void)state;
	assert_int_equal(record_tab_count(ours, NULL), tabs);
	assert_int_equal(record_tab_count(ours, &view), tabs + 2);
	assert_text_take(record_tab_label(ours, &view, tabs + 1, true), "Other");
	assert_text_take(record_tab_label(ours, &view, tabs, true), "In store store-bergen (3)");
	assert_text_take(lines_of(ours, &view, 0), "City=Bergen{store: Voss}|");
	assert_text_take(lines_of(ours, &view, tabs + 1), "bonus={store: 7}|");
	assert_text_take(lines_of(ours, &view, tabs - 1), "In store store-bergen={store: -}|");
	record_free(ours);
	record_free(theirs);
}

static void what_could_not_be_read_says_why(void **state)
{
	struct record *ours = customer("{\"city\":\"Bergen\"}");
	const struct store_view coming = { &flow_customers, "21", NULL, NULL };
	const struct store_view failed = { &flow_customers, "21", NULL, "The store is closed." };
	struct record_page page;
	size_t tab = flow_customer_schema.tab_count;

	(void)state;
	assert_text_take(record_tab_label(ours, &coming, tab, true), "In store 21");
	record_page_init(&page, ours, &coming, tab);
	assert_int_equal(page.count, 0);
	record_page_finish(&page);
	record_page_init(&page, ours, &failed, tab);
	assert_int_equal(page.count, 1);
	assert_string_equal(page.lines[0].text, "The store is closed.");
	record_page_finish(&page);
	record_free(ours);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_differs_is_said_of_both),
		cmocka_unit_test(the_tab_counts_and_each_line_has_its_own),
		cmocka_unit_test(what_could_not_be_read_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
