/* entry_columns.h - the entries of a list in a record side by side: how wide each column is in a
 * window, and a row of them. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_ENTRY_COLUMNS_H
#define SCREENS_ENTRY_COLUMNS_H
#include <stdbool.h>
#include <stddef.h>

struct canvas;
struct page_line;
struct record_page;

/* Makes each column as wide as its texts if there is room, else as wide as the tables say; what is
 * left over goes to those that are cut, from the left. */
void entry_columns_fit(struct record_page *page, int room_cols);

/* The labels of the columns from column col of the canvas on. The first column, which says whose
 * row it is, stays; first_column of those behind it are left out. */
void entry_columns_draw_labels(const struct canvas *canvas, int row, int col,
			       const struct record_page *page, size_t first_column);

/* Whether the end of the last column is not shown in room_cols. */
bool entry_columns_are_cut(const struct record_page *page, size_t first_column, int room_cols);

/* An entry below them; here: the cursor is on it. */
void entry_columns_draw(const struct canvas *canvas, int row, int col,
			const struct record_page *page, const struct page_line *line,
			size_t first_column, bool here);

#endif
