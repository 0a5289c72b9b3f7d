/* SPDX-License-Identifier: ISC */
#include "screens/export_screen.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/export_settings.h"
#include "screens/list.h"
#include "screens/path_ask.h"
#include "store/pager.h"
#include "ui/confirm.h"
#include "ui/table.h"
#include "ui/ui.h"

enum { CELL_LABEL, CELL_TEXT, CELLS };
enum { LABEL_COLS = 16 };

struct export_view {
	struct app *app;
	struct export_settings settings;
	struct export *export; /* NULL: nothing is written yet */
	struct table table;
	char *text; /* of the line that was asked for last */
	const char *cells[CELLS];
};

/* --- lines --------------------------------------------------------------------------------------------- */

/* The row-th of the lines that say something. */
static enum export_line line_at(const struct export_view *view, size_t row)
{
	enum export_line line = 0;

	for (; line < EXPORT_LINES; line++)
		if (export_settings_has(&view->settings, line) && row-- == 0)
			break;
	return line;
}

static size_t row_count(void *data)
{
	const struct export_view *view = data;
	size_t count = 0;

	for (enum export_line line = 0; line < EXPORT_LINES; line++)
		count += export_settings_has(&view->settings, line);
	return count;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct export_view *view = data;
	enum export_line line = line_at(view, row);

	free(view->text);
	view->text = export_settings_text(&view->settings, line);
	view->cells[CELL_LABEL] = export_settings_label(line);
	view->cells[CELL_TEXT] = view->text;
	return view->cells;
}

static const struct table_source rows = { .count = row_count, .cells = row_cells };

/* --- writing --------------------------------------------------------------------------------------------- */

/* Prices that no line can say. */
static void say_odd(const struct export_view *view)
{
	size_t odd = export_odd(view->export);

	ui_message(view->app->ui, ROLE_MESSAGE,
		   ngettext("Wrote %s; %zu price without tier, quantity or amount was left out.",
			    "Wrote %s; %zu prices without tier, quantity or amount were left out.", odd),
		   view->settings.path, odd);
}

static void say_done(const struct export_view *view)
{
	struct app *app = view->app;
	int64_t done, total;
	size_t gone = export_gone(view->export);

	export_progress(view->export, &done, &total);
	char *count = resource_count_text(view->settings.resource, (long long)done);
	if (gone)
		ui_message(app->ui, ROLE_MESSAGE,
			   ngettext("Wrote %s to %s; %'zu is gone meanwhile.",
				    "Wrote %s to %s; %'zu are gone meanwhile.", gone),
			   count, view->settings.path, gone);
	else if (export_odd(view->export))
		say_odd(view);
	else
		ui_message(app->ui, ROLE_MESSAGE, _("Wrote %s to %s"), count, view->settings.path);
	free(count);
}

static void export_changed(void *data)
{
	struct export_view *view = data;
	struct ui *ui = view->app->ui;

	ui_touch(ui);
	if (!export_is_over(view->export))
		return;
	const struct error *err = export_error(view->export);
	if (err) {
		ui_message(ui, ROLE_ERROR, "%s", err->message);
		export_free(view->export);
		view->export = NULL;
		return;
	}
	say_done(view);
	ui_pop_to(ui, view);
	ui_pop(ui);
}

static void start(struct export_view *view)
{
	struct app *app = view->app;
	struct export_order order = export_settings_order(&view->settings);
	struct error err;

	view->export = export_start(app->client, app->loop, &order, export_changed, view, &err);
	if (!view->export)
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
}

static void may_replace(void *data, bool yes)
{
	if (yes)
		start(data);
}

/* --- commands -------------------------------------------------------------------------------------------- */

static bool is_idle(struct ui *ui, void *state)
{
	(void)ui;
	return !((struct export_view *)state)->export;
}

static void path_chosen(void *data, const char *path)
{
	struct export_view *view = data;

	if (path)
		export_settings_set_path(&view->settings, path);
	table_touch(&view->table);
}

/* Whether it may be replaced is asked before it is written. */
static void ask_path(struct ui *ui, struct export_view *view)
{
	path_ask_read(ui, &(struct path_ask){ .label = _("Export to: "),
					      .initial = view->settings.path,
					      .help = _("A name that ends in .json is written as JSON, any "
							"other as CSV."),
					      .done = path_chosen,
					      .data = view });
}

static void change(struct ui *ui, void *state)
{
	struct export_view *view = state;
	enum export_line line = line_at(view, view->table.cursor);

	if (line == EXPORT_LINE_FILE)
		ask_path(ui, view);
	else
		export_settings_turn(&view->settings, line);
	table_touch(&view->table);
}

static void write_file(struct ui *ui, void *state)
{
	struct export_view *view = state;

	if (access(view->settings.path, F_OK) < 0) {
		start(view);
		return;
	}
	char *question = xasprintf(_("%s is there already. Replace it?"), view->settings.path);
	confirm_yes_no(ui, question, may_replace, view);
	free(question);
}

static void leave(struct ui *ui, void *state)
{
	struct export_view *view = state;
	bool was_writing = view->export;

	export_free(view->export);
	view->export = NULL;
	if (!was_writing)
		ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", _("Cancelled, no file was written."));
}

static const struct command commands[] = {
	{ "Enter Space", "change", N_("Change the line"), change, .hint = N_("change"),
	  .can = is_idle },
	{ "g F2", "write", N_("Write the file"), write_file, .hint = N_("write"), .can = is_idle },
	{ "Esc q F12 F3", "cancel", N_("Stop writing; leave without a file"), leave,
	  .hint = N_("cancel") },
};

/* --- screen ------------------------------------------------------------------------------------------------ */

static void take_keys(struct export_settings *settings, const struct list *list)
{
	const struct pager_row *row = list_row(list);

	for (size_t i = 0; i < list->marks.count; i++)
		text_list_add(&settings->marked, list->marks.keys[i]);
	if (row)
		text_list_add(&settings->one, row->key);
	if (settings->marked.count)
		settings->which = EXPORT_MARKED;
}

/* What it is opened for. */
struct argument {
	const struct list *list;
	bool prices;
	const char *tier; /* of prices */
};

static void open_screen(struct ui *ui, void *state, void *data)
{
	struct export_view *view = state;
	const struct argument *argument = data;
	const struct list *list = argument->list;
	const struct table_column columns[] = {
		{ .width_cols = LABEL_COLS, .cell = CELL_LABEL },
		{ .cell = CELL_TEXT },
	};

	(void)ui;
	view->app = list->app;
	export_settings_init(&view->settings, list->resource, query_copy(pager_query(list->pager)),
			     pager_total(list->pager));
	columns_copy(&view->settings.columns, &list->columns);
	take_keys(&view->settings, list);
	if (argument->prices)
		export_settings_set_prices(&view->settings, argument->tier);
	table_init(&view->table, &rows, view);
	view->table.headings = false;
	table_set_columns(&view->table, columns, CELLS);
}

static void close_screen(struct ui *ui, void *state)
{
	struct export_view *view = state;

	(void)ui;
	export_free(view->export);
	export_settings_finish(&view->settings);
	table_finish(&view->table);
	free(view->text);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct export_view *view = state;

	(void)ui;
	(void)right;
	fprintf(left, _("%s > Export"), _(view->settings.resource->label));
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct export_view *view = state;
	int64_t done, total;

	(void)ui;
	if (!view->export)
		return;
	export_progress(view->export, &done, &total);
	if (total < 0)
		fprintf(out, _("Writing: %'lld records, Esc stops"), (long long)done);
	else
		fprintf(out, _("Writing: %'lld of %'lld records, Esc stops"), (long long)done,
			(long long)total);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	table_draw(&((struct export_view *)state)->table, canvas);
}

static void *part(void *state)
{
	return &((struct export_view *)state)->table;
}

const struct screen_class export_screen = {
	.name = "export",
	.label = N_("Export to a file"),
	.state_size = sizeof(struct export_view),
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

void export_open(struct list *list)
{
	ui_push(list->app->ui, &export_screen, &(struct argument){ .list = list });
}

void export_open_prices(struct list *list, const char *tier)
{
	ui_push(list->app->ui, &export_screen,
		&(struct argument){ .list = list, .prices = true, .tier = tier });
}
