/* wrapped.h - a long value over as many rows as it needs. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_WRAPPED_H
#define SCREENS_WRAPPED_H

#include "base/theme.h"

struct canvas;

/* How many rows raw text takes when it is cols wide; at least one. */
int wrapped_rows(const char *text, int cols);

/* Draws it from row on, as far as the canvas goes, and returns how many rows it took there. */
int wrapped_draw(const struct canvas *canvas, int row, int col, int cols, enum role role,
		 const char *text);

#endif
