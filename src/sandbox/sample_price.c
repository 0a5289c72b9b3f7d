/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_price.h"

#include "sandbox/sample_catalog.h"
#include "sandbox/sample_random.h"

/* Percent of a tier's price from each break on. */
static const unsigned char break_percents[SAMPLE_BREAKS_MAX] = { 100, 94, 89 };

static int64_t list_price(const struct sample_article *article, unsigned pack)
{
	int64_t value = (int64_t)article->type->price_cents * (DECIMAL_ONE / 100);

	for (size_t i = 0; i < article->size; i++)
		value = value * (100 + article->type->growth) / 100;
	return pack == 1 ? value : value * pack * 95 / 100;
}

/* Small things cost tenths of a cent, large ones end in 0 or 5: never so coarse that two tiers or
 * two quantities come out alike. */
static int64_t step_of(int64_t list)
{
	if (list < DECIMAL_ONE)
		return DECIMAL_ONE / 1000;
	return list < 20 * DECIMAL_ONE ? DECIMAL_ONE / 100 : DECIMAL_ONE / 20;
}

static int quantity_of(const struct sample_article *article, size_t at)
{
	return at == 0 ? 1 : (int)article->type->break_at * (at == 1 ? 1 : 4);
}

void sample_prices_make(struct sample_prices *prices, const struct sample_article *article,
			unsigned pack, const unsigned char *tier_percents, size_t tier_count,
			struct sample_random *random)
{
	int64_t list = list_price(article, pack), step = step_of(list);
	size_t breaks =
		article->type->break_at ? 1 + sample_random_below(random, SAMPLE_BREAKS_MAX) : 1;
	/* From this tier on all have the breaks, so that no two tiers cross. */
	size_t first_with_breaks = sample_random_percent(random, 30) ? 0 : 1;

	prices->count = 0;
	for (size_t tier = 0; tier < tier_count; tier++)
		for (size_t at = 0; at < (tier < first_with_breaks ? 1 : breaks); at++) {
			int64_t value = list * tier_percents[tier] / 100 * break_percents[at] / 100;
			prices->entries[prices->count++] = (struct sample_price){
				tier, quantity_of(article, at), { value - value % step }
			};
		}
}
