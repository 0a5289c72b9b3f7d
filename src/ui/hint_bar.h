/* hint_bar.h - the last row: keys that work now, cut at a whole entry; "? help" always fits. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_HINT_BAR_H
#define UI_HINT_BAR_H
#include <stdbool.h>
#include <stddef.h>

struct canvas;
struct command_scope;
struct ui;

/* One hint: what the bar shows of a command. */
struct hint {
	const char *key;
	const char *text; /* translated */
	bool keep;        /* fits always */
};

/* Leaves out what does not fit into width_cols, and returns how many are left; order is kept. */
size_t hint_bar_fit(struct hint *hints, size_t count, int width_cols);

void hint_bar_draw(const struct canvas *canvas, struct ui *ui, const struct command_scope *scopes,
		   size_t count);

#endif
