/* SPDX-License-Identifier: ISC */
#include "ui/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "ui/draw.h"

enum { CURSOR_COL, SIGN_COL };

static const char on_its_way[] = "...";

/* What of a line must be drawn: a step of the cursor touches signs and key cell of two lines. */
enum { ALL_OF_LINE = 1 << 0, CURSOR_OF_LINE = 1 << 1 };

void table_init(struct table *table, const struct table_source *source, void *data)
{
	*table = (struct table){ .source = source, .data = data, .headings = true };
}

void table_finish(struct table *table)
{
	free(table->columns);
	free(table->dirty);
	*table = (struct table){ .source = NULL };
}

void table_set_columns(struct table *table, const struct table_column *columns, size_t count)
{
	table->columns = xreallocarray(table->columns, count, sizeof(*columns));
	memcpy(table->columns, columns, count * sizeof(*columns));
	table->column_count = count;
	if (table->first_column >= count)
		table->first_column = 0;
	table_touch(table);
}

static size_t row_count(const struct table *table)
{
	return table->source->count(table->data);
}

void table_move_to(struct table *table, size_t row)
{
	size_t count = row_count(table);
	size_t target = row < count ? row : count ? count - 1 : 0;

	if (target != table->cursor)
		table->direction = target > table->cursor ? 1 : -1;
	table->cursor = target;
}

void table_move(struct table *table, long rows)
{
	if (rows < 0 && (size_t)-rows > table->cursor)
		table_move_to(table, 0);
	else
		table_move_to(table, table->cursor + (size_t)rows);
}

static int column_width(const struct table_column *column, int col, int cols)
{
	return column->width_cols ? column->width_cols : cols - col;
}

bool table_next_column(const struct table *table, int cols, struct table_column_place *place)
{
	size_t i = place->next == 1 ? 1 + table->first_column : place->next;
	int col = i == 0 ? TABLE_FIRST_COL : place->col + place->width_cols + TABLE_GAP_COLS;

	if (i >= table->column_count || col >= cols)
		return false;
	int width = column_width(&table->columns[i], col, cols);
	bool first_two = i == 0 || i == 1 + table->first_column;
	if (col + width > cols && !first_two)
		return false;
	*place = (struct table_column_place){ i + 1, i, col, width };
	return true;
}

/* The last column is there as far as its heading at least: one that takes what is left of the width may
 * have been left with too little. */
static bool sees_last_column(const struct table *table)
{
	const struct table_column *last = &table->columns[table->column_count - 1];
	struct table_column_place at = { 0 };
	int room = table->page_cols;

	while (table_next_column(table, room, &at))
		;
	return at.next == table->column_count && at.col + at.width_cols <= room &&
	       at.width_cols >= (last->label ? text_width(last->label, strlen(last->label)) : 1);
}

void table_move_columns(struct table *table, int columns)
{
	size_t last = table->column_count > 1 ? table->column_count - 2 : 0;

	for (; columns < 0 && table->first_column > 0; columns++)
		table->first_column--;
	for (; columns > 0 && table->first_column < last && !sees_last_column(table); columns--)
		table->first_column++;
	table_touch(table);
}

static size_t last_first(const struct table *table)
{
	size_t count = row_count(table), page = (size_t)table->page_rows;

	return count > page ? count - page : 0;
}

void table_scroll(struct table *table, long rows)
{
	size_t last = last_first(table), page = table->page_rows > 0 ? (size_t)table->page_rows : 1;
	size_t first = rows < 0 && (size_t)-rows > table->first ? 0 : table->first + (size_t)rows;

	table->first = first < last ? first : last;
	if (table->cursor < table->first)
		table_move_to(table, table->first);
	else if (table->cursor >= table->first + page)
		table_move_to(table, table->first + page - 1);
	table->direction = rows < 0 ? -1 : 1;
}

void table_touch_row(struct table *table, size_t row)
{
	if (row >= table->drawn.first && row - table->drawn.first < (size_t)table->dirty_rows)
		table->dirty[row - table->drawn.first] = ALL_OF_LINE;
}

void table_touch(struct table *table)
{
	table->touched = true;
}

/* In a wider window fewer columns have to be hidden. */
static void settle_columns(struct table *table, int cols)
{
	size_t before = table->first_column;

	table->page_cols = cols;
	while (table->first_column > 0) {
		table->first_column--;
		if (!sees_last_column(table)) {
			table->first_column++;
			break;
		}
	}
	table->touched = table->touched || table->first_column != before;
}

/* Keeps the cursor among the rows and within the page. */
static void settle(struct table *table, size_t count)
{
	size_t page = (size_t)table->page_rows;

	if (table->cursor >= count)
		table->cursor = count ? count - 1 : 0;
	if (table->cursor < table->first)
		table->first = table->cursor;
	else if (table->cursor >= table->first + page)
		table->first = table->cursor - page + 1;
	if (table->first > last_first(table))
		table->first = last_first(table);
}

static void resize_page(struct table *table, int rows)
{
	table->page_rows = rows;
	if (table->dirty_rows == rows)
		return;
	table->dirty = xreallocarray(table->dirty, (size_t)rows, 1);
	memset(table->dirty, 0, (size_t)rows);
	table->dirty_rows = rows;
	table->touched = true;
}

/* One line being drawn. */
struct painter {
	const struct table *table;
	const struct canvas *canvas;
	int line; /* on the canvas */
	size_t row;
	const char *const *cells; /* NULL: headings */
};

/* The cursor's key cell: lit as far as its text goes, every column of it is a byte in each step. */
static void put_key_cell(const struct painter *painter, int col, int width, const char *text)
{
	struct canvas cell = draw_part(painter->canvas, painter->line, col, 1, width);

	draw_text(&cell, 0, 0, ROLE_KEY_CELL, *text ? text : " ");
}

static void put_cell(const struct painter *painter, size_t index, int col, int width)
{
	const struct table *table = painter->table;
	const struct table_column *column = &table->columns[index];
	enum role role = painter->cells ? ROLE_NORMAL : ROLE_COLUMN;
	const char *text = painter->cells ? painter->cells[column->cell] : column->label;

	if (painter->cells && table->source->role)
		role = table->source->role(table->data, painter->row, column->cell);
	if (painter->cells && index == 0 && painter->row == table->cursor)
		put_key_cell(painter, col, width, text ? text : "");
	else
		draw_cell(painter->canvas, painter->line, col, width, column->align, role,
			  text ? text : "");
}

static void put_columns(const struct painter *painter)
{
	struct table_column_place at = { 0 };

	while (table_next_column(painter->table, painter->canvas->cols, &at))
		put_cell(painter, at.column, at.col, at.width_cols);
}

static enum role sign_role(char sign)
{
	switch (sign) {
	case ' ':
		return ROLE_NORMAL; /* a look of its own would be sent again with each step */
	case '!':
		return ROLE_ERROR;
	case '~':
		return ROLE_CHANGED;
	default:
		return ROLE_MARK;
	}
}

static void draw_signs(const struct table *table, const struct canvas *canvas, int line, size_t row)
{
	char sign[2] = { table->source->sign ? table->source->sign(table->data, row) : ' ' };

	draw_text(canvas, line, CURSOR_COL, ROLE_NORMAL, row == table->cursor ? ">" : " ");
	draw_text(canvas, line, SIGN_COL, sign_role(sign[0]), sign);
}

static void draw_line(struct table *table, const struct canvas *canvas, int line, size_t row)
{
	struct painter painter = { table, canvas, line, row, NULL };

	draw_blank_row(canvas, line);
	if (row >= row_count(table))
		return;
	draw_signs(table, canvas, line, row);
	painter.cells = table->source->cells(table->data, row);
	if (painter.cells)
		put_columns(&painter);
	else
		draw_text(canvas, line, TABLE_FIRST_COL,
			  row == table->cursor ? ROLE_KEY_CELL : ROLE_DIM, on_its_way);
}

/* The line shows this row already, but for the cursor. */
static void draw_cursor_of_line(struct table *table, const struct canvas *canvas, int line,
				size_t row)
{
	struct painter painter = { table, canvas, line, row,
				   table->source->cells(table->data, row) };

	if (!painter.cells || table->column_count == 0) {
		draw_line(table, canvas, line, row);
		return;
	}
	draw_signs(table, canvas, line, row);
	put_cell(&painter, 0, TABLE_FIRST_COL,
		 column_width(&table->columns[0], TABLE_FIRST_COL, canvas->cols));
}

static void mark(struct table *table, size_t row, unsigned char what)
{
	if (row >= table->first && row - table->first < (size_t)table->page_rows)
		table->dirty[row - table->first] |= what;
}

/* Shifts the rows that stay, in the terminal too; false when nothing of the page stays. */
static bool scroll(struct table *table, const struct canvas *canvas)
{
	long lines = (long)table->first - (long)table->drawn.first;
	long page = table->page_rows;
	size_t kept;

	if (lines == 0)
		return true;
	if (lines >= page || -lines >= page || !draw_scroll(canvas, (int)lines))
		return false;
	if (lines > 0) {
		kept = (size_t)(page - lines);
		memmove(table->dirty, table->dirty + lines, kept);
		memset(table->dirty + kept, ALL_OF_LINE, (size_t)lines);
	} else {
		kept = (size_t)(page + lines);
		memmove(table->dirty - lines, table->dirty, kept);
		memset(table->dirty, ALL_OF_LINE, (size_t)-lines);
	}
	return true;
}

/* Rows that came or went at the end of the list. */
static void mark_end(struct table *table, size_t count)
{
	size_t before = table->drawn.count;
	size_t from = before < count ? before : count, to = before < count ? count : before;
	size_t page_end = table->first + (size_t)table->page_rows;

	for (size_t row = from > table->first ? from : table->first; row < to && row < page_end;
	     row++)
		mark(table, row, ALL_OF_LINE);
}

/* Finds out which lines of the page no longer show what they should. */
static void find_changes(struct table *table, const struct canvas *canvas, size_t count)
{
	bool anew =
		canvas->fresh || table->touched || !table->drawn.valid || !scroll(table, canvas);

	if (anew) {
		memset(table->dirty, ALL_OF_LINE, (size_t)table->page_rows);
		return;
	}
	if (table->drawn.cursor != table->cursor) {
		mark(table, table->drawn.cursor, CURSOR_OF_LINE);
		mark(table, table->cursor, CURSOR_OF_LINE);
	}
	mark_end(table, count);
}

static void draw_headings(const struct table *table, const struct canvas *canvas)
{
	struct painter painter = { table, canvas, 0, 0, NULL };

	draw_blank_row(canvas, 0);
	put_columns(&painter);
}

static void draw_dirty_lines(struct table *table, const struct canvas *page)
{
	for (int line = 0; line < page->rows; line++) {
		size_t row = table->first + (size_t)line;

		if (table->dirty[line] & ALL_OF_LINE)
			draw_line(table, page, line, row);
		else if (table->dirty[line])
			draw_cursor_of_line(table, page, line, row);
	}
	memset(table->dirty, 0, (size_t)page->rows);
}

void table_draw(struct table *table, struct canvas *canvas)
{
	int top = table->headings ? 1 : 0;
	size_t count = row_count(table);

	if (canvas->rows <= top)
		return;
	struct canvas page = draw_part(canvas, top, 0, canvas->rows - top, canvas->cols);
	resize_page(table, page.rows);
	settle(table, count);
	settle_columns(table, canvas->cols);
	find_changes(table, &page, count);
	if (table->headings && (canvas->fresh || table->touched))
		draw_headings(table, canvas);
	if (table->source->want)
		table->source->want(table->data, table->first, (size_t)page.rows, table->direction);
	draw_dirty_lines(table, &page);
	table->touched = false;
	table->drawn.cursor = table->cursor;
	table->drawn.first = table->first;
	table->drawn.count = count;
	table->drawn.valid = true;
	if (canvas->pointer)
		table_targets(table, canvas);
	draw_cursor(&page, (int)(table->cursor - table->first), TABLE_FIRST_COL);
}
