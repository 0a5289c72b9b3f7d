/* SPDX-License-Identifier: ISC */
#include "ui/draw.h"
#include "ui/table.h"
#include "ui/target.h"

/* A click on the row that has the cursor opens it. */
static bool click_row(void *data, size_t row)
{
	struct table *table = data;
	bool was_there = table->cursor == row;

	table_move_to(table, row);
	return was_there;
}

static void scroll(void *data, int rows)
{
	table_scroll(data, rows);
}

static bool click_heading(void *data, size_t column)
{
	const struct table *table = data;

	table->source->heading(table->data, column);
	return false;
}

static const struct target_class rows_target = { .click = click_row, .scroll = scroll };
static const struct target_class headings_target = { .click = click_heading, .scroll = scroll };

static void target_headings(struct table *table, const struct canvas *canvas)
{
	struct table_column_place at = { 0 };

	while (table_next_column(table, canvas->cols, &at))
		target_item(canvas, 0, at.col, 1, at.width_cols, &headings_target, table, at.column);
}

void table_targets(struct table *table, const struct canvas *canvas)
{
	int top = table->headings ? 1 : 0;
	size_t count = table->source->count(table->data);

	target_area(canvas, &rows_target, table);
	if (table->headings && table->source->heading)
		target_headings(table, canvas);
	for (int line = 0; line < table->page_rows; line++) {
		size_t row = table->first + (size_t)line;

		if (row < count)
			target_item(canvas, top + line, 0, 1, canvas->cols, &rows_target, table, row);
	}
}
