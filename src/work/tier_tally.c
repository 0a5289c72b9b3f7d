/* SPDX-License-Identifier: ISC */
#include "work/tier_tally.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "model/price_list.h"

/* An organization has a handful; what a broken service makes of them has a bound. */
enum { TIERS_MAX = 500 };

void tier_tally_finish(struct tier_tally *tally)
{
	for (size_t i = 0; i < tally->count; i++)
		free(tally->rows[i].tier);
	free(tally->rows);
	*tally = (struct tier_tally){ 0 };
}

static struct tier_count *row_of(const struct tier_tally *tally, const char *tier)
{
	for (size_t i = 0; i < tally->count; i++)
		if (text_casecmp(tally->rows[i].tier, tier) == 0)
			return &tally->rows[i];
	return NULL;
}

static void count_tier(struct tier_tally *tally, const char *tier)
{
	struct tier_count *row = row_of(tally, tier);

	if (row) {
		row->products++;
	} else if (tally->count < TIERS_MAX) {
		tally->rows = xreallocarray(tally->rows, tally->count + 1, sizeof(*tally->rows));
		tally->rows[tally->count++] = (struct tier_count){ xstrdup(tier), 1 };
	}
}

void tier_tally_add(struct tier_tally *tally, const struct json *prices)
{
	struct price_list list;

	tally->seen++;
	price_list_read(&list, prices);
	for (size_t i = 0; i < list.count; i++) /* sorted by tier */
		if (i == 0 || text_casecmp(list.rows[i].tier, list.rows[i - 1].tier) != 0)
			count_tier(tally, list.rows[i].tier);
	price_list_finish(&list);
}

int64_t tier_tally_of(const struct tier_tally *tally, const char *tier)
{
	const struct tier_count *row = row_of(tally, tier);

	return row ? row->products : 0;
}
