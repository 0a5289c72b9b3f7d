/* How questions are written into addresses: every value of the dialect table that reaches the wire.
 */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/address.h"
#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "model/customers.h"
#include "model/products.h"
#include "schema/query.h"
#include "schema/resource.h"

#define FIRST "?pageNumber=1&pageSize=25"

static const struct {
	const struct resource *resource;
	const char *query;
	enum filter_style style;
	const char *written;
} lists[] = {
	{ &nymble_customers, "", FILTER_INDEXED, FIRST },
	{ &nymble_customers, "sort=companyName", FILTER_INDEXED,
	  FIRST "&sortOn=Name&sortDirection=asc" },
	{ &nymble_customers, "sort=-customerNumber", FILTER_INDEXED,
	  FIRST "&sortOn=CustomerNumber&sortDirection=desc" },
	{ &nymble_customers, "sort=repNumber", FILTER_INDEXED,
	  FIRST "&sortOn=repNumber&sortDirection=asc" },
	{ &nymble_products, "sort=price", FILTER_INDEXED, FIRST "&sortOn=Price&sortDirection=asc" },
	{ &nymble_customers, "companyName:contains:\"M & M/1\"", FILTER_INDEXED,
	  FIRST "&filters%5B0%5D.field=companyName&filters%5B0%5D.operator=contains"
		"&filters%5B0%5D.value=M%20%26%20M%2F1" },
	{ &nymble_customers, "active:equals:true terms:notcontains:NET", FILTER_INDEXED,
	  FIRST
	  "&filters%5B0%5D.field=active&filters%5B0%5D.operator=equals&filters%5B0%5D.value=true"
	  "&filters%5B1%5D.field=terms&filters%5B1%5D.operator=notcontains&filters%5B1%5D.value="
	  "NET" },
	/* [{"field":"companyName","operator":"startswith","value":"\"Å"}] */
	{ &nymble_customers, "companyName:startswith:\"\\\"\xc3\x85\"", FILTER_JSON,
	  FIRST
	  "&filters=%5B%7B%22field%22%3A%22companyName%22%2C%22operator%22%3A%22startswith%22%2C"
	  "%22value%22%3A%22%5C%22%C3%85%22%7D%5D" },
	{ &nymble_customers, "", FILTER_JSON, FIRST },
	/* search text is a condition more, behind the others */
	{ &nymble_customers, "active:equals:true search=har", FILTER_INDEXED,
	  FIRST
	  "&filters%5B0%5D.field=active&filters%5B0%5D.operator=equals&filters%5B0%5D.value=true"
	  "&filters%5B1%5D.field=companyName&filters%5B1%5D.operator=contains&filters%5B1%5D.value="
	  "har" },
};

static char *list_text(const struct resource *resource, const char *line, enum filter_style style)
{
	struct profile *profile = profile_new("test");
	struct error err = { 0 };
	struct query *query = query_parse(resource, line, &err);
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	assert_string_equal(err.message, "");
	profile->filter_style = style;
	nymble_dialect.write_list(out, query, resource->search_field, 1, 25, profile);
	fclose(out);
	query_free(query);
	profile_free(profile);
	return text;
}

static void queries_are_written_as_the_contract_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(lists); i++)
		assert_text_take(list_text(lists[i].resource, lists[i].query, lists[i].style),
				 lists[i].written);
}

static void a_search_has_text_and_page_alone(void **state)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	(void)state;
	nymble_dialect.write_search(out, "q", "dock line", 3, 50);
	fclose(out);
	assert_text_take(text, "?q=dock%20line&pageNumber=3&pageSize=50");
}

static const struct {
	const char *url, *path, *key, *whole;
} addresses[] = {
	{ "http://127.0.0.1:8085", "/api/customers", NULL, "http://127.0.0.1:8085/api/customers" },
	{ "https://shop.example/base/", "/api/customers/{key}", "HRB-1",
	  "https://shop.example/base/api/customers/HRB-1" },
	{ "https://shop.example", "/api/customers/{key}/activate", "a/b c?d#e%\xc3\xa5",
	  "https://shop.example/api/customers/a%2Fb%20c%3Fd%23e%25%C3%A5/activate" },
	{ "https://shop.example", "/api/customers/{key}", "..",
	  "https://shop.example/api/customers/%2E%2E" },
	{ "https://shop.example", "/api/customers/{key}", "{key}",
	  "https://shop.example/api/customers/%7Bkey%7D" },
	{ NULL, "/api/products", NULL, "https://api.achievemomentum.com/api/products" },
};

static void a_key_stays_one_segment(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(addresses); i++) {
		struct profile *profile = profile_new("test");
		xreplace(&profile->url, addresses[i].url);
		assert_text_take(address_of(profile, addresses[i].path, addresses[i].key),
				 addresses[i].whole);
		profile_free(profile);
	}
}

static void every_action_of_a_resource_has_its_call(void **state)
{
	(void)state;
	for (size_t i = 0; i < nymble_dialect.resource_count; i++) {
		const struct dialect_resource *row = &nymble_dialect.resources[i];
		assert_ptr_equal(dialect_resource(&nymble_dialect, row->resource), row);
		for (size_t k = 0; k < row->resource->action_count; k++)
			assert_non_null(dialect_action(row, row->resource->actions[k].name));
	}
	assert_ptr_equal(dialect_find("Nymble"), &nymble_dialect);
	assert_null(dialect_find("nimble"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queries_are_written_as_the_contract_says),
		cmocka_unit_test(a_search_has_text_and_page_alone),
		cmocka_unit_test(a_key_stays_one_segment),
		cmocka_unit_test(every_action_of_a_resource_has_its_call),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
