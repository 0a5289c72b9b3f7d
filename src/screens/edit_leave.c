/* SPDX-License-Identifier: ISC */
#include "screens/edit_leave.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/discarded.h"
#include "screens/edit_review.h"
#include "screens/edit_session.h"
#include "ui/draw.h"
#include "work/save_words.h"

enum { TEXT_COL = 1 };

struct leave {
	struct edit_session *session;
};

static void save(struct ui *ui, void *state)
{
	struct edit_session *session = ((struct leave *)state)->session;

	ui_pop(ui);
	edit_review_start(session);
}

static void discard(struct ui *ui, void *state)
{
	struct edit_session *session = ((struct leave *)state)->session;

	char *text = save_words_discarded(edit_session_change_count(session), session->key);

	discarded_keep(session->app, session->resource, session->key, session->edit);
	edit_session_drop_draft(session);
	ui_pop_to(ui, session->screen);
	ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", text);
	free(text);
}

static void keep_editing(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static const struct command leave_commands[] = {
	{ "s Alt-s", "save", N_("Review the changes, then save them"), save, N_("save") },
	{ "d", "discard", N_("Drop the changes and their draft"), discard, N_("discard") },
	{ "Esc q Enter", "keep-editing", N_("Back to the form"), keep_editing, N_("keep editing") },
};

static void open_screen(struct ui *ui, void *state, void *session)
{
	(void)ui;
	((struct leave *)state)->session = session;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct edit_session *session = ((struct leave *)state)->session;
	size_t count = edit_session_change_count(session);

	(void)ui;
	draw_rule(canvas, 0);
	int col = draw_format(canvas, 1, TEXT_COL, ROLE_QUESTION,
			      ngettext("%s has %'zu change that is not saved.",
				       "%s has %'zu changes that are not saved.", count),
			      edit_session_name(session), count);
	draw_cursor(canvas, 1, col);
}

static int height(struct ui *ui, void *state, int cols)
{
	(void)ui;
	(void)state;
	(void)cols;
	return 2;
}

const struct screen_class edit_leave_screen = {
	.name = "leave",
	.label = N_("Leaving a form"),
	.state_size = sizeof(struct leave),
	COMMANDS(leave_commands),
	.open = open_screen,
	.draw = draw,
	.height = height,
};

void edit_leave_open(struct edit_session *session)
{
	ui_push(session->app->ui, &edit_leave_screen, session);
}
