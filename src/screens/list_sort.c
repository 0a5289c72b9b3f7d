/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "screens/list_memory.h"
#include "screens/menu.h"
#include "store/pager.h"

/* The columns that the service may sort by, as indexes into the schema's fields. */
struct sortable {
	size_t *fields;
	size_t count;
};

static struct sortable sortable_columns(const struct list *list)
{
	const struct schema *schema = list->resource->schema;
	struct sortable columns = { xcalloc(schema->field_count, sizeof(size_t)), 0 };

	for (size_t i = 0; i < schema->field_count; i++)
		if ((schema->fields[i].in & IN_LIST) &&
		    client_can_sort(list->app->client, list->resource, &schema->fields[i]))
			columns.fields[columns.count++] = i;
	return columns;
}

/* Where the present sort stands among them; their number when it is none of them. */
static size_t place_of_sort(const struct list *list, const struct sortable *columns)
{
	const struct field *sort = query_sort(pager_asked_query(list->pager));
	size_t i = 0;

	while (i < columns->count && &list->resource->schema->fields[columns->fields[i]] != sort)
		i++;
	return i;
}

static void sort_by(struct list *list, const struct field *field, bool descending)
{
	struct query *query = query_copy(pager_asked_query(list->pager));
	struct error err;

	if (query_set_sort(query, field, descending, &err)) {
		list_ask(list, query);
		list_remember(list);
	} else {
		ui_message(list->app->ui, ROLE_ERROR, "%s", err.message);
	}
	query_free(query);
}

/* While a search call answers, there is no order to choose. */
static bool sort_rests(const struct list *list)
{
	if (!query_search(pager_asked_query(list->pager)) ||
	    !client_search_rests_filters(list->app->client, list->resource))
		return false;
	ui_message(list->app->ui, ROLE_MESSAGE, "%s",
		   _("The search has its own order. Esc ends it, then the sort is back."));
	return true;
}

static void chosen(void *data, int item)
{
	struct list *list = data;
	struct sortable columns = sortable_columns(list);

	if (item != MENU_LEFT && (size_t)item < columns.count)
		sort_by(list, &list->resource->schema->fields[columns.fields[item]], false);
	free(columns.fields);
}

void list_sort_menu(struct list *list)
{
	if (sort_rests(list))
		return;
	struct sortable columns = sortable_columns(list);
	struct menu_item *items = xcalloc(columns.count + 1, sizeof(*items));
	size_t sorted = place_of_sort(list, &columns);

	for (size_t i = 0; i < columns.count; i++)
		items[i].label = _(list->resource->schema->fields[columns.fields[i]].label);
	if (sorted < columns.count)
		items[sorted].note = query_descending(pager_asked_query(list->pager)) ? "-" : "+";
	menu_open(list->app->ui, _("Sort by"), items, columns.count, sorted, chosen, list);
	free(items);
	free(columns.fields);
}

void list_sort_by_next_column(struct list *list, int direction)
{
	if (sort_rests(list))
		return;
	struct sortable columns = sortable_columns(list);
	size_t sorted = place_of_sort(list, &columns);
	size_t next = sorted + (size_t)direction; /* wraps below 0: no column then either */

	if (sorted == columns.count)
		next = direction > 0 ? 0 : columns.count - 1;
	if (next < columns.count)
		sort_by(list, &list->resource->schema->fields[columns.fields[next]], false);
	free(columns.fields);
}

void list_sort_by_heading(struct list *list, size_t column)
{
	size_t cell = list->table.columns[column].cell;
	const struct field *field = list->class ? list->class->field_of(list, cell)
						: &list->resource->schema->fields[cell];

	if (!field || sort_rests(list))
		return;
	if (field == query_sort(pager_asked_query(list->pager)))
		list_sort_turn_round(list);
	else if (client_can_sort(list->app->client, list->resource, field))
		sort_by(list, field, false);
	else
		ui_message(list->app->ui, ROLE_MESSAGE, _("The service does not sort by %s."),
			   _(field->label));
}

void list_sort_turn_round(struct list *list)
{
	const struct query *query = pager_asked_query(list->pager);
	const struct field *sort = query_sort(query);

	if (sort_rests(list))
		return;
	if (sort)
		sort_by(list, sort, !query_descending(query));
	else
		list_sort_by_next_column(list, 1);
}
