/* SPDX-License-Identifier: ISC */
#include "screens/run.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/reader.h"
#include "screens/run_report.h"
#include "screens/run_rows.h"
#include "screens/runs.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/ui.h"
#include "work/batch.h"

struct run_view {
	struct run *run; /* NULL: it was dismissed */
	struct run_rows rows;
};

static struct batch *batch_of(const void *state)
{
	return ((const struct run_view *)state)->run->batch;
}

static size_t failed_count(const struct batch *batch)
{
	return batch_count(batch, ITEM_FAILED) + batch_count(batch, ITEM_MAY_BE_DONE);
}

/* To be sent, or to be answered. */
static size_t left_count(const struct batch *batch)
{
	return batch_count(batch, ITEM_WAITING) + batch_count(batch, ITEM_UNDER_WAY);
}

/* --- commands --------------------------------------------------------------------------------- */

static bool is_running(struct ui *ui, void *state)
{
	(void)ui;
	return batch_is_running(batch_of(state));
}

static bool can_stop(struct ui *ui, void *state)
{
	return is_running(ui, state) && !batch_is_stopping(batch_of(state));
}

static bool is_unfinished(struct ui *ui, void *state)
{
	return !is_running(ui, state) &&
	       failed_count(batch_of(state)) + left_count(batch_of(state));
}

static bool can_retry(struct ui *ui, void *state)
{
	return is_unfinished(ui, state) && failed_count(batch_of(state));
}

static bool has_failed(struct ui *ui, void *state)
{
	(void)ui;
	return failed_count(batch_of(state)) || ((struct run_view *)state)->rows.failed_only;
}

static bool has_reason(struct ui *ui, void *state)
{
	const struct run_view *view = state;

	(void)ui;
	return view->rows.count &&
	       batch_state(view->run->batch, view->rows.items[view->rows.table.cursor]) !=
		       ITEM_DONE;
}

static void show_whole(struct ui *ui, void *state)
{
	const struct run_view *view = state;
	char *key, *reason = run_rows_reason(&view->rows, &key);

	if (!reason)
		return;
	reader_open(ui, key, reason);
	free(key);
	free(reason);
}

static void show_failed_only(struct ui *ui, void *state)
{
	struct run_view *view = state;

	(void)ui;
	view->rows.failed_only = !view->rows.failed_only;
	run_rows_update(&view->rows);
}

static void go_on(struct ui *ui, void *state)
{
	struct run_view *view = state;

	if (client_profile(view->run->app->client)->read_only) {
		ui_message(ui, ROLE_ERROR, "%s", _("Read-only mode: nothing was sent."));
		return;
	}
	view->rows.failed_only = false;
	batch_go_on(view->run->batch, true);
	run_rows_update(&view->rows);
}

static void write_report(struct ui *ui, void *state)
{
	bool failed_only = ((struct run_view *)state)->rows.failed_only;

	run_report_ask(ui, batch_of(state), failed_only ? REPORT_NOT_DONE : REPORT_ALL);
}

static void stop(struct ui *ui, void *state)
{
	(void)ui;
	batch_stop(batch_of(state));
}

static void to_background(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", _("It goes on in the background. :runs shows it."));
}

static void dismissed(void *data, bool yes)
{
	struct run_view *view = data;
	struct ui *ui = view->run->app->ui;

	if (!yes)
		return;
	runs_dismiss(view->run);
	view->run = NULL;
	ui_pop(ui);
}

static void dismiss(struct ui *ui, void *state)
{
	size_t left = failed_count(batch_of(state)) + left_count(batch_of(state));
	char *text = xasprintf(ngettext("Forget this run? %'zu record stays as it is.",
					"Forget this run? %'zu records stay as they are.", left),
			       left);

	confirm_yes_no(ui, text, dismissed, state);
	free(text);
}

static const struct command run_commands[] = {
	{ "f", "failed-only", N_("Show only what failed, or all again"), show_failed_only,
	  .hint = N_("failed only"), .can = has_failed },
	{ "r", "retry", N_("Send again what failed, and what was not sent"), go_on,
	  .hint = N_("retry failed"), .can = can_retry },
	{ "r", "go-on", N_("Send what was not sent"), go_on, .hint = N_("go on"),
	  .can = is_unfinished },
	{ "E", "report", N_("Write a report of the records shown, as an import takes it"),
	  write_report, .hint = N_("report") },
	{ "q", "background", N_("Leave it to run in the background"), to_background,
	  .hint = N_("to the background"), .can = is_running },
	{ "Enter", "open", N_("Show the whole message"), show_whole, .hint = N_("in full"),
	  .can = has_reason },
	{ "d", "dismiss", N_("Forget the run: nothing more is sent"), dismiss,
	  .can = is_unfinished },
	{ "Esc F12 F3", "stop", N_("Stop after the calls under way"), stop, .can = can_stop },
};

/* --- screen ----------------------------------------------------------------------------------- */

static void show_news(void *screen)
{
	struct run_view *view = screen;

	run_rows_update(&view->rows);
	ui_touch(view->run->app->ui);
}

static void open_screen(struct ui *ui, void *state, void *argument)
{
	struct run_view *view = state;

	(void)ui;
	view->run = argument;
	view->run->shown = show_news;
	view->run->screen = view;
	run_rows_init(&view->rows, view->run->batch, &view->run->names);
}

static void close_screen(struct ui *ui, void *state)
{
	struct run_view *view = state;

	(void)ui;
	run_rows_finish(&view->rows);
	if (view->run)
		runs_leave(view->run);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct batch *batch = batch_of(state);
	size_t unknown = batch_count(batch, ITEM_MAY_BE_DONE);

	(void)ui;
	fputs(((const struct run_view *)state)->run->title, left);
	fprintf(right, _("%'zu done, %'zu failed"), batch_count(batch, ITEM_DONE),
		batch_count(batch, ITEM_FAILED));
	if (unknown)
		fprintf(right, _(", %'zu may have been applied"), unknown);
}

static void write_running(const struct batch *batch, FILE *out)
{
	enum { MINUTE_S = 60, HOUR_S = 3600 };
	size_t left = left_count(batch);
	int64_t left_s = batch_left_s(batch);

	fprintf(out, ngettext("%'zu to go", "%'zu to go", left), left);
	if (left_s >= HOUR_S)
		fprintf(out, _(", about %d h %d min"), (int)(left_s / HOUR_S),
			(int)(left_s % HOUR_S / MINUTE_S));
	else if (left_s >= 2 * MINUTE_S)
		fprintf(out, _(", about %d min"), (int)(left_s / MINUTE_S));
	else if (left_s >= 0)
		fprintf(out, _(", about %d s"), (int)left_s);
	fprintf(out, ".  %s", _("Esc stops after the calls under way"));
}

static void write_over(const struct batch *batch, FILE *out)
{
	size_t left = left_count(batch);

	if (batch_trouble(batch))
		fprintf(out, "! %s  ", batch_trouble(batch));
	if (left)
		fprintf(out,
			ngettext("Stopped, %'zu was not sent.", "Stopped, %'zu were not sent.",
				 left),
			left);
	else
		fputs(_("Finished."), out);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct batch *batch = batch_of(state);
	size_t under_way = batch_count(batch, ITEM_UNDER_WAY);

	(void)ui;
	if (batch_is_stopping(batch))
		fprintf(out,
			ngettext("Stopping after the call under way",
				 "Stopping after the %'zu calls under way", under_way),
			under_way);
	else if (batch_is_running(batch))
		write_running(batch, out);
	else
		write_over(batch, out);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct run_rows *rows = &((struct run_view *)state)->rows;

	(void)ui;
	run_rows_choose_columns(rows, canvas->cols);
	table_draw(&rows->table, canvas);
}

static void *part(void *state)
{
	return &((struct run_view *)state)->rows.table;
}

const struct screen_class run_screen = {
	.name = "run",
	.label = N_("Work on many records"),
	.state_size = sizeof(struct run_view),
	COMMANDS(run_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void run_open(struct ui *ui, struct run *run)
{
	ui_push(ui, &run_screen, run);
}
