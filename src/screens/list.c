/* SPDX-License-Identifier: ISC */
#include "screens/list.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list_mark_all.h"
#include "screens/list_memory.h"
#include "store/page_source.h"
#include "store/pager.h"

enum { GONE_PAUSE_MS = 300 };

/* --- rows for the table ---------------------------------------------------- */

static size_t row_count(void *data)
{
	const struct list *list = data;

	return (size_t)pager_extent(list->pager);
}

static const char *const *row_cells(void *data, size_t row)
{
	struct list *list = data;
	const struct pager_row *found = pager_row(list->pager, (int64_t)row);

	if (found && *found->key && list->class)
		return list->class->cells(list, found);
	return found ? found->cells : NULL;
}

static char row_sign(void *data, size_t row)
{
	const struct list *list = data;
	const struct pager_row *found = pager_row(list->pager, (int64_t)row);

	return found && marks_has(&list->marks, found->key) ? '*' : ' ';
}

static void rows_shown(struct list *list)
{
	if (list->class && list->class->rows_shown)
		list->class->rows_shown(list);
}

static void rows_wanted(void *data, size_t first, size_t count, int direction)
{
	struct list *list = data;

	pager_want(list->pager, (int64_t)first, (int)count, direction);
	waiting_set(&list->waiting, pager_loading_since_ms(list->pager));
	rows_shown(list);
}

static void heading_clicked(void *data, size_t column)
{
	list_sort_by_heading(data, column);
}

static const struct table_source list_rows = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
	.heading = heading_clicked,
	.want = rows_wanted,
};

/* --- what the pager says --------------------------------------------------- */

/* The rows answer another query now: its top, or the place from before the search. */
static void replaced(struct list *list)
{
	size_t row = 0;

	if (list->returning) {
		int64_t found = pager_find(list->pager, list->return_place.key);

		row = found >= 0 ? (size_t)found : list->return_place.row;
	}
	list->returning = false;
	table_move_to(&list->table, row);
	list->table.first_column = 0;
	list->rested_at = row;
}

/* After a reload: the order may be another one. */
static void find_held(struct list *list)
{
	struct ui *ui = list->app->ui;
	const char *key = list->held.key;
	int64_t found = pager_find(list->pager, key);
	bool stayed = list->table.cursor == list->held.row; /* else the user has gone elsewhere */

	if (list->held_is_new) {
		if (stayed && found >= 0)
			table_move_to(&list->table, (size_t)found);
	} else if (stayed && found >= 0 && (size_t)found != list->table.cursor) {
		table_move_to(&list->table, (size_t)found);
		ui_message(ui, ROLE_MESSAGE, _("%s has moved to row %'lld."), key,
			   (long long)found + 1);
	} else if (stayed && found < 0 && *key) {
		ui_message(ui, ROLE_MESSAGE, _("%s is not in these rows any more."), key);
	}
	xreplace(&list->held.key, NULL);
}

static bool is_order_refused(const struct list *list)
{
	const struct field *sort = query_sort(pager_asked_query(list->pager));

	return sort && pager_error(list->pager) &&
	       !client_can_sort(list->app->client, list->resource, sort);
}

static void pager_changed(void *data, unsigned what)
{
	struct list *list = data;

	if (what & PAGER_REPLACED)
		replaced(list);
	if (what & PAGER_TOTAL) /* after the first rows, which are what the user waits for */
		client_learn_organization(list->app->client);
	if (what & (PAGER_ROWS | PAGER_TOTAL | PAGER_REPLACED)) {
		table_touch(&list->table);
		list_count_marks(list);
		rows_shown(list);
	}
	if (is_order_refused(list))
		list_remember(list);
	waiting_set(&list->waiting, pager_loading_since_ms(list->pager));
	if (list->held.key && !pager_loading_since_ms(list->pager) && !pager_error(list->pager))
		find_held(list);
	ui_touch(list->app->ui);
}

static void gone_for_a_while(void *data)
{
	struct list *list = data;

	list->gone = NULL;
	pager_reload(list->pager);
	waiting_set(&list->waiting, pager_loading_since_ms(list->pager));
}

/* When nothing was told for a moment: a run tells of thousands. */
static void read_soon(struct list *list)
{
	timer_cancel(list->gone);
	list->gone = loop_after(list->app->loop, GONE_PAUSE_MS, gone_for_a_while, list);
}

static void record_gone(struct list *list, const char *key)
{
	marks_remove(&list->marks, key);
	list_count_marks(list);
	if (!pager_remove(list->pager, key))
		return;
	table_touch(&list->table);
	read_soon(list);
}

static void record_changed(void *data, const struct record_change *change)
{
	struct list *list = data;

	if (change->resource != list->resource)
		return;
	if (change->gone) {
		record_gone(list, change->key);
		return;
	}
	if (change->created) {
		list_reload_for(list, change->key); /* where it belongs, and whether it matches, the service knows */
		return;
	}
	if (!change->whole) { /* an act: a mark would do it again with the next one */
		marks_remove(&list->marks, change->key);
		list_count_marks(list);
	}
	if (change->unknown)
		read_soon(list);
	else
		pager_patch(list->pager, change->key, change->members);
	if (list->class && list->class->record_changed)
		list->class->record_changed(list, change->key);
	table_touch(&list->table);
}

/* --- a list ---------------------------------------------------------------- */

static struct list *begin(struct app *app, const struct resource *resource,
			  const struct query *query)
{
	struct list *list = xcalloc(1, sizeof(*list));
	struct page_source source = page_source_of_client(app->client, app->loop);

	list->app = app;
	list->resource = resource;
	list->pager = pager_new(&source, query);
	pager_on_change(list->pager, pager_changed, list);
	table_init(&list->table, &list_rows, list);
	list->table.headings = true;
	waiting_init(&list->waiting, app->loop, app->ui);
	list->watch = (struct record_watch){ .changed = record_changed, .data = list };
	record_watch_begin(app, &list->watch);
	return list;
}

struct list *list_new(struct app *app, const struct resource *resource)
{
	struct columns columns = { 0 };
	struct query *query = list_recall(app, resource, &columns);
	struct list *list = begin(app, resource, query);

	list->columns = columns;
	query_free(query);
	return list;
}

struct list *list_new_of(struct app *app, const struct resource *resource,
			 const struct list_class *class, void *own)
{
	struct query *query = query_new(resource);
	struct list *list = begin(app, resource, query);

	columns_init(&list->columns, resource->schema);
	list->class = class;
	list->own = own;
	query_free(query);
	return list;
}

void list_free(struct list *list)
{
	if (!list)
		return;
	record_watch_end(list->app, &list->watch);
	if (list->class && list->class->finish)
		list->class->finish(list);
	mark_all_free(list->mark_all);
	timer_cancel(list->rest);
	timer_cancel(list->gone);
	client_cancel(list->probe);
	waiting_finish(&list->waiting);
	table_finish(&list->table);
	pager_free(list->pager);
	marks_finish(&list->marks);
	columns_finish(&list->columns);
	free(list->return_place.key);
	free(list->held.key);
	free(list->range_from);
	free(list->offered);
	free(list);
}

const struct pager_row *list_row(const struct list *list)
{
	const struct pager_row *row = pager_row(list->pager, (int64_t)list->table.cursor);
	bool needs_key = !list->resource->taken_over_as; /* else the row is all there is */

	return row && (*row->key || (!needs_key && *row->json == '{')) ? row : NULL;
}

const struct pager_row *list_row_to_use(const struct list *list)
{
	const struct pager_row *row = list_row(list);

	if (!row && !pager_extent(list->pager))
		ui_message(list->app->ui, ROLE_MESSAGE, "%s", _("There is no row here."));
	else if (!row && pager_row(list->pager, (int64_t)list->table.cursor))
		ui_message(list->app->ui, ROLE_MESSAGE, "%s",
			   _("The service sent no key for this row: nothing can be done with it."));
	return row;
}

bool list_is_refused(const struct list *list)
{
	const struct error *err = pager_error(list->pager);

	return err && err->code == ERROR_FORBIDDEN;
}

/* The place before the first of several searches is the one to come back to. */
static void note_return_place(struct list *list, const struct query *query)
{
	if (query_search(query) && !query_search(pager_query(list->pager)))
		list_note_place(list, &list->return_place);
}

void list_ask(struct list *list, const struct query *query)
{
	note_return_place(list, query);
	list_forget_offer(list);
	list->returning = false;
	xreplace(&list->held.key, NULL);
	pager_set_query(list->pager, query);
	waiting_set(&list->waiting, pager_loading_since_ms(list->pager));
}

bool list_step(struct list *list, int rows)
{
	size_t before = list->table.cursor;

	table_move(&list->table, rows);
	if (list->table.cursor == before)
		return false;
	pager_want(list->pager, (int64_t)list->table.cursor, 1, rows < 0 ? -1 : 1);
	waiting_set(&list->waiting, pager_loading_since_ms(list->pager));
	return true;
}

void list_note_place(const struct list *list, struct list_place *place)
{
	const struct pager_row *row = list_row(list);

	xreplace(&place->key, row ? row->key : "");
	place->row = list->table.cursor;
}

static void read_again(struct list *list)
{
	pager_reload(list->pager);
	waiting_set(&list->waiting, pager_loading_since_ms(list->pager));
}

void list_reload(struct list *list)
{
	list_note_place(list, &list->held);
	list->held_is_new = false;
	if (list->class && list->class->reload)
		list->class->reload(list);
	read_again(list);
}

void list_reload_for(struct list *list, const char *key)
{
	list_note_place(list, &list->held);
	xreplace(&list->held.key, key);
	list->held_is_new = key;
	read_again(list);
}

bool list_escape(struct list *list)
{
	if (list->mark_all) {
		mark_all_free(list->mark_all);
		list->mark_all = NULL;
		ui_message(list->app->ui, ROLE_MESSAGE, "%s", _("Stopped, nothing was marked."));
		return true;
	}
	if (list->class && list->class->stop && list->class->stop(list))
		return true;
	if (pager_loading_since_ms(list->pager)) {
		pager_stop(list->pager);
		waiting_set(&list->waiting, 0);
		ui_message(list->app->ui, ROLE_MESSAGE, "%s", _("Stopped. r reads again."));
		return true;
	}
	if (!query_search(pager_query(list->pager)))
		return false;
	list_end_search(list);
	return true;
}
