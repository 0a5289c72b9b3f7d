/* test_entry_choice.c - lists whose entries are no more than a value that is chosen. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "model/customers.h"
#include "model/flow_customers.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "work/entry_choice.h"

static const struct field *groups(void)
{
	return schema_field(&flow_customer_schema, "customerGroups");
}

static struct edit *edit_of(const char *json)
{
	return edit_new_take(record_parse(&flow_customer_schema, json, strlen(json), NULL));
}

static char *entries_of(const struct edit *edit)
{
	return json_print(record_value(edit_now(edit), groups()));
}

static void only_chosen_entries_are_meant(void **state)
{
	(void)state;
	assert_string_equal(entry_choice_field(groups())->name, "customerGroupUid");
	assert_null(entry_choice_field(schema_field(&flow_customer_schema, "addresses")));
	assert_null(entry_choice_field(schema_field(&nymble_customer_schema, "addresses")));
}

static void a_value_is_added_once_with_its_name(void **state)
{
	struct edit *edit = edit_of("{\"customerGroups\":[{\"customerGroupUid\":\"cg-club\",\"name\":\"Club\"}]}");
	struct error err = { 0 };

	(void)state;
	assert_true(entry_choice_add(edit, groups(), "cg-trade", "Trade accounts", &err));
	assert_true(entry_choice_add(edit, groups(), "cg-new", "", &err));
	assert_text_take(entries_of(edit), "[{\"customerGroupUid\":\"cg-club\",\"name\":\"Club\"},"
					   "{\"customerGroupUid\":\"cg-trade\",\"name\":\"Trade accounts\"},"
					   "{\"customerGroupUid\":\"cg-new\"}]");
	assert_false(entry_choice_add(edit, groups(), "cg-trade", "Trade accounts", &err));
	assert_string_equal(err.message, "Trade accounts is in the list already.");
	assert_false(entry_choice_add(edit, groups(), "no uid", "", &err));
	assert_int_equal(edit_entry_count(edit, groups()), 3);
	edit_free(edit);
}

static void another_value_has_another_name(void **state)
{
	struct edit *edit = edit_of("{\"customerGroups\":[{\"customerGroupUid\":\"cg-club\",\"name\":\"Club\"}]}");
	const struct field *field = entry_choice_field(groups());
	struct place place = { groups(), 0 };

	(void)state;
	assert_true(edit_put_text(edit, place, field, "cg-trade", NULL));
	entry_choice_name(edit, place, field, "Trade accounts");
	assert_text_take(entries_of(edit), "[{\"customerGroupUid\":\"cg-trade\",\"name\":\"Trade accounts\"}]");
	entry_choice_name(edit, place, field, "");
	assert_text_take(entries_of(edit), "[{\"customerGroupUid\":\"cg-trade\"}]");
	edit_free(edit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_chosen_entries_are_meant),
		cmocka_unit_test(a_value_is_added_once_with_its_name),
		cmocka_unit_test(another_value_has_another_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
