/* SPDX-License-Identifier: ISC */
#include "screens/history_list.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/discarded.h"
#include "screens/edit.h"
#include "screens/reader.h"
#include "ui/draw.h"
#include "ui/table.h"
#include "work/history.h"

enum { CELL_KEY, CELL_TIME, CELL_TITLE, CELL_SUMMARY, CELL_COUNT };
enum { KEY_COLS = 10, TIME_COLS = 5, NAME_COLS = 28, NAMED_MIN_COLS = 120 };

struct history_list {
	struct history *history;
	struct table table;
	int cols; /* the width that the columns were made for */
	char time[CLOCK_TIME_SIZE];
	const char *cells[CELL_COUNT];
};

/* --- rows ------------------------------------------------------------------ */

static size_t row_count(void *data)
{
	return history_count(((struct history_list *)data)->history);
}

static const char *const *row_cells(void *data, size_t row)
{
	struct history_list *list = data;
	const struct saved_change *change = history_at(list->history, row);

	clock_format_local_time(change->at_s, list->time);
	list->cells[CELL_KEY] = change->key;
	list->cells[CELL_TIME] = list->time;
	list->cells[CELL_TITLE] = change->title;
	list->cells[CELL_SUMMARY] = change->created ? _("new") : change->summary;
	return list->cells;
}

static const struct table_source source = { .count = row_count, .cells = row_cells };

/* The name gives way to the changes where there is no room for both. */
static void choose_columns(struct history_list *list, int cols)
{
	bool named = cols >= NAMED_MIN_COLS;
	struct table_column columns[CELL_COUNT] = {
		{ .label = _("Record"), .width_cols = KEY_COLS, .cell = CELL_KEY },
		{ .label = _("Time"), .width_cols = TIME_COLS, .cell = CELL_TIME },
	};
	size_t count = 2;

	if (named)
		columns[count++] = (struct table_column){ .label = _("Name"),
							  .width_cols = NAME_COLS,
							  .cell = CELL_TITLE };
	columns[count++] = (struct table_column){ .label = _("Changes"), .cell = CELL_SUMMARY };
	list->cols = cols;
	table_set_columns(&list->table, columns, count);
}

static const struct saved_change *change_here(const struct history_list *list)
{
	return history_at(list->history, list->table.cursor);
}

/* --- commands -------------------------------------------------------------- */

static bool has_change(struct ui *ui, void *state)
{
	(void)ui;
	return change_here(state);
}

static void read_change(struct ui *ui, void *state)
{
	const struct saved_change *change = change_here(state);
	char *text = saved_change_text(change);
	char *title = xasprintf("%s%s%s", _("Changes of this session"), *change->key ? " > " : "",
				change->key);

	reader_open(ui, title, text);
	free(title);
	free(text);
}

static void undo(struct ui *ui, void *state)
{
	edit_open_undo(app_of(ui), change_here(state));
}

static const struct command history_commands[] = {
	{ "Enter", "open", N_("Read the change in full"), read_change, N_("in full"), has_change },
	{ "z", "undo", N_("Undo this change: the reverse of it as a review"), undo, N_("undo"),
	  has_change },
};

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *argument)
{
	struct history_list *list = state;

	(void)argument;
	list->history = app_of(ui)->history;
	table_init(&list->table, &source, list);
	list->table.headings = true;
}

static void close_screen(struct ui *ui, void *state)
{
	(void)ui;
	table_finish(&((struct history_list *)state)->table);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct history_list *list = state;

	(void)ui;
	if (list->cols != canvas->cols)
		choose_columns(list, canvas->cols);
	table_draw(&list->table, canvas);
}

static void *part(void *state)
{
	return &((struct history_list *)state)->table;
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	size_t dropped = history_dropped(((struct history_list *)state)->history);

	(void)ui;
	fputs(_("Changes of this session"), left);
	if (dropped)
		fprintf(right,
			ngettext("%'zu older one is not kept", "%'zu older ones are not kept",
				 dropped),
			dropped);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	const struct history_list *list = state;
	size_t count = history_count(list->history);

	(void)ui;
	if (!count)
		fputs(_("Nothing was changed in this session yet."), out);
	else
		fprintf(out, _("%zu of %zu, the newest first"), list->table.cursor + 1, count);
	if (change_here(list) && change_here(list)->lasting)
		fprintf(out, ". %s", change_here(list)->lasting);
}

/* A table that is not incremental: an undo saved above adds a row below. */
const struct screen_class history_screen = {
	.name = "history",
	.label = N_("Changes of this session"),
	.state_size = sizeof(struct history_list),
	COMMANDS(history_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void history_list_open(struct app *app)
{
	ui_push(app->ui, &history_screen, NULL);
}

void history_undo_last(struct app *app, const struct resource *resource, const char *key)
{
	const struct saved_change *change = history_last_of(app->history, resource, key);

	if (discarded_bring_back(app, resource, key))
		return;
	if (change)
		edit_open_undo(app, change);
	else if (*key)
		ui_message(app->ui, ROLE_MESSAGE, _("No change of %s was saved in this session."),
			   key);
}
