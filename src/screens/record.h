/* record.h - one record with its tabs: read at once from what its list knows, then from the
 * service. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_H
#define SCREENS_RECORD_H

#include "ui/screen.h"

struct app;
struct list;
struct resource;

/* The record under the list's cursor; + and - go on from there and take the cursor along. The list
 * must stay open below. Nothing happens while that row is not here. */
void record_open_row(struct list *list);
/* The same, on the tab of the field of that name. */
void record_open_row_at(struct list *list, const char *field);

/* The record of that key, which no list shows. One that is gone is said on the screen below. */
void record_open_key(struct app *app, const struct resource *resource, const char *key);

extern const struct screen_class record_screen;

#endif
