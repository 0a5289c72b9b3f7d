/* prices.c - what a percentage costs in the prices of many products, once their lists are on the disk: each
 * is read, worked out and compared with its other tiers, as the preview does before it shows the first
 * line. Its lists have seven prices in three tiers. See bench/README. */
/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text_file.h"
#include "work/price_rule.h"

enum { GOAL_MS = 1000, ROUNDS = 3 };

#define PRICE(tier, quantity, price)                                                               \
	"{\"tier\":\"" tier "\",\"atQuantity\":" quantity ",\"price\":" price                         \
	",\"priceFormatted\":\"$" price "\"}"
static const char list[] =
	"[" PRICE("Retail", "1", "44.00") "," PRICE("Retail", "100", "40.00") ","
	PRICE("Wholesale", "1", "32.90") "," PRICE("Wholesale", "24", "30.25") ","
	PRICE("Wholesale", "100", "28.00") "," PRICE("Distributor", "1", "29.50") ","
	PRICE("Distributor", "24", "27.00") "]";

/* In which prices change how often; the reader of the figure may check it. */
static size_t preview(const struct text_file *lists, const struct price_rule *rule)
{
	size_t changes = 0;

	for (size_t i = 0; i < text_file_count(lists); i++) {
		struct price_outcome outcome;
		char *text = text_file_at(lists, i, NULL);

		price_rule_apply(rule, text, &outcome);
		changes += outcome.changes.count;
		price_outcome_finish(&outcome);
		free(text);
	}
	return changes;
}

static struct text_file *many_lists(size_t products)
{
	struct error err = { 0 };
	struct text_file *lists = text_file_new(&err);

	for (size_t i = 0; lists && i < products; i++)
		if (!text_file_add(lists, list, sizeof(list) - 1, &err))
			break;
	if (err.code == ERROR_NONE)
		return lists;
	fprintf(stderr, "prices: %s\n", err.message);
	text_file_free(lists);
	return NULL;
}

int main(int argc, char *argv[])
{
	size_t products = argc > 1 ? strtoul(argv[1], NULL, 10) : 10000;
	struct text_file *lists = many_lists(products);
	struct price_rule rule = { .tier = xstrdup("Wholesale"),
				   .by_percent = true,
				   .number = { 3 * DECIMAL_ONE },
				   .step = { DECIMAL_ONE / 20 } };
	int64_t best_ms = INT64_MAX;
	size_t changes = 0;

	if (!lists)
		return 1;
	for (int round = 0; round < ROUNDS; round++) {
		int64_t start_ms = clock_now_ms(), ms;

		changes = preview(lists, &rule);
		ms = clock_now_ms() - start_ms;
		best_ms = ms < best_ms ? ms : best_ms;
	}
	printf("\nprices of %zu products by a percentage: %zu prices in %lld ms, goal %d ms%s\n",
	       products, changes, (long long)best_ms, GOAL_MS,
	       best_ms > GOAL_MS ? ", missed" : "");
	text_file_free(lists);
	price_rule_finish(&rule);
	return 0;
}
