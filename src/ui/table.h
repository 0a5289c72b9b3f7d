/* table.h - a list of rows with a cursor, as wide and long as its canvas. Draws only what changed
 * since the last frame: a step is the marker and the key cell of two rows, a scroll moves the rows
 * in the terminal.
 *
 * Column 1 of the screen has > at the cursor, column 2 the row's sign; the first table column is
 * the key: it stays when scrolling sideways and is highlighted in the cursor row. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_TABLE_H
#define UI_TABLE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "base/theme.h"

struct canvas;
struct command_table;

/* Where the first column begins, behind > and the sign, and what is between two columns. */
enum { TABLE_FIRST_COL = 3, TABLE_GAP_COLS = 1 };

struct table_column {
	const char *label; /* shown as it is: already translated; NULL: none */
	int width_cols;    /* 0: what is left of the width (last column) */
	enum text_align align;
	size_t cell; /* index into what cells() returns */
};

/* Where the rows come from; functions get the data given to table_init. */
struct table_source {
	size_t (*count)(void *data);
	/* The row's texts, NULL-safe (NULL is ""); borrowed until the next call. NULL: not here
	 * yet. */
	const char *const *(*cells)(void *data, size_t row);
	/* Sign in column 2: '*' marked, '~' changed, '!' wrong, ' ' none. May be NULL. */
	char (*sign)(void *data, size_t row);
	/* Role of a cell, by index into cells(). May be NULL: ROLE_NORMAL. */
	enum role (*role)(void *data, size_t row, size_t cell);
	/* The mouse was pressed on the heading of that column (table_set_columns). May be NULL. */
	void (*heading)(void *data, size_t column);
	/* These rows are shown now; direction is -1, 0 or 1, the way the user goes. May be NULL. */
	void (*want)(void *data, size_t first, size_t count, int direction);
};

struct table {
	const struct table_source *source;
	void *data;
	struct table_column *columns;
	size_t column_count;
	size_t cursor;       /* row; 0 when there are none */
	size_t first;        /* row at the top */
	size_t first_column; /* first one after the key column */
	int direction;       /* of the last move */
	int page_rows;       /* rows that were seen last */
	int page_cols;       /* columns of the terminal that it had */
	bool headings;       /* first line has the labels */
	bool touched;        /* draw all rows in the next frame */
	struct {
		size_t cursor, first, count;
		bool valid;
	} drawn;              /* what the last frame showed */
	unsigned char *dirty; /* what to draw of each line of the page */
	int dirty_rows;
};

/* source and data must outlive the table. */
void table_init(struct table *table, const struct table_source *source, void *data);
void table_finish(struct table *table);

/* Columns are copied, their labels borrowed. The cursor stays. */
void table_set_columns(struct table *table, const struct table_column *columns, size_t count);

/* Moves the cursor, as far as there are rows; the next draw scrolls. */
void table_move(struct table *table, long rows);
void table_move_to(struct table *table, size_t row);
/* Sideways by columns, negative to the left; to the right no further than until the last one is seen. */
void table_move_columns(struct table *table, int columns);

/* Shows other rows (the wheel): the cursor stays on its own as long as that is seen. */
void table_scroll(struct table *table, long rows);

/* Which columns a table of so many columns of the terminal shows: the key column, then those that have
 * been scrolled to, as far as they fit whole. place is zero at first; false behind the last one. */
struct table_column_place {
	size_t next;
	size_t column;
	int col, width_cols;
};
bool table_next_column(const struct table *table, int cols, struct table_column_place *place);

/* A row, or all of them, show something else now. Call ui_touch as well. */
void table_touch_row(struct table *table, size_t row);
void table_touch(struct table *table);

/* Draws and puts the hardware cursor on the key cell; calls want(). */
void table_draw(struct table *table, struct canvas *canvas);

/* For table_draw: what the mouse does where (table_mouse.c). */
void table_targets(struct table *table, const struct canvas *canvas);

/* The moves, for screen_class.part_commands; part() returns the struct table. */
extern const struct command_table table_commands;

#endif
