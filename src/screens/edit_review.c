/* SPDX-License-Identifier: ISC */
#include "screens/edit_review.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/edit.h"
#include "screens/edit_save.h"
#include "screens/edit_session.h"
#include "screens/edit_wrong.h"
#include "screens/price_matrix.h"
#include "screens/reader.h"
#include "screens/review_view.h"
#include "screens/wrapped.h"
#include "ui/draw.h"
#include "ui/form.h"
#include "work/save_words.h"

enum { TEXT_COL = 3 }; /* behind the sign of a sentence */

struct review {
	struct edit_session *session;
	struct review_view view;
};

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
	const struct review_row *row = review_view_row(&((struct review *)state)->view);

	return is_idle(ui, state) && row && row->clash;
}

static void decide(struct review *review, enum side side)
{
	review_view_row(&review->view)->clash->side = side;
	edit_session_decided(review->session);
	review_view_go_to_undecided(&review->view);
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

	if (session->meeting.theirs && !clashes_are_settled(&session->meeting.clashes)) {
		review_view_go_to_undecided(&review->view);
		ui_message(ui, ROLE_MESSAGE, "%s", _("First decide: m takes mine, t theirs."));
		return;
	}
	if (session->meeting.theirs) {
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
	const struct review_row *row = review_view_row(&review->view);
	const struct field *field = row ? row->field : NULL; /* the row goes with the review */

	(void)ui;
	session->drops = false;
	if (field && field == resource_prices(session->resource)) {
		edit_wrong_go_back(session);
		price_matrix_show(session, NULL, 0);
		return;
	}
	edit_wrong_go_to_form(session);
	if (field)
		form_go_to(session->form, (struct place){ 0 }, field);
}

/* Back to the form, whose cursor stays; an edit without one is dropped. */
static void go_back(struct ui *ui, void *state)
{
	struct edit_session *session = ((struct review *)state)->session;

	if (session->drops)
		drop_all(session, save_words_cancelled());
	else
		ui_pop(ui);
}

static bool can_read(struct ui *ui, void *state)
{
	return is_idle(ui, state) && review_view_row(&((struct review *)state)->view);
}

static void read_row(struct ui *ui, void *state)
{
	const struct review_view *view = &((struct review *)state)->view;
	char *text = review_view_text(view);
	char *title = xasprintf("%s > %s", _("Review"), review_view_row(view)->label);

	reader_open(ui, title, text);
	free(title);
	free(text);
}

static void stop_saving(struct ui *ui, void *state)
{
	(void)ui;
	edit_save_stop(((struct review *)state)->session);
}

static const struct command review_commands[] = {
	{ "s", "send", N_("Send the changes"), send_changes, N_("save"), is_idle },
	{ "m", "mine", N_("Take mine: what I typed"), take_mine, N_("mine"), is_clash },
	{ "t", "theirs", N_("Take theirs: what is on the server"), take_theirs, N_("theirs"),
	  is_clash },
	{ "e F2", "edit", N_("To the form, at the field under the cursor"), to_form, N_("edit"),
	  is_idle },
	{ "Enter", "open", N_("Read the line in full"), read_row, N_("in full"), can_read },
	{ "Esc q F12 F3", "stop", N_("Stop waiting for the answer"), stop_saving, N_("stop"),
	  is_saving },
	{ "Esc q F12 F3", "back", N_("Back without sending"), go_back, N_("back"), is_idle },
};

/* --- screen ---------------------------------------------------------------- */

static void find_rows(struct review *review)
{
	struct edit_session *session = review->session;
	struct review_rows rows;

	review_rows_find(&rows, session->edit, &session->meeting.clashes, session->meeting.theirs);
	review_view_set(&review->view, rows, session->meeting.theirs);
	review_view_go_to_undecided(&review->view);
}

static void open_screen(struct ui *ui, void *state, void *session)
{
	struct review *review = state;

	(void)ui;
	review->session = session;
	review->view.complaints = &review->session->complaints;
	find_rows(review);
}

static void close_screen(struct ui *ui, void *state)
{
	struct review *review = state;

	(void)ui;
	if (review->session->save)
		edit_save_stop(review->session);
	review_view_finish(&review->view);
}

static int draw_sentence(const struct canvas *canvas, int row, bool wrong, const char *text)
{
	enum role role = wrong ? ROLE_ERROR : ROLE_CHANGED;

	draw_text(canvas, row, 0, role, wrong ? "!" : "?");
	return row + wrapped_draw(canvas, row, TEXT_COL, canvas->cols - TEXT_COL, role, text);
}

/* Prices are replaced, all of them: what that means for those that no line shows. */
static int draw_prices(const struct edit_session *session, const struct canvas *canvas)
{
	char *text = save_words_prices(session->resource, session->edit);
	int rows = text ? wrapped_draw(canvas, 0, TEXT_COL, canvas->cols - TEXT_COL, ROLE_NORMAL, text)
			: 0;

	free(text);
	return rows;
}

/* What is saved with it, the note, what is wrong all the same (a number that is taken, as far as is known)
 * and the warnings, in at most half the window; returns the row below. */
static int draw_sentences(const struct edit_session *session, const struct canvas *canvas)
{
	const struct complaints *complaints = &session->complaints;
	int row = session->meeting.theirs ? 0 : draw_prices(session, canvas);

	if (session->note)
		row = draw_sentence(canvas, row, false, session->note);
	if (session->news)
		row = draw_sentence(canvas, row, false, session->news);
	for (size_t i = 0; i < complaints->count && row < canvas->rows / 2; i++)
		row = draw_sentence(canvas, row, !complaints->rows[i].warning,
				    complaints->rows[i].text);
	return row;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct review *review = state;
	int top = draw_sentences(review->session, canvas);
	struct canvas lines = draw_part(canvas, top, 0, canvas->rows - top, canvas->cols);

	(void)ui;
	review_view_draw(&review->view, &lines);
}

static void *part(void *state)
{
	return &((struct review *)state)->view;
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

/* Whether sentences stand above the lines (draw_sentences). */
static bool warns(const struct edit_session *session)
{
	const struct complaints *complaints = &session->complaints;
	bool found = session->note;

	for (size_t i = 0; i < complaints->count; i++)
		found = found || complaints->rows[i].warning;
	return found;
}

static bool sends_whole(const struct edit_session *session)
{
	return !edit_is_new(session->edit) &&
	       client_sends_whole(session->app->client, session->resource);
}

/* In a conflict: what the signs in the first column mean for what is sent. */
static void write_outcome(const struct review *review, FILE *out)
{
	size_t count = edit_session_change_count(review->session);

	if (!review->view.in_conflict && complaints_count_wrong(&review->session->complaints))
		fprintf(out, "%s", _("Nothing is sent while that is taken: s looks again."));
	else if (!review->view.in_conflict)
		fprintf(out, "%s", sends_whole(review->session) ? _("Only this changes.")
								: _("Only this is sent."));
	else if (!count)
		fprintf(out, "%s", _("Nothing is sent: t stays as it is on the server."));
	else
		fprintf(out,
			ngettext("Only %'zu change is sent: m is mine, t stays theirs.",
				 "Only %'zu changes are sent: m is mine, t stays theirs.", count),
			count);
	fprintf(out, _(" %zu of %zu"), review->view.cursor + 1, review->view.rows.count);
	if (warns(review->session))
		fprintf(out, "  %s", _("? is a warning: s sends it"));
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct review *review = state;
	const struct edit_session *session = review->session;
	size_t undecided = session->meeting.theirs ? count_undecided(&session->meeting.clashes) : 0;

	(void)ui;
	if (session->save)
		waiting_write(&session->waiting, out);
	else if (undecided)
		fprintf(out,
			ngettext("! %'zu is to be decided: m takes mine, t takes theirs",
				 "! %'zu are to be decided: m takes mine, t takes theirs", undecided),
			undecided);
	else
		write_outcome(review, out);
	if (review_view_has_more(&review->view))
		fprintf(out, "%s", _(", more below"));
}

const struct screen_class review_screen = {
	.name = "review",
	.label = N_("Review before saving"),
	.state_size = sizeof(struct review),
	COMMANDS(review_commands),
	.part_commands = &review_view_commands,
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
	edit_wrong_go_back(session);
	ui_push(ui, &review_screen, session);
}

void edit_review_start(struct edit_session *session)
{
	struct ui *ui = session->app->ui;

	edit_wrong_go_back(session);
	if (!edit_is_changed(session->edit)) {
		ui_message(ui, ROLE_MESSAGE, "%s", save_words_unchanged());
		return;
	}
	if (edit_session_check(session)) {
		edit_review_open(session);
		return;
	}
	char *text = save_words_wrong(complaints_count_wrong(&session->complaints));
	edit_wrong_show(session);
	ui_message(ui, ROLE_ERROR, "%s", text);
	free(text);
}
