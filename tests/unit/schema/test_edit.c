/* A record being edited: what is put back is no change, what nobody touched stays byte for byte. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "model/products.h"
#include "record_of.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

static const struct place top = { 0 };

static const struct field *field_of(const char *name)
{
	return schema_field(&nymble_customer_schema, name);
}

static struct edit *edit_of(const char *text)
{
	return edit_new_take(customer_of(text));
}

static void put(struct edit *edit, struct place place, const char *name, const char *text)
{
	struct error err = { 0 };

	if (!edit_put_text(edit, place, schema_field(edit_schema(edit, place), name), text, &err))
		fail_msg("%s: %s", name, err.message);
}

static void assert_now(const struct edit *edit, const char *expected)
{
	assert_text_take(json_print(record_tree(edit_now(edit))), expected);
}

/* What a form shows of the value, typed again over something else, is no change. */
static void a_text_put_back_is_no_change(void **state)
{
	static const struct { const char *record, *shown; } rows[] = {
		{ "{\"companyName\":\"Harborline\",\"terms\":\"COD\"}", "Harborline" },
		{ "{\"companyName\":9007199254740993}", "9007199254740993" },
		{ "{\"companyName\":1e400}", "1e400" },
		{ "{\"companyName\":\"a\\u0000b\"}", "a\xef\xbf\xbd" "b" },
		{ "{\"companyName\":\"\\u00e9\"}", "é" },
		{ "{\"companyName\":true,\"x\":[1.50]}", "true" },
		{ "{\"companyName\":null}", "" },
		{ "{\"x\":1}", "" },
		{ "{\"companyName\":\"first\",\"companyName\":\"second\"}", "first" },
		{ "{\"name\":\"old\",\"companyName\":\"right\",\"x\":{}}", "right" },
	};

	(void)state;
	for (size_t i = 0; i < CASES(rows); i++) {
		struct edit *edit = edit_of(rows[i].record);
		assert_false(edit_is_changed(edit));
		put(edit, top, "companyName", "other");
		assert_true(edit_is_changed(edit));
		assert_true(edit_field_is_changed(edit, top, field_of("companyName")));
		put(edit, top, "companyName", rows[i].shown);
		assert_false(edit_is_changed(edit));
		assert_now(edit, rows[i].record);
		put(edit, top, "companyName", "other");
		edit_revert(edit, top, field_of("companyName"));
		assert_now(edit, rows[i].record);
		edit_put_take(edit, top, field_of("companyName"), NULL);
		edit_revert(edit, top, field_of("companyName"));
		assert_now(edit, rows[i].record);
		edit_free(edit);
	}
}

/* There is no number that says nothing, and an empty text is none. */
static void an_emptied_number_is_absent(void **state)
{
	struct edit *edit = edit_new_take(record_of(
		&nymble_product_schema,
		"{\"weight\":1.50,\"prices\":[{\"tier\":\"A\",\"price\":1.0,\"atQuantity\":5}]}"));
	const struct place entry = { schema_field(&nymble_product_schema, "prices"), 0 };

	(void)state;
	put(edit, top, "weight", "");
	put(edit, entry, "atQuantity", "");
	put(edit, entry, "tier", "");
	assert_now(edit, "{\"prices\":[{\"tier\":\"\",\"price\":1.0}]}");
	put(edit, top, "weight", "1.50");
	put(edit, entry, "atQuantity", "5");
	put(edit, entry, "tier", "A");
	assert_false(edit_is_changed(edit));
	assert_now(edit, "{\"weight\":1.50,\"prices\":[{\"tier\":\"A\",\"price\":1.0,\"atQuantity\":5}]}");
	edit_free(edit);
}

/* One value under one name: a second member would undo the edit in a reader that takes the last. */
static void what_is_typed_is_the_only_one_of_its_name(void **state)
{
	struct edit *edit = edit_of("{\"name\":\"a\",\"companyName\":\"b\",\"x\":1,\"companyName\":\"c\"}");

	(void)state;
	put(edit, top, "companyName", "d");
	assert_now(edit, "{\"companyName\":\"d\",\"x\":1}");
	edit_free(edit);
}

static void what_is_cleared_becomes_an_empty_text(void **state)
{
	struct edit *edit = edit_of("{\"terms\":\"COD\"}");

	(void)state;
	put(edit, top, "terms", "");
	assert_now(edit, "{\"terms\":\"\"}");
	assert_true(edit_is_changed(edit));
	edit_free(edit);
}

static void the_revision_rises_with_changes_alone(void **state)
{
	struct edit *edit = edit_of("{\"terms\":\"COD\"}");
	unsigned revision = edit_revision(edit);

	(void)state;
	put(edit, top, "terms", "COD");
	put(edit, top, "companyPhone", "");
	edit_revert(edit, top, field_of("terms"));
	assert_int_equal(edit_revision(edit), revision);
	put(edit, top, "terms", "C");
	assert_true(edit_revision(edit) > revision);
	revision = edit_revision(edit);
	put(edit, top, "terms", "C");
	assert_int_equal(edit_revision(edit), revision);
	edit_free(edit);
}

/* --- entries ----------------------------------------------------------------------------------- */

static const char two_addresses[] =
	"{\"addresses\":[{\"addressType\":\"Billing\",\"line1\":\"Wharf\",\"isPrimary\":true,\"Dock\":1e400},"
	"{\"addressType\":\"Billing\",\"line1\":\"Quay\",\"code\":null},"
	"{\"line1\":\"Pier\",\"addressType\":\"Shipping\",\"isPrimary\":true}]}";

static struct place address(size_t i)
{
	return (struct place){ field_of("addresses"), i };
}

static void entries_move_and_come_back(void **state)
{
	struct edit *edit = edit_of(two_addresses);

	(void)state;
	edit_move_entry(edit, address(0), 2);
	assert_true(edit_is_changed(edit));
	assert_false(edit_entry_is_changed(edit, address(2)));
	put(edit, address(2), "line1", "Warf");
	assert_true(edit_entry_is_changed(edit, address(2)));
	put(edit, address(2), "line1", "Wharf"); /* its own base, wherever it stands */
	edit_move_entry(edit, address(2), 0);
	assert_false(edit_is_changed(edit));
	assert_now(edit, two_addresses);
	edit_free(edit);
}

static void entries_are_removed_and_the_rest_keeps_its_origin(void **state)
{
	struct edit *edit = edit_of(two_addresses);

	(void)state;
	edit_remove_entry(edit, address(0));
	assert_int_equal(edit_entry_count(edit, field_of("addresses")), 2);
	put(edit, address(0), "line1", "x");
	edit_revert(edit, address(0), schema_field(&nymble_address_schema, "line1"));
	assert_now(edit, "{\"addresses\":[{\"addressType\":\"Billing\",\"line1\":\"Quay\",\"code\":null},"
			 "{\"line1\":\"Pier\",\"addressType\":\"Shipping\",\"isPrimary\":true}]}");
	edit_revert(edit, top, field_of("addresses"));
	assert_now(edit, two_addresses);
	assert_false(edit_entry_is_changed(edit, address(0)));
	edit_free(edit);
}

static void an_entry_is_added_and_taken_away_again(void **state)
{
	static const char *const records[] = { "{\"contacts\":null}", "{}", "{\"contacts\":[]}" };

	(void)state;
	for (size_t i = 0; i < CASES(records); i++) {
		struct edit *edit = edit_of(records[i]);
		struct place place = { field_of("contacts"), edit_add_entry(edit, field_of("contacts"), NULL) };
		put(edit, place, "lastName", "Lindqvist");
		put(edit, place, "firstName", "T");
		put(edit, place, "firstName", "");
		assert_now(edit, "{\"contacts\":[{\"lastName\":\"Lindqvist\"}]}");
		assert_true(edit_entry_is_changed(edit, place));
		edit_remove_entry(edit, place);
		assert_now(edit, records[i]);
		edit_free(edit);
	}
}

static void attributes_keep_their_type(void **state)
{
	static const struct { const char *typed; bool taken; const char *now; } rows[] = {
		{ "12", true, "{\"customerAttributes\":{\"n\":12.0}}" },
		{ "13x", false, "{\"customerAttributes\":{\"n\":\"13x\"}}" },
		{ "13", true, "{\"customerAttributes\":{\"n\":13}}" }, /* a number again */
		{ "1e400", true, "{\"customerAttributes\":{\"n\":1e400}}" },
		{ "", false, "{\"customerAttributes\":{\"n\":\"\"}}" },
		{ "12.0", true, "{\"customerAttributes\":{\"n\":12.0}}" },
	};
	struct edit *edit = edit_of("{\"customerAttributes\":{\"n\":12.0}}");
	const struct field *map = field_of("customerAttributes");

	(void)state;
	for (size_t i = 0; i < CASES(rows); i++) {
		bool taken = edit_put_attribute(edit, map, 0, rows[i].typed, NULL);
		if (!taken)
			edit_keep_attribute_text(edit, map, 0, rows[i].typed);
		assert_int_equal(taken, rows[i].taken);
		assert_int_equal(edit_check_attribute(edit, map, 0, NULL), rows[i].taken);
		assert_now(edit, rows[i].now);
	}
	assert_false(edit_is_changed(edit));
	edit_free(edit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_put_back_is_no_change),
		cmocka_unit_test(an_emptied_number_is_absent),
		cmocka_unit_test(what_is_typed_is_the_only_one_of_its_name),
		cmocka_unit_test(what_is_cleared_becomes_an_empty_text),
		cmocka_unit_test(the_revision_rises_with_changes_alone),
		cmocka_unit_test(entries_move_and_come_back),
		cmocka_unit_test(entries_are_removed_and_the_rest_keeps_its_origin),
		cmocka_unit_test(an_entry_is_added_and_taken_away_again),
		cmocka_unit_test(attributes_keep_their_type),
	};
	return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
