/* The tolerant reader: every spelling documents use is understood, nothing is dropped. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "model/customers.h"
#include "model/products.h"
#include "record_of.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

static void the_guides_spelling_is_read_as_the_references(void **state)
{
	struct record *record = customer_of(
		"{\"CustomerNumber\":\"TRL-2210\",\"CompanyName\":\"Trillium\",\"Active\":true,\"Addresses\":[{\"Address1\":"
		"\"77 Orchard\",\"StateProvince\":\"ON\",\"ZipPostalCode\":\"M4C\",\"Default\":true,\"Code\":\"W\",\"Dock\":4}],"
		"\"X-Unknown\":1.50}");

	(void)state;
	assert_string_equal(record_key(record), "TRL-2210");
	assert_string_equal(record_title(record), "Trillium");
	assert_text_take(json_print(record_tree(record)),
			 "{\"customerNumber\":\"TRL-2210\",\"companyName\":\"Trillium\",\"active\":true,\"addresses\":[{\"line1\":"
			 "\"77 Orchard\",\"state\":\"ON\",\"postalCode\":\"M4C\",\"isPrimary\":true,\"code\":\"W\",\"Dock\":4}],"
			 "\"X-Unknown\":1.50}");
	const struct json *unknown = record_next_unknown(record, NULL);
	assert_string_equal(json_name(unknown), "X-Unknown");
	assert_null(record_next_unknown(record, unknown));
	record_free(record);
}

static void the_references_spelling_wins(void **state)
{
	struct record *record = customer_of("{\"name\":\"old\",\"CompanyName\":\"other\",\"companyName\":\"right\"}");

	(void)state;
	assert_string_equal(record_title(record), "right");
	assert_non_null(record_next_unknown(record, NULL)); /* the others are kept, and shown as unknown */
	record_free(record);
}

static void null_and_absent_are_the_same(void **state)
{
	struct record *record = customer_of("{\"companyPhone\":null,\"addresses\":null}");

	(void)state;
	assert_null(record_value(record, schema_field(&nymble_customer_schema, "companyPhone")));
	assert_text_take(record_text(record, schema_field(&nymble_customer_schema, "companyPhone")), "");
	assert_text_take(record_text(record, schema_field(&nymble_customer_schema, "companyFax")), "");
	assert_text_take(record_text(record, schema_field(&nymble_customer_schema, "addresses")), "");
	assert_string_equal(record_key(record), "");
	record_free(record);
}

static void odd_types_are_shown_as_they_are(void **state)
{
	struct record *record = record_of(&nymble_product_schema,
					"{\"sku\":7,\"name\":{\"en\":\"x\"},\"price\":12.345678,\"active\":\"maybe\","
					"\"quantityOnHand\":3.5,\"pricePoints\":[{\"tier\":\"A\",\"price\":1}],\"images\":[\"a.jpg\"]}");
	const struct schema *schema = &nymble_product_schema;

	(void)state;
	assert_string_equal(record_key(record), "7");
	assert_text_take(record_text(record, schema_field(schema, "name")), "{\"en\":\"x\"}");
	assert_text_take(record_text(record, schema_field(schema, "price")), "~12.345678");
	assert_text_take(record_text(record, schema_field(schema, "active")), "maybe");
	assert_text_take(record_text(record, schema_field(schema, "prices")), "1");
	record_free(record);
}

static void what_is_no_object_is_refused(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_null(record_parse(&nymble_customer_schema, "[]", 2, &err));
	assert_non_null(strstr(err.message, "no JSON object"));
}

static void counts_are_whole_sentences(void **state)
{
	(void)state;
	assert_text_take(resource_count_text(&nymble_customers, 1), "1 customer");
	assert_text_take(resource_count_text(&nymble_customers, 52), "52 customers");
	assert_string_equal(resource_action(&nymble_customers, "activate")->member, "active");
	assert_null(resource_action(&nymble_products, "delete")); /* N24 */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_guides_spelling_is_read_as_the_references),
		cmocka_unit_test(the_references_spelling_wins),
		cmocka_unit_test(null_and_absent_are_the_same),
		cmocka_unit_test(odd_types_are_shown_as_they_are),
		cmocka_unit_test(what_is_no_object_is_refused),
		cmocka_unit_test(counts_are_whole_sentences),
	};
	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
