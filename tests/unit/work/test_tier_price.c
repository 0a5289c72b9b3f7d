/* What a catalog says of a product in a price tier, and how many have one there. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <stdlib.h>

#include "model/price_list.h"
#include "schema/json.h"
#include "work/tier_price.h"
#include "work/tier_tally.h"

#define ENTRY(tier, at, price) \
	"{\"tier\":\"" tier "\",\"atQuantity\":" #at ",\"price\":" #price "}"
#define PRICES \
	"[" ENTRY("Retail", 1, 44) "," ENTRY("Wholesale", 100, 28) "," ENTRY("wholesale", 1, 32.9) "," \
	ENTRY("Wholesale", 24, 30.255) "," ENTRY("Bulk", 24, 20) "," ENTRY("Odd", 1, 1.123456) "," \
	ENTRY("Free", 1, 0) ",{\"tier\":\"Broken\"}]"

static struct json *parsed(const char *text)
{
	struct json *json = json_parse(text, strlen(text), NULL);

	assert_non_null(json);
	return json;
}

static const struct {
	const char *tier, *text, *breaks, *difference; /* from 44.00 */
} tiers[] = {
	{ "Retail", "44.00", "", "0.0%" },
	{ "WHOLESALE", "32.90", "24: 30.255, 100: 28.00", "-25.2%" },
	{ "Bulk", "from 24", "24: 20.00", "" }, /* one piece has no price */
	{ "Odd", "~1.123456", "", "" },         /* never calculated with */
	{ "Free", "0.00", "", "-100.0%" },
	{ "Broken", "no price", "", "" },
	{ "None", "no price", "", "" },
};

static void a_tier_has_a_price_breaks_and_a_difference(void **state)
{
	struct json *json = parsed(PRICES), *base = parsed("44");
	struct price_list list;
	struct tier_price from;

	(void)state;
	price_list_read(&list, json);
	tier_price_read_base(&from, base);
	for (size_t i = 0; i < CASES(tiers); i++) {
		struct tier_price price;

		tier_price_read(&price, &list, tiers[i].tier);
		char *difference = tier_price_difference(&from, &price);
		assert_string_equal(price.text, tiers[i].text);
		assert_string_equal(price.breaks, tiers[i].breaks);
		assert_string_equal(difference, tiers[i].difference);
		free(difference);
		tier_price_finish(&price);
	}
	tier_price_finish(&from);
	price_list_finish(&list);
	json_free(json);
	json_free(base);
}

static const struct {
	const char *base, *text, *difference; /* of 10.01 from it */
} bases[] = {
	{ "10", "10.00", "+0.1%" },
	{ "0", "0.00", "" },
	{ "10.123456", "~10.123456", "" },
	{ "null", "no price", "" },
	{ "\"12\"", "12", "" }, /* a text is no amount */
};

static void the_base_price_may_be_anything(void **state)
{
	struct json *json = parsed("[" ENTRY("A", 1, 10.01) "]");
	struct price_list list;
	struct tier_price price;

	(void)state;
	price_list_read(&list, json);
	tier_price_read(&price, &list, "A");
	for (size_t i = 0; i < CASES(bases); i++) {
		struct json *value = parsed(bases[i].base);
		struct tier_price base;

		tier_price_read_base(&base, value);
		char *difference = tier_price_difference(&base, &price);
		assert_string_equal(base.text, bases[i].text);
		assert_string_equal(difference, bases[i].difference);
		free(difference);
		tier_price_finish(&base);
		json_free(value);
	}
	tier_price_finish(&price);
	price_list_finish(&list);
	json_free(json);
}

static void a_product_counts_once_in_each_of_its_tiers(void **state)
{
	static const char *const products[] = { PRICES, "[" ENTRY("retail", 5, 1) "]", "[]", "[7]" };
	struct tier_tally tally = { 0 };

	(void)state;
	for (size_t i = 0; i < CASES(products); i++) {
		struct json *json = parsed(products[i]);

		tier_tally_add(&tally, json);
		json_free(json);
	}
	tier_tally_add(&tally, NULL);
	assert_int_equal(tally.seen, 5);
	assert_int_equal(tier_tally_of(&tally, "Retail"), 2);
	assert_int_equal(tier_tally_of(&tally, "Wholesale"), 1);
	assert_int_equal(tier_tally_of(&tally, "Bulk"), 1);
	assert_int_equal(tier_tally_of(&tally, "Broken"), 0); /* an entry without a price is none */
	tier_tally_finish(&tally);
	assert_int_equal(tally.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tier_has_a_price_breaks_and_a_difference),
		cmocka_unit_test(the_base_price_may_be_anything),
		cmocka_unit_test(a_product_counts_once_in_each_of_its_tiers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
