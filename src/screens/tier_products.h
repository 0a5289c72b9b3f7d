/* tier_products.h - how many products have a price in each price tier: all of them, counted when somebody
 * asks because that reads them all; until then at least those that the products' list has here anyway. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_TIER_PRODUCTS_H
#define SCREENS_TIER_PRODUCTS_H
#include <stdbool.h>
#include <stdio.h>

struct app;

struct tier_products; /* opaque */

/* changed is called from the loop while it counts. */
struct tier_products *tier_products_new(struct app *app, void (*changed)(void *data), void *data);
void tier_products_free(struct tier_products *products); /* stops it; NULL is fine */

/* Counts what is here, if there is more than before. */
void tier_products_look(struct tier_products *products);
/* What was counted does not hold any more; a count under way goes on. */
void tier_products_forget(struct tier_products *products);

/* Begins to count all; says how it ended. */
void tier_products_count(struct tier_products *products);
bool tier_products_stop(struct tier_products *products); /* false: it was not under way */

/* "915", "at least 312", "" not known. The caller frees. */
char *tier_products_text(const struct tier_products *products, const char *tier);
/* How far it is; false: it is not under way. */
bool tier_products_write_status(const struct tier_products *products, FILE *out);

#endif
