/* SPDX-License-Identifier: ISC */
#include "screens/import_screen.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/import_map.h"
#include "screens/import_rows.h"
#include "screens/path_ask.h"
#include "screens/reader.h"
#include "screens/runs.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/ui.h"
#include "work/action_question.h"
#include "work/import.h"
#include "work/job.h"

struct import_view {
	struct app *app;
	struct import *import;
	struct import_rows rows;
	bool clear_empty;
	bool compared; /* at least once: Esc says that nothing was sent */
};

static void compare(struct import_view *view)
{
	struct error err;

	import_set_clear_empty(view->import, view->clear_empty);
	if (!import_compare(view->import, &err))
		ui_message(view->app->ui, ROLE_ERROR, "%s", err.message);
	import_rows_update(&view->rows);
	ui_touch(view->app->ui);
}

/* --- what can be done -------------------------------------------------------------------------------- */

static bool is_busy(const struct import_view *view)
{
	enum import_phase phase = import_phase(view->import);

	return phase == IMPORT_READING || phase == IMPORT_COMPARING;
}

static bool has_wrong(struct ui *ui, void *state)
{
	const struct import_view *view = state;

	(void)ui;
	return import_verdict_count(view->import, IMPORT_WRONG) || view->rows.wrong_only;
}

static bool is_compared(struct ui *ui, void *state)
{
	(void)ui;
	return import_phase(((struct import_view *)state)->import) == IMPORT_COMPARED;
}

static bool can_save_wrong(struct ui *ui, void *state)
{
	return is_compared(ui, state) &&
	       import_verdict_count(((struct import_view *)state)->import, IMPORT_WRONG);
}

static bool can_write(struct ui *ui, void *state)
{
	return is_compared(ui, state) && import_send_count(((struct import_view *)state)->import);
}

static bool can_choose(struct ui *ui, void *state)
{
	const struct import_view *view = state;
	size_t row;

	(void)ui;
	return import_rows_at_cursor(&view->rows, &row) &&
	       import_verdict_at(view->import, row) == IMPORT_RENAMES;
}

static bool has_columns(struct ui *ui, void *state)
{
	(void)ui;
	return import_column_count(((struct import_view *)state)->import);
}

/* --- commands ------------------------------------------------------------------------------------------ */

static void show_wrong_only(struct ui *ui, void *state)
{
	struct import_view *view = state;

	(void)ui;
	import_rows_show_wrong_only(&view->rows, !view->rows.wrong_only);
}

static void show_row(struct ui *ui, void *state)
{
	const struct import_view *view = state;
	struct import_row row;
	size_t i;

	if (!import_rows_at_cursor(&view->rows, &i))
		return;
	import_row_read(view->import, i, &row);
	char *cells = import_row_text(view->import, i);
	char *title = xasprintf(_("%s, line %u"), import_name(view->import), (unsigned)row.line);
	char *text = *row.sentence ? xasprintf("%s\n\n%s", row.sentence, cells) : xstrdup(cells);
	reader_open(ui, title, text);
	free(text);
	free(title);
	free(cells);
	import_row_finish(&row);
}

static void choose(struct ui *ui, void *state)
{
	struct import_view *view = state;
	struct import_row row;
	size_t i;

	(void)ui;
	if (!import_rows_at_cursor(&view->rows, &i))
		return;
	import_row_read(view->import, i, &row);
	import_choose(view->import, i, !row.chosen);
	import_row_finish(&row);
	import_rows_update(&view->rows);
}

static void mapped(void *data, bool changed)
{
	struct import_view *view = data;

	if (changed || import_phase(view->import) == IMPORT_OPEN)
		compare(view);
}

static void map_columns(struct ui *ui, void *state)
{
	struct import_view *view = state;

	import_stop(view->import);
	import_map_open(ui, view->import, mapped, view);
}

static void toggle_empty(struct ui *ui, void *state)
{
	struct import_view *view = state;

	view->clear_empty = !view->clear_empty;
	compare(view);
	ui_message(ui, ROLE_MESSAGE, "%s",
		   view->clear_empty ? _("Empty cells empty their field now.")
				     : _("Empty cells leave what is there now."));
}

static void wrong_path_chosen(void *data, const char *path)
{
	const struct import_view *view = data;
	size_t count = import_verdict_count(view->import, IMPORT_WRONG);
	struct error err;

	if (!path)
		return;
	if (import_write_wrong(view->import, path, &err))
		ui_message(view->app->ui, ROLE_MESSAGE,
			   ngettext("Wrote %'zu row to %s", "Wrote %'zu rows to %s", count), count,
			   path);
	else
		ui_message(view->app->ui, ROLE_ERROR, "%s", err.message);
}

/* "customers-wrong.csv" of "customers.csv". The caller frees. */
static char *wrong_name(const char *path)
{
	const char *slash = strrchr(path, '/'), *point = strrchr(slash ? slash : path, '.');
	size_t len = point ? (size_t)(point - path) : strlen(path);

	return xasprintf("%.*s-wrong%s", (int)len, path, point ? point : "");
}

static void save_wrong(struct ui *ui, void *state)
{
	const struct import_view *view = state;
	char *name = wrong_name(import_path(view->import));

	path_ask_write(ui, &(struct path_ask){
				   .label = _("Wrong rows to: "),
				   .initial = name,
				   .help = _("The rows that are wrong, each with the reason in a column "
					     "error; mend them and import that file."),
				   .done = wrong_path_chosen,
				   .data = state });
	free(name);
}

static void send(struct import_view *view)
{
	struct app *app = view->app;
	struct error err;
	struct job *job = import_job(view->import, &err);

	if (!job) {
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
		return;
	}
	ui_pop(app->ui);
	runs_start_take(app, job);
}

static void answered(void *data, bool yes)
{
	struct import_view *view = data;

	if (yes)
		send(view);
	else
		ui_message(view->app->ui, ROLE_MESSAGE, "%s", _("Cancelled, nothing was sent."));
}

static char *question(const struct import_view *view)
{
	size_t count = import_send_count(view->import);
	char *place = action_place(view->app->client), *summary = import_summary(view->import);
	char *note = import_note(view->import);
	char *text = xasprintf(ngettext("Write %'zu row of %s in %s?\n%s%s%s",
					"Write %'zu rows of %s in %s?\n%s%s%s", count),
			       count, import_name(view->import), place, summary, *note ? "\n" : "", note);

	free(note);
	free(summary);
	free(place);
	return text;
}

static void write_all(struct ui *ui, void *state)
{
	struct import_view *view = state;

	if (client_profile(view->app->client)->read_only) {
		ui_message(ui, ROLE_ERROR, "%s", _("Read-only mode: nothing was sent."));
		return;
	}
	char *text = question(view), *count = xasprintf("%zu", import_send_count(view->import));
	confirm_typed(ui, text, count, answered, view);
	free(count);
	free(text);
}

static void compare_again(struct ui *ui, void *state)
{
	(void)ui;
	compare(state);
}

static void leave(struct ui *ui, void *state)
{
	struct import_view *view = state;

	if (is_busy(view)) {
		import_stop(view->import);
		import_rows_update(&view->rows);
		ui_message(ui, ROLE_MESSAGE, "%s", _("Stopped. r compares again."));
		return;
	}
	ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", _("Cancelled, nothing was sent."));
}

static const struct command commands[] = {
	{ "w", "wrong-only", N_("Show only the wrong rows, or all again"), show_wrong_only,
	  .hint = N_("wrong only"), .can = has_wrong },
	{ "Enter", "open", N_("Show the whole row"), show_row, .hint = N_("row") },
	{ "Space", "choose", N_("Send a row that renames, or leave it out again"), choose,
	  .hint = N_("choose"), .can = can_choose },
	{ "m", "columns", N_("What the columns are taken for"), map_columns, .hint = N_("columns"),
	  .can = has_columns },
	{ "s", "save-wrong", N_("Save the wrong rows as a file"), save_wrong,
	  .hint = N_("save wrong rows"), .can = can_save_wrong },
	{ "g F2", "write", N_("Go on to the question and the run"), write_all, .hint = N_("write"),
	  .can = can_write },
	{ "e", "clear-empty", N_("Empty cells empty their field, or leave it"), toggle_empty },
	{ "r F5", "reload", N_("Compare again"), compare_again },
	{ "Esc q F12 F3", "cancel", N_("Stop comparing; leave without sending anything"), leave,
	  .hint = N_("cancel") },
};

/* --- screen ---------------------------------------------------------------------------------------------- */

static void import_changed(void *data)
{
	struct import_view *view = data;

	import_rows_update(&view->rows);
	ui_touch(view->app->ui);
}

struct argument {
	struct app *app;
	struct import *import;
};

static void open_screen(struct ui *ui, void *state, void *given)
{
	struct import_view *view = state;
	const struct argument *argument = given;

	view->app = argument->app;
	view->import = argument->import;
	import_on_change(view->import, import_changed, view);
	import_rows_init(&view->rows, view->import);
	if (import_is_mapped(view->import))
		compare(view);
	(void)ui;
}

static void close_screen(struct ui *ui, void *state)
{
	struct import_view *view = state;

	(void)ui;
	import_rows_finish(&view->rows);
	import_free(view->import);
	alloc_give_back();
}

/* The file without its folder: the question says where it is. */
static const char *short_name(const struct import_view *view)
{
	const char *path = import_path(view->import), *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct import_view *view = state;
	size_t count = import_row_count(view->import);

	(void)ui;
	fprintf(left, _("Import %s  "), short_name(view));
	fprintf(left, ngettext("%'zu row", "%'zu rows", count), count);
	if (count) {
		char *summary = import_summary(view->import);
		fputs(summary, right);
		free(summary);
	}
}

static void write_busy(const struct import_view *view, FILE *out)
{
	size_t done, total;

	import_progress(view->import, &done, &total);
	if (import_phase(view->import) == IMPORT_READING)
		fprintf(out, _("Reading: %'zu rows, Esc stops"), done);
	else
		fprintf(out, _("Comparing: %'zu of %'zu, Esc stops"), done, total);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct import_view *view = state;
	size_t send = import_send_count(view->import);
	char *note = import_note(view->import);

	(void)ui;
	switch (import_phase(view->import)) {
	case IMPORT_READING:
	case IMPORT_COMPARING:
		write_busy(view, out);
		break;
	case IMPORT_FAILED:
		fprintf(out, "! %s", import_error(view->import)->message);
		break;
	case IMPORT_OPEN:
		fputs(_("Not compared yet: m says what columns mean, r compares."), out);
		break;
	case IMPORT_COMPARED:
		if (send)
			fprintf(out, ngettext("g writes %'zu row; nothing is sent yet.",
					      "g writes %'zu rows; nothing is sent yet.", send),
				send);
		else
			fputs(*note ? note : _("There is nothing to send."), out);
		break;
	}
	free(note);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct import_view *view = state;

	(void)ui;
	import_rows_choose_columns(&view->rows, canvas->cols);
	table_draw(&view->rows.table, canvas);
}

static void *part(void *state)
{
	return &((struct import_view *)state)->rows.table;
}

const struct screen_class import_screen = {
	.name = "import",
	.label = N_("Import of a file"),
	.state_size = sizeof(struct import_view),
	COMMANDS(commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void import_show_take(struct app *app, struct import *import)
{
	struct argument argument = { .app = app, .import = import };

	ui_push(app->ui, &import_screen, &argument);
	if (!import_is_mapped(import)) /* without them nothing can be compared */
		map_columns(app->ui, ui_top(app->ui, &import_screen));
}
