/* What a form does to lists and attributes: one primary of a group, types that stay, origins. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "record_of.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

static const struct field *field_of(const char *name)
{
	return schema_field(&nymble_customer_schema, name);
}

static struct edit *edit_of(const char *text)
{
	return edit_new_take(customer_of(text));
}

static struct place address(size_t i)
{
	return (struct place){ field_of("addresses"), i };
}

static struct place contact(size_t i)
{
	return (struct place){ field_of("contacts"), i };
}

static const struct field *inner(struct place place, const char *name)
{
	return schema_field(place.list->items, name);
}

static void assert_now(const struct edit *edit, const char *expected)
{
	assert_text_take(json_print(record_tree(edit_now(edit))), expected);
}

/* --- the primary entry -------------------------------------------------------------------------- */

#define BILLING_A(primary) "{\"addressType\":\"Billing\",\"line1\":\"a\"" primary "}"
#define BILLING_B(primary) "{\"addressType\":\"billing\",\"line1\":\"b\"" primary "}"
#define SHIPPING(primary) "{\"addressType\":\"Shipping\",\"line1\":\"s\"" primary "}"
#define ADDRESSES(a, b, c) "{\"addresses\":[" a "," b "," c "]}"

static const char three[] = ADDRESSES(BILLING_A(",\"isPrimary\":true"), BILLING_B(""), SHIPPING(",\"isPrimary\":true"));

static void the_other_of_the_group_is_primary_no_more(void **state)
{
	struct edit *edit = edit_of(three);

	(void)state;
	assert_int_equal(edit_make_primary(edit, address(1)), 1);
	assert_now(edit, ADDRESSES(BILLING_A(",\"isPrimary\":false"), BILLING_B(",\"isPrimary\":true"),
				   SHIPPING(",\"isPrimary\":true")));
	assert_true(edit_field_is_changed(edit, address(0), inner(address(0), "isPrimary")));
	assert_int_equal(edit_make_primary(edit, address(0)), 1);
	assert_now(edit, three); /* absent again, not false */
	assert_int_equal(edit_make_primary(edit, address(0)), 0);
	edit_free(edit);
}

static void typing_yes_does_the_same(void **state)
{
	struct edit *edit = edit_of(three);

	(void)state;
	assert_true(edit_put_text(edit, address(1), inner(address(1), "isPrimary"), "yes", NULL));
	assert_now(edit, ADDRESSES(BILLING_A(",\"isPrimary\":false"), BILLING_B(",\"isPrimary\":true"),
				   SHIPPING(",\"isPrimary\":true")));
	edit_revert(edit, address(0), inner(address(0), "isPrimary"));
	assert_now(edit, three);
	assert_true(edit_put_text(edit, address(0), inner(address(0), "isPrimary"), "no", NULL));
	assert_now(edit, ADDRESSES(BILLING_A(",\"isPrimary\":false"), BILLING_B(""), SHIPPING(",\"isPrimary\":true")));
	edit_free(edit);
}

static void a_primary_entry_takes_its_rank_along(void **state)
{
	struct edit *edit = edit_of(three);

	(void)state;
	assert_true(edit_put_text(edit, address(2), inner(address(2), "addressType"), "billing", NULL));
	assert_now(edit, ADDRESSES(BILLING_A(",\"isPrimary\":false"), BILLING_B(""),
				   "{\"addressType\":\"Billing\",\"line1\":\"s\",\"isPrimary\":true}"));
	edit_free(edit);
}

static void contacts_are_one_group(void **state)
{
	struct edit *edit = edit_of("{\"contacts\":[{\"contactType\":\"A\",\"isPrimary\":true},{\"contactType\":\"B\"},7]}");

	(void)state;
	assert_int_equal(edit_make_primary(edit, contact(1)), 1);
	assert_now(edit, "{\"contacts\":[{\"contactType\":\"A\",\"isPrimary\":false},"
			 "{\"contactType\":\"B\",\"isPrimary\":true},7]}");
	assert_int_equal(edit_make_primary(edit, contact(2)), 0); /* no object: left alone */
	assert_int_equal(edit_make_primary(edit, contact(9)), 0);
	edit_free(edit);
}

/* --- what may be written ------------------------------------------------------------------------ */

static void some_members_are_written_back_only(void **state)
{
	struct edit *edit = edit_of("{\"customerNumber\":\"A\",\"companyName\":{\"en\":\"x\"},\"addresses\":[{\"code\":\"W\"},{},7]}");
	const struct place top = { 0 };
	struct error err = { 0 };

	(void)state;
	assert_true(edit_can_write(edit, address(0), inner(address(0), "code"))); /* N5 */
	assert_false(edit_can_write(edit, address(1), inner(address(1), "code")));
	assert_false(edit_can_write(edit, address(2), inner(address(2), "city")));
	assert_false(edit_can_write(edit, address(3), inner(address(3), "city")));
	assert_true(edit_can_write(edit, top, field_of("terms")));
	assert_false(edit_can_write(edit, top, field_of("customerNumber")));
	assert_false(edit_can_write(edit, top, field_of("active")));
	assert_false(edit_can_write(edit, top, field_of("currencyCode")));
	assert_false(edit_can_write(edit, top, field_of("companyName"))); /* typing would lose an object */
	assert_false(edit_put_text(edit, top, field_of("active"), "no", &err));
	assert_string_equal(err.message, "Active cannot be changed here");
	assert_false(edit_is_changed(edit));
	edit_free(edit);
	edit = edit_new_create_take(&nymble_customer_schema, NULL);
	assert_true(edit_is_new(edit));
	assert_true(edit_can_write(edit, top, field_of("active")));
	assert_true(edit_can_write(edit, top, field_of("customerNumber")));
	assert_false(edit_can_write(edit, top, field_of("currencyCode")));
	assert_false(edit_is_changed(edit));
	edit_free(edit);
}

static void a_wrong_text_changes_nothing(void **state)
{
	struct edit *edit = edit_of("{\"companyEmail\":\"a@b.example\"}");
	unsigned revision = edit_revision(edit);
	struct error err = { 0 };

	(void)state;
	assert_false(edit_put_text(edit, (struct place){ 0 }, field_of("companyEmail"), "nobody", &err));
	assert_string_equal(err.message, "Enter an address such as name@example.com");
	assert_now(edit, "{\"companyEmail\":\"a@b.example\"}");
	assert_int_equal(edit_revision(edit), revision);
	edit_free(edit);
}

/* A service may send anything in a list's place. */
static void what_is_no_list_has_no_entries(void **state)
{
	static const char record[] = "{\"addresses\":{\"a\":{\"city\":\"Ely\"}}}";
	struct edit *edit = edit_of(record);

	(void)state;
	assert_int_equal(edit_entry_count(edit, field_of("addresses")), 0);
	assert_null(edit_object(edit, address(0)));
	assert_false(edit_can_write(edit, address(0), inner(address(0), "city")));
	edit_put_take(edit, address(0), inner(address(0), "city"), json_new_string("Bath"));
	edit_remove_entry(edit, address(0));
	assert_int_equal(edit_make_primary(edit, address(0)), 0);
	assert_now(edit, record);
	assert_int_equal(edit_add_entry(edit, field_of("addresses"), "Billing"), 0);
	assert_now(edit, "{\"addresses\":[{\"addressType\":\"Billing\"}]}");
	edit_revert(edit, (struct place){ 0 }, field_of("addresses"));
	assert_now(edit, record);
	edit_free(edit);
}

/* --- origins ------------------------------------------------------------------------------------ */

/* A draft does not say which entry was which; what they have in common does. */
static void a_draft_finds_its_entries_again(void **state)
{
	struct edit *edit = edit_new_draft_take(
		customer_of("{\"contacts\":[{\"lastName\":\"a\",\"email\":\"a@x\"},{\"lastName\":\"b\",\"email\":\"b@x\"},{\"lastName\":\"c\"}]}"),
		customer_of("{\"contacts\":[{\"lastName\":\"c\"},{\"lastName\":\"new\",\"title\":\"Dr\"},{\"lastName\":\"B\",\"email\":\"b@x\"}]}"),
		false);

	(void)state;
	assert_false(edit_entry_is_changed(edit, contact(0)));
	assert_true(edit_entry_is_changed(edit, contact(2)));
	edit_revert(edit, contact(2), inner(contact(2), "lastName"));
	assert_false(edit_entry_is_changed(edit, contact(2)));
	edit_free(edit);
}

/* Removed and added, written again letter by letter or written over: the edit knows. */
static void a_review_knows_which_entry_is_new(void **state)
{
	struct edit *edit = edit_of("{\"contacts\":[{\"lastName\":\"a\",\"email\":\"a@x.example\"}]}");
	struct changes changes;
	struct change_lines lines;

	(void)state;
	edit_remove_entry(edit, contact(0));
	edit_add_entry(edit, field_of("contacts"), NULL);
	assert_true(edit_put_text(edit, contact(0), inner(contact(0), "email"), "a@x.example", NULL));
	edit_find_changes(edit, &changes);
	change_lines_find(&lines, &changes);
	assert_int_equal(lines.count, 2);
	assert_string_equal(lines.rows[0].label, "a@x.example: E-mail");
	assert_string_equal(lines.rows[1].label, "Contact 1");
	assert_int_equal(edit_change_count(edit), 2);
	change_lines_finish(&lines);
	changes_finish(&changes);
	edit_free(edit);
}

static void an_edit_goes_on_from_the_newer_version(void **state)
{
	struct edit *edit = edit_new_create_take(&nymble_customer_schema, customer_of("{\"customerNumber\":\"A\",\"terms\":\"COD\"}"));
	const struct place top = { 0 };

	(void)state;
	assert_true(edit_is_changed(edit));
	edit_replace_take(edit, customer_of("{\"customerNumber\":\"A\",\"terms\":\"NET60\",\"contacts\":[{}]}"),
			  customer_of("{\"customerNumber\":\"A\",\"terms\":\"COD\",\"contacts\":[{}]}"));
	assert_false(edit_is_new(edit));
	assert_false(edit_entry_is_new(edit, contact(0)));
	edit_revert(edit, top, field_of("terms"));
	assert_false(edit_is_changed(edit));
	edit_free(edit);
}

/* --- attributes --------------------------------------------------------------------------------- */

static const char attributes[] =
	"{\"customerAttributes\":{\"credit\":1e400,\"colour\":\"blue\",\"vip\":true,\"\\u0000\":\"odd\",\"tags\":[1.50],\"none\":null}}";

static void put_attribute(struct edit *edit, size_t i, const char *text)
{
	struct error err = { 0 };

	if (!edit_put_attribute(edit, field_of("customerAttributes"), i, text, &err))
		fail_msg("%s: %s", text, err.message);
}

static void attributes_stay_what_they_were(void **state)
{
	const struct field *map = field_of("customerAttributes");
	struct edit *edit = edit_of(attributes);
	struct error err = { 0 };

	(void)state;
	assert_int_equal(edit_attribute_count(edit, map), 6);
	put_attribute(edit, 0, "12,50");
	put_attribute(edit, 1, "");
	put_attribute(edit, 2, "no");
	put_attribute(edit, 3, "usual");
	put_attribute(edit, 5, "text now");
	assert_now(edit, "{\"customerAttributes\":{\"credit\":12.5,\"colour\":\"\",\"vip\":false,\"\\u0000\":\"usual\","
			 "\"tags\":[1.50],\"none\":\"text now\"}}");
	assert_true(edit_attribute_is_changed(edit, map, 3));
	assert_false(edit_attribute_is_changed(edit, map, 4));
	assert_false(edit_put_attribute(edit, map, 0, "much", &err));
	assert_false(edit_put_attribute(edit, map, 2, "perhaps", &err));
	assert_false(edit_put_attribute(edit, map, 4, "[2]", &err));
	assert_string_equal(err.message, "A value made of several cannot be typed");
	assert_false(edit_put_attribute(edit, map, 9, "x", &err));
	put_attribute(edit, 4, "[1.50]"); /* as it is */
	put_attribute(edit, 0, "1e400");
	put_attribute(edit, 1, "blue");
	put_attribute(edit, 2, "true");
	put_attribute(edit, 3, "odd");
	put_attribute(edit, 5, "");
	assert_now(edit, attributes);
	assert_false(edit_is_changed(edit));
	edit_free(edit);
}

static void attributes_come_go_and_change_their_names(void **state)
{
	const struct field *map = field_of("customerAttributes");
	struct edit *edit = edit_of(attributes);
	struct error err = { 0 };

	(void)state;
	assert_false(edit_add_attribute(edit, map, "", "x", &err));
	assert_false(edit_add_attribute(edit, map, "vip", "x", &err));
	assert_string_equal(err.message, "There is an attribute vip already");
	assert_true(edit_rename_attribute(edit, map, 0, "limit", &err));
	assert_false(edit_rename_attribute(edit, map, 0, "vip", &err));
	assert_false(edit_rename_attribute(edit, map, 6, "x", &err));
	assert_true(edit_attribute_is_changed(edit, map, 0));
	assert_true(edit_rename_attribute(edit, map, 0, "credit", &err));
	assert_true(edit_rename_attribute(edit, map, 3, "usual", &err));
	assert_true(edit_rename_attribute(edit, map, 3, "\"\\u0000\"", &err)); /* as it was shown */
	assert_now(edit, attributes);
	edit_remove_attribute(edit, map, 2);
	assert_true(edit_add_attribute(edit, map, "new", "5", &err));
	assert_now(edit, "{\"customerAttributes\":{\"credit\":1e400,\"colour\":\"blue\",\"\\u0000\":\"odd\","
			 "\"tags\":[1.50],\"none\":null,\"new\":\"5\"}}");
	edit_remove_attribute(edit, map, 5);
	assert_true(edit_add_attribute(edit, map, "vip", "true", &err)); /* as it was, where it was */
	assert_now(edit, attributes);
	edit_free(edit);
}

static void the_first_attribute_makes_the_map(void **state)
{
	static const char *const records[] = { "{}", "{\"customerAttributes\":null}", "{\"customerAttributes\":{}}" };
	const struct field *map = field_of("customerAttributes");

	(void)state;
	for (size_t i = 0; i < CASES(records); i++) {
		struct edit *edit = edit_of(records[i]);
		assert_int_equal(edit_attribute_count(edit, map), 0);
		assert_null(edit_attribute(edit, map, 0));
		assert_true(edit_add_attribute(edit, map, "a", "b", NULL));
		assert_now(edit, "{\"customerAttributes\":{\"a\":\"b\"}}");
		edit_remove_attribute(edit, map, 0);
		assert_now(edit, records[i]);
		edit_free(edit);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_other_of_the_group_is_primary_no_more),
		cmocka_unit_test(typing_yes_does_the_same),
		cmocka_unit_test(a_primary_entry_takes_its_rank_along),
		cmocka_unit_test(contacts_are_one_group),
		cmocka_unit_test(some_members_are_written_back_only),
		cmocka_unit_test(a_wrong_text_changes_nothing),
		cmocka_unit_test(what_is_no_list_has_no_entries),
		cmocka_unit_test(a_draft_finds_its_entries_again),
		cmocka_unit_test(a_review_knows_which_entry_is_new),
		cmocka_unit_test(an_edit_goes_on_from_the_newer_version),
		cmocka_unit_test(attributes_stay_what_they_were),
		cmocka_unit_test(attributes_come_go_and_change_their_names),
		cmocka_unit_test(the_first_attribute_makes_the_map),
	};
	return cmocka_run_group_tests_name("edit lists", tests, NULL, NULL);
}
