/* tier_tally.h - how many products have a price in each price tier, counted product by product. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_TIER_TALLY_H
#define WORK_TIER_TALLY_H
#include <stddef.h>
#include <stdint.h>

struct json;

struct tier_count {
	char *tier;
	int64_t products;
};

/* Empty when zeroed. */
struct tier_tally {
	struct tier_count *rows;
	size_t count;
	int64_t seen; /* products */
};

void tier_tally_finish(struct tier_tally *tally);

/* Counts one product by its prices (the array as it came; NULL: it has none). */
void tier_tally_add(struct tier_tally *tally, const struct json *prices);
/* How many of those that were seen have a price in that tier, compared without case (N15). */
int64_t tier_tally_of(const struct tier_tally *tally, const char *tier);

#endif
