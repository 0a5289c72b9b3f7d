/* wrapped.h - a long value over as many rows as it needs. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_WRAPPED_H
#define SCREENS_WRAPPED_H
#include <stddef.h>

#include "base/theme.h"

struct canvas;

/* How many rows raw text takes when it is cols wide; at least one. */
int wrapped_rows(const char *text, int cols);

/* Lines of several rows each, of which rows fit into a window that begins with first: where it has to begin
 * for the one at cursor to be seen whole, or from its start when it is longer than the window. height says
 * how many rows a line has; data is its first argument. */
size_t wrapped_first(size_t first, size_t cursor, int rows, int (*height)(const void *data, size_t line),
		     const void *data);

/* Draws it from row on, as far as the canvas goes, and returns how many rows it took there. */
int wrapped_draw(const struct canvas *canvas, int row, int col, int cols, enum role role,
		 const char *text);

#endif
