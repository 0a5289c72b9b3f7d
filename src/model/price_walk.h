/* price_walk.h - through two versions of what a product costs: the prices in which they differ. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_PRICE_WALK_H
#define MODEL_PRICE_WALK_H
#include <stdbool.h>
#include <stddef.h>

struct price_entry;
struct price_list;

/* Both are borrowed. Begins with { .before = before, .after = after }. */
struct price_walk {
	const struct price_list *before, *after;
	size_t next_before, next_after;
};

/* One tier and quantity; at least one of the two is there, borrowed. */
struct price_difference {
	const struct price_entry *before, *after; /* NULL: no price */
};

/* The next one, by tier, then by quantity; false: there is none. Amounts that are exact are compared by
 * value: 12.5 is 12.50. */
bool price_walk_next(struct price_walk *walk, struct price_difference *out);

/* Both say the same, as far as they can be read at all: false as well where either has odd entries and the
 * other has not as many. */
bool price_list_same(const struct price_list *a, const struct price_list *b);

#endif
