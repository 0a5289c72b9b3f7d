/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/draw.h"
#include "ui/form_state.h"
#include "ui/target.h"
#include "ui/wrap.h"

enum { FIELD_MAX_COLS = 60, CHOICE_MAX_COLS = 24, FIELD_MIN_COLS = 12, HEADING_COL = 1 };

/* A line being drawn: the canvas is its column of the form, row its first row there. */
struct painter {
	struct form *form;
	const struct form_line *line;
	struct canvas canvas;
	int row;
	bool here; /* the cursor is on it */
};

static void draw_sign(const struct painter *painter)
{
	const struct form_line *line = painter->line;
	const char *sign = " ";
	enum role role = ROLE_NORMAL;

	if (line->complaint && !line->warning) {
		sign = "!";
		role = ROLE_ERROR;
	} else if (form_is_changed(painter->form, line)) {
		sign = "~";
		role = ROLE_CHANGED;
	} else if (line->complaint) {
		sign = "?";
		role = ROLE_CHANGED;
	}
	/* A heading begins right there: what is said below it has the sign. */
	int row = painter->row + (line->type == LINE_HEADING && line->complaint);
	draw_text(&painter->canvas, row, FORM_SIGN_COL, role, sign);
	if (painter->here)
		draw_text(&painter->canvas, painter->row, FORM_CURSOR_COL, ROLE_NORMAL, ">");
	if (line->marked)
		draw_text(&painter->canvas, painter->row, FORM_MARK_COL, ROLE_MARK, "*");
}

/* --- values ------------------------------------------------------------------ */

/* What stands at the end of the line, quietly. */
static const char *note(const struct painter *painter)
{
	if (painter->line->fixed || form_is_whole(painter->form, painter->line))
		return _("read only");
	if (!painter->here)
		return "";
	if (form_has_choices(painter->line))
		return _("Enter: choose");
	if (painter->form->typing)
		return "";
	if (form_is_yes_no(painter->form, painter->line))
		return _("Space: switch");
	return painter->line->type == LINE_ATTRIBUTE ? _("Enter: change") : "";
}

/* Returns the columns that are left for the value. */
static int draw_note(const struct painter *painter, int value_col)
{
	const char *text = note(painter);
	int cols = text_width(text, strlen(text)), end = painter->canvas.cols - 1;

	if (cols == 0)
		return end - value_col;
	if (end - cols - value_col < FIELD_MIN_COLS)
		return end - value_col; /* the hint row says it too */
	draw_text(&painter->canvas, painter->row, end - cols, ROLE_DIM, text);
	return end - cols - FORM_GAP_COLS - value_col;
}

static const char *known_as(const struct painter *painter, const char *value)
{
	const struct form *form = painter->form;
	const char *label = NULL;

	if (painter->line->type == LINE_FIELD && *value && form->client->label)
		label = form->client->label(form->data, painter->line->field, value);
	return label ? label : "";
}

/* A value with suggestions is a short one, and known by another name perhaps. */
static int editor_cols(const struct painter *painter, int cols)
{
	int max = form_has_choices(painter->line) ? CHOICE_MAX_COLS : FIELD_MAX_COLS;

	return cols - 1 < max ? cols - 1 : max;
}

static void draw_editor(const struct painter *painter, int col, int cols)
{
	struct canvas room = draw_part(&painter->canvas, 0, 0, painter->canvas.rows, col + cols);
	struct line_edit *text = &painter->form->text;
	int width = editor_cols(painter, cols);

	draw_text(&room, painter->row, col - 1, ROLE_NORMAL, "[");
	line_edit_draw(text, &room, painter->row, col, width, true);
	int end = draw_text(&room, painter->row, col + width, ROLE_NORMAL, "]");
	draw_text(&room, painter->row, end + 1, ROLE_DIM, known_as(painter, text->text));
}

static void draw_value(const struct painter *painter, int col, int cols)
{
	char *value = form_value(painter->form, painter->line);
	struct canvas room = draw_part(&painter->canvas, 0, col, painter->canvas.rows, cols);
	enum role role = painter->here ? ROLE_KEY_CELL : *value ? ROLE_NORMAL : ROLE_DIM;
	int end = draw_text(&room, painter->row, 0, role, *value ? value : "-");

	draw_text(&room, painter->row, end + 1, ROLE_DIM, known_as(painter, value));
	if (painter->here)
		draw_cursor(&painter->canvas, painter->row, col);
	free(value);
}

static void draw_labelled(const struct painter *painter)
{
	const struct form_line *line = painter->line;
	char *label = form_label(painter->form, line);
	int col = form_value_col(line);

	draw_cell(&painter->canvas, painter->row, FORM_LABEL_COL, line->label_cols, TEXT_LEFT,
		  ROLE_LABEL, label);
	free(label);
	int cols = draw_note(painter, col);
	if (painter->here && painter->form->typing)
		draw_editor(painter, col, cols);
	else
		draw_value(painter, col, cols);
}

/* Entries, and what is pressed rather than filled in. */
static void draw_whole(const struct painter *painter)
{
	bool is_entry = painter->line->type == LINE_ENTRY;
	char *text = is_entry ? form_value(painter->form, painter->line)
			      : form_label(painter->form, painter->line);
	enum role role = painter->here ? ROLE_KEY_CELL : ROLE_NORMAL;

	int end = FORM_LABEL_COL + draw_note(painter, FORM_LABEL_COL);
	struct canvas room = draw_part(&painter->canvas, 0, 0, painter->canvas.rows, end);

	draw_text(&room, painter->row, FORM_LABEL_COL, role, *text ? text : _("Nothing filled in yet"));
	if (painter->here)
		draw_cursor(&painter->canvas, painter->row, FORM_LABEL_COL);
	free(text);
}

static void draw_heading(const struct painter *painter)
{
	char *label = form_label(painter->form, painter->line);

	draw_text(&painter->canvas, painter->row, HEADING_COL, ROLE_COLUMN, label);
	free(label);
}

static void draw_complaint(const struct painter *painter)
{
	const struct form_line *line = painter->line;
	int col = form_value_col(line);
	char *clean = wrap_clean(line->complaint ? line->complaint : "");
	size_t next = 0;

	for (int i = 1, at = 0; i < line->rows && clean[at]; i++, at += (int)next) {
		size_t len = wrap_line(clean + at, line->cols - col, &next);
		bool last = i + 1 == line->rows; /* what is left of it is cut at the edge */
		char *text = last ? xstrdup(clean + at) : xstrndup(clean + at, len);

		draw_text(&painter->canvas, painter->row + i, col,
			  line->warning ? ROLE_CHANGED : ROLE_ERROR, text);
		free(text);
	}
	free(clean);
}

/* --- lines ------------------------------------------------------------------- */

static void draw_line(struct form *form, const struct canvas *canvas, struct form_line *line)
{
	struct painter painter = {
		.form = form,
		.line = line,
		.canvas = draw_part(canvas, 0, line->left, canvas->rows, line->cols),
		.row = line->row - form->first_row,
		.here = line == form_line_at_cursor(form),
	};

	line->touched = false;
	if (painter.row + line->rows <= 0 || painter.row >= canvas->rows)
		return;
	for (int i = 0; i < line->rows; i++)
		draw_blank_row(&painter.canvas, painter.row + i);
	draw_sign(&painter);
	if (line->type == LINE_HEADING)
		draw_heading(&painter);
	else if (line->type == LINE_FIELD || line->type == LINE_ATTRIBUTE)
		draw_labelled(&painter);
	else
		draw_whole(&painter);
	draw_complaint(&painter);
}

/* Enter does more to it than go to the next line. */
static bool is_opened(const struct form_line *line)
{
	return line->type == LINE_ENTRY || line->type == LINE_ATTRIBUTE || form_has_choices(line);
}

/* A field gets the cursor; what is pressed, or has it already, does what Enter does. */
static bool click(void *data, size_t i)
{
	struct form *form = data;
	const struct form_line *line = &form->lines[i];
	bool was_there = form->cursor == i;
	bool is_pressed = line->type == LINE_BUTTON || line->type == LINE_ADD;

	if (line->fixed)
		return false;
	if (!was_there)
		form_move_to(form, i);
	return is_pressed || (was_there && is_opened(line));
}

static const struct target_class target = { .click = click };

static void draw_targets(struct form *form, const struct canvas *canvas)
{
	target_area(canvas, &target, form);
	for (size_t i = 0; i < form->count; i++) {
		const struct form_line *line = &form->lines[i];

		target_item(canvas, line->row - form->first_row, line->left, line->rows, line->cols,
			    &target, form, i);
	}
}

void form_draw(struct form *form, struct canvas *canvas)
{
	form_lay_out(form, canvas->cols, canvas->rows);
	bool anew = canvas->fresh || form->stale || form->drawn_top != canvas->top ||
		    form->drawn_first_row != form->first_row;

	for (int row = 0; anew && row < canvas->rows; row++)
		draw_blank_row(canvas, row);
	for (size_t i = 0; i < form->count; i++)
		if (anew || form->lines[i].touched || i == form->cursor)
			draw_line(form, canvas, &form->lines[i]);
	if (canvas->pointer)
		draw_targets(form, canvas);
	form->stale = false;
	form->drawn_first_row = form->first_row;
	form->drawn_top = canvas->top;
}
