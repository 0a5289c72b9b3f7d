/* SPDX-License-Identifier: ISC */
#include "screens/record.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/action.h"
#include "screens/app_state.h"
#include "screens/catalog.h"
#include "screens/copy_record.h"
#include "screens/entry.h"
#include "screens/history_list.h"
#include "screens/list.h"
#include "screens/record_edit.h"
#include "screens/record_entries.h"
#include "screens/record_prices.h"
#include "screens/record_state.h"
#include "screens/record_title.h"
#include "screens/take_over.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "work/save_words.h"

/* --- commands -------------------------------------------------------------- */

static void show_whole(struct ui *ui, void *data)
{
	struct record_state *state = data;
	char *name = *state->key || !state->record ? xstrdup(state->key) : record_name(state->record);
	char *title = xasprintf("%s > %s", _(state->resource->label), name);
	struct entry_owner owner = { state->resource, state->sparse ? NULL : state->record };

	page_view_open_line(&state->view, ui, title, &owner);
	free(title);
	free(name);
}

static bool has_lines(struct ui *ui, void *data)
{
	(void)ui;
	return !((struct record_state *)data)->view.prices;
}

static bool can_edit(struct ui *ui, void *data)
{
	const struct record_state *state = data;

	(void)ui;
	return state->record && state->resource->can_update;
}

/* In read-only mode the keys say so, and are not hinted at. */
static bool is_writable(struct ui *ui, void *data)
{
	(void)ui;
	return !client_profile(((struct record_state *)data)->app->client)->read_only;
}

static bool can_edit_line(struct ui *ui, void *data)
{
	struct record_state *state = data;

	if (state->view.prices)
		return can_edit(ui, data) && save_is_allowed(state->app->client, state->resource, NULL);
	return can_edit(ui, data) && record_line_can_edit(state->app, state->resource,
							  page_view_line(&state->view));
}

static void edit_line(struct ui *ui, void *data)
{
	struct record_state *state = data;

	(void)ui;
	if (state->view.prices) {
		record_prices_edit(state);
		return;
	}
	record_edit_line(state->app, state->resource, state->key,
			 state->sparse ? NULL : state->record, page_view_line(&state->view));
}

static void undo(struct ui *ui, void *data)
{
	struct record_state *state = data;

	(void)ui;
	history_undo_last(state->app, state->resource, state->key);
}

static void next_tab(struct ui *ui, void *state)
{
	(void)ui;
	record_turn_tabs(state, 1);
}

static void previous_tab(struct ui *ui, void *state)
{
	(void)ui;
	record_turn_tabs(state, -1);
}

static void next_record(struct ui *ui, void *state)
{
	(void)ui;
	record_step(state, 1);
}

static void previous_record(struct ui *ui, void *state)
{
	(void)ui;
	record_step(state, -1);
}

static bool has_list(struct ui *ui, void *data)
{
	(void)ui;
	return ((struct record_state *)data)->list;
}

static bool has_actions(struct ui *ui, void *data)
{
	(void)ui;
	return ((struct record_state *)data)->resource->action_count;
}

static void record_actions(void *data)
{
	struct record_state *state = data;
	char *json = json_print(record_tree(state->record));

	action_menu_row(state->app->ui, state->resource, json);
	free(json);
}

/* The list or map that the open tab shows, where it can be changed here; NULL: none. */
static const struct field *entries_here(const struct record_state *state)
{
	if (!state->record || !state->resource->can_update || state->view.prices)
		return NULL;
	return record_entries_of_tab(state->resource, state->tab);
}

static bool has_entries(struct ui *ui, void *data)
{
	(void)ui;
	return entries_here(data);
}

/* False, and a word, while the record is on its way: entries are changed as a whole list. */
static bool find_entries(struct record_state *state, struct record_entries *entries)
{
	*entries = (struct record_entries){
		.app = state->app,
		.resource = state->resource,
		.record = state->record,
		.list = entries_here(state),
		.view = &state->view,
		.actions = record_actions,
		.data = state,
	};
	if (entries->list && state->sparse)
		ui_message(state->app->ui, ROLE_MESSAGE, "%s",
			   _("The record is on its way. Try again."));
	return entries->list && !state->sparse;
}

static void actions(struct ui *ui, void *data)
{
	struct record_state *state = data;
	struct record_entries entries;

	if (!state->record)
		return;
	if (!has_entries(ui, data))
		record_actions(state);
	else if (find_entries(state, &entries))
		record_entries_menu(&entries);
}

static void add_entry(struct ui *ui, void *data)
{
	struct record_entries entries;

	(void)ui;
	if (find_entries(data, &entries))
		record_entries_add(&entries);
}

static bool can_mark(struct ui *ui, void *data)
{
	return has_entries(ui, data) && ((struct record_state *)data)->view.page.count;
}

static void mark(struct ui *ui, void *data)
{
	(void)ui;
	page_view_mark(&((struct record_state *)data)->view);
}

static bool has_marks(struct ui *ui, void *data)
{
	(void)ui;
	return ((struct record_state *)data)->view.mark_count;
}

static void unmark_all(struct ui *ui, void *data)
{
	(void)ui;
	page_view_unmark_all(&((struct record_state *)data)->view);
}

static bool buys_in_a_tier(struct ui *ui, void *data)
{
	const struct record_state *state = data;

	(void)ui;
	return state->record && catalog_is_for(state->app, state->resource);
}

static void open_catalog(struct ui *ui, void *data)
{
	const struct record_state *state = data;

	(void)ui;
	catalog_open_for(state->app, state->resource, record_tree(state->record));
}

static bool has_record(struct ui *ui, void *data)
{
	(void)ui;
	return ((struct record_state *)data)->record;
}

static void copy(struct ui *ui, void *data)
{
	struct record_state *state = data;
	const struct copy_source source = { state->resource, state->key, state->record, state->sparse,
					    page_view_line(&state->view) };

	(void)ui;
	if (state->view.prices)
		record_prices_copy(state);
	else
		copy_record(state->app, &source);
}

static bool can_take_over(struct ui *ui, void *data)
{
	(void)ui;
	return ((const struct record_state *)data)->resource->taken_over_as;
}

static void take_over(struct ui *ui, void *data)
{
	const struct record_state *state = data;

	(void)ui;
	take_over_open(state->app, state->resource, state->record);
}

static bool can_reload(struct ui *ui, void *data)
{
	(void)ui;
	return record_has_call(data);
}

static bool has_prices(struct ui *ui, void *data)
{
	return has_record(ui, data) && ((struct record_state *)data)->resource->prices;
}

static bool shows_prices(struct ui *ui, void *data)
{
	(void)ui;
	return ((struct record_state *)data)->view.prices;
}

static void ask_price(struct ui *ui, void *state)
{
	(void)ui;
	record_prices_ask(state);
}

static void reload(struct ui *ui, void *state)
{
	(void)ui;
	record_read(state);
}

static void stop_reading(struct ui *ui, void *data)
{
	struct record_state *state = data;

	client_cancel(state->call);
	state->call = NULL;
	waiting_set(&state->waiting, 0);
	if (!state->record) {
		ui_pop(ui);
		return;
	}
	error_set(&state->error, ERROR_CANCELLED, "%s", _("Stopped."));
	record_show_tab(state);
}

/* Quick answers are not worth a stop: Esc is then meant for the screen. */
static bool is_slow(struct ui *ui, void *data)
{
	const struct record_state *state = data;

	(void)ui;
	return state->call && waiting_shown(&state->waiting);
}

static const struct command record_commands[] = {
	{ "Enter", "edit-line", N_("Edit the field under the cursor"), edit_line,
	  .can = can_edit_line },
	{ "Enter", "open", N_("Show the line under the cursor in full"), show_whole,
	  .hint = N_("in full"), .can = has_lines },
	{ "e F2", "edit", N_("Edit the record, from the line under the cursor on"), edit_line,
	  .can = can_edit, .hint = N_("edit"), .useful = is_writable },
	{ "a F6", "take-over", N_("Begin a new record with what it says"), take_over,
	  .can = can_take_over, .hint = N_("take over"), .useful = is_writable,
	  .words = N_("new add create") },
	{ "=", "price", N_("What so many cost in a price tier"), ask_price, .can = has_prices,
	  .hint = N_("price of"), .useful = shows_prices },
	{ "Tab", "next-tab", N_("Next tab; 1 to 9 choose one"), next_tab,
	  .hint = N_("next tab") },
	{ "Shift-Tab", "previous-tab", N_("Previous tab"), previous_tab },
	{ "+ J", "next-record", N_("Next record of the list"), next_record, .can = has_list,
	  .hint = N_("next") },
	{ "- K", "previous-record", N_("Previous record of the list"), previous_record,
	  .can = has_list, .hint = N_("previous") },
	{ "a F6", "add", N_("Add an entry or attribute, on its tab"), add_entry,
	  .can = has_entries, .hint = N_("add"), .useful = is_writable },
	{ "Space", "mark", N_("Mark the entry or take its mark away"), mark, .can = can_mark,
	  .hint = N_("mark") },
	{ "U", "unmark-all", N_("Take all marks away"), unmark_all, .can = has_marks },
	{ "x", "actions", N_("Actions on this record; on entries, on their tab"), actions,
	  .can = has_actions, .words = N_("activate deactivate delete duplicate remove primary prices by percent"),
	  .hint = N_("actions") },
	{ "p", "catalog", N_("The catalog with the prices of this customer"), open_catalog,
	  .can = buys_in_a_tier, .hint = N_("prices"), .words = N_("price tier") },
	{ "z", "undo", N_("Bring back what was discarded, or undo the last saved change"), undo,
	  .can = can_edit },
	{ "y", "copy", N_("Copy the value under the cursor, the record or its request"), copy,
	  .can = has_record, .words = N_("clipboard curl CSV JSON") },
	{ "r F5", "reload", N_("Read the record again"), reload, .can = can_reload,
	  .hint = N_("reload") },
	{ "Esc F12 F3", "stop", N_("Stop reading"), stop_reading, .can = is_slow },
};

/* --- screen ---------------------------------------------------------------- */

struct argument {
	struct list *list;               /* either this */
	const struct resource *resource; /* or these two */
	const char *key;
	const struct field *field; /* whose tab is shown; NULL: the first */
};

static void open_screen(struct ui *ui, void *data, void *given)
{
	struct record_state *state = data;
	const struct argument *argument = given;

	state->app = app_of(ui);
	state->list = argument->list;
	state->resource = argument->resource;
	waiting_init(&state->waiting, state->app->loop, ui);
	state->watch = (struct record_watch){ .changed = record_changed, .data = state };
	record_watch_begin(state->app, &state->watch);
	if (argument->field)
		state->tab = (size_t)argument->field->tab;
	if (state->list) {
		record_take_row(state);
	} else {
		xreplace(&state->key, argument->key);
		record_read(state);
	}
}

static void close_screen(struct ui *ui, void *data)
{
	struct record_state *state = data;

	(void)ui;
	client_cancel(state->call);
	record_store_forget(&state->store);
	record_watch_end(state->app, &state->watch);
	waiting_finish(&state->waiting);
	page_view_finish(&state->view);
	price_grid_finish(&state->prices);
	record_free(state->record);
	free(state->key);
}

/* 1 to 9 choose a tab. */
static bool see_key(struct ui *ui, void *data, const struct key *key)
{
	struct record_state *state = data;
	size_t tab = key->code - '1'; /* wraps around for what is less: too large then */

	(void)ui;
	if (!state->record || tab >= record_tab_count(state->record, record_store_view(state)))
		return false;
	record_turn_tabs(state, (int)tab - (int)state->tab);
	return true;
}

static void *part(void *state)
{
	return &((struct record_state *)state)->view;
}

static void draw(struct ui *ui, void *data, struct canvas *canvas)
{
	struct record_state *state = data;
	struct canvas tabs = draw_part(canvas, 0, 0, 1, canvas->cols);
	struct canvas page = draw_part(canvas, 1, 0, canvas->rows - 1, canvas->cols);

	(void)ui;
	if (!state->record)
		return;
	record_draw_tabs(&tabs, state->record, record_store_view(state), state->tab, !state->sparse);
	page_view_draw(&state->view, &page);
}

static void write_title(struct ui *ui, void *data, FILE *left, FILE *right)
{
	const struct record_state *state = data;

	(void)ui;
	record_write_title(state->resource, state->key, state->record, left, right);
}

const struct screen_class record_screen = {
	.name = "record",
	.label = N_("Record"),
	.state_size = sizeof(struct record_state),
	COMMANDS(record_commands),
	.part_commands = &page_view_commands,
	.part = part,
	.open = open_screen,
	.key = see_key,
	.draw = draw,
	.title = write_title,
	.status = record_write_status,
	.resume = record_leave_if_gone,
	.close = close_screen,
};

static void open_row(struct list *list, const struct field *field)
{
	struct argument argument = { .list = list, .resource = list->resource, .field = field };

	if (list_row_to_use(list))
		ui_push(list->app->ui, &record_screen, &argument);
}

void record_open_row(struct list *list)
{
	open_row(list, NULL);
}

void record_open_row_at(struct list *list, const char *field)
{
	open_row(list, schema_field(list->resource->schema, field));
}

void record_open_key(struct app *app, const struct resource *resource, const char *key)
{
	struct argument argument = { .resource = resource, .key = key };

	ui_push(app->ui, &record_screen, &argument);
}
