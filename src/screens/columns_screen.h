/* columns_screen.h - which columns a list shows: shown or hidden, in which order, how wide. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_COLUMNS_SCREEN_H
#define SCREENS_COLUMNS_SCREEN_H

#include "ui/screen.h"

struct list;

/* The list must stay open below. */
void columns_open(struct list *list);

extern const struct screen_class columns_screen;

#endif
