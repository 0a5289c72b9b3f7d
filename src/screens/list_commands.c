/* SPDX-License-Identifier: ISC */
#include "screens/list_commands.h"

#include "api/client.h"
#include "base/i18n.h"
#include "schema/resource.h"
#include "screens/action.h"
#include "screens/app_state.h"
#include "screens/columns_screen.h"
#include "screens/copy_record.h"
#include "screens/export_screen.h"
#include "screens/history_list.h"
#include "screens/import_ask.h"
#include "screens/list.h"
#include "screens/lists.h"
#include "screens/price_ask.h"
#include "screens/views_screen.h"
#include "store/pager.h"
#include "work/import_records.h"
#include "work/search_fields.h"

static bool is_readable(struct ui *ui, void *list)
{
	(void)ui;
	return !list_is_refused(list);
}

/* One text may be refused, and another not. */
static bool can_search(struct ui *ui, void *data)
{
	return ((const struct list *)data)->resource->needs_search || is_readable(ui, data);
}

static bool can_edit(struct ui *ui, void *data)
{
	(void)ui;
	return ((const struct list *)data)->resource->can_update;
}

static void undo(struct ui *ui, void *data)
{
	const struct list *list = data;
	const struct pager_row *row = list_row_to_use(list);

	(void)ui;
	history_undo_last(list->app, list->resource, row ? row->key : "");
}

static void search(struct ui *ui, void *list)
{
	(void)ui;
	list_search(list);
}

static void filter(struct ui *ui, void *list)
{
	(void)ui;
	list_filter(list);
}

static void clear_filter(struct ui *ui, void *list)
{
	(void)ui;
	list_clear_filter(list);
}

static void mark(struct ui *ui, void *list)
{
	(void)ui;
	list_mark(list);
}

static void mark_range(struct ui *ui, void *list)
{
	(void)ui;
	list_mark_range(list);
}

static void mark_all(struct ui *ui, void *list)
{
	(void)ui;
	list_mark_all(list);
}

static void unmark_all(struct ui *ui, void *list)
{
	(void)ui;
	list_unmark_all(list);
}

static bool has_actions(struct ui *ui, void *data)
{
	(void)ui;
	return ((const struct list *)data)->resource->action_count;
}

/* The marked records, or the one under the cursor. */
static void actions(struct ui *ui, void *data)
{
	const struct list *list = data;
	const struct pager_row *row = NULL;

	if (list->mark_all) { /* all of them are meant, not the one under the cursor */
		ui_message(ui, ROLE_MESSAGE, "%s",
			   _("The marks are still on their way: wait, or stop them by Esc."));
		return;
	}
	if (list->marks.count == 0)
		row = list_row_to_use(list);
	else if (list->marks.count == 1)
		row = pager_row(list->pager, pager_find(list->pager, list->marks.keys[0]));
	if (row)
		action_menu_row(ui, list->resource, row->json);
	else if (list->marks.count)
		action_menu_marked(ui, list->pager, &list->marks);
}

static void sort_menu(struct ui *ui, void *list)
{
	(void)ui;
	list_sort_menu(list);
}

static void sort_left(struct ui *ui, void *list)
{
	(void)ui;
	list_sort_by_next_column(list, -1);
}

static void sort_right(struct ui *ui, void *list)
{
	(void)ui;
	list_sort_by_next_column(list, 1);
}

static void sort_turn_round(struct ui *ui, void *list)
{
	(void)ui;
	list_sort_turn_round(list);
}

/* Views and chosen columns are of fields. */
static bool shows_fields(struct ui *ui, void *data)
{
	(void)ui;
	return !((const struct list *)data)->class;
}

/* What is marked is acted upon or exported: what is no record is neither. */
static bool shows_records(struct ui *ui, void *data)
{
	(void)ui;
	return resource_has_records(((const struct list *)data)->resource);
}

static bool can_export(struct ui *ui, void *data)
{
	return shows_fields(ui, data) && shows_records(ui, data);
}

static bool can_filter(struct ui *ui, void *data)
{
	return is_readable(ui, data) &&
	       search_fields_there_are(((const struct list *)data)->resource);
}

static void columns(struct ui *ui, void *list)
{
	(void)ui;
	columns_open(list);
}

static void views(struct ui *ui, void *list)
{
	(void)list;
	views_open(app_of(ui));
}

static void save_view(struct ui *ui, void *state)
{
	struct list *list = state;

	(void)ui;
	views_save(list, pager_asked_query(list->pager));
}

static void copy(struct ui *ui, void *list)
{
	(void)ui;
	copy_row(list);
}

static void export_records(struct ui *ui, void *list)
{
	(void)ui;
	export_open(list);
}

static bool can_import(struct ui *ui, void *list)
{
	return shows_fields(ui, list) &&
	       import_records_can(((const struct list *)list)->resource);
}

static void import_records_of(struct ui *ui, void *list)
{
	import_ask(app_of(ui), ((const struct list *)list)->resource);
}

static void reload(struct ui *ui, void *list)
{
	(void)ui;
	list_reload(list);
}

static void escape(struct ui *ui, void *list)
{
	list_forget_offer(list);
	if (list_escape(list))
		return;
	if (lists_shows(list))
		ui_message(ui, ROLE_MESSAGE, "%s", _("This is the first screen. q quits."));
	else
		ui_pop(ui);
}

/* --- the service's lists, by number ---------------------------------------- */

/* The i-th list of the service, if another one is shown. */
static const struct resource *other(const struct list *list, size_t i)
{
	const struct resource *resource = client_resource_at(list->app->client, i);

	return lists_shows(list) && resource == list->resource ? NULL : resource;
}

static bool is_not_first(struct ui *ui, void *list)
{
	(void)ui;
	return other(list, 0);
}

static bool is_not_second(struct ui *ui, void *list)
{
	(void)ui;
	return other(list, 1);
}

static bool is_not_third(struct ui *ui, void *list)
{
	(void)ui;
	return other(list, 2);
}

/* "Customers": the service's own word. */
static const char *label(const struct list *list, size_t i)
{
	return _(client_resource_at(list->app->client, i)->label);
}

static const char *first_label(struct ui *ui, void *list)
{
	(void)ui;
	return label(list, 0);
}

static const char *second_label(struct ui *ui, void *list)
{
	(void)ui;
	return label(list, 1);
}

static const char *third_label(struct ui *ui, void *list)
{
	(void)ui;
	return label(list, 2);
}

static void show(struct ui *ui, const struct list *list, size_t i)
{
	lists_show(app_of(ui), other(list, i));
}

static void show_first(struct ui *ui, void *list)
{
	show(ui, list, 0);
}

static void show_second(struct ui *ui, void *list)
{
	show(ui, list, 1);
}

static void show_third(struct ui *ui, void *list)
{
	show(ui, list, 2);
}

/* --------------------------------------------------------------------------- */

/* The catalog asks for its own tier. */
static bool has_prices(struct ui *ui, void *state)
{
	return ((struct list *)state)->resource->prices && shows_fields(ui, state);
}

static void ask_price(struct ui *ui, void *state)
{
	struct list *list = state;
	const struct pager_row *row = list_row_to_use(list);

	(void)ui;
	if (row)
		price_ask_open(list->app, list->resource, row->key, NULL);
}

static const struct command rows[] = {
	{ "/", "search", N_("Search text"), search,
	  .hint = N_("find"), .useful = can_search },
	{ "f", "filter", N_("Filter the list"), filter, .hint = N_("filter"),
	  .useful = can_filter },
	{ "Space", "mark", N_("Mark the record or take its mark away"), mark, .can = shows_records,
	  .hint = N_("mark"), .useful = is_readable },
	{ "x", "actions", N_("Actions on the marked records, else on this one"), actions,
	  .can = has_actions, .hint = N_("actions"), .useful = is_readable,
	  .words = N_("activate deactivate delete duplicate set a field prices raise by percent") },
	{ "1", "first-list", N_("The service's first list"), show_first, .can = is_not_first,
	  .hint = N_("first list"), .called = first_label },
	{ "2", "second-list", N_("The service's second list"), show_second, .can = is_not_second,
	  .hint = N_("second list"), .called = second_label },
	{ "3", "third-list", N_("The service's third list"), show_third, .can = is_not_third,
	  .called = third_label },
	{ "o", "sort", N_("Sort by a column"), sort_menu },
	{ "F", "clear-filter", N_("Clear filter and search"), clear_filter },
	{ "v", "views", N_("Saved views"), views, .can = shows_fields },
	{ "V", "save-view", N_("Save conditions, order and columns as a view"), save_view,
	  .can = shows_fields },
	{ "c", "columns", N_("Choose the columns"), columns, .can = shows_fields },
	{ "m", "mark-range", N_("Mark all from the last mark to here"), mark_range, .can = shows_records },
	{ "*", "mark-all", N_("Mark all that match"), mark_all, .can = shows_records },
	{ "U", "unmark-all", N_("Take all marks away"), unmark_all, .can = shows_records },
	{ "<", "sort-left", N_("Sort by the column to the left"), sort_left },
	{ ">", "sort-right", N_("Sort by the column to the right"), sort_right },
	{ "!", "sort-turn-round", N_("Turn the order round"), sort_turn_round },
	{ "z", "undo", N_("Bring back what was discarded, or undo the last saved change"), undo,
	  .can = can_edit },
	{ "y", "copy", N_("Copy the number, the row, the record or its request"), copy,
	  .words = N_("clipboard curl CSV JSON") },
	{ "=", "price", N_("What so many cost in a price tier"), ask_price, .can = has_prices },
	{ "E", "export", N_("Write the marked records, or all that match, to a file"), export_records,
	  .can = can_export, .useful = is_readable, .words = N_("CSV JSON spreadsheet save") },
	{ "I", "import", N_("Create and change records as a file says"), import_records_of,
	  .can = can_import, .useful = is_readable, .words = N_("CSV JSON spreadsheet load") },
	{ "r F5", "reload", N_("Read the list again"), reload },
	{ "Esc F12 F3", "stop", N_("Stop what loads; end the search"), escape },
};

const struct command_table list_commands = COMMAND_TABLE(rows);
