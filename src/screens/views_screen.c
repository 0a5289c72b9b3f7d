/* SPDX-License-Identifier: ISC */
#include "screens/views_screen.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/columns.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/filter.h"
#include "screens/list.h"
#include "screens/list_memory.h"
#include "screens/lists.h"
#include "store/pager.h"
#include "ui/confirm.h"
#include "ui/prompt.h"
#include "ui/table.h"
#include "ui/ui.h"

enum { CELL_NAME, CELL_LIST, CELL_QUERY, CELL_COUNT };

struct state {
	struct app *app;
	const struct view **rows; /* those with a name; borrowed from the memory of lists */
	size_t count;
	struct table table;
	char *query; /* of the row asked for last, clean */
	char *name;
	const char *cells[CELL_COUNT];
	char *resource, *asked; /* of the view that a question is about */
};

/* --- rows ------------------------------------------------------------------ */

static size_t row_count(void *data)
{
	return ((struct state *)data)->count;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct state *state = data;
	const struct view *view = state->rows[row];
	const struct resource *resource = client_resource(state->app->client, view->resource);

	free(state->query);
	free(state->name);
	state->query = text_clean(view->query, strlen(view->query));
	state->name = text_clean(view->name, strlen(view->name));
	state->cells[CELL_NAME] = state->name;
	state->cells[CELL_LIST] = resource ? _(resource->label) : view->resource;
	state->cells[CELL_QUERY] = *state->query ? state->query : _("everything");
	return state->cells;
}

static const struct table_source rows = { .count = row_count, .cells = row_cells };

static void set_table_columns(struct state *state)
{
	const struct table_column columns[] = {
		{ .label = _("View"), .width_cols = 28, .cell = CELL_NAME },
		{ .label = _("List"), .width_cols = 12, .cell = CELL_LIST },
		{ .label = _("Conditions and order"), .cell = CELL_QUERY },
	};

	table_set_columns(&state->table, columns, CELL_COUNT);
}

static void read_rows(struct state *state)
{
	const struct views *views = list_memory_views(state->app);

	free(state->rows);
	state->rows = xcalloc(views->count + 1, sizeof(*state->rows));
	state->count = 0;
	for (size_t i = 0; i < views->count; i++)
		if (*views->rows[i].name)
			state->rows[state->count++] = &views->rows[i];
	table_move(&state->table, 0); /* there may be fewer than before */
	table_touch(&state->table);
	ui_touch(state->app->ui);
}

/* --- showing one ----------------------------------------------------------- */

static void say_unknown_list(struct app *app, const struct view *view)
{
	ui_message(app->ui, ROLE_ERROR, _("This service has no list called %s."), view->resource);
}

void views_show(struct app *app, const struct view *view)
{
	const struct resource *resource = client_resource(app->client, view->resource);
	struct list *list = resource ? lists_show(app, resource) : NULL;
	struct columns columns;
	struct error err = { 0 };

	if (!list) {
		say_unknown_list(app, view);
		return;
	}
	struct query *query = query_parse(resource, view->query, &err);
	if (columns_parse(&columns, resource->schema, view->columns, err.code ? NULL : &err))
		list_set_columns(list, &columns);
	columns_finish(&columns);
	if (query)
		list_ask(list, query);
	if (err.code)
		ui_message(app->ui, ROLE_ERROR, "%s: %s", view->name, err.message);
	else
		ui_message(app->ui, ROLE_MESSAGE, _("View \"%s\"."), view->name);
	query_free(query);
}

bool views_show_named(struct app *app, const char *name)
{
	const struct view *view = NULL;
	const struct resource *resource;

	for (size_t i = 0; !view && (resource = client_resource_at(app->client, i)); i++)
		view = views_find(list_memory_views(app), resource->name, name);
	if (view)
		views_show(app, view);
	return view;
}

/* --- saving one ------------------------------------------------------------ */

struct saving {
	struct app *app;
	char *resource, *columns, *query;
	char *name; /* NULL: not said yet */
};

static void saving_free(struct saving *saving)
{
	free(saving->resource);
	free(saving->columns);
	free(saving->query);
	free(saving->name);
	free(saving);
}

static void put(const struct saving *saving)
{
	struct app *app = saving->app;
	const struct view_text view = { saving->resource, saving->name, saving->columns, saving->query };
	struct error err;

	if (views_put(client_profile(app->client), &app->memory.views, &view, &err))
		ui_message(app->ui, ROLE_MESSAGE, _("Saved as view \"%s\". v lists the views."),
			   saving->name);
	else
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
}

static void replace_answered(void *data, bool yes)
{
	struct saving *saving = data;

	if (yes)
		put(saving);
	saving_free(saving);
}

static void name_said(void *data, const char *name)
{
	struct saving *saving = data;

	if (!name || !name[strspn(name, " ")]) {
		saving_free(saving);
		return;
	}
	xreplace(&saving->name, name);
	if (views_find(list_memory_views(saving->app), saving->resource, name)) {
		char *question = xasprintf(_("Replace the view \"%s\"?"), name);
		confirm_yes_no(saving->app->ui, question, replace_answered, saving);
		free(question);
		return;
	}
	put(saving);
	saving_free(saving);
}

void views_save(struct list *list, const struct query *query)
{
	struct saving *saving = xcalloc(1, sizeof(*saving));

	saving->app = list->app;
	saving->resource = xstrdup(list->resource->name);
	saving->columns = columns_print(&list->columns, list->resource->schema);
	saving->query = query_print(query);
	prompt_line(list->app->ui, _("Save as view: "), NULL, name_said, saving);
}

/* --- commands -------------------------------------------------------------- */

/* NULL: there are none. */
static const struct view *cursor_view(const struct state *state)
{
	return state->rows[state->table.cursor];
}

static bool has_view(struct ui *ui, void *state)
{
	(void)ui;
	return cursor_view(state);
}

static void show(struct ui *ui, void *data)
{
	struct state *state = data;
	struct app *app = state->app;
	const struct view *view = cursor_view(state);

	ui_pop(ui);
	views_show(app, view);
}

static void remember_asked(struct state *state)
{
	xreplace(&state->resource, cursor_view(state)->resource);
	xreplace(&state->asked, cursor_view(state)->name);
}

static const struct view *asked_view(const struct state *state)
{
	return views_find(list_memory_views(state->app), state->resource, state->asked);
}

static void after_change(struct state *state, bool ok, const struct error *err, const char *message)
{
	if (ok)
		ui_message(state->app->ui, ROLE_MESSAGE, "%s", message);
	else
		ui_message(state->app->ui, ROLE_ERROR, "%s", err->message);
	read_rows(state);
}

static void conditions_said(void *data, const struct query *query)
{
	struct state *state = data;
	const struct view *view = asked_view(state);
	struct error err = { 0 };

	if (!view)
		return;
	char *text = query_print(query), *columns = xstrdup(view->columns);
	const struct view_text changed = { state->resource, state->asked, columns, text };
	bool ok = views_put(client_profile(state->app->client), &state->app->memory.views, &changed, &err);
	after_change(state, ok, &err, _("The view is changed."));
	free(columns);
	free(text);
}

static void edit(struct ui *ui, void *data)
{
	struct state *state = data;
	const struct view *view = cursor_view(state);
	const struct resource *resource = client_resource(state->app->client, view->resource);
	struct error err = { 0 };
	struct query *query = resource ? query_parse(resource, view->query, &err) : NULL;

	remember_asked(state);
	if (query)
		filter_open(state->app, query,
			    &(struct filter_client){ .apply = conditions_said, .data = state });
	else if (!resource)
		say_unknown_list(state->app, view);
	else
		ui_message(ui, ROLE_ERROR, "%s", err.message);
	query_free(query);
}

static void new_name_said(void *data, const char *name)
{
	struct state *state = data;
	struct error err = { 0 };

	if (name)
		after_change(state,
			     views_rename(client_profile(state->app->client), &state->app->memory.views,
					  state->resource, state->asked, name, &err),
			     &err, _("The view has its new name."));
}

static void rename_view(struct ui *ui, void *data)
{
	struct state *state = data;

	remember_asked(state);
	prompt_line(ui, _("New name: "), state->asked, new_name_said, state);
}

static void remove_answered(void *data, bool yes)
{
	struct state *state = data;
	struct error err = { 0 };

	if (yes)
		after_change(state,
			     views_remove(client_profile(state->app->client), &state->app->memory.views,
					  state->resource, state->asked, &err),
			     &err, _("The view is removed."));
}

static void remove_view(struct ui *ui, void *data)
{
	struct state *state = data;

	remember_asked(state);
	char *question = xasprintf(_("Remove the view \"%s\"?"), state->asked);
	confirm_yes_no(ui, question, remove_answered, state);
	free(question);
}

static const struct command views_commands[] = {
	{ "Enter", "open", N_("Show the list as the view says"), show, .hint = N_("open"), .can = has_view },
	{ "e F2", "edit", N_("Change its conditions"), edit, .hint = N_("edit"), .can = has_view },
	{ "n", "rename", N_("Give it another name"), rename_view, .hint = N_("rename"), .can = has_view },
	{ "d Del", "remove", N_("Remove the view"), remove_view, .hint = N_("remove"), .can = has_view },
};

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *data, void *argument)
{
	struct state *state = data;

	(void)argument;
	state->app = app_of(ui);
	table_init(&state->table, &rows, state);
	state->table.headings = true;
	set_table_columns(state);
	read_rows(state);
}

static void close_screen(struct ui *ui, void *data)
{
	struct state *state = data;

	(void)ui;
	table_finish(&state->table);
	free(state->rows);
	free(state->query);
	free(state->name);
	free(state->resource);
	free(state->asked);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	(void)state;
	(void)right;
	fputs(_("Saved views"), left);
}

static void write_status(struct ui *ui, void *state, FILE *out)
{
	(void)ui;
	if (!((const struct state *)state)->count)
		fputs(_("No view is saved yet. V in a list saves what it shows."), out);
}

static void *part(void *state)
{
	return &((struct state *)state)->table;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	table_draw(&((struct state *)state)->table, canvas);
}

const struct screen_class views_screen = {
	.name = "views",
	.label = N_("Saved views"),
	.state_size = sizeof(struct state),
	COMMANDS(views_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.status = write_status,
	.close = close_screen,
};

void views_open(struct app *app)
{
	ui_push(app->ui, &views_screen, NULL);
}
