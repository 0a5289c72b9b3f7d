/* import_prices.h - an import of price lists (price_line.h): lines are put into what products have
 * now (price_merge.h), and each product that differs is sent with all its prices. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_PRICES_H
#define WORK_IMPORT_PRICES_H
#include <stdbool.h>

struct import_class;
struct resource;

extern const struct import_class import_prices;

/* Whether this is a resource that has prices in tiers. */
bool import_prices_can(const struct resource *resource);
/* Whether the file's heading is that of a price list. False also for what cannot be read: who imports it
 * says why. */
bool import_prices_is_list(const struct resource *resource, const char *path);

#endif
