/* draw.h - the one place that gives text to the terminal. Any text may be given, a server's too:
 * controls, escape sequences, bidirectional overrides and broken UTF-8 become visible marks
 * (text_clean), wide and combined characters are never split, signs that the locale lacks become ?
 * of the same width. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_DRAW_H
#define UI_DRAW_H
#include <stdbool.h>

#include "base/text.h"
#include "base/theme.h"

struct paint;

struct pointer;

/* Where the hardware cursor rests after a frame, within the window. */
struct draw_cursor_place {
	int row, col;
};

/* A rectangle of the window. Rows and columns count from 0 in it; what lies outside is dropped. */
struct canvas {
	int top, left; /* within the window */
	int rows, cols;
	const struct paint *paint;
	struct draw_cursor_place *cursor; /* shared by all canvases of a frame */
	struct pointer *pointer; /* where the mouse was pressed (target.h); NULL: it was not */
	bool fresh; /* blank: everything must be drawn. Else it shows what was drawn last */
};

/* The part of a canvas that begins at top, left; cut to what the canvas has. */
struct canvas draw_part(const struct canvas *canvas, int top, int left, int rows, int cols);

/* Text from col on, cut with ~ at the canvas's edge. Returns the column after it. */
int draw_text(const struct canvas *canvas, int row, int col, enum role role, const char *text);
int draw_format(const struct canvas *canvas, int row, int col, enum role role, const char *format,
		...) __attribute__((format(printf, 5, 6)));

/* Exactly width_cols columns: text cut with ~, or padded with spaces. */
void draw_cell(const struct canvas *canvas, int row, int col, int width_cols, enum text_align align,
	       enum role role, const char *text);

/* A whole row: left from its start, right (which may be NULL) at its end, right wins. */
void draw_row(const struct canvas *canvas, int row, enum role role, const char *left,
	      const char *right);

void draw_blank(const struct canvas *canvas, int row, int col, int width_cols);
void draw_blank_row(const struct canvas *canvas, int row);

/* Blanks all of it and makes it fresh. */
void draw_clear(struct canvas *canvas);

/* A line from side to side, in the terminal's line characters; of - where the locale is plain. */
void draw_rule(const struct canvas *canvas, int row);

/* Where the hardware cursor rests after the frame; the last call of a frame wins. */
void draw_cursor(const struct canvas *canvas, int row, int col);

/* Moves the rows of the canvas up by lines (down when negative); those that come in are blank.
 * False when the canvas is not as wide as the window: draw all rows instead. */
bool draw_scroll(const struct canvas *canvas, int lines);

#endif
