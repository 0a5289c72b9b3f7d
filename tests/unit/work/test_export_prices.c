/* Prices of many products as one file: whose rows say too little is read, a tier that nobody has is
 * told. */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include "base/alloc.h"
#include "base/text_list.h"
#include "schema/resource.h"
#include "schema/query.h"
#include "work/export.h"

#define HEADING "sku,tier,atQuantity,price,currency\n"
#define PRICE(tier, quantity, amount)                                                              \
	"{\"tier\":\"" tier "\",\"atQuantity\":" quantity ",\"price\":" amount "}"
#define PRODUCT(sku, prices)                                                                       \
	"{\"sku\":\"" sku "\",\"currencyCode\":\"SEK\",\"prices\":[" prices "]}"
#define LIST(rows) "{\"data\":[" rows "],\"totalRecords\":2}"

struct writing {
	struct fixture fixture;
	struct export *export;
	char *text;
	size_t len;
};

static void changed(void *data)
{
	struct writing *writing = data;

	if (export_is_over(writing->export))
		loop_stop(writing->fixture.loop);
}

static void out_of_patience(void *data)
{
	(void)data;
	fail_msg("the export does not end");
}

static void write_all(struct writing *writing, const struct step *steps, size_t step_count,
		      const char *tier, const struct text_list *keys)
{
	fixture_start_with_token(&writing->fixture, steps, step_count);
	const struct resource *products = client_resource(writing->fixture.client, "products");
	struct query *query = query_new(products);
	struct timer *patience = loop_after(writing->fixture.loop, 20000, out_of_patience, NULL);
	const struct export_order order = {
		.query = query,
		.resource = products,
		.keys = keys,
		.format = EXPORT_PRICES,
		.tier = tier,
		.delimiter = ',',
		.decimal = '.',
		.stream = xmemstream(&writing->text, &writing->len),
	};

	writing->export = export_start(writing->fixture.client, writing->fixture.loop, &order,
				       changed, writing, NULL);
	while (!export_is_over(writing->export))
		loop_run(writing->fixture.loop);
	timer_cancel(patience);
	fclose(order.stream);
	query_free(query);
}

static void finish(struct writing *writing, const char *expected)
{
	assert_text_take(writing->text, expected);
	export_free(writing->export);
	fixture_stop(&writing->fixture);
}

static const struct step products[] = {
	ANSWER("GET", "/products?", 0, 200,
	       LIST(PRODUCT("A", PRICE("Retail", "1", "12.50") "," PRICE(
					 "Wholesale", "24", "0.012345")) ",{\"sku\":\"B\"}")),
	ANSWER("GET", "/products/B", 0, 200,
	       PRODUCT("B", PRICE("Retail", "1", "1.5e2") ",{\"tier\":\"Retail\"}")),
	ANSWER("GET", "/products/", 0, 404, "{}"),
};

static void everything(void **state)
{
	struct writing writing;

	(void)state;
	write_all(&writing, STEPS(products), NULL, NULL);
	assert_int_equal(export_odd(writing.export), 1);
	finish(&writing, HEADING "A,Retail,1,12.50,SEK\nA,Wholesale,24,0.012345,SEK\n"
				 "B,Retail,1,1.5e2,SEK\n");
}

static void one_tier(void **state)
{
	struct writing writing;

	(void)state;
	write_all(&writing, STEPS(products), "retail", NULL);
	finish(&writing, HEADING "A,Retail,1,12.50,SEK\nB,Retail,1,1.5e2,SEK\n");
}

static void some_products(void **state)
{
	struct text_list keys = { 0 };
	struct writing writing;

	(void)state;
	text_list_add(&keys, "GONE");
	text_list_add(&keys, "B");
	write_all(&writing, STEPS(products), NULL, &keys);
	assert_int_equal(export_gone(writing.export), 1);
	finish(&writing, HEADING "B,Retail,1,1.5e2,SEK\n");
	text_list_finish(&keys);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything),
		cmocka_unit_test(one_tier),
		cmocka_unit_test(some_products),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
