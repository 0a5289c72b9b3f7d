/* SPDX-License-Identifier: ISC */
#include "screens/page_view.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "screens/entry.h"
#include "screens/entry_columns.h"
#include "screens/price_grid.h"
#include "screens/wrapped.h"
#include "ui/draw.h"
#include "ui/target.h"

enum {
	LABEL_COL = 3, /* behind the cursor's > */
	LABEL_MAX_COLS = 24,
	GAP_COLS = 2,
	NOTE_END_COL = 79, /* beside the values, in a wide window too */
};

void page_view_finish(struct page_view *view)
{
	record_page_finish(&view->page);
	free(view->marked);
	view->marked = NULL;
}

void page_view_unmark_all(struct page_view *view)
{
	view->marked = xreallocarray(view->marked, view->page.count + 1, sizeof(*view->marked));
	memset(view->marked, 0, (view->page.count + 1) * sizeof(*view->marked));
	view->mark_count = 0;
}

bool page_view_is_marked(const struct page_view *view, size_t line)
{
	return view->mark_count && view->marked[line];
}

void page_view_set(struct page_view *view, struct record_page page)
{
	record_page_finish(&view->page);
	view->page = page;
	page_view_unmark_all(view);
	if (view->cursor >= page.count)
		view->cursor = page.count ? page.count - 1 : 0;
}

const struct page_line *page_view_line(const struct page_view *view)
{
	return !view->prices && view->cursor < view->page.count ? &view->page.lines[view->cursor] : NULL;
}

void page_view_open_line(const struct page_view *view, struct ui *ui, const char *title,
			 const struct entry_owner *owner)
{
	const struct page_line *line = page_view_line(view);

	if (line)
		entry_open(ui, title, line, owner);
}

/* The labels' column: as wide as the widest, within reason; 0 for entries, which have none. */
static int label_width(const struct record_page *page)
{
	int widest = 0;

	for (size_t i = 0; i < page->count; i++) {
		int width = text_width(page->lines[i].label, strlen(page->lines[i].label));

		if (width > widest)
			widest = width;
	}
	return widest < LABEL_MAX_COLS ? widest : LABEL_MAX_COLS;
}

/* One frame's measures. */
struct layout {
	const struct page_view *view;
	const struct canvas *canvas;
	int label_cols, value_col, value_cols;
	int row; /* of the line being drawn */
};

static const char *shown_text(const struct page_view *view, const struct page_line *line)
{
	if (*line->text)
		return line->text;
	return view->missing ? view->missing : "-";
}

static int line_rows(const struct layout *layout, const struct page_line *line)
{
	if (!*line->label)
		return 1;
	return wrapped_rows(shown_text(layout->view, line), layout->value_cols) +
	       (line->in_store ? wrapped_rows(line->in_store, layout->value_cols) : 0);
}

/* The service has no call that changes it in a record that is there. */
static bool is_read_only(const struct field *field)
{
	return field && (field->write == WRITE_NEVER || field->write == WRITE_NEW);
}

/* Where there is room beside the value. */
static void draw_read_only(const struct layout *layout, const struct page_line *line, int rows)
{
	const char *text = shown_text(layout->view, line), *note = _("read only");
	int cols = text_width(note, strlen(note)), last = layout->canvas->cols - 1;
	int end = last < NOTE_END_COL ? last : NOTE_END_COL;

	if (!layout->view->marks_read_only || !is_read_only(line->field) || rows > 1 ||
	    layout->value_col + text_width(text, strlen(text)) + GAP_COLS + cols > end)
		return;
	draw_text(layout->canvas, layout->row, end - cols, ROLE_DIM, note);
}

static void draw_field(struct layout *layout, const struct page_line *line, bool here)
{
	struct canvas label =
		draw_part(layout->canvas, layout->row, LABEL_COL, 1, layout->label_cols);

	/* Lit as far as its text goes: each column of it is a byte in every step. */
	draw_text(&label, 0, 0, here ? ROLE_KEY_CELL : ROLE_LABEL, line->label);
	int rows = wrapped_draw(layout->canvas, layout->row, layout->value_col, layout->value_cols,
				ROLE_NORMAL, shown_text(layout->view, line));
	draw_read_only(layout, line, rows);
	if (line->in_store) {
		draw_text(layout->canvas, layout->row, 1, ROLE_CHANGED, "~");
		wrapped_draw(layout->canvas, layout->row + rows, layout->value_col, layout->value_cols,
			     ROLE_CHANGED, line->in_store);
	}
}

/* A click on the line that has the cursor is its Enter. */
static bool click(void *data, size_t line)
{
	struct page_view *view = data;
	bool was_there = view->cursor == line;

	view->cursor = line;
	return was_there;
}

static const struct target_class target = { .click = click };

static void draw_line(struct layout *layout, size_t i)
{
	const struct page_line *line = &layout->view->page.lines[i];
	bool here = i == layout->view->cursor;

	draw_text(layout->canvas, layout->row, 0, ROLE_NORMAL, here ? ">" : " ");
	if (page_view_is_marked(layout->view, i))
		draw_text(layout->canvas, layout->row, 1, ROLE_MARK, "*");
	if (*line->label)
		draw_field(layout, line, here);
	else
		entry_columns_draw(layout->canvas, layout->row, LABEL_COL, &layout->view->page,
				   line, layout->view->first_column, here);
	if (here)
		draw_cursor(layout->canvas, layout->row, LABEL_COL);
}

static int line_height(const void *data, size_t line)
{
	const struct layout *layout = data;

	return line_rows(layout, &layout->view->page.lines[line]);
}

static struct canvas below_heading(struct page_view *view, const struct canvas *canvas)
{
	if (!view->page.columns)
		return *canvas;
	view->columns_room = canvas->cols - LABEL_COL;
	entry_columns_fit(&view->page, view->columns_room);
	entry_columns_draw_labels(canvas, 0, LABEL_COL, &view->page, view->first_column);
	return draw_part(canvas, 1, 0, canvas->rows - 1, canvas->cols);
}

bool page_view_is_cut(const struct page_view *view)
{
	return view->page.columns &&
	       entry_columns_are_cut(&view->page, view->first_column, view->columns_room);
}

static void draw_prices(const struct page_view *view, const struct canvas *canvas)
{
	if (price_grid_has_cells(view->prices)) {
		price_grid_draw(view->prices, canvas);
		return;
	}
	draw_text(canvas, 0, LABEL_COL, ROLE_DIM, view->missing ? view->missing : _("No prices."));
	draw_cursor(canvas, 0, LABEL_COL);
}

void page_view_draw(struct page_view *view, struct canvas *canvas)
{
	if (view->prices) {
		draw_prices(view, canvas);
		return;
	}
	struct canvas lines = below_heading(view, canvas);
	int label_cols = label_width(&view->page);
	struct layout layout = { .view = view, .canvas = &lines, .label_cols = label_cols };

	layout.value_col = LABEL_COL + label_cols + GAP_COLS;
	layout.value_cols = lines.cols - layout.value_col - GAP_COLS;
	view->page_rows = lines.rows;
	if (!view->page.count) {
		draw_text(&lines, 0, LABEL_COL, ROLE_DIM, view->missing ? view->missing : _("None."));
		draw_cursor(&lines, 0, LABEL_COL);
		return;
	}
	view->first = wrapped_first(view->first, view->cursor, lines.rows, line_height, &layout);
	target_area(&lines, &target, view);
	for (size_t i = view->first; i < view->page.count && layout.row < lines.rows; i++) {
		int rows = line_rows(&layout, &view->page.lines[i]);

		target_item(&lines, layout.row, 0, rows, lines.cols, &target, view, i);
		draw_line(&layout, i);
		layout.row += rows;
	}
}

static void move(struct page_view *view, long lines)
{
	long last = (long)view->page.count - 1;
	long to = (long)view->cursor + lines;

	if (view->prices) {
		price_grid_move(view->prices, lines, 0);
		return;
	}
	if (to > last)
		to = last;
	view->cursor = to < 0 ? 0 : (size_t)to;
}

void page_view_mark(struct page_view *view)
{
	if (!view->page.count)
		return;
	bool *marked = &view->marked[view->cursor];

	*marked = !*marked;
	view->mark_count += *marked ? 1 : (size_t)-1;
	move(view, 1);
}

static void move_up(struct ui *ui, void *state)
{
	(void)ui;
	move(state, -1);
}

static void move_down(struct ui *ui, void *state)
{
	(void)ui;
	move(state, 1);
}

static long page_rows(const struct page_view *view)
{
	return view->prices ? (long)view->prices->rows_seen : view->page_rows;
}

static void page_up(struct ui *ui, void *state)
{
	(void)ui;
	move(state, -page_rows(state));
}

static void page_down(struct ui *ui, void *state)
{
	(void)ui;
	move(state, page_rows(state));
}

static void move_first(struct ui *ui, void *state)
{
	(void)ui;
	move(state, LONG_MIN / 2);
}

static void move_last(struct ui *ui, void *state)
{
	(void)ui;
	move(state, LONG_MAX / 2);
}

static bool has_columns(struct ui *ui, void *state)
{
	const struct page_view *view = state;

	(void)ui;
	return view->prices || view->page.columns;
}

static void scroll_right(struct ui *ui, void *state)
{
	struct page_view *view = state;

	(void)ui;
	if (view->prices)
		price_grid_move(view->prices, 0, 1);
	else if (view->first_column + 2 < view->page.column_count)
		view->first_column++;
}

static void scroll_left(struct ui *ui, void *state)
{
	struct page_view *view = state;

	(void)ui;
	if (view->prices)
		price_grid_move(view->prices, 0, -1);
	else if (view->first_column)
		view->first_column--;
}

static const struct command commands[] = {
	{ "Down j", "down", N_("Next line"), move_down, .moves = true },
	{ "Up k", "up", N_("Previous line"), move_up, .moves = true },
	{ "PgDn Ctrl-f", "page-down", N_("Next page"), page_down, .moves = true },
	{ "PgUp Ctrl-b", "page-up", N_("Previous page"), page_up, .moves = true },
	{ "Home g", "first", N_("First line"), move_first, .moves = true },
	{ "End G", "last", N_("Last line"), move_last, .moves = true },
	{ "Right l", "right", N_("Columns further to the right"), scroll_right, .can = has_columns,
	  .moves = true },
	{ "Left h", "left", N_("Columns further to the left"), scroll_left, .can = has_columns,
	  .moves = true },
};

const struct command_table page_view_commands = COMMAND_TABLE(commands);
