/* catalog.h - the products' list in the prices of a tier: what one piece costs, from which quantities it
 * costs less, and how that differs from the base price or from another tier. Made of the pages of the
 * list alone; where their rows have no prices, the records on the screen are read. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_CATALOG_H
#define SCREENS_CATALOG_H

#include "ui/screen.h"

struct app;
struct json;
struct resource;

/* In that tier, copied. Says so where the service has nothing with prices. */
void catalog_open_tier(struct app *app, const char *tier);

/* Whether records of that kind buy in a price tier, and there is something with prices to buy. */
bool catalog_is_for(const struct app *app, const struct resource *resource);
/* As one of those who buy in a tier sees it: object is its record or its row. Without a tier, base prices. */
void catalog_open_for(struct app *app, const struct resource *resource, const struct json *object);

extern const struct screen_class catalog_screen;

#endif
