/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/drafts.h"
#include "screens/reader.h"
#include "store/draft.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/table.h"
#include "work/draft_words.h"

enum {
	ROWS_ABOVE = 2, /* a line and the title */
	ROWS_MAX = 8,
};

enum { CELL_NUMBER, CELL_NAME, CELL_CHANGES, CELL_WHEN, CELL_COUNT };
enum { NUMBER_COLS = 14, CHANGES_COLS = 12, WHEN_COLS = 23, NAME_MIN_COLS = 16, NAME_MAX_COLS = 48 };

struct drafts_screen {
	struct app *app;
	struct draft_list list;
	struct table table;
	int cols;
	char *cells[CELL_COUNT]; /* of the row that was asked for last */
	char *asked;		 /* id of the one that may be discarded; NULL: no question */
};

/* --- rows ------------------------------------------------------------------ */

static size_t row_count(void *data)
{
	return ((struct drafts_screen *)data)->list.count;
}

static void forget_cells(struct drafts_screen *state)
{
	for (size_t i = 0; i < CELL_COUNT; i++) {
		free(state->cells[i]);
		state->cells[i] = NULL;
	}
}

static const char *const *row_cells(void *data, size_t row)
{
	struct drafts_screen *state = data;
	const struct draft_info *info = &state->list.rows[row];
	const char *obstacle = draft_words_obstacle(info);

	forget_cells(state);
	state->cells[CELL_NUMBER] = draft_words_number(info, state->app->client);
	state->cells[CELL_WHEN] = obstacle ? xstrdup(obstacle) : draft_words_when(info);
	state->cells[CELL_NAME] = xstrdup(info->trouble ? info->id : info->title);
	state->cells[CELL_CHANGES] = info->trouble ? NULL : draft_words_changes(info);
	return (const char *const *)state->cells;
}

static char row_sign(void *data, size_t row)
{
	return ((struct drafts_screen *)data)->list.rows[row].trouble ? '!' : ' ';
}

static enum role cell_role(void *data, size_t row, size_t cell)
{
	(void)cell;
	return draft_words_obstacle(&((struct drafts_screen *)data)->list.rows[row]) ? ROLE_DIM
										      : ROLE_NORMAL;
}

static const struct table_source rows = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
	.role = cell_role,
};

static void choose_columns(struct drafts_screen *state, int cols)
{
	int room = cols - TABLE_FIRST_COL - NUMBER_COLS - CHANGES_COLS - WHEN_COLS -
		   3 * TABLE_GAP_COLS;
	const struct table_column columns[] = {
		{ .label = draft_words_key_label(&state->list, state->app->client), .width_cols = NUMBER_COLS, .cell = CELL_NUMBER },
		{ .label = _("Name"),
		  .width_cols = room < NAME_MIN_COLS   ? NAME_MIN_COLS
				: room > NAME_MAX_COLS ? NAME_MAX_COLS
						       : room,
		  .cell = CELL_NAME },
		{ .label = _("Not saved"), .width_cols = CHANGES_COLS, .cell = CELL_CHANGES },
		{ .label = _("Kept"), .width_cols = WHEN_COLS, .cell = CELL_WHEN },
	};

	state->cols = cols;
	table_set_columns(&state->table, columns, CELL_COUNT);
}

/* --- what is there ---------------------------------------------------------- */

static const struct draft_info *cursor_row(const struct drafts_screen *state)
{
	return state->list.count ? &state->list.rows[state->table.cursor] : NULL;
}

static void read_list(struct drafts_screen *state)
{
	struct drafts *drafts = drafts_of(state->app, NULL);

	draft_list_finish(&state->list);
	if (drafts)
		drafts_list(drafts, &state->list);
	table_move(&state->table, 0); /* there may be fewer rows than before */
	table_touch(&state->table);
	drafts_recount(state->app);
	state->cols = 0; /* the heading is about those that are there */
	ui_touch_all(state->app->ui);
}

static void reload(struct ui *ui, void *data)
{
	(void)ui;
	read_list(data);
}

/* --- commands ---------------------------------------------------------------- */

static void leave(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", _("The drafts stay. : drafts shows them again."));
}

/* The box goes before the form opens; one that cannot be opened leaves it where it is. */
static void open_draft(struct ui *ui, void *data)
{
	struct drafts_screen *state = data;
	const struct draft_info *info = cursor_row(state);

	if (!info)
		return;
	if (info->trouble) {
		reader_open(ui, _("Drafts"), info->trouble);
		return;
	}
	if (draft_words_obstacle(info)) {
		drafts_continue(state->app, info);
		return;
	}
	struct draft_list list = state->list; /* what info is in outlives the box */
	state->list = (struct draft_list){ 0 };
	ui_pop(ui);
	drafts_continue(state->app, info);
	draft_list_finish(&list);
}

static void discard_answered(void *data, bool yes)
{
	struct drafts_screen *state = data;
	struct drafts *drafts = drafts_of(state->app, NULL);
	struct ui *ui = state->app->ui;
	struct error err;

	if (yes && drafts) {
		if (draft_remove(drafts, state->asked, &err))
			ui_message(ui, ROLE_MESSAGE, "%s", _("Discarded."));
		else
			ui_message(ui, ROLE_ERROR, "%s", err.message);
		read_list(state);
	}
	free(state->asked);
	state->asked = NULL;
	if (yes && !state->list.count)
		ui_pop(ui);
}

static void discard(struct ui *ui, void *data)
{
	struct drafts_screen *state = data;
	const struct draft_info *info = cursor_row(state);

	if (!info)
		return;
	if (info->live || info->ours) {
		drafts_continue(state->app, info); /* says why not */
		return;
	}
	char *whole = draft_words_whole(info, state->app->client);
	char *changes = draft_words_changes(info);
	char *question =
		info->trouble
			? xasprintf(_("Remove this file? %s"), info->trouble)
			: xasprintf(_("Discard the draft of %s (%s)?\nWhat was typed is then gone."),
				    whole, changes);
	xreplace(&state->asked, info->id);
	confirm_yes_no(ui, question, discard_answered, state);
	free(question);
	free(changes);
	free(whole);
}

static const struct command drafts_commands[] = {
	{ "Enter e", "open", N_("Go on with the draft"), open_draft, .hint = N_("go on") },
	{ "d Del", "discard", N_("Discard the draft"), discard, .hint = N_("discard") },
	{ "r F5", "reload", N_("Look again which drafts there are"), reload },
	{ "Esc q F12 F3 Ctrl-c", "leave", N_("Later: the drafts stay"), leave,
	  .hint = N_("later") },
};

/* --- screen ------------------------------------------------------------------ */

static void open_screen(struct ui *ui, void *data, void *argument)
{
	struct drafts_screen *state = data;

	(void)argument;
	state->app = app_of(ui);
	table_init(&state->table, &rows, state);
	state->table.headings = true;
	read_list(state);
}

static void close_screen(struct ui *ui, void *data)
{
	struct drafts_screen *state = data;

	(void)ui;
	forget_cells(state);
	table_finish(&state->table);
	draft_list_finish(&state->list);
	free(state->asked);
}

static int height(struct ui *ui, void *data, int cols)
{
	size_t count = ((struct drafts_screen *)data)->list.count;

	(void)ui;
	(void)cols;
	return ROWS_ABOVE + 1 + (int)(count < ROWS_MAX ? count : ROWS_MAX);
}

static void draw(struct ui *ui, void *data, struct canvas *canvas)
{
	struct drafts_screen *state = data;
	struct canvas part = draw_part(canvas, ROWS_ABOVE, 0, canvas->rows - ROWS_ABOVE,
				       canvas->cols);

	(void)ui;
	if (state->cols != canvas->cols)
		choose_columns(state, canvas->cols);
	draw_rule(canvas, 0);
	draw_text(canvas, 1, 1, ROLE_QUESTION, _("Drafts: changes that were not saved"));
	table_draw(&state->table, &part);
}

static void *part(void *state)
{
	return &((struct drafts_screen *)state)->table;
}

const struct screen_class drafts_screen = {
	.name = "drafts",
	.label = N_("Drafts"),
	.state_size = sizeof(struct drafts_screen),
	COMMANDS(drafts_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.close = close_screen,
	.height = height,
};

void drafts_open_screen(struct app *app)
{
	struct draft_list list = { 0 };
	struct error err;
	struct drafts *drafts = drafts_of(app, &err);

	if (drafts)
		drafts_list(drafts, &list);
	if (!drafts)
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
	else if (!list.count)
		ui_message(app->ui, ROLE_MESSAGE, "%s", _("There are no drafts."));
	else
		ui_push(app->ui, &drafts_screen, NULL);
	draft_list_finish(&list);
}

void drafts_offer_all(struct app *app)
{
	if (app->drafts_offered)
		return;
	app->drafts_offered = true;
	drafts_recount(app);
	if (app->header.drafts)
		ui_push(app->ui, &drafts_screen, NULL);
}
