/* The columns of a list: as text and back, and what keys do to them. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "model/customers.h"
#include "schema/columns.h"
#include "schema/field.h"

static const struct {
	const char *text, *printed, *message; /* NULL: fine */
} texts[] = {
	{ "", "", NULL },
	{ "customerNumber,companyName:30", "customerNumber,companyName:30", NULL },
	{ "terms,pricing", "customerNumber,terms,pricing", NULL }, /* the key comes first */
	{ "TERMS,name", "customerNumber,terms,companyName", NULL },
	{ "customerNumber:12", "customerNumber:12", NULL },
	{ "customerNumber,terms,terms:20", "customerNumber,terms:20", NULL },
	{ "colour", "", "colour: no such column (there are customerNumber, companyName, " },
	{ "addresses", "", "addresses: no such column" },
	{ "terms:2", "", "2: expected a width from 3 to 120" },
	{ "terms:wide", "", "wide: expected a width" },
	{ "terms,,pricing", "", ": no such column" },
};

static void texts_read_back_as_they_print(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(texts); i++) {
		struct columns columns;
		struct error err = { 0 };
		bool ok = columns_parse(&columns, &nymble_customer_schema, texts[i].text, &err);

		if (ok != !texts[i].message || (!ok && !strstr(err.message, texts[i].message)))
			fail_msg("%s: %s", texts[i].text, err.message);
		assert_text_take(columns_print(&columns, &nymble_customer_schema), texts[i].printed);
		columns_finish(&columns);
	}
}

static char *printed(const struct columns *columns)
{
	return columns_print(columns, &nymble_customer_schema);
}

static void columns_are_hidden_moved_and_widened(void **state)
{
	struct columns columns;

	(void)state;
	columns_parse(&columns, &nymble_customer_schema, "customerNumber,companyName,pricing,terms", NULL);
	assert_false(columns_show(&columns, 0, false)); /* the key */
	assert_false(columns_move(&columns, 0, 1));
	assert_false(columns_move(&columns, 1, -1));
	assert_true(columns_move(&columns, 3, -1));
	assert_text_take(printed(&columns), "customerNumber,companyName,terms,pricing");
	assert_false(columns_move(&columns, 3, 1)); /* behind it nothing is shown */
	assert_true(columns_show(&columns, 1, false));
	assert_text_take(printed(&columns), "customerNumber,terms,pricing");
	assert_string_equal(columns.rows[3].field->name, "companyName"); /* the first of the hidden */
	assert_true(columns_show(&columns, 3, true));
	assert_text_take(printed(&columns), "customerNumber,terms,pricing,companyName");
	assert_true(columns_widen(&columns, 3, 3));
	assert_text_take(printed(&columns), "customerNumber,terms,pricing,companyName:30");
	assert_true(columns_widen(&columns, 3, -3)); /* the table's own again */
	assert_false(columns_widen(&columns, 3, -100));
	assert_text_take(printed(&columns), "customerNumber,terms,pricing,companyName");
	columns_finish(&columns);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_read_back_as_they_print),
		cmocka_unit_test(columns_are_hidden_moved_and_widened),
	};
	return cmocka_run_group_tests_name("columns", tests, NULL, NULL);
}
