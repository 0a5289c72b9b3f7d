/* sample_price.h - what an article of the sample costs, per tier and from which quantity; all of it
 * in whole ten-thousandths. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_PRICE_H
#define SANDBOX_SAMPLE_PRICE_H
#include <stddef.h>

#include "base/decimal.h"

struct sample_article;
struct sample_list;
struct sample_random;

enum { SAMPLE_TIERS_MAX = 5, SAMPLE_BREAKS_MAX = 3 };

struct sample_price {
	size_t tier; /* 0 is the dearest */
	int at_quantity;
	struct decimal price;
};

struct sample_prices {
	struct sample_price entries[SAMPLE_TIERS_MAX * SAMPLE_BREAKS_MAX];
	size_t count;
};

/* Sorted by tier, then quantity. Within a tier a larger quantity is always cheaper, and at the same
 * quantity a later tier is. pack is how many pieces are sold as one. */
void sample_prices_make(struct sample_prices *prices, const struct sample_article *article,
			unsigned pack, const unsigned char *tier_percents, size_t tier_count,
			struct sample_random *random);

#endif
