/* The products of the sample: prices that make sense, codes that check, keys that differ. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <ctype.h>

#include "base/clock.h"
#include "base/decimal.h"
#include "model/products.h"
#include "sample_document.h"
#include "sandbox/sample_product.h"
#include "schema/json.h"

enum { ROWS = 3000 };

static struct json *product(const struct sample_organization *organization, uint64_t i)
{
	return sample_tree(sample_product_write, &nymble_product_schema, organization, 1, i);
}

static void same_seed_same_bytes(void **state)
{
	const struct sample_organization *organization = sample_organization_at(1);

	(void)state;
	for (uint64_t i = 0; i < 200; i++) {
		char *first = sample_document(sample_product_write, organization, 7, i);
		char *other = sample_document(sample_product_write, organization, 8, i);
		assert_text_take(sample_document(sample_product_write, organization, 7, i), first);
		assert_string_not_equal(first, other);
		free(first);
		free(other);
	}
}

static void first_product_is_the_contracts(void **state)
{
	struct json *tree = product(sample_organization_at(0), 0);

	(void)state;
	assert_string_equal(json_member_text(tree, "sku"), "ROPE-BRD-12");
	assert_string_equal(json_member_text(tree, "price"), "42.5");
	json_free(tree);
}

struct price {
	size_t tier;
	int64_t at_quantity;
	struct decimal price;
};

static size_t tier_index(const struct sample_organization *organization, const char *name)
{
	for (size_t i = 0; i < organization->tiers.count; i++)
		if (strcmp(organization->tiers.items[i], name) == 0)
			return i;
	fail_msg("no tier %s", name);
	return 0;
}

static struct price read_price(const struct sample_organization *organization,
			       const struct json *entry)
{
	struct price price = { .at_quantity = 1 };

	price.tier = tier_index(organization, json_member_text(entry, "tier"));
	assert_true(decimal_from_number(json_member_text(entry, "price"), &price.price));
	json_integer(json_member(entry, "atQuantity"), &price.at_quantity);
	return price;
}

static void check_pair(const struct price *a, const struct price *b)
{
	if (a->tier == b->tier && a->at_quantity < b->at_quantity)
		assert_true(decimal_compare(a->price, b->price) > 0);
	if (a->at_quantity == b->at_quantity && a->tier < b->tier)
		assert_true(decimal_compare(a->price, b->price) > 0);
	if (a != b)
		assert_false(a->tier == b->tier && a->at_quantity == b->at_quantity);
}

static void larger_quantities_and_later_tiers_are_cheaper(void **state)
{
	const struct sample_organization *organization;
	size_t most_tiers = 0;

	(void)state;
	for (size_t at = 0; (organization = sample_organization_at(at)) != NULL; at++)
		for (uint64_t i = 0; i < ROWS; i++) {
			struct json *tree = product(organization, i);
			const struct json *prices = json_member(tree, "prices");
			struct price read[32];
			size_t count = json_size(prices);
			assert_in_range(count, 1, CASES(read));
			for (size_t j = 0; j < count; j++) {
				read[j] = read_price(organization, json_at(prices, j));
				assert_true(read[j].price.value > 0);
				most_tiers = read[j].tier + 1 > most_tiers ? read[j].tier + 1
									   : most_tiers;
			}
			for (size_t j = 0; j < count; j++)
				for (size_t k = 0; k < count; k++)
					check_pair(&read[j], &read[k]);
			json_free(tree);
		}
	assert_int_equal(most_tiers, 5);
}

static void check_upc(const char *upc)
{
	int sum = 0;

	assert_int_equal(strlen(upc), 12);
	for (size_t i = 0; i < 12; i++) {
		assert_true(isdigit((unsigned char)upc[i]));
		sum += (upc[i] - '0') * (i % 2 ? 1 : 3);
	}
	assert_int_equal(sum % 10, 0);
}

static void codes_check_and_times_are_in_order(void **state)
{
	const struct sample_organization *organization = sample_organization_at(0);

	(void)state;
	for (uint64_t i = organization->products.count; i < ROWS; i++) {
		struct json *tree = product(organization, i);
		int64_t created, updated;
		if (json_member(tree, "upc"))
			check_upc(json_member_text(tree, "upc"));
		assert_true(clock_parse_rfc3339(json_member_text(tree, "createdAt"), &created));
		assert_true(clock_parse_rfc3339(json_member_text(tree, "updatedAt"), &updated));
		assert_true(created <= updated);
		json_free(tree);
	}
}

static void keys_differ(void **state)
{
	(void)state;
	assert_distinct(sample_product_write, "sku", 100000);
	assert_distinct(sample_product_write, "upc", 20000);
	assert_distinct(sample_product_write, "productId", 20000);
	assert_distinct(sample_product_write, "externalId", 20000);
}

static void some_are_sparse_or_inactive(void **state)
{
	int sparse = 0, inactive = 0, sold_out = 0, broken = 0;

	(void)state;
	for (uint64_t i = 0; i < 1000; i++) {
		struct json *tree = product(sample_organization_at(0), i);
		int64_t stock = 1;
		sparse += !json_member(tree, "description");
		inactive += !json_is_true(json_member(tree, "active"));
		json_integer(json_member(tree, "quantityOnHand"), &stock);
		sold_out += stock == 0;
		broken += json_size(json_member(tree, "prices")) > 3;
		json_free(tree);
	}
	assert_in_range(sparse, 20, 100);
	assert_in_range(inactive, 30, 150);
	assert_in_range(sold_out, 50, 400);
	assert_in_range(broken, 300, 900);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_seed_same_bytes),
		cmocka_unit_test(first_product_is_the_contracts),
		cmocka_unit_test(larger_quantities_and_later_tiers_are_cheaper),
		cmocka_unit_test(codes_check_and_times_are_in_order),
		cmocka_unit_test(keys_differ),
		cmocka_unit_test(some_are_sparse_or_inactive),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
