/* How a product's prices are read from what a service sent, and that a change touches nothing else. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "model/price_list.h"
#include "schema/json.h"

static struct json *parse(const char *text)
{
	struct json *json = json_parse(text, strlen(text), NULL);

	if (!json)
		fail_msg("%s is no JSON", text);
	return json;
}

/* "Retail 1=44.00 Wholesale 24=30.25~ odd 1"; ~ where the amount is not exact. */
static char *describe(const char *entries)
{
	struct json *json = parse(entries);
	struct price_list list;
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	price_list_read(&list, json);
	for (size_t i = 0; i < list.count; i++)
		fprintf(out, "%s %lld=%s%s ", list.rows[i].tier, (long long)list.rows[i].at_quantity,
			list.rows[i].text, list.rows[i].exact ? "" : "~");
	fprintf(out, "odd %zu", list.odd);
	fclose(out);
	price_list_finish(&list);
	json_free(json);
	return text;
}

static const struct {
	const char *entries, *read;
} sent[] = {
	{ "null", "odd 0" },
	{ "[]", "odd 0" },
	{ "{}", "odd 0" },
	{ "[{\"tier\":\"Retail\",\"price\":44}]", "Retail 1=44 odd 0" }, /* N22: absent is 1 */
	{ "[{\"tier\":\"Retail\",\"atQuantity\":null,\"price\":44}]", "Retail 1=44 odd 0" },
	{ "[{\"tier\":\"Retail\",\"atQuantity\":24.0,\"price\":44}]", "Retail 24=44 odd 0" },
	{ "[{\"tier\":\"Retail\",\"atQuantity\":0,\"price\":44}]", "Retail 0=44 odd 0" },
	{ "[{\"tier\":\"B\",\"atQuantity\":100,\"price\":1},{\"tier\":\"b\",\"atQuantity\":24,\"price\":2},"
	  "{\"tier\":\"A\",\"price\":3}]",
	  "A 1=3 b 24=2 B 100=1 odd 0" }, /* N15: tiers without case */
	{ "[{\"tier\":\"A\",\"price\":\"31.20\"}]", "A 1=31.20 odd 0" }, /* a text that is an amount */
	{ "[{\"tier\":\"A\",\"price\":31.123456}]", "A 1=31.123456~ odd 0" },
	{ "[{\"tier\":\"A\",\"price\":1e400}]", "A 1=1e400~ odd 0" },
	{ "[{\"tier\":\"A\",\"price\":\"on request\"}]", "A 1=on request~ odd 0" },
	{ "[{\"tier\":\"A\",\"price\":2},{\"tier\":\"a\",\"atQuantity\":1,\"price\":1}]",
	  "A 1=2 odd 1" }, /* the key twice: the first counts */
	{ "[7,null,\"x\",[],{\"tier\":\"A\",\"price\":1}]", "A 1=1 odd 4" },
	{ "[{\"price\":1},{\"tier\":\"\",\"price\":1},{\"tier\":7,\"price\":1}]", "odd 3" },
	{ "[{\"tier\":\"A\"},{\"tier\":\"A\",\"price\":null},{\"tier\":\"A\",\"price\":\"\"}]", "odd 3" },
	{ "[{\"tier\":\"A\",\"atQuantity\":1.5,\"price\":1},{\"tier\":\"A\",\"atQuantity\":-1,\"price\":1},"
	  "{\"tier\":\"A\",\"atQuantity\":\"many\",\"price\":1}]",
	  "odd 3" },
};

static void what_was_sent_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(sent); i++)
		assert_text_take(describe(sent[i].entries), sent[i].read);
}

#define BREAKS                                                                                     \
	"[{\"tier\":\"Retail\",\"price\":44},{\"tier\":\"Wholesale\",\"atQuantity\":24,\"price\":30.25},"  \
	"{\"tier\":\"Wholesale\",\"atQuantity\":100,\"price\":28}]"

static const struct {
	const char *tier;
	int64_t quantity;
	const char *at, *price; /* NULL: none */
} asked[] = {
	{ "Retail", 1, "44", "44" },
	{ "retail", 1, "44", "44" },
	{ "Retail", 5000, NULL, "44" },
	{ "Wholesale", 23, NULL, NULL }, /* so few have no price */
	{ "WHOLESALE", 24, "30.25", "30.25" },
	{ "Wholesale", 99, NULL, "30.25" },
	{ "Wholesale", INT64_MAX, NULL, "28" },
	{ "Distributor", 1, NULL, NULL },
	{ "A", 1, NULL, NULL }, /* before all others, and behind them */
	{ "Z", 1, NULL, NULL },
	{ "", 1, NULL, NULL },
};

static void assert_row(const struct price_entry *row, const char *expected)
{
	if (!row != !expected || (row && strcmp(row->text, expected) != 0))
		fail_msg("%s instead of %s", row ? row->text : "none", expected ? expected : "none");
}

static void a_price_is_found_by_tier_and_quantity(void **state)
{
	struct json *json = parse(BREAKS);
	struct price_list list;

	(void)state;
	price_list_read(&list, json);
	for (size_t i = 0; i < CASES(asked); i++) {
		assert_row(price_list_at(&list, asked[i].tier, asked[i].quantity), asked[i].at);
		assert_row(price_list_for(&list, asked[i].tier, asked[i].quantity), asked[i].price);
	}
	assert_int_equal(price_list_for(&list, "Wholesale", 99)->index, 1);
	price_list_finish(&list);
	json_free(json);
}

static void no_prices_are_no_trouble(void **state)
{
	struct price_list list;

	(void)state;
	price_list_read(&list, NULL);
	assert_null(price_list_for(&list, "Retail", 1));
	assert_null(price_list_passed(&list, &list, "Retail"));
	price_list_finish(&list);
}

#define UNTOUCHED "{\"Tier\":\"A\",\"price\":1.000,\"x\":[1e400]},7,{\"tier\":\"B\",\"price\":0.123456}"

static const struct {
	const char *entries, *tier;
	int64_t quantity;
	const char *amount; /* NULL: removed */
	const char *after;
} changes[] = {
	{ "[]", "A", 24, "1.50", "[{\"tier\":\"A\",\"atQuantity\":24,\"price\":1.50}]" },
	{ "[" UNTOUCHED "]", "A", 24, "2",
	  "[" UNTOUCHED ",{\"tier\":\"A\",\"atQuantity\":24,\"price\":2}]" },
	{ "[" UNTOUCHED "]", "a", 1, "1", "[" UNTOUCHED "]" }, /* says so already */
	{ "[" UNTOUCHED "]", "a", 1, "2",
	  "[{\"Tier\":\"A\",\"price\":2,\"x\":[1e400]},7,{\"tier\":\"B\",\"price\":0.123456}]" },
	{ "[" UNTOUCHED "]", "b", 1, "0.1234",
	  "[{\"Tier\":\"A\",\"price\":1.000,\"x\":[1e400]},7,{\"tier\":\"B\",\"price\":0.1234}]" },
	{ "[" UNTOUCHED "]", "b", 1, NULL, "[{\"Tier\":\"A\",\"price\":1.000,\"x\":[1e400]},7]" },
	{ "[" UNTOUCHED "]", "b", 2, NULL, "[" UNTOUCHED "]" },
	{ "[{\"tier\":\"A\",\"price\":null,\"x\":1}]", "A", 1, "5", "[{\"tier\":\"A\",\"price\":5,\"x\":1}]" },
	{ "[{\"x\":1,\"tier\":\"A\"}]", "A", 1, "5", "[{\"x\":1,\"tier\":\"A\",\"price\":5}]" },
	{ "[{\"tier\":\"A\",\"price\":1},7,{\"tier\":\"a\",\"price\":2}]", "A", 1, "3",
	  "[{\"tier\":\"A\",\"price\":3},7]" }, /* the key twice: now once */
	{ "[{\"tier\":\"A\",\"price\":1},7,{\"tier\":\"a\",\"price\":2}]", "A", 1, NULL, "[7]" },
	{ "[{\"tier\":\"A\",\"atQuantity\":1.5,\"price\":1}]", "A", 1, NULL,
	  "[{\"tier\":\"A\",\"atQuantity\":1.5,\"price\":1}]" },
};

static void a_change_touches_nothing_else(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(changes); i++) {
		struct json *json = parse(changes[i].entries);
		size_t size = json_size(json);
		if (changes[i].amount)
			price_list_put(json, changes[i].tier, changes[i].quantity, changes[i].amount);
		else
			assert_int_equal(price_list_remove(json, changes[i].tier, changes[i].quantity),
					 strcmp(changes[i].entries, changes[i].after) != 0);
		assert_true(changes[i].amount || json_size(json) <= size);
		assert_text_take(json_print(json), changes[i].after);
		json_free(json);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_sent_is_read),
		cmocka_unit_test(a_price_is_found_by_tier_and_quantity),
		cmocka_unit_test(no_prices_are_no_trouble),
		cmocka_unit_test(a_change_touches_nothing_else),
	};
	return cmocka_run_group_tests_name("price_list", tests, NULL, NULL);
}
