/* tier_list.h - the list of price tiers: how many customers are on each, how many products have a price in
 * it. The customers are counted as tiers are shown, with one call each; the products when somebody asks,
 * because that reads all of them. Until then there are at least those that the products' list has here. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_TIER_LIST_H
#define SCREENS_TIER_LIST_H
#include <stdbool.h>

struct app;
struct list;
struct resource;

/* resource is one of values (schema/resource.h, source). */
struct list *tier_list_new(struct app *app, const struct resource *resource);
bool list_is_of_tiers(const struct list *list);

/* Of the tier under the cursor. */
void tier_list_open(struct list *list);   /* the catalog in it */
void tier_list_forget(struct list *list); /* a name that was added here */

/* Asks for a name to add to the profile's (store/known_tiers.h). */
void tier_list_add(struct list *list);
/* Counts the products of all tiers. */
void tier_list_count(struct list *list);

#endif
