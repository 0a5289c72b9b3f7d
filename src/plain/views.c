/* SPDX-License-Identifier: ISC */
#include "plain/views.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plain/list.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/pick_item.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "store/views.h"

/* Those that could be read; of the others it is said where they are now. */
static void load(struct plain *plain, struct views *views)
{
	struct error err;

	if (!views_load(client_profile(plain->client), views, &err))
		say(plain, "%s", err.message);
}

static void say_none(struct plain *plain, const char *name)
{
	char *said = say_value(name);

	say(plain, _("There is no view \"%s\". v lists those there are."), said);
	free(said);
}

static struct query *query_of(struct plain *plain, const struct resource *resource,
			      const struct view *view)
{
	struct error err;
	struct query *query = query_parse(resource, view->query, &err);

	if (!query)
		say(plain, "%s", err.message);
	return query;
}

/* --- at start ----------------------------------------------------------------- */

void plain_views_begin(struct plain *plain)
{
	const char *name = client_profile(plain->client)->view;
	const struct resource *resource;
	const struct view *view = NULL;
	struct views views = { 0 };

	if (!name)
		return;
	load(plain, &views);
	for (size_t i = 0; !view && (resource = client_resource_at(plain->client, i)); i++) {
		view = views_find(&views, resource->name, name);
		struct query *query = view ? query_of(plain, resource, view) : NULL;

		if (query)
			plain_list_open_take(plain, query);
	}
	if (!view)
		say_none(plain, name);
	views_finish(&views);
}

/* --- one of the list's ---------------------------------------------------------- */

static void chosen(void *data, const char *name)
{
	struct list *list = data;
	struct views views = { 0 };

	if (!name)
		return;
	load(list->plain, &views);
	const struct view *view = views_find(&views, list->resource->name, name);
	struct query *query = view ? query_of(list->plain, list->resource, view) : NULL;
	if (query)
		plain_list_ask_take(list, query, 1);
	else if (!view)
		say_none(list->plain, name);
	views_finish(&views);
}

static void choose(struct list *list)
{
	struct views views = { 0 };

	load(list->plain, &views);
	struct pick_item *items = xcalloc(views.count + 1, sizeof(*items));
	size_t count = 0;
	for (size_t i = 0; i < views.count; i++)
		if (*views.rows[i].name &&
		    text_casecmp(views.rows[i].resource, list->resource->name) == 0)
			items[count++] =
				(struct pick_item){ views.rows[i].name, views.rows[i].query };
	if (count)
		ask_choice(list->plain, &(struct choosing){ .title = _("Saved views"),
							    .items = items,
							    .count = count,
							    .fn = chosen,
							    .data = list });
	else
		say(list->plain, "%s", _("There are no views of this list; V saves one."));
	free(items);
	views_finish(&views);
}

void plain_views_show(struct plain *plain, void *state, const char *argument)
{
	(void)plain;
	if (*argument)
		chosen(state, argument);
	else
		choose(state);
}

/* --- a new one --------------------------------------------------------------------- */

/* The columns that the screen shows of it are the screen's to choose: they stay. */
static void save(struct list *list, const char *name)
{
	const struct profile *profile = client_profile(list->plain->client);
	struct views views = { 0 };
	struct error err;

	load(list->plain, &views);
	const struct view *old = views_find(&views, list->resource->name, name);
	char *columns = xstrdup(old ? old->columns : ""), *query = query_print(list->query);
	const struct view_text view = { list->resource->name, name, columns, query };
	if (views_put(profile, &views, &view, &err)) {
		char *said = say_value(name);

		say(list->plain, _("Saved the view \"%s\"."), said);
		free(said);
	} else {
		say(list->plain, "%s", err.message);
	}
	free(query);
	free(columns);
	views_finish(&views);
}

/* A view of that name is replaced only when that is what is wanted. */
struct replacing {
	struct list *list;
	char *name;
};

static void replace_answered(void *data, bool yes)
{
	struct replacing *replacing = data;

	if (yes)
		save(replacing->list, replacing->name);
	free(replacing->name);
	free(replacing);
}

static void save_or_ask(struct list *list, const char *name)
{
	struct views views = { 0 };

	load(list->plain, &views);
	if (!views_find(&views, list->resource->name, name)) {
		save(list, name);
	} else {
		struct replacing *replacing = xmalloc(sizeof(*replacing));

		*replacing = (struct replacing){ list, xstrdup(name) };
		ask_yes_no(list->plain, _("There is a view of that name. Replace it?"),
			   replace_answered, replacing);
	}
	views_finish(&views);
}

static void name_answered(void *data, const char *line)
{
	if (line && *line)
		save_or_ask(data, line);
}

void plain_views_save(struct plain *plain, void *state, const char *argument)
{
	if (*argument)
		save_or_ask(state, argument);
	else
		ask_line(plain, _("Name of the view, or an empty line for none"), name_answered,
			 state);
}
