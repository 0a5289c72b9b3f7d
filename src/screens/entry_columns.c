/* SPDX-License-Identifier: ISC */
#include "screens/entry_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "ui/draw.h"
#include "work/record_page.h"

enum {
	GAP_COLS = 1,
	LIT_COLS = 12, /* of a text that is no cells: each column of it is a byte in every step */
};

static int least(int a, int b)
{
	return a < b ? a : b;
}

void entry_columns_fit(struct record_page *page, int room_cols)
{
	int spare = room_cols + GAP_COLS;

	for (size_t i = 0; i < page->column_count; i++) {
		struct page_column *column = &page->columns[i];

		column->shown_cols = least(column->natural_cols, column->width_cols);
		spare -= column->shown_cols + GAP_COLS;
	}
	for (size_t i = 0; i < page->column_count && spare > 0; i++) {
		struct page_column *column = &page->columns[i];
		int more = least(spare, column->natural_cols - column->shown_cols);

		column->shown_cols += more;
		spare -= more;
	}
}

/* Where the column begins when first_column of those behind the first are left out; -1: it is one
 * of them. */
static int place_of(const struct record_page *page, size_t i, size_t first_column)
{
	int col = 0;

	if (i > 0 && i <= first_column)
		return -1;
	for (size_t left = 0; left < i; left++)
		if (left == 0 || left > first_column)
			col += page->columns[left].shown_cols + GAP_COLS;
	return col;
}

bool entry_columns_are_cut(const struct record_page *page, size_t first_column, int room_cols)
{
	size_t last = page->column_count ? page->column_count - 1 : 0;

	return page->column_count &&
	       place_of(page, last, first_column) + page->columns[last].shown_cols > room_cols;
}

static void draw_column(const struct canvas *canvas, int row, int col,
			const struct record_page *page, size_t i, size_t first_column,
			enum role role, const char *text)
{
	const struct page_column *column = &page->columns[i];
	int place = place_of(page, i, first_column);

	if (place >= 0)
		draw_cell(canvas, row, col + place, column->shown_cols, column->align, role, text);
}

void entry_columns_draw_labels(const struct canvas *canvas, int row, int col,
			       const struct record_page *page, size_t first_column)
{
	for (size_t i = 0; i < page->column_count; i++)
		draw_column(canvas, row, col, page, i, first_column, ROLE_COLUMN,
			    page->columns[i].label);
}

/* The first cell shows where the cursor is, as in a list. */
static void light(const struct canvas *canvas, int row, int col, const char *text, int cols)
{
	struct canvas cell = draw_part(canvas, row, col, 1, cols);

	draw_text(&cell, 0, 0, ROLE_KEY_CELL, text);
}

/* Something else in an entry's place. */
static void draw_plain(const struct canvas *canvas, int row, int col, const char *text, bool here)
{
	int cols;
	char *start = xstrndup(text, text_prefix(text, strlen(text), LIT_COLS, &cols));

	draw_text(canvas, row, col, ROLE_NORMAL, text);
	if (here)
		light(canvas, row, col, start, LIT_COLS);
	free(start);
}

void entry_columns_draw(const struct canvas *canvas, int row, int col,
			const struct record_page *page, const struct page_line *line,
			size_t first_column, bool here)
{
	if (!line->cells) {
		draw_plain(canvas, row, col, line->text, here);
		return;
	}
	for (size_t i = 0; i < page->column_count; i++)
		draw_column(canvas, row, col, page, i, first_column, ROLE_NORMAL, line->cells[i]);
	if (here && page->column_count)
		light(canvas, row, col, line->cells[0], page->columns[0].shown_cols);
}
