/* palette.h - the : line: narrows the commands as one types, Enter runs the line under the cursor. What
 * else can be run, the program adds for each text that is typed (ui_options.offer). */
/* SPDX-License-Identifier: ISC */
#ifndef UI_PALETTE_H
#define UI_PALETTE_H
#include <stdbool.h>

struct palette;
struct ui;

void palette_open(struct ui *ui);

struct palette_line {
	const char *text; /* what it is called */
	const char *note; /* what it is: "list" */
	/* With ui_options.data and the two below. */
	void (*run)(void *data, const char *kind, const char *name);
	const char *kind, *name; /* NULL is "" */
};

/* Puts a line behind those that are there; texts are copied. */
void palette_add(struct palette *palette, const struct palette_line *line);

/* Whether nothing fits so far what was typed. */
bool palette_is_empty(const struct palette *palette);

#endif
