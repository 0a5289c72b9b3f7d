/* price_many.h - the prices of many records are set, or changed by a percentage: in which tier, at which
 * quantities, to what, a preview of what would change, and the run. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_MANY_H
#define SCREENS_PRICE_MANY_H
#include <stdbool.h>

struct app;
struct query;
struct text_list;

/* keys, in byte order, are taken over; query is the list that they were marked in, of a resource with
 * prices (copied). */
void price_many_open_take(struct app *app, const struct query *query, bool by_percent,
			  struct text_list *keys);

#endif
