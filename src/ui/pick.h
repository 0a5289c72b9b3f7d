/* pick.h - a list of values to choose one from, narrowed by typing, in a box over the screen. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_PICK_H
#define UI_PICK_H
#include <stdbool.h>
#include <stddef.h>

#include "schema/pick_item.h"

struct ui;

struct pick {
	const char *title;
	const char *note; /* below the title: "The service would not list them; these were seen."
			     NULL: none */
	const struct pick_item *items; /* copied */
	size_t count;
	const char *current; /* the cursor begins there; NULL: at the top */
	const char *typed;   /* what it is narrowed by at first; NULL: nothing */
	bool open;           /* what was typed may be taken although no item is like it */
	bool (*takes)(const char *typed); /* when open: whether it may; NULL: whatever it is */
	/* Called exactly once, after the box left the screen; value is NULL when the user left with
	 * Esc, and borrowed for the call. */
	void (*done)(void *data, const char *value);
	void *data;
};

/* Narrows to the items that have every word typed in value or label, in any case of any script. */
void pick_open(struct ui *ui, const struct pick *pick);

#endif
