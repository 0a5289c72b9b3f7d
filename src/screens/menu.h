/* menu.h - a few things to choose from, the first ten by their digits and all by letters that narrow them,
 * in a box at the bottom of the screen below. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_MENU_H
#define SCREENS_MENU_H
#include <stddef.h>

#include "ui/screen.h"

struct ui;

struct menu_item {
	const char *label; /* translated */
	const char *note;  /* behind it, quietly: the reason why it cannot be chosen; NULL: none */
	bool disabled;     /* listed, but not chosen: leaves the menu and says the note */
};

enum { MENU_LEFT = -1 };

/* Title and items are copied; the cursor begins at item start, or at the
 * first one behind it that can be chosen. choose is called exactly once, after
 * the menu left the screen: with the item's index, or MENU_LEFT. */
void menu_open(struct ui *ui, const char *title, const struct menu_item *items, size_t count,
	       size_t start, void (*choose)(void *data, int item), void *data);

extern const struct screen_class menu_screen;

#endif
