/* tier_price.h - what a product costs in one price tier, in the words of a catalog. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_TIER_PRICE_H
#define WORK_TIER_PRICE_H
#include <stdbool.h>

#include "base/decimal.h"

struct json;
struct price_list;

struct tier_price {
	char *text;	/* for one piece: "32.90"; "from 24" where less has no price; "no price" */
	char *breaks;	/* for more: "24: 30.25, 100: 28.00"; "" none */
	bool exact;	/* there is a price for one, and it can be calculated with: */
	struct decimal price;
};

/* Nothing of list is kept. */
void tier_price_read(struct tier_price *price, const struct price_list *list, const char *tier);
/* The price that a product has without a tier: value as it came, NULL: none. */
void tier_price_read_base(struct tier_price *price, const struct json *value);
void tier_price_finish(struct tier_price *price); /* a zeroed one is fine */

/* "-25.2%": how much dearer price is than from; "" where that cannot be said. The caller frees. */
char *tier_price_difference(const struct tier_price *from, const struct tier_price *price);

#endif
