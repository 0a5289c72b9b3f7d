/* screen.h - what a screen is: a class that says how, and state that ui_push allocates. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "ui/command.h"

struct canvas;
struct key;
struct ui;

/* Functions may be NULL unless said otherwise. state is state_size bytes, zero before open; a
 * command that closes its own screen may go on using the state until it returns.
 *
 * A key goes to key(), then to the commands of the screen, those it shares, its part, the program and the
 * ui. */
struct screen_class {
	const char *name;  /* in bind(name, ...) */
	const char *label; /* N_(): the heading of its keys in help */
	size_t state_size;
	struct command_table commands; /* COMMANDS(table) */

	/* Commands that other screens have too, called with what shared() returns. */
	const struct command_table *shared_commands;
	void *(*shared)(void *state);

	/* The widget the screen is built round (&table_commands, &text_view_commands); its commands
	 * are called with what part() returns. */
	const struct command_table *part_commands;
	void *(*part)(void *state);

	void (*open)(struct ui *ui, void *state, void *argument); /* argument as given to ui_push */

	/* Sees each key first; true when it was for this screen (letters typed into a field, a
	 * paste). */
	bool (*key)(struct ui *ui, void *state, const struct key *key);
	/* Whether letters go into a field now: the hint bar then names other keys for commands. */
	bool (*typing)(struct ui *ui, void *state);

	/* Needed. Draws the content (rows 3 to last but two of the window); never fetches, never
	 * blocks. The canvas comes cleared and fresh, unless the screen is incremental: then, when
	 * it is not fresh, it shows the last frame, and only what changed needs drawing (table_draw
	 * does that). */
	void (*draw)(struct ui *ui, void *state, struct canvas *canvas);
	bool incremental;

	/* Row 2: a breadcrumb at the left, the sort or the state of the record at the right. */
	void (*title)(struct ui *ui, void *state, FILE *left, FILE *right);
	/* The row above the hints, while there is no message: "3 of 52". */
	void (*status)(struct ui *ui, void *state, FILE *out);

	void (*resume)(struct ui *ui, void *state); /* the screen above was closed */
	void (*close)(struct ui *ui, void *state);  /* cancels its calls, frees what state owns */

	/* Makes it a dialog: so many rows at the bottom of the screen below, which stays. */
	int (*height)(struct ui *ui, void *state, int cols);
};

#endif
