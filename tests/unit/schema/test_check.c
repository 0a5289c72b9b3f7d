/* What is wrong with a record before it is sent, and where what a service says about it belongs. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "base/error.h"
#include "record_of.h"
#include "model/products.h"
#include "schema/check.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

/* "! addresses 1 city: text" for each complaint, ? for a warning. */
static char *text_of(const struct complaints *complaints)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < complaints->count; i++) {
		const struct complaint *row = &complaints->rows[i];
		fputs(row->warning ? "?" : "!", out);
		if (row->place.list)
			fprintf(out, " %s %zu", row->place.list->name, row->place.entry);
		if (row->field)
			fprintf(out, " %s", row->field->name);
		fprintf(out, ": %s\n", row->text);
	}
	fclose(out);
	return text;
}

#define BOTH "{\"addressType\":\"Billing\"},{\"addressType\":\"Shipping\"}"

static const struct {
	const char *base, *now; /* base NULL: a new record */
	const char *complaints;
} checks[] = {
	{ NULL, "{}",
	  "! customerNumber: This must be filled in\n! companyName: This must be filled in\n"
	  "! pricing: This must be filled in\n! companyEmail: This must be filled in\n"
	  "? addresses: There is no Billing address\n? addresses: There is no Shipping address\n" },
	{ NULL, "{\"customerNumber\":\"A\",\"companyName\":\"B\",\"pricing\":\"any\",\"companyEmail\":\"a@b.example\","
		"\"terms\":\"free\",\"addresses\":[" BOTH "]}", "" },
	/* what came wrong may stay; what became wrong may not */
	{ "{\"companyEmail\":\"none\",\"companyName\":\"\"}", "{\"companyEmail\":\"none\",\"companyName\":\"\",\"terms\":\"COD\"}", "" },
	{ "{\"companyEmail\":\"none\",\"companyName\":\"A\"}", "{\"companyEmail\":\"nobody\",\"companyName\":\"  \"}",
	  "! companyName: This must be filled in\n! companyEmail: Enter an address such as name@example.com\n" },
	/* a known record's action fields and the service's own are no business of ours */
	{ "{\"active\":true}", "{\"active\":\"perhaps\",\"currencyCode\":7}", "" },
	/* lists: an unknown type is kept, not made; a list that did not change is not looked at */
	{ "{\"addresses\":[{\"addressType\":\"Dock\"}]}", "{\"addresses\":[{\"addressType\":\"Dock\"}],\"terms\":\"COD\"}", "" },
	{ "{\"addresses\":[{\"addressType\":\"Dock\",\"line1\":\"a\"}," BOTH "]}",
	  "{\"addresses\":[{\"addressType\":\"Dock\",\"line1\":\"b\"}," BOTH "]}", "" },
	{ "{\"addresses\":[{\"addressType\":\"Billing\",\"line1\":\"a\"}," BOTH "]}",
	  "{\"addresses\":[{\"addressType\":\"billing\",\"line1\":\"a\",\"country\":\"Sverige\"}," BOTH "]}",
	  "! addresses 0 addressType: Choose one of these: Billing, Shipping\n"
	  "! addresses 0 country: two letters such as SE, not «Sverige»\n" },
	{ "{\"addresses\":[" BOTH "]}", "{\"addresses\":[{\"addressType\":\"Shipping\"},{}]}",
	  "! addresses 1: Nothing is filled in here: fill it in or remove it\n"
	  "! addresses 1 addressType: This must be filled in\n? addresses: There is no Billing address\n" },
	{ "{}", "{\"contacts\":[{\"email\":\"a b\",\"phone\":\"12\",\"contactType\":\"Whoever\"}]}",
	  "! contacts 0 email: Enter an address such as name@example.com\n" },
	{ "{\"addresses\":[" BOTH "]}", "{\"addresses\":[" BOTH ",\"Wharf\"]}", "" },
	/* an attribute keeps base's type; without one there, any is right */
	{ "{\"customerAttributes\":{\"a\":12,\"b\":true,\"c\":null}}",
	  "{\"customerAttributes\":{\"a\":\"1x\",\"b\":false,\"c\":\"x\",\"d\":\"x\"}}",
	  "! customerAttributes: a: Enter an amount such as 12.50\n" },
};

/* Numbers: the smallest that is taken, and that nothing can take one away (never null). */
static const struct {
	const char *base, *now;
	const char *complaints;
} numbers[] = {
	{ "{}", "{\"weight\":0,\"price\":0.0001,\"quantityOnHand\":-3}", "" },
	{ "{\"price\":-2}", "{\"price\":-2,\"weight\":1}", "" },
	{ "{}", "{\"price\":-0.01,\"weight\":-1}",
	  "! price: Enter 0 or more\n! weight: Enter 0 or more\n" },
	{ "{\"weight\":2,\"active\":true,\"category\":\"A\"}", "{\"weight\":null,\"category\":\"\"}",
	  "! active: The service cannot empty this: choose yes or no\n"
	  "! weight: The service cannot empty this: enter 0 or another number\n" },
	{ "{\"prices\":[{\"tier\":\"A\",\"price\":1,\"atQuantity\":5}]}",
	  "{\"prices\":[{\"tier\":\"A\",\"price\":2},{\"tier\":\"B\",\"price\":-1,\"atQuantity\":0},{\"tier\":\"C\"}]}",
	  "! prices 1 atQuantity: Enter 1 or more\n! prices 1 price: Enter 0 or more\n"
	  "! prices 2 price: This must be filled in\n" },
};

static void numbers_have_a_smallest_and_stay(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(numbers); i++) {
		struct edit *edit =
			edit_new_draft_take(record_of(&nymble_product_schema, numbers[i].base),
					    record_of(&nymble_product_schema, numbers[i].now), false);
		struct complaints complaints = { 0 };
		check_edit(&complaints, edit);
		assert_text_take(text_of(&complaints), numbers[i].complaints);
		complaints_finish(&complaints);
		edit_free(edit);
	}
}

static const struct {
	const char *field, *text, *value; /* value NULL: refused */
	const char *message;
} typed[] = {
	{ "price", "0.123", "0.123", "" },
	{ "price", "-1", NULL, "Enter 0 or more" },
	{ "price", "one", NULL, "Enter an amount such as 12.50" },
	{ "price", "", NULL, "The service cannot empty this: enter 0 or another number" },
	{ "category", " ", "\"\"", "" },
	{ "name", "", NULL, "This must be filled in" },
};

static void a_value_alone_is_checked_by_its_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(typed); i++) {
		struct error err = { 0 };
		struct json *value = check_parse(
			schema_field(&nymble_product_schema, typed[i].field), typed[i].text, &err);
		assert_string_equal(err.message, typed[i].message);
		assert_int_equal(!value, !typed[i].value);
		if (value)
			assert_text_take(json_print(value), typed[i].value);
		json_free(value);
	}
}

static struct edit *edit_of(const char *base, const char *now)
{
	struct record *record = customer_of(now);

	return base ? edit_new_draft_take(customer_of(base), record, false)
		    : edit_new_create_take(&nymble_customer_schema, record);
}

static void what_we_would_send_is_checked(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(checks); i++) {
		struct edit *edit = edit_of(checks[i].base, checks[i].now);
		struct complaints complaints = { 0 };
		check_edit(&complaints, edit);
		assert_text_take(text_of(&complaints), checks[i].complaints);
		complaints_finish(&complaints);
		edit_free(edit);
	}
}

static void one_field_is_checked_on_leaving_it(void **state)
{
	struct edit *edit = edit_of("{\"companyName\":\"A\",\"companyEmail\":\"none\"}", "{\"companyName\":\"\",\"companyEmail\":\"none\"}");
	const struct place top = { 0 };
	struct error err = { 0 };

	(void)state;
	assert_false(check_field(edit, top, schema_field(&nymble_customer_schema, "companyName"), &err));
	assert_string_equal(err.message, "This must be filled in");
	assert_true(check_field(edit, top, schema_field(&nymble_customer_schema, "companyEmail"), &err));
	assert_true(check_field(edit, top, schema_field(&nymble_customer_schema, "addresses"), &err));
	edit_free(edit);
}

static const struct {
	const char *name, *complaint;
} messages[] = {
	{ "CompanyEmail", "! companyEmail: no" },
	{ "companyemail", "! companyEmail: no" },
	{ "Name", "! companyName: no" },
	{ "$.companyEmail", "! companyEmail: no" },
	{ "request.CompanyEmail", "! companyEmail: no" },
	{ "Addresses[1].Country", "! addresses 1 country: no" },
	{ "$.addresses[0].city", "! addresses 0 city: no" },
	{ "/addresses/12/ZipPostalCode", "! addresses 12 postalCode: no" },
	{ "$['addresses'][2]['address1']", "! addresses 2 line1: no" },
	{ "customer.Contacts[0].LastName", "! contacts 0 lastName: no" },
	{ "Addresses", "! addresses: no" },
	{ "Addresses[3]", "! addresses 3: no" },
	{ "Addresses[3].Dock.Gate", "! addresses 3: Dock.Gate: no" },
	{ "Addresses[99999999999999999999]", "! addresses: no" },
	{ "Addresses[-1].City", "! addresses: no" },
	{ "CustomerAttributes.colour", "! customerAttributes: colour: no" },
	{ "companyEmail.length", "! companyEmail: no" },
	{ "Shoe.Size", "!: Shoe.Size: no" },
	{ "Shoe", "!: Shoe: no" },
	{ "$", "!: no" },
	{ "", "!: no" },
	{ "[].[", "!: no" },
};

static void a_services_message_lands_on_its_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(messages); i++) {
		struct complaints complaints = { 0 };
		complaints_add_message(&complaints, &nymble_customer_schema, messages[i].name, "no");
		char *text = text_of(&complaints);
		text[strlen(text) - 1] = '\0';
		if (strcmp(text, messages[i].complaint) != 0)
			fail_msg("%s: %s", messages[i].name, text);
		free(text);
		complaints_finish(&complaints);
	}
}

static void what_is_wrong_goes_before_warnings(void **state)
{
	const struct field *addresses = schema_field(&nymble_customer_schema, "addresses");
	const struct field *city = schema_field(&nymble_address_schema, "city");
	const struct place top = { 0 }, first = { addresses, 0 }, second = { addresses, 1 };
	struct complaints complaints = { 0 };

	(void)state;
	complaints_add(&complaints, second, city, true, "warned");
	assert_string_equal(complaints_at(&complaints, second, city)->text, "warned");
	assert_int_equal(complaints_count_wrong(&complaints), 0);
	complaints_add(&complaints, second, city, false, "wrong");
	complaints_add(&complaints, second, city, false, "wrong too");
	assert_string_equal(complaints_at(&complaints, second, city)->text, "wrong");
	assert_null(complaints_at(&complaints, first, city));
	assert_null(complaints_at(&complaints, second, NULL));
	assert_null(complaints_at(&complaints, top, city));
	assert_int_equal(complaints_count_wrong(&complaints), 2);
	complaints_clear(&complaints);
	assert_null(complaints_at(&complaints, second, city));
	complaints_finish(&complaints);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_we_would_send_is_checked),
		cmocka_unit_test(numbers_have_a_smallest_and_stay),
		cmocka_unit_test(a_value_alone_is_checked_by_its_row),
		cmocka_unit_test(one_field_is_checked_on_leaving_it),
		cmocka_unit_test(a_services_message_lands_on_its_field),
		cmocka_unit_test(what_is_wrong_goes_before_warnings),
	};
	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
