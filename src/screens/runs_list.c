/* SPDX-License-Identifier: ISC */
#include "screens/runs_list.h"

#include <stdlib.h>
#include <time.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/run.h"
#include "screens/runs.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/table.h"
#include "work/batch.h"

enum { CELL_TITLE, CELL_STATE, CELL_BEGUN, CELL_COUNT };

struct runs_list {
	struct app *app;
	struct table table;
	struct journal_list journals; /* of earlier programs */
	struct run **runs;            /* of this one, before them */
	size_t run_count;
	int cols;

	/* Of the row that was asked for last. */
	char *state;
	char begun[32];
	const char *cells[CELL_COUNT];
};

/* --- rows ------------------------------------------------------------------------------------- */

static void gather(struct runs_list *list)
{
	journal_list_finish(&list->journals);
	list->run_count = 0;
	for (struct run *run = list->app->runs; run; run = run->next) {
		list->runs = xreallocarray(list->runs, list->run_count + 1, sizeof(struct run *));
		list->runs[list->run_count++] = run;
	}
	runs_left(list->app, &list->journals);
	table_move_to(&list->table, list->table.cursor);
	table_touch(&list->table);
}

static size_t row_count(void *data)
{
	const struct runs_list *list = data;

	return list->run_count + list->journals.count;
}

static struct run *run_at(const struct runs_list *list, size_t row)
{
	return row < list->run_count ? list->runs[row] : NULL;
}

/* Of a row that there is, and that is no run of ours. */
static const struct journal_info *journal_at(const struct runs_list *list, size_t row)
{
	return &list->journals.rows[row - list->run_count];
}

static char *counts_text(size_t done, size_t all, size_t failed, const char *word)
{
	return failed ? xasprintf(_("%s: %'zu of %'zu done, %'zu failed"), word, done, all, failed)
		      : xasprintf(_("%s: %'zu of %'zu done"), word, done, all);
}

static char *run_state(const struct run *run)
{
	const struct batch *batch = run->batch;
	const char *word = batch_is_running(batch)            ? _("running")
			   : batch_count(batch, ITEM_WAITING) ? _("stopped")
							      : _("finished");

	return counts_text(batch_count(batch, ITEM_DONE), batch_job(batch)->keys.count,
			   batch_count(batch, ITEM_FAILED) + batch_count(batch, ITEM_MAY_BE_DONE),
			   word);
}

static char *journal_state(const struct journal_info *info)
{
	size_t all = 0, failed = info->count[ITEM_FAILED] + info->count[ITEM_MAY_BE_DONE];

	if (info->trouble)
		return xstrdup(info->trouble);
	for (size_t i = 0; i < ITEM_STATES; i++)
		all += info->count[i];
	return counts_text(info->count[ITEM_DONE], all, failed,
			   info->live                               ? _("another nymble-tui")
			   : info->count[ITEM_DONE] + failed == all ? _("finished")
								    : _("interrupted"));
}

static void format_begun(char *out, size_t size, int64_t unix_s)
{
	time_t when = (time_t)unix_s;
	struct tm local;

	out[0] = '\0';
	if (unix_s)
		strftime(out, size, "%Y-%m-%d %H:%M", localtime_r(&when, &local));
}

static const char *const *row_cells(void *data, size_t row)
{
	struct runs_list *list = data;
	const struct run *run = run_at(list, row);

	free(list->state);
	list->state = run ? run_state(run) : journal_state(journal_at(list, row));
	format_begun(list->begun, sizeof(list->begun), run ? 0 : journal_at(list, row)->begun_at_s);
	list->cells[CELL_TITLE] = run ? run->title : journal_at(list, row)->title;
	list->cells[CELL_STATE] = list->state;
	list->cells[CELL_BEGUN] = list->begun;
	return list->cells;
}

static char row_sign(void *data, size_t row)
{
	const struct runs_list *list = data;

	return !run_at(list, row) && journal_at(list, row)->trouble ? '!' : ' ';
}

static const struct table_source rows = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

static void choose_columns(struct runs_list *list, int cols)
{
	enum { BEGUN_COLS = 16, BEGUN_FROM_COLS = 100 };
	const struct table_column columns[] = {
		{ .label = _("Run"),
		  .width_cols = (cols - TABLE_FIRST_COL) / 2,
		  .cell = CELL_TITLE },
		{ .label = _("Begun"), .width_cols = BEGUN_COLS, .cell = CELL_BEGUN },
		{ .label = _("State"), .cell = CELL_STATE },
	};
	const struct table_column narrow[] = { columns[0], columns[2] };

	list->cols = cols;
	if (cols < BEGUN_FROM_COLS)
		table_set_columns(&list->table, narrow, sizeof(narrow) / sizeof(narrow[0]));
	else
		table_set_columns(&list->table, columns, sizeof(columns) / sizeof(columns[0]));
}

/* --- commands --------------------------------------------------------------------------------- */

static bool has_row(struct ui *ui, void *state)
{
	const struct runs_list *list = state;
	size_t row = list->table.cursor;

	(void)ui;
	return row < row_count(state) && (run_at(list, row) || !journal_at(list, row)->live);
}

static void show(struct ui *ui, void *state)
{
	const struct runs_list *list = state;
	size_t row = list->table.cursor;

	if (run_at(list, row))
		run_open(ui, run_at(list, row));
	else if (journal_at(list, row)->trouble)
		ui_message(ui, ROLE_ERROR, "%s", journal_at(list, row)->trouble);
	else
		runs_take_up(list->app, journal_at(list, row)->id);
}

static bool can_dismiss(struct ui *ui, void *state)
{
	const struct runs_list *list = state;
	const struct run *run = run_at(list, list->table.cursor);

	return has_row(ui, state) && !(run && batch_is_running(run->batch));
}

static void dismissed(void *data, bool yes)
{
	struct runs_list *list = data;
	size_t row = list->table.cursor;
	struct error err;

	if (!yes || row >= row_count(list))
		return;
	if (run_at(list, row))
		runs_dismiss(run_at(list, row));
	else if (!journal_discard(list->app->client, journal_at(list, row)->id, &err))
		ui_message(list->app->ui, ROLE_ERROR, "%s", err.message);
	runs_recount(list->app);
	gather(list);
}

static void dismiss(struct ui *ui, void *state)
{
	struct runs_list *list = state;
	const char *const *cells = row_cells(list, list->table.cursor);
	char *text = xasprintf(_("Forget this run? Nothing more of it is sent.\n%s, %s"),
			       cells[CELL_TITLE], cells[CELL_STATE]);

	confirm_yes_no(ui, text, dismissed, list);
	free(text);
}

static void reload(struct ui *ui, void *state)
{
	(void)ui;
	gather(state);
}

static const struct command runs_commands[] = {
	{ "Enter", "open", N_("Show the run: what failed, go on with it"), show, .hint = N_("show"),
	  .can = has_row },
	{ "d", "dismiss", N_("Forget the run: nothing more is sent"), dismiss,
	  .hint = N_("dismiss"), .can = can_dismiss },
	{ "r F5", "reload", N_("Look again"), reload },
};

/* --- screen ----------------------------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *argument)
{
	struct runs_list *list = state;

	(void)argument;
	list->app = app_of(ui);
	table_init(&list->table, &rows, list);
	gather(list);
}

static void close_screen(struct ui *ui, void *state)
{
	struct runs_list *list = state;

	(void)ui;
	table_finish(&list->table);
	journal_list_finish(&list->journals);
	free(list->runs);
	free(list->state);
}

static void resume(struct ui *ui, void *state)
{
	(void)ui;
	gather(state);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	(void)state;
	(void)right;
	fputs(_("Runs: work on many records"), left);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct runs_list *list = state;
	size_t count = row_count(state);

	(void)ui;
	if (count)
		fprintf(out, _("%zu of %zu"), list->table.cursor + 1, count);
	else
		fputs(_("No run is under way, waits to be gone on with or has ended in this session."), out);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct runs_list *list = state;

	(void)ui;
	if (list->cols != canvas->cols)
		choose_columns(list, canvas->cols);
	table_draw(&list->table, canvas);
}

static void *part(void *state)
{
	return &((struct runs_list *)state)->table;
}

const struct screen_class runs_screen = {
	.name = "runs",
	.label = N_("Runs"),
	.state_size = sizeof(struct runs_list),
	COMMANDS(runs_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.title = write_title,
	.status = write_status,
	.resume = resume,
	.close = close_screen,
};

void runs_list_open(struct ui *ui)
{
	ui_push(ui, &runs_screen, NULL);
}
