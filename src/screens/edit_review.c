/* SPDX-License-Identifier: ISC */
#include "screens/edit_review.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "screens/edit_save.h"
#include "screens/edit_session.h"
#include "screens/edit_wrong.h"
#include "screens/reader.h"
#include "screens/review_rows.h"
#include "screens/wrapped.h"
#include "ui/draw.h"
#include "ui/form.h"
#include "ui/table.h"

enum { CELL_FIELD, CELL_NOW, CELL_AFTER, CELL_THEIRS, CELL_COUNT };
enum { FIELD_MIN_COLS = 14, FIELD_MAX_COLS = 28, FIELD_SHARE = 4, TEXT_COL = 3 };

struct review {
	struct edit_session *session;
	struct review_rows rows;
	struct table table;
	int cols; /* the width that the columns were made for */
	const char *cells[CELL_COUNT];
};

/* --- rows ------------------------------------------------------------------ */

static const char *shown(const char *text)
{
	return text && *text ? text : "-";
}

static size_t row_count(void *data)
{
	return ((struct review *)data)->rows.count;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct review *review = data;
	const struct review_row *line = &review->rows.rows[row];

	review->cells[CELL_FIELD] = line->label;
	review->cells[CELL_NOW] = shown(line->now);
	review->cells[CELL_AFTER] = shown(line->after);
	review->cells[CELL_THEIRS] = line->theirs ? shown(line->theirs) : "";
	return review->cells;
}

/* ~ is sent; where somebody else changed it too: ! undecided, m mine, t theirs. */
static char row_sign(void *data, size_t row)
{
	static const char signs[] = { [SIDE_NONE] = '!', [SIDE_MINE] = 'm', [SIDE_THEIRS] = 't' };
	const struct clash *clash = ((struct review *)data)->rows.rows[row].clash;

	return clash ? signs[clash->side] : '~';
}

/* What will be there stands out. */
static enum role cell_role(void *data, size_t row, size_t cell)
{
	const struct clash *clash = ((struct review *)data)->rows.rows[row].clash;
	size_t taken = clash && clash->side == SIDE_THEIRS ? CELL_THEIRS : CELL_AFTER;

	if (clash && clash->side == SIDE_NONE)
		return ROLE_NORMAL;
	return cell == taken ? ROLE_CHANGED : ROLE_NORMAL;
}

static const struct table_source source = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
	.role = cell_role,
};

static int clamp(int value, int min, int max)
{
	return value < min ? min : value > max ? max : value;
}

static void choose_columns(struct review *review, int cols)
{
	size_t count = review->session->theirs ? CELL_COUNT : CELL_THEIRS;
	int field_cols = clamp(cols / FIELD_SHARE, FIELD_MIN_COLS, FIELD_MAX_COLS);
	int rest = cols - TABLE_FIRST_COL - field_cols - (int)(count - 1) * TABLE_GAP_COLS;
	int value_cols = rest / (int)(count - 1);
	const struct table_column columns[CELL_COUNT] = {
		{ .label = _("Field"), .width_cols = field_cols, .cell = CELL_FIELD },
		{ .label = _("Now"), .width_cols = value_cols, .cell = CELL_NOW },
		{ .label = _("After"), .width_cols = value_cols, .cell = CELL_AFTER },
		{ .label = _("On the server"), .width_cols = value_cols, .cell = CELL_THEIRS },
	};

	review->cols = cols;
	table_set_columns(&review->table, columns, count);
}

static const struct review_row *row_here(const struct review *review)
{
	return review->table.cursor < review->rows.count
		       ? &review->rows.rows[review->table.cursor]
		       : NULL;
}

/* --- commands -------------------------------------------------------------- */

static bool is_idle(struct ui *ui, void *state)
{
	(void)ui;
	return !((struct review *)state)->session->save;
}

static bool is_saving(struct ui *ui, void *state)
{
	return !is_idle(ui, state);
}

static bool is_clash(struct ui *ui, void *state)
{
	const struct review_row *row = row_here(state);

	return is_idle(ui, state) && row && row->clash;
}

static bool go_to_undecided(struct review *review)
{
	for (size_t i = 0; i < review->rows.count; i++) {
		size_t row = (review->table.cursor + i) % review->rows.count;
		const struct clash *clash = review->rows.rows[row].clash;

		if (clash && clash->side == SIDE_NONE) {
			table_move_to(&review->table, row);
			return true;
		}
	}
	return false;
}

static void decide(struct review *review, enum side side)
{
	review->rows.rows[review->table.cursor].clash->side = side;
	go_to_undecided(review);
	table_touch(&review->table);
}

static void take_mine(struct ui *ui, void *state)
{
	(void)ui;
	decide(state, SIDE_MINE);
}

static void take_theirs(struct ui *ui, void *state)
{
	(void)ui;
	decide(state, SIDE_THEIRS);
}

static void drop_all(struct edit_session *session, const char *message)
{
	struct ui *ui = session->app->ui;

	edit_session_drop_draft(session);
	ui_pop_to(ui, session->screen);
	ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", message);
}

static void send_changes(struct ui *ui, void *state)
{
	struct review *review = state;
	struct edit_session *session = review->session;

	if (session->theirs && !clashes_are_settled(&session->clashes)) {
		go_to_undecided(review);
		ui_message(ui, ROLE_MESSAGE, "%s", _("First decide: m takes mine, t theirs."));
		return;
	}
	if (session->theirs) {
		edit_session_settle(session);
		edit_review_open(session);
	}
	if (edit_is_changed(session->edit))
		edit_save_start(session);
	else
		drop_all(session, _("Nothing of yours is left to send: it stays as it is there."));
}

static void to_form(struct ui *ui, void *state)
{
	struct review *review = state;
	struct edit_session *session = review->session;
	const struct review_row *row = row_here(review);

	(void)ui;
	session->drops = false;
	edit_wrong_go_to_form(session);
	if (row)
		form_go_to(session->form, (struct place){ 0 }, row->field);
}

/* Back to the form, whose cursor stays; an edit without one is dropped. */
static void go_back(struct ui *ui, void *state)
{
	struct edit_session *session = ((struct review *)state)->session;

	if (session->drops)
		drop_all(session, _("Cancelled, nothing was sent."));
	else
		ui_pop(ui);
}

static void stop_saving(struct ui *ui, void *state)
{
	(void)ui;
	edit_save_stop(((struct review *)state)->session);
}

static void show_whole(struct ui *ui, void *state)
{
	const struct review_row *row = row_here(state);
	char *text;

	if (!row)
		return;
	if (row->theirs)
		text = xasprintf(_("Now\n%s\n\nAfter\n%s\n\nOn the server\n%s\n"), shown(row->now),
				 shown(row->after), shown(row->theirs));
	else
		text = xasprintf(_("Now\n%s\n\nAfter\n%s\n"), shown(row->now), shown(row->after));
	reader_open(ui, row->label, text);
	free(text);
}

static const struct command review_commands[] = {
	{ "s", "send", N_("Send the changes"), send_changes, N_("save"), is_idle },
	{ "m", "mine", N_("Take mine: what I typed"), take_mine, N_("mine"), is_clash },
	{ "t", "theirs", N_("Take theirs: what is on the server"), take_theirs, N_("theirs"),
	  is_clash },
	{ "e F2", "edit", N_("To the form, at the field under the cursor"), to_form, N_("edit"),
	  is_idle },
	{ "Enter", "open", N_("Show the line under the cursor in full"), show_whole, N_("in full") },
	{ "Esc q F12 F3", "stop", N_("Stop waiting for the answer"), stop_saving, N_("stop"),
	  is_saving },
	{ "Esc q F12 F3", "back", N_("Back without sending"), go_back, N_("back"), is_idle },
};

/* --- screen ---------------------------------------------------------------- */

static void find_rows(struct review *review)
{
	struct edit_session *session = review->session;

	review_rows_finish(&review->rows);
	review_rows_find(&review->rows, session->edit, &session->clashes, session->theirs);
	review->cols = 0;
	table_touch(&review->table);
	go_to_undecided(review);
}

static void open_screen(struct ui *ui, void *state, void *session)
{
	struct review *review = state;

	(void)ui;
	review->session = session;
	table_init(&review->table, &source, review);
	review->table.headings = true;
	find_rows(review);
}

static void close_screen(struct ui *ui, void *state)
{
	struct review *review = state;

	(void)ui;
	if (review->session->save)
		edit_save_stop(review->session);
	review_rows_finish(&review->rows);
	table_finish(&review->table);
}

static int draw_sentence(const struct canvas *canvas, int row, const char *text)
{
	draw_text(canvas, row, 0, ROLE_CHANGED, "?");
	return row + wrapped_draw(canvas, row, TEXT_COL, canvas->cols - TEXT_COL, ROLE_CHANGED,
				  text);
}

/* The note and the warnings, in at most half the window; returns the row below. */
static int draw_sentences(const struct edit_session *session, const struct canvas *canvas)
{
	const struct complaints *complaints = &session->complaints;
	int row = 0;

	if (session->note)
		row = draw_sentence(canvas, row, session->note);
	for (size_t i = 0; i < complaints->count && row < canvas->rows / 2; i++)
		if (complaints->rows[i].warning)
			row = draw_sentence(canvas, row, complaints->rows[i].text);
	return row;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct review *review = state;
	int top = draw_sentences(review->session, canvas);
	struct canvas table = draw_part(canvas, top, 0, canvas->rows - top, canvas->cols);

	(void)ui;
	if (review->cols != canvas->cols)
		choose_columns(review, canvas->cols);
	table_draw(&review->table, &table);
}

static void *part(void *state)
{
	return &((struct review *)state)->table;
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	edit_session_write_title(((struct review *)state)->session, left, right);
	fprintf(left, " > %s", _("Review"));
}

static size_t count_undecided(const struct clashes *clashes)
{
	size_t count = 0;

	for (size_t i = 0; i < clashes->count; i++)
		count += clashes->rows[i].side == SIDE_NONE;
	return count;
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct review *review = state;
	const struct edit_session *session = review->session;
	size_t undecided = session->theirs ? count_undecided(&session->clashes) : 0;

	(void)ui;
	if (session->save)
		waiting_write(&session->waiting, out);
	else if (undecided)
		fprintf(out,
			ngettext("Somebody else changed this too, %'zu is to be decided: m mine, t theirs",
				 "Somebody else changed these too, %'zu are to be decided: m mine, t theirs",
				 undecided),
			undecided);
	else
		fprintf(out, _("Only this is sent. %zu of %zu"), review->table.cursor + 1,
			review->rows.count);
}

const struct screen_class review_screen = {
	.name = "review",
	.label = N_("Review before saving"),
	.state_size = sizeof(struct review),
	COMMANDS(review_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void edit_review_open(struct edit_session *session)
{
	struct ui *ui = session->app->ui;
	struct review *open = ui_top(ui, &review_screen);

	if (open && open->session == session) {
		find_rows(open);
		return;
	}
	ui_pop_to(ui, session->screen);
	ui_push(ui, &review_screen, session);
}

void edit_review_start(struct edit_session *session)
{
	struct ui *ui = session->app->ui;

	edit_wrong_go_to_form(session);
	if (!edit_is_changed(session->edit)) {
		ui_message(ui, ROLE_MESSAGE, "%s", _("Nothing is changed, so nothing is sent."));
		return;
	}
	if (edit_session_check(session)) {
		edit_review_open(session);
		return;
	}
	size_t wrong = complaints_count_wrong(&session->complaints);
	edit_wrong_show(session);
	ui_message(ui, ROLE_ERROR,
		   ngettext("%'zu field is wrong, nothing was sent.",
			    "%'zu fields are wrong, nothing was sent.", wrong),
		   wrong);
}
