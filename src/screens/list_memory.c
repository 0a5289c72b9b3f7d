/* SPDX-License-Identifier: ISC */
#include "screens/list_memory.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "net/loop.h"
#include "schema/columns.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "screens/lists.h"
#include "store/pager.h"

enum { WRITE_MS = 1000 };

/* Of the query the order alone: conditions are for views with a name. Not one that the service has refused:
 * the next start would begin with that. */
static struct query *order_of(const struct list *list)
{
	const struct query *present = pager_asked_query(list->pager);
	const struct field *sort = query_sort(present);
	struct query *order = query_new(list->resource);

	if (sort && client_can_sort(list->app->client, list->resource, sort))
		query_set_sort(order, sort, query_descending(present), NULL);
	return order;
}

static void remember(struct list *list)
{
	struct query *order = order_of(list);
	struct error err;
	char *columns = columns_print(&list->columns, list->resource->schema), *text = query_print(order);
	const struct view_text view = { list->resource->name, "", columns, text };
	if (!views_put(client_profile(list->app->client), &list->app->memory.views, &view, &err))
		ui_message(list->app->ui, ROLE_ERROR, "%s", err.message);
	list->to_remember = false;
	free(text);
	free(columns);
	query_free(order);
}

static void write_all(struct app *app)
{
	timer_cancel(app->memory.writing);
	app->memory.writing = NULL;
	lists_each(app, remember);
}

const struct views *list_memory_views(struct app *app)
{
	struct error err = { 0 };

	if (app->memory.writing)
		write_all(app);
	if (app->memory.loaded)
		return &app->memory.views;
	app->memory.loaded = true;
	if (!views_load(client_profile(app->client), &app->memory.views, &err))
		ui_message(app->ui, ROLE_ERROR, "%s", err.message);
	return &app->memory.views;
}

struct query *list_recall(struct app *app, const struct resource *resource, struct columns *columns)
{
	const struct view *view = views_find(list_memory_views(app), resource->name, "");
	struct query *query = view ? query_parse(resource, view->query, NULL) : NULL;

	columns_parse(columns, resource->schema, view ? view->columns : "", NULL);
	return query ? query : query_new(resource);
}

static void rested(void *data)
{
	struct app *app = data;

	app->memory.writing = NULL;
	write_all(app);
}

void list_remember(struct list *list)
{
	struct app *app = list->app;

	list->to_remember = true;
	timer_cancel(app->memory.writing);
	app->memory.writing = loop_after(app->loop, WRITE_MS, rested, app);
}

void list_memory_forget(struct app *app)
{
	if (app->memory.writing)
		write_all(app);
	views_finish(&app->memory.views);
	app->memory.loaded = false;
}
