/* SPDX-License-Identifier: ISC */
#include "ui/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/line_edit.h"
#include "ui/pick_list.h"
#include "ui/screen.h"
#include "ui/target.h"
#include "ui/ui.h"
#include "ui/wrap.h"

enum { MAX_LEN = 1000, LEFT_COL = 1, ITEM_COL = 3, GAP_COLS = 2 };

struct box {
	char *title, *note; /* note: "" is none */
	struct pick_list list;
	struct line_edit edit;
	size_t at, first; /* the line that Enter takes; the line at the top */
	size_t page_rows; /* lines that were seen last */
	bool open;
	bool (*takes)(const char *typed);
	void (*done)(void *data, const char *value);
	void *data;
};

/* A line of its own offers what was typed, where that is no item already. */
static bool offers_typed(const struct box *box)
{
	return box->open && box->edit.len > 0 && (!box->takes || box->takes(box->edit.text)) &&
	       (box->list.shown_count == 0 ||
		strcmp(box->list.shown[0]->value, box->edit.text) != 0);
}

static size_t line_count(const struct box *box)
{
	return box->list.shown_count + offers_typed(box);
}

static void open_box(struct ui *ui, void *state, void *argument)
{
	(void)ui;
	*(struct box *)state = *(struct box *)argument;
}

/* done is taken out first: closing calls it too, for those who close the box otherwise. */
static void finish(struct ui *ui, struct box *box, const char *value)
{
	void (*done)(void *data, const char *value) = box->done;
	char *copy = value ? xstrdup(value) : NULL;

	box->done = NULL;
	ui_pop(ui);
	done(box->data, copy);
	free(copy);
}

static void close_box(struct ui *ui, void *state)
{
	struct box *box = state;

	(void)ui;
	free(box->title);
	free(box->note);
	pick_list_finish(&box->list);
	line_edit_finish(&box->edit);
	if (box->done)
		box->done(box->data, NULL);
}

static void narrow(struct box *box)
{
	pick_list_narrow(&box->list, box->edit.text);
	box->at = box->first = 0;
}

/* Home and End are of more use to the list as long as nothing was typed. */
static bool key(struct ui *ui, void *state, const struct key *typed)
{
	struct box *box = state;

	(void)ui;
	if (box->edit.len == 0 && !key_is_text(typed))
		return false;
	if (!line_edit_key(&box->edit, typed))
		return false;
	if (box->edit.changed)
		narrow(box);
	box->edit.changed = false;
	return true;
}

static bool typing(struct ui *ui, void *state)
{
	(void)ui;
	(void)state;
	return true;
}

/* --- drawing --------------------------------------------------------------- */

static int note_rows(const struct box *box, int cols)
{
	return *box->note ? wrap_count(box->note, cols - LEFT_COL) : 0;
}

static int draw_note(const struct box *box, const struct canvas *canvas, int row)
{
	size_t next;

	for (const char *text = box->note; *text && row < canvas->rows; text += next) {
		char *line = xstrndup(text, wrap_line(text, canvas->cols - LEFT_COL, &next));

		draw_text(canvas, row++, LEFT_COL, ROLE_DIM, line);
		free(line);
	}
	return row;
}

static void draw_typed(struct box *box, const struct canvas *canvas, int row)
{
	char *count = xasprintf(_("%zu of %zu"), box->list.shown_count, box->list.count);
	int count_cols = text_width(count, strlen(count));
	int end = canvas->cols - count_cols - GAP_COLS;
	int col = draw_format(canvas, row, LEFT_COL, ROLE_QUESTION, _("%s (type to narrow): "),
			      box->title);

	line_edit_draw(&box->edit, canvas, row, col, end - col, true);
	draw_text(canvas, row, end + 1, ROLE_DIM, count);
	free(count);
}

static void draw_item(const struct box *box, const struct canvas *canvas, int row, size_t line)
{
	bool here = line == box->at;
	enum role role = here ? ROLE_KEY_CELL : ROLE_NORMAL;
	struct canvas value = draw_part(canvas, row, ITEM_COL, 1,
					box->list.has_labels ? box->list.value_cols : canvas->cols);

	draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
	if (line == box->list.shown_count) {
		draw_format(canvas, row, ITEM_COL, role, _("Take \"%s\" as it is"), box->edit.text);
		return;
	}
	draw_text(&value, 0, 0, role, box->list.shown[line]->value);
	draw_text(canvas, row, ITEM_COL + box->list.value_cols + GAP_COLS, ROLE_NORMAL,
		  box->list.shown[line]->label);
}

static bool click(void *data, size_t line)
{
	((struct box *)data)->at = line;
	return true;
}

static const struct target_class target = { .click = click };

static void settle(struct box *box)
{
	if (box->at < box->first)
		box->first = box->at;
	if (box->at >= box->first + box->page_rows)
		box->first = box->at - box->page_rows + 1;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct box *box = state;

	(void)ui;
	draw_rule(canvas, 0);
	int row = draw_note(box, canvas, 2);
	box->page_rows = canvas->rows > row ? (size_t)(canvas->rows - row) : 1;
	settle(box);
	target_area(canvas, &target, box);
	if (line_count(box) == 0)
		draw_text(canvas, row, ITEM_COL, ROLE_DIM, _("No value is like this."));
	for (size_t i = box->first; i < line_count(box) && row < canvas->rows; i++) {
		target_item(canvas, row, 0, 1, canvas->cols, &target, box, i);
		draw_item(box, canvas, row++, i);
	}
	draw_typed(box, canvas, 1);
}

/* As high as all of its values need, so that narrowing moves nothing; cut to the window. */
static int height(struct ui *ui, void *state, int cols)
{
	const struct box *box = state;
	size_t lines = box->list.count + box->open;

	(void)ui;
	if (lines > 1000)
		lines = 1000; /* more than any window has rows */
	return 2 + note_rows(box, cols) + (lines > 0 ? (int)lines : 1);
}

/* --- commands -------------------------------------------------------------- */

static void move(struct box *box, long lines)
{
	long last = (long)line_count(box) - 1, to = (long)box->at + lines;

	to = to > last ? last : to;
	box->at = to < 0 ? 0 : (size_t)to;
}

/* Else the keys say that they do nothing. */
static bool has_lines(struct ui *ui, void *state)
{
	(void)ui;
	return line_count(state) > 0;
}

static void down(struct ui *ui, void *state)
{
	(void)ui;
	move(state, 1);
}

static void up(struct ui *ui, void *state)
{
	(void)ui;
	move(state, -1);
}

static void page_down(struct ui *ui, void *state)
{
	(void)ui;
	move(state, (long)((struct box *)state)->page_rows);
}

static void page_up(struct ui *ui, void *state)
{
	(void)ui;
	move(state, -(long)((struct box *)state)->page_rows);
}

static void first(struct ui *ui, void *state)
{
	(void)ui;
	((struct box *)state)->at = 0;
}

static void last(struct ui *ui, void *state)
{
	struct box *box = state;

	(void)ui;
	move(box, (long)line_count(box));
}

static void take(struct ui *ui, void *state)
{
	struct box *box = state;

	if (box->at < box->list.shown_count)
		finish(ui, box, box->list.shown[box->at]->value);
	else if (offers_typed(box))
		finish(ui, box, box->edit.text);
	else
		ui_message(ui, ROLE_MESSAGE, "%s",
			   _("Nothing to take: Backspace takes letters back, Esc leaves."));
}

static void leave(struct ui *ui, void *state)
{
	finish(ui, state, NULL);
}

static const struct command pick_commands[] = {
	{ "Enter", "take", N_("Take the value under the cursor"), take, N_("take") },
	{ "Down Tab", "down", N_("Next value"), down, .can = has_lines, .moves = true },
	{ "Up Shift-Tab", "up", N_("Previous value"), up, .can = has_lines, .moves = true },
	{ "PgDn", "page-down", N_("Next page"), page_down, .moves = true },
	{ "PgUp", "page-up", N_("Previous page"), page_up, .moves = true },
	{ "Home", "first", N_("First value"), first, .moves = true },
	{ "End", "last", N_("Last value"), last, .moves = true },
	{ "Esc F12 F3 Ctrl-c", "leave", N_("Leave without choosing"), leave, N_("leave") },
};
static const struct screen_class pick_screen = {
	.name = "pick",
	.state_size = sizeof(struct box),
	COMMANDS(pick_commands),
	.open = open_box,
	.key = key,
	.typing = typing,
	.draw = draw,
	.close = close_box,
	.height = height,
};

void pick_open(struct ui *ui, const struct pick *pick)
{
	struct box box = {
		.title = text_clean(pick->title, strlen(pick->title)),
		.note = wrap_clean(pick->note ? pick->note : ""),
		.open = pick->open,
		.takes = pick->takes,
		.done = pick->done,
		.data = pick->data,
	};

	pick_list_init(&box.list, pick->items, pick->count);
	line_edit_init(&box.edit, pick->typed, MAX_LEN, false);
	narrow(&box);
	if (box.edit.len == 0)
		box.at = pick_list_find(&box.list, pick->current);
	ui_push(ui, &pick_screen, &box);
}
