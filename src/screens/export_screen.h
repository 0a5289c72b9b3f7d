/* export_screen.h - records as a file: which of them, how it is written and where. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EXPORT_SCREEN_H
#define SCREENS_EXPORT_SCREEN_H
#include "ui/screen.h"

struct list;

/* Of a list: its marked records, all that match, or the one under the cursor. */
void export_open(struct list *list);
/* The same, beginning with a price list: of tier alone; NULL: of all. */
void export_open_prices(struct list *list, const char *tier);

extern const struct screen_class export_screen;

#endif
