/* hint_bar.h - the last row: keys that work now, cut at a whole entry; "? help" always fits. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_HINT_BAR_H
#define UI_HINT_BAR_H
#include <stdbool.h>
#include <stddef.h>

#include "ui/keys.h"

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

enum { HINTS_MAX = 40 };

struct hint_list {
	struct hint hints[HINTS_MAX];
	char names[HINTS_MAX][KEY_NAME_SIZE];
	size_t count;
};

/* The hints of the commands that keys can reach now, as far as they fit. */
void hint_bar_gather(struct hint_list *list, struct ui *ui, const struct command_scope *scopes,
		     size_t count, int width_cols);
/* All of them as one text, to compare with an earlier one; the caller frees. */
char *hint_bar_text(const struct hint_list *list);
void hint_bar_draw(const struct canvas *canvas, const struct hint_list *list);

#endif
