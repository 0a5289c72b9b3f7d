/* SPDX-License-Identifier: ISC */
#include "screens/review_view.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/changes.h"
#include "schema/check.h"
#include "screens/wrapped.h"
#include "ui/draw.h"
#include "ui/target.h"

enum { LABEL_COL = 3, GAP_COLS = 2, LABEL_SHARE = 3, VALUES_MAX = 3 };

void review_view_finish(struct review_view *view)
{
	review_rows_finish(&view->rows);
}

void review_view_set(struct review_view *view, struct review_rows rows, bool in_conflict)
{
	review_rows_finish(&view->rows);
	view->rows = rows;
	view->in_conflict = in_conflict;
	view->down = 0;
	if (view->cursor >= rows.count)
		view->cursor = rows.count ? rows.count - 1 : 0;
}

const struct review_row *review_view_row(const struct review_view *view)
{
	return view->cursor < view->rows.count ? &view->rows.rows[view->cursor] : NULL;
}

/* Another row is shown from its start. */
static void go_to(struct review_view *view, size_t row)
{
	if (view->cursor != row)
		view->down = 0;
	view->cursor = row;
}

static bool is_undecided(const struct review_row *row)
{
	return row->clash && row->clash->side == SIDE_NONE;
}

bool review_view_go_to_undecided(struct review_view *view)
{
	for (size_t i = 0; i < view->rows.count; i++) {
		size_t row = (view->cursor + i) % view->rows.count;

		if (is_undecided(&view->rows.rows[row])) {
			go_to(view, row);
			return true;
		}
	}
	return false;
}

/* --- measures ------------------------------------------------------------- */

/* Of one frame: the labels at the left, the values share the rest. */
struct layout {
	const struct canvas *canvas; /* below the headings */
	const struct review_rows *rows;
	const struct complaints *complaints;
	int label_cols, value_cols;
	int values; /* how many stand side by side */
};

static int widest_label(const struct review_rows *rows)
{
	const char *heading = _("Field");
	int widest = text_width(heading, strlen(heading));

	for (size_t i = 0; i < rows->count; i++) {
		int width = text_width(rows->rows[i].label, strlen(rows->rows[i].label));

		if (width > widest)
			widest = width;
	}
	return widest;
}

static struct layout lay_out(const struct review_view *view, int cols)
{
	struct layout layout = { .rows = &view->rows, .complaints = view->complaints };

	layout.values = view->in_conflict ? VALUES_MAX : VALUES_MAX - 1;
	layout.label_cols = widest_label(&view->rows);
	if (layout.label_cols > cols / LABEL_SHARE)
		layout.label_cols = cols / LABEL_SHARE;
	layout.value_cols = (cols - LABEL_COL - layout.label_cols) / layout.values - GAP_COLS;
	return layout;
}

static int value_col(const struct layout *layout, int value)
{
	return LABEL_COL + layout->label_cols + GAP_COLS + value * (layout->value_cols + GAP_COLS);
}

static const char *shown(const char *text)
{
	return *text ? text : "-";
}

/* The texts of a row from left to right; NULL: nothing stands there. */
static void values_of(const struct review_row *row, const char *values[VALUES_MAX])
{
	values[0] = shown(row->now);
	values[1] = shown(review_row_outcome(row));
	values[2] = row->theirs ? shown(row->theirs) : NULL;
}

static int row_height(const struct layout *layout, const struct review_row *row)
{
	const char *values[VALUES_MAX];
	int height = wrapped_rows(row->label, layout->label_cols);

	values_of(row, values);
	for (int i = 0; i < layout->values; i++) {
		int rows = values[i] ? wrapped_rows(values[i], layout->value_cols) : 0;

		if (rows > height)
			height = rows;
	}
	return height;
}

/* How many of its rows the cursor's has beyond the window of the last frame. */
static int rows_beyond(const struct review_view *view)
{
	const struct review_row *row = review_view_row(view);
	struct layout layout = lay_out(view, view->cols);
	int rows = row && view->room > 0 ? row_height(&layout, row) - view->room : 0;

	return rows > 0 ? rows : 0;
}

bool review_view_has_more(const struct review_view *view)
{
	return view->down < rows_beyond(view);
}

/* --- one frame ------------------------------------------------------------- */

static bool is_wrong(const struct layout *layout, const struct review_row *row)
{
	const struct complaint *complaint =
		layout->complaints ? complaints_at(layout->complaints, (struct place){ 0 }, row->field)
				   : NULL;

	return complaint && !complaint->warning;
}

/* ~ is sent, ! is wrong; where somebody else changed it too: ! undecided, m mine, t theirs. */
static const char *sign_of(const struct layout *layout, const struct review_row *row)
{
	static const char *const signs[] = {
		[SIDE_NONE] = "!", [SIDE_MINE] = "m", [SIDE_THEIRS] = "t"
	};

	if (row->clash)
		return signs[row->clash->side];
	return is_wrong(layout, row) ? "!" : "~";
}

enum { VALUE_OUTCOME = 1 };

/* What will be there stands out; as long as that is open, nothing does. */
static bool stands_out(const struct review_row *row, int value)
{
	return value == VALUE_OUTCOME && !is_undecided(row);
}

/* top is above the window where a long row is scrolled: sign and label stay in sight. */
static void draw_row_at(const struct layout *layout, int top, const struct review_row *row,
			bool here)
{
	bool urgent = is_undecided(row) || is_wrong(layout, row);
	enum role sign_role = urgent ? ROLE_ERROR : ROLE_CHANGED;
	const char *values[VALUES_MAX];
	int head = top > 0 ? top : 0;

	draw_text(layout->canvas, head, 0, ROLE_NORMAL, here ? ">" : " ");
	draw_text(layout->canvas, head, 1, sign_role, sign_of(layout, row));
	wrapped_draw(layout->canvas, head, LABEL_COL, layout->label_cols,
		     here ? ROLE_KEY_CELL : ROLE_LABEL, row->label);
	values_of(row, values);
	for (int i = 0; i < layout->values; i++)
		if (values[i])
			wrapped_draw(layout->canvas, top, value_col(layout, i), layout->value_cols,
				     stands_out(row, i) ? ROLE_CHANGED : ROLE_NORMAL,
				     values[i]);
	if (here)
		draw_cursor(layout->canvas, head, LABEL_COL);
}

/* In a conflict what is there now is what the server has: ours began with what was. */
static const char *heading(int value, bool in_conflict)
{
	const char *const headings[VALUES_MAX] = { in_conflict ? _("Was") : _("Now"), _("After"),
						   _("On the server") };

	return headings[value];
}

static void draw_headings(const struct layout *layout, const struct canvas *canvas, bool in_conflict)
{
	draw_text(canvas, 0, LABEL_COL, ROLE_COLUMN, _("Field"));
	for (int i = 0; i < layout->values; i++)
		draw_text(canvas, 0, value_col(layout, i), ROLE_COLUMN,
			  heading(i, in_conflict));
}

static int height_at(const void *data, size_t row)
{
	const struct layout *layout = data;

	return row_height(layout, &layout->rows->rows[row]);
}

/* A click on the row that has the cursor is its Enter. */
static bool click(void *data, size_t row)
{
	struct review_view *view = data;
	bool was_there = view->cursor == row;

	go_to(view, row);
	return was_there;
}

static const struct target_class target = { .click = click };

void review_view_draw(struct review_view *view, struct canvas *canvas)
{
	struct canvas lines = draw_part(canvas, 1, 0, canvas->rows - 1, canvas->cols);
	struct layout layout = lay_out(view, lines.cols);
	int beyond, top;
	size_t i;

	draw_headings(&layout, canvas, view->in_conflict);
	if (!view->rows.count)
		return;
	layout.canvas = &lines;
	view->cols = lines.cols;
	view->room = lines.rows;
	beyond = rows_beyond(view);
	if (view->down > beyond)
		view->down = beyond;
	view->first = wrapped_first(view->first, view->cursor, lines.rows, height_at, &layout);
	target_area(&lines, &target, view);
	i = view->first;
	top = i == view->cursor ? -view->down : 0;
	for (; i < view->rows.count && top < lines.rows; i++) {
		int rows = row_height(&layout, &view->rows.rows[i]);

		target_item(&lines, top, 0, rows, lines.cols, &target, view, i);
		draw_row_at(&layout, top, &view->rows.rows[i], i == view->cursor);
		top += rows;
	}
	view->seen = i - view->first;
}

char *review_view_text(const struct review_view *view)
{
	const struct review_row *row = review_view_row(view);
	const char *values[VALUES_MAX];
	char *text;
	size_t len;

	if (!row)
		return NULL;
	FILE *out = xmemstream(&text, &len);
	values_of(row, values);
	for (int i = 0; i < VALUES_MAX; i++)
		if (values[i])
			fprintf(out, "%s%s:\n%s\n", i ? "\n" : "", heading(i, view->in_conflict),
				values[i]);
	fclose(out);
	return text;
}

/* --- moves ----------------------------------------------------------------- */

static void move(struct review_view *view, long rows)
{
	long last = (long)view->rows.count - 1;
	long to = (long)view->cursor + rows;

	if (to > last)
		to = last;
	go_to(view, to < 0 ? 0 : (size_t)to);
}

/* Through a row that is longer than the window first: by lines, or by a window of them. */
static void go_down(struct review_view *view, int lines, long rows)
{
	int beyond = rows_beyond(view);

	if (view->down >= beyond)
		move(view, rows);
	else
		view->down = view->down + lines < beyond ? view->down + lines : beyond;
}

static void go_up(struct review_view *view, int lines, long rows)
{
	size_t from = view->cursor;

	if (view->down > 0) {
		view->down = view->down > lines ? view->down - lines : 0;
		return;
	}
	move(view, -rows);
	if (view->cursor != from)
		view->down = rows_beyond(view);
}

static void move_down(struct ui *ui, void *state)
{
	(void)ui;
	go_down(state, 1, 1);
}

static void move_up(struct ui *ui, void *state)
{
	(void)ui;
	go_up(state, 1, 1);
}

static void page_down(struct ui *ui, void *state)
{
	struct review_view *view = state;

	(void)ui;
	go_down(view, view->room, (long)view->seen);
}

static void page_up(struct ui *ui, void *state)
{
	struct review_view *view = state;

	(void)ui;
	go_up(view, view->room, (long)view->seen);
}

static void move_first(struct ui *ui, void *state)
{
	struct review_view *view = state;

	(void)ui;
	go_to(view, 0);
	view->down = 0;
}

static void move_last(struct ui *ui, void *state)
{
	struct review_view *view = state;

	(void)ui;
	move(view, (long)view->rows.count);
	view->down = rows_beyond(view);
}

static const struct command commands[] = {
	{ "Down j", "down", N_("Next line"), move_down, .moves = true },
	{ "Up k", "up", N_("Previous line"), move_up, .moves = true },
	{ "PgDn Ctrl-f", "page-down", N_("Next page"), page_down, .moves = true },
	{ "PgUp Ctrl-b", "page-up", N_("Previous page"), page_up, .moves = true },
	{ "Home g", "first", N_("First line"), move_first, .moves = true },
	{ "End G", "last", N_("Last line"), move_last, .moves = true },
};

const struct command_table review_view_commands = COMMAND_TABLE(commands);
