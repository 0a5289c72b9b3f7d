/* What is worth a second look in a price list: prices that rise with the quantity, tiers that cross. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <time.h>

#include "model/price_list.h"
#include "schema/json.h"

/* "A1=44 A24=40 B1=32.90": one letter for the tier, the quantity, the price. */
static struct json *entries_of(const char *text)
{
	struct json *entries = json_new_array();
	char tier[2] = { 0 }, amount[32];
	long long quantity;
	int used;

	for (; sscanf(text, " %1[A-Z]%lld=%31s%n", tier, &quantity, amount, &used) == 3; text += used)
		price_list_put(entries, tier, quantity, amount);
	return entries;
}

static const struct {
	const char *prices;
	const char *signs; /* of the rows by tier and quantity: . ! ? */
} lists[] = {
	{ "A1=44", "." },
	{ "A1=44 A24=44 A100=40", "..." }, /* the same is no more */
	{ "A1=44 A24=45 A100=40", ".!." },
	{ "A1=44 A24=40 A100=42", "..!" }, /* less than the first, more than the second */
	{ "A1=44 A24=40.123456 A100=42", "..." }, /* nobody can say */
	{ "A1=44 B1=32.90", ".." },
	{ "A1=44 A100=30 B1=32.90", ".?." }, /* B has no row there, but it has a price */
	{ "A1=44 A100=30 B1=32.90 B100=31", ".?.?" },
	{ "A1=44 A100=32.90 B1=32.90", "..." }, /* the same: not crossed */
	{ "A1=44 A24=44 A100=30 B1=44 B24=43", "..?.." }, /* where they first differ B is cheaper */
	{ "A24=44 A100=30 B1=32.90", ".?." },
	{ "A1=40 A24=45 B1=42", ".!." }, /* both: it rises */
	{ "A1=9 A10=5 B1=8 C1=7", ".?.." },
};

static void signs_stand_where_they_should(void **state)
{
	const char signs[] = { [PRICE_FINE] = '.', [PRICE_RISES] = '!', [PRICE_CROSSES] = '?' };

	(void)state;
	for (size_t i = 0; i < CASES(lists); i++) {
		struct json *entries = entries_of(lists[i].prices);
		struct price_list list;
		char shown[16] = "";
		price_list_read(&list, entries);
		for (size_t row = 0; row < list.count; row++)
			shown[row] = signs[price_list_warning(&list, row)];
		if (strcmp(shown, lists[i].signs) != 0)
			fail_msg("%s: %s instead of %s", lists[i].prices, shown, lists[i].signs);
		price_list_finish(&list);
		json_free(entries);
	}
}

static void a_sign_can_be_explained(void **state)
{
	struct json *entries = entries_of("A1=44 A24=30 A100=31 B1=32.90");
	struct price_list list;

	(void)state;
	price_list_read(&list, entries);
	assert_null(price_list_cheaper(&list, 0));
	assert_int_equal(price_list_cheaper(&list, 2)->at_quantity, 24);
	assert_string_equal(price_list_crossed(&list, 1), "B");
	assert_null(price_list_crossed(&list, 3));
	price_list_finish(&list);
	json_free(entries);
}

static const struct {
	const char *before, *after;
	const char *passed; /* by A; NULL: none */
} passes[] = {
	{ "A1=44 B1=32.90", "A1=33 B1=32.90", NULL },
	{ "A1=44 B1=32.90", "A1=32.90 B1=32.90", "B" }, /* as cheap as B */
	{ "A1=44 B1=32.90", "A1=30 B1=32.90", "B" },
	{ "A1=30 B1=32.90", "A1=33 B1=32.90", "B" },
	{ "A1=30 B1=30", "A1=33 B1=30", NULL }, /* side by side before */
	{ "B1=30", "A1=33 B1=30", NULL },	/* had no price */
	{ "A1=33 B1=30", "B1=30", NULL },
	{ "A1=44 B1=32.90 B100=28", "A1=44 A100=27 B1=32.90 B100=28", "B" },
	{ "A1=44 B1=32.90 C1=20", "A1=25 B1=32.90 C1=20", "B" },
	{ "A1=44 B1=32.90 C1=20", "A1=44 B1=10 C1=20", NULL }, /* B passed C, not A */
	{ "A1=44 B1=32.123456", "A1=30 B1=32.123456", NULL },
	{ "A1=44 B1=32", "A1=44.123456 B1=32", NULL },
};

static void a_tier_that_was_passed_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(passes); i++) {
		struct json *before = entries_of(passes[i].before), *after = entries_of(passes[i].after);
		struct price_list old, new;
		price_list_read(&old, before);
		price_list_read(&new, after);
		const char *passed = price_list_passed(&old, &new, "A");
		if (!passed != !passes[i].passed || (passed && strcmp(passed, passes[i].passed) != 0))
			fail_msg("%s -> %s: passed %s", passes[i].before, passes[i].after,
				 passed ? passed : "none");
		price_list_finish(&old);
		price_list_finish(&new);
		json_free(before);
		json_free(after);
	}
}

/* 1,000 entries in 10 tiers, the shape that takes longest without an answer: all the same price. */
static void a_long_list_is_no_trouble(void **state)
{
	struct json *entries = json_new_array();
	struct price_list list;
	size_t warned = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct json *entry = json_new_object();
		char tier[8];
		snprintf(tier, sizeof(tier), "T%d", i % 10);
		json_put_take(entry, "tier", json_new_string(tier));
		json_put_take(entry, "atQuantity", json_new_integer(i / 10 + 1));
		json_put_take(entry, "price", json_new_number("1"));
		json_append_take(entries, entry);
	}
	clock_t start = clock();
	price_list_read(&list, entries);
	for (size_t row = 0; row < list.count; row++)
		warned += price_list_warning(&list, row) != PRICE_FINE;
	assert_int_equal(warned, 0);
	assert_true((clock() - start) / (CLOCKS_PER_SEC / 1000) < 1000);
	price_list_finish(&list);
	json_free(entries);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_stand_where_they_should),
		cmocka_unit_test(a_sign_can_be_explained),
		cmocka_unit_test(a_tier_that_was_passed_is_named),
		cmocka_unit_test(a_long_list_is_no_trouble),
	};
	return cmocka_run_group_tests_name("price_warning", tests, NULL, NULL);
}
