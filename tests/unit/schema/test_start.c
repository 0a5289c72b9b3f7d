/* test_start.c - what a new record begins with: the form's default, or what another one has that it
 * may have too. */
/* SPDX-License-Identifier: ISC */
#include "../unit.h"

#include "model/customers.h"
#include "model/flow_customers.h"
#include "model/products.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/start.h"

static const struct {
	const char *record, *start;
} likes[] = {
	{ "{}", "{\"active\":true}" },
	{ "{\"customerNumber\":\"A-1\",\"companyName\":\"Acme\",\"externalId\":\"x\"}",
	  "{\"companyName\":\"Acme\",\"active\":true}" },
	/* not that of the other */
	{ "{\"terms\":\"COD\",\"active\":false,\"currencyCode\":\"USD\",\"organizationId\":\"o\"}",
	  "{\"terms\":\"COD\",\"active\":true}" },
	{ "{\"id\":7,\"createdAt\":\"2026-01-01\"}", "{\"active\":true}" },
	{ "{\"addresses\":[{\"line1\":\"Dock 1\",\"externalId\":\"a\",\"code\":\"C\",\"id\":3}]}",
	  "{\"addresses\":[{\"line1\":\"Dock 1\"}],\"active\":true}" },
	{ "{\"addresses\":[],\"contacts\":null}", "{\"addresses\":[],\"active\":true}" },
	{ "{\"contacts\":[\"odd\",{\"lastName\":\"Berg\",\"isPrimary\":true}]}",
	  "{\"contacts\":[\"odd\",{\"isPrimary\":true,\"lastName\":\"Berg\"}],\"active\":true}" },
	{ "{\"customerAttributes\":{\"n\":1e400,\"big\":9007199254740993}}",
	  "{\"customerAttributes\":{\"n\":1e400,\"big\":9007199254740993},\"active\":true}" },
};

static void one_like_another_lacks_what_only_one_can_have(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(likes); i++) {
		struct record *record = record_parse(&nymble_customer_schema, likes[i].record,
						     strlen(likes[i].record), NULL);
		struct record *start = record_start_like(record);

		assert_text_take(json_print(record_tree(start)), likes[i].start);
		record_free(start);
		record_free(record);
	}
}

static void what_is_in_stock_is_of_the_other(void **state)
{
	static const char product[] = "{\"sku\":\"A\",\"name\":\"Rope\",\"quantityOnHand\":7,"
				      "\"minimumOrderQuantity\":2}";
	struct record *record = record_parse(&nymble_product_schema, product, strlen(product), NULL);
	struct record *start = record_start_like(record);

	(void)state;
	assert_text_take(json_print(record_tree(start)),
			 "{\"name\":\"Rope\",\"minimumOrderQuantity\":2,\"active\":true}");
	record_free(start);
	record_free(record);
}

/* Of another schema: what both have under one name, the external id by which it is known again too. */
static const struct {
	const char *hit, *start;
} hits[] = {
	{ "{}", "{}" },
	{ "{\"externalId\":\"reg-1\",\"companyName\":\"Fjordtek AS\",\"customerType\":\"COMPANY\",\"score\":3}",
	  "{\"customerType\":\"COMPANY\",\"companyName\":\"Fjordtek AS\",\"externalId\":\"reg-1\"}" },
	{ "{\"firstName\":\"Sunniva\",\"LASTNAME\":\"Dahl\",\"customerUid\":\"cus-9\",\"email\":null}",
	  "{\"firstname\":\"Sunniva\",\"lastname\":\"Dahl\"}" },
	{ "{\"vatNumber\":\"0012\",\"createdAt\":\"2026-01-01T00:00:00Z\"}", "{\"vatNumber\":\"0012\"}" },
};

static void a_hit_is_taken_over_by_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(hits); i++) {
		struct record *hit = record_parse(&flow_external_schema, hits[i].hit,
						  strlen(hits[i].hit), NULL);
		struct record *start = record_start_from(&flow_customer_schema, hit);

		assert_text_take(json_print(record_tree(start)), hits[i].start);
		record_free(start);
		record_free(hit);
	}
}

/* A person has no company's name. */
static void a_hit_is_known_by_its_names(void **state)
{
	static const char person[] = "{\"firstname\":\"Sunniva\",\"lastname\":\"Dahl\"}";
	static const char company[] = "{\"companyName\":\"Fjordtek AS\",\"firstname\":\"Lars\"}";
	struct record *one = record_parse(&flow_external_schema, person, strlen(person), NULL);
	struct record *other = record_parse(&flow_external_schema, company, strlen(company), NULL);

	(void)state;
	assert_text_take(record_name(one), "Sunniva Dahl");
	assert_text_take(record_name(other), "Fjordtek AS");
	record_free(other);
	record_free(one);
}

static void a_new_one_is_in_use(void **state)
{
	struct record *start = record_start(&nymble_customer_schema);

	(void)state;
	assert_text_take(json_print(record_tree(start)), "{\"active\":true}");
	record_free(start);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_like_another_lacks_what_only_one_can_have),
		cmocka_unit_test(what_is_in_stock_is_of_the_other),
		cmocka_unit_test(a_hit_is_taken_over_by_names),
		cmocka_unit_test(a_hit_is_known_by_its_names),
		cmocka_unit_test(a_new_one_is_in_use),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
