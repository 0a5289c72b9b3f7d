/* Products and their prices: what is written is there, with what follows from it; or nothing of it. */
/* SPDX-License-Identifier: ISC */
#include "fixture.h"
#include "unit.h"

#include "schema/json.h"

static const struct {
	const char *name, *body;
	int status;
	const char *member, *there; /* what GET then says of P-1 */
} product_writes[] = {
	{ "numbers as they came", "{\"sku\":\"P-1\",\"name\":\"N\",\"weight\":3.4000001,\"price\":42.123456}", 200,
	  "weight", "3.4000001" },
	{ "the price as text follows it", "{\"sku\":\"p-1\",\"name\":\"N\",\"price\":7,\"priceFormatted\":\"x\"}",
	  200, "priceFormatted", "\"$7.00\"" },
	{ "an amount that no decimal holds", "{\"sku\":\"P-1\",\"name\":\"N\",\"price\":1e400}", 200,
	  "priceFormatted", "\"$1e400\"" },
	{ "what is left out stays", "{\"sku\":\"P-1\",\"name\":\"N\"}", 200, "upc", "\"0715\"" },
	{ "names of images come out as objects",
	  "{\"sku\":\"P-1\",\"name\":\"N\",\"images\":[\"a b.jpg\",{\"name\":\"c.jpg\",\"url\":\"x\"}]}", 200, "images",
	  "[{\"name\":\"a b.jpg\",\"url\":\"https://img.northpoint.example/a%20b.jpg\"},"
	  "{\"name\":\"c.jpg\",\"url\":\"https://img.northpoint.example/c.jpg\"}]" },
	{ "all images go", "{\"sku\":\"P-1\",\"name\":\"N\",\"images\":[]}", 200, "images", "[]" },
	{ "prices in the upsert, with their texts",
	  "{\"sku\":\"P-1\",\"name\":\"N\",\"prices\":[{\"tier\":\"retail\",\"price\":1.250000,\"odd\":1}]}", 200,
	  "prices",
	  "[{\"tier\":\"retail\",\"price\":1.250000,\"odd\":1,\"priceFormatted\":\"$1.25\"}]" },
	{ "not active", "{\"sku\":\"P-1\",\"name\":\"N\",\"active\":false}", 200, "active", "false" },
	{ "another external id", "{\"sku\":\"P-1\",\"name\":\"N\",\"externalId\":\"item-9\"}", 200, "externalId",
	  "\"item-9\"" },
	{ "what nobody knows", "{\"sku\":\"P-1\",\"name\":\"N\",\"season\":[1.10]}", 200, "season", "[1.10]" },
	{ "currency and ids are the service's",
	  "{\"sku\":\"P-1\",\"name\":\"N\",\"currencyCode\":\"EUR\"}", 200, "currencyCode", "\"USD\"" },
	{ "a wrong one changes nothing", "{\"sku\":\"P-1\",\"name\":\"N\",\"price\":-1}", 400, "name",
	  "\"Dock line\"" },
	{ "two products in one body", "{\"sku\":\"P-2\",\"name\":\"N\",\"externalId\":\"item-1\"}", 409, "name",
	  "\"Dock line\"" },
	/* contract README, lifecycle: the external id wins where the SKU is new */
	{ "a new SKU by external id", "{\"sku\":\"P-9\",\"name\":\"N\",\"externalId\":\"item-1\"}", 200, NULL, NULL },
};

static void a_product_is_as_it_was_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(product_writes); i++) {
		struct fixture fixture;
		fixture_start(&fixture);
		int status = ask_status(&fixture, ADMIN, "PUT", "/api/products", product_writes[i].body);
		if (status != product_writes[i].status)
			fail_msg("%s: %d", product_writes[i].name, status);
		if (product_writes[i].member) {
			struct json *product =
				ask_json(&fixture, ADMIN, "GET", "/api/products/P-1", NULL);
			char *there = json_print(json_member(product, product_writes[i].member));
			if (strcmp(there, product_writes[i].there) != 0)
				fail_msg("%s: %s", product_writes[i].name, there);
			free(there);
			json_free(product);
		} else {
			assert_int_equal(
				ask_status(&fixture, ADMIN, "GET", "/api/products/P-1", NULL), 404);
			assert_int_equal(
				ask_status(&fixture, ADMIN, "GET", "/api/products/P-9", NULL), 200);
		}
		fixture_stop(&fixture);
	}
}

/* N21: method, wrapper, case of names; each replaces all that P-1 has. */
static void prices_come_in_every_shape(void **state)
{
	static const struct {
		const char *method, *body;
	} ways[] = {
		{ "PUT", "{\"products\":[{\"sku\":\"P-1\",\"prices\":[{\"tier\":\"Retail\",\"price\":0.1}]}]}" },
		{ "POST", "[{\"SKU\":\"p-1\",\"Prices\":[{\"Tier\":\"Retail\",\"Price\":0.1}]}]" },
		{ "PUT", "{\"prices\":[{\"sku\":\"P-1\",\"pricePoints\":[{\"tier\":\"Retail\",\"price\":0.1}]}]}" },
		{ "POST", "{\"Items\":[{\"sku\":\"P-1\",\"prices\":[{\"tier\":\"Retail\",\"price\":0.1,"
			  "\"priceFormatted\":\"free\"}]}]}" },
	};

	(void)state;
	for (size_t i = 0; i < CASES(ways); i++) {
		struct fixture fixture;
		fixture_start(&fixture);
		assert_int_equal(ask_status(&fixture, ADMIN, ways[i].method, "/api/products/prices",
					    ways[i].body),
				 204);
		struct json *product = ask_json(&fixture, ADMIN, "GET", "/api/products/P-1", NULL);
		char *prices = json_print(json_member(product, "prices"));
		assert_string_equal(prices, "[{\"tier\":\"Retail\",\"price\":0.1,"
					    "\"priceFormatted\":\"$0.10\"}]");
		assert_string_equal(json_member_text(product, "price"), "42.5"); /* the base price stays */
		free(prices);
		json_free(product);
		fixture_stop(&fixture);
	}
}

static void prices_change_all_or_none(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/products/prices",
				    "[{\"sku\":\"P-2\",\"prices\":[{\"tier\":\"Retail\",\"price\":"
				    "1}]},{\"sku\":\"no\",\"prices\":[]}]"),
			 400);
	struct json *product = ask_json(&fixture, ADMIN, "GET", "/api/products/P-2", NULL);
	assert_null(json_member(product, "prices"));
	json_free(product);
	assert_int_equal(
		ask_status(&fixture, ADMIN, "PUT", "/api/products/prices",
			   "[{\"sku\":\"P-2\",\"prices\":[{\"tier\":\"Retail\",\"price\":1.10}]}]"),
		204);
	product = ask_json(&fixture, ADMIN, "GET", "/api/products/P-2", NULL);
	char *prices = json_print(json_member(product, "prices"));
	assert_string_equal(prices,
			    "[{\"tier\":\"Retail\",\"price\":1.10,\"priceFormatted\":\"$1.10\"}]");
	free(prices);
	json_free(product);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_product_is_as_it_was_written),
		cmocka_unit_test(prices_come_in_every_shape),
		cmocka_unit_test(prices_change_all_or_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
