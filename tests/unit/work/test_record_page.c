/* test_record_page.c - what a record's tabs say, whatever the service sent. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "model/customers.h"
#include "model/flow_customers.h"
#include "schema/record.h"
#include "work/record_page.h"

static struct record *customer(const char *json)
{
	struct record *record = record_parse(&nymble_customer_schema, json, strlen(json), NULL);

	assert_non_null(record);
	return record;
}

/* The tab's lines as "label=text|...": entries have no label. */
static char *lines_of(const struct record *record, size_t tab)
{
	struct record_page page;
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	record_page_init(&page, record, NULL, tab);
	for (size_t i = 0; i < page.count; i++)
		fprintf(out, "%s%s=%s", i ? "|" : "", page.lines[i].label, page.lines[i].text);
	fclose(out);
	record_page_finish(&page);
	return text;
}

static const struct {
	const char *json;
	size_t tab;
	const char *lines;
} tabs[] = {
	{ "{\"customerAttributes\":{\"a\":\"x\",\"b\":2}}", 3, "a=x|b=2" },
	{ "{\"customerAttributes\":{}}", 3, "" },
	{ "{\"customerAttributes\":null}", 3, "" },
	{ "{}", 1, "" },
	{ "{\"addresses\":\"none\"}", 1, "Addresses=none" }, /* anything in a list's place */
	{ "{\"addresses\":[\"Dock 1\",7]}", 1, "=Dock 1|=7" },
	{ "{\"strange\":{\"x\":[1]},\"flag\":true}", 4, "strange={\"x\":[1]}|flag=true" },
};

static void tabs_show_what_is_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(tabs); i++) {
		struct record *record = customer(tabs[i].json);

		assert_text_take(lines_of(record, tabs[i].tab), tabs[i].lines);
		record_free(record);
	}
}

static void counts_stand_in_the_labels(void **state)
{
	struct record *record = customer("{\"addresses\":[{},{}],\"contacts\":null}");

	(void)state;
	assert_int_equal(record_tab_count(record, NULL), 4);
	assert_text_take(record_tab_label(record, NULL, 0, true), "Account");
	assert_text_take(record_tab_label(record, NULL, 1, true), "Addresses (2)");
	assert_text_take(record_tab_label(record, NULL, 1, false), "Addresses");
	assert_text_take(record_tab_label(record, NULL, 2, true), "Contacts (0)");
	record_free(record);
}

static void unknown_members_get_a_tab(void **state)
{
	struct record *record = customer("{\"companyName\":\"A\",\"loyalty\":\"gold\"}");
	struct record_page page;

	(void)state;
	assert_int_equal(record_tab_count(record, NULL), 5);
	assert_text_take(record_tab_label(record, NULL, 4, true), "Other");
	record_page_init(&page, record, NULL, 4);
	assert_int_equal(page.count, 1);
	assert_string_equal(page.lines[0].label, "loyalty");
	record_page_finish(&page);
	record_free(record);
}

static void an_entry_shows_all_its_members(void **state)
{
	struct record *record =
		customer("{\"addresses\":[{\"address1\":\"Dock 1\",\"gate\":\"B\"}]}");
	struct record_page addresses, entry;

	(void)state;
	record_page_init(&addresses, record, NULL, 1);
	assert_int_equal(addresses.count, 1);
	assert_text_take(record_entry_text(&addresses.lines[0]), "Dock 1");
	record_page_init_entry(&entry, addresses.lines[0].items, addresses.lines[0].entry);
	assert_string_equal(entry.lines[2].label, "Line 1");
	assert_string_equal(entry.lines[2].text, "Dock 1");
	assert_string_equal(entry.lines[entry.count - 1].label, "gate");
	assert_string_equal(entry.lines[entry.count - 1].text, "B");
	record_page_finish(&entry);
	record_page_finish(&addresses);
	record_free(record);
}

static void cells_of_entries_are_clean(void **state)
{
	struct record *record = customer("{\"addresses\":[{\"line1\":\"\\u001b[31mred\"}]}");
	struct record_page page;

	(void)state;
	record_page_init(&page, record, NULL, 1);
	assert_string_equal(page.lines[0].cells[2], "^[[31mred");
	assert_int_equal(page.columns[2].natural_cols, 9);
	record_page_finish(&page);
	record_free(record);
}

static const struct {
	const char *json;
	size_t tab;
	const char *text; /* of the first entry */
} entries[] = {
	{ "{\"contacts\":[{\"displayName\":\"Ingrid Berg\",\"email\":\"i@x.example\"}]}", 2,
	  "Ingrid Berg, i@x.example" },
	{ "{\"contacts\":[{\"firstname\":\"Ingrid\",\"lastname\":\"Berg\"}]}", 2, "Ingrid, Berg" },
	{ "{\"addresses\":[{\"address\":\"Kai 1\",\"city\":\"Oslo\"}]}", 1, "Kai 1, Oslo" },
	{ "{\"customerGroups\":[{\"customerGroupUid\":\"cg-1\",\"name\":\"Club\"}]}", 5, "Club, cg-1" },
	{ "{\"customerGroups\":[{\"customerGroupUid\":\"cg-1\"}]}", 5, "cg-1" },
};

/* Where nothing of them can be written, too. */
static void entries_say_what_they_are(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(entries); i++) {
		struct record *record = record_parse(&flow_customer_schema, entries[i].json,
						     strlen(entries[i].json), NULL);
		struct record_page page;

		record_page_init(&page, record, NULL, entries[i].tab);
		assert_int_equal(page.count, 1);
		assert_text_take(record_entry_text(&page.lines[0]), entries[i].text);
		record_page_finish(&page);
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tabs_show_what_is_there),
		cmocka_unit_test(counts_stand_in_the_labels),
		cmocka_unit_test(unknown_members_get_a_tab),
		cmocka_unit_test(an_entry_shows_all_its_members),
		cmocka_unit_test(cells_of_entries_are_clean),
		cmocka_unit_test(entries_say_what_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
