/* price_many_preview.h - what a change of many prices would change, price by price, before it is done. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_MANY_PREVIEW_H
#define SCREENS_PRICE_MANY_PREVIEW_H

#include "ui/screen.h"

struct app;
struct price_rule;
struct query;
struct text_list;

/* Takes rule and keys over (in byte order; both are empty afterwards). query is the list that they were
 * marked in, of a resource with prices; copied. */
void price_many_preview_open_take(struct app *app, const struct query *query, struct price_rule *rule,
			     struct text_list *keys);

extern const struct screen_class price_many_preview_screen;

#endif
