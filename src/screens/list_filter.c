/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "store/pager.h"
#include "ui/prompt.h"

static void edit_line(struct list *list, const char *line, const char *problem);

/* The line's conditions; sort and search are not in it and stay. */
static bool apply(struct list *list, const char *line, struct error *err)
{
	const struct query *present = pager_query(list->pager);
	struct query *query = query_parse(list->resource, line, err);

	if (!query)
		return false;
	if (!query_sort(query))
		query_set_sort(query, query_sort(present), query_descending(present), NULL);
	if (!query_search(query))
		query_set_search(query, query_search(present));
	list_ask(list, query);
	query_free(query);
	return true;
}

static void typed(void *data, const char *text)
{
	struct list *list = data;
	struct error err;

	if (!text || apply(list, text, &err))
		return;
	char *problem = xasprintf("! %s", err.message);
	edit_line(list, text, problem);
	free(problem);
}

static char *complete(void *data, const char *text)
{
	return query_complete(((struct list *)data)->resource, text);
}

/* How a line is written, with the words that there are. */
static char *help(const struct resource *resource)
{
	char *fields = query_field_list(resource), *ops = filter_op_list(resource->filter_ops);
	char *text = xasprintf(_("FIELD:OPERATOR:VALUE, separated by spaces, such as\n"
				 "  %s\nFields: %s\nOperators: %s"),
			       resource->filter_example, fields, ops);

	free(fields);
	free(ops);
	return text;
}

static void edit_line(struct list *list, const char *line, const char *problem)
{
	char *how = help(list->resource);

	prompt_open(list->app->ui, &(struct prompt){ .label = _("Filter: "),
						     .initial = line,
						     .help = how,
						     .problem = problem,
						     .complete = complete,
						     .done = typed,
						     .data = list });
	free(how);
}

void list_filter(struct list *list)
{
	if (!list->resource->filter_ops) {
		ui_message(list->app->ui, ROLE_MESSAGE, "%s",
			   _("The service cannot filter this list."));
		return;
	}
	struct query *query = query_copy(pager_query(list->pager));
	query_set_search(query, NULL);
	char *present = query_filter_text(query);
	char *line = xasprintf("%s%s", present, *present ? " " : ""); /* for the next condition */
	edit_line(list, line, NULL);
	free(line);
	free(present);
	query_free(query);
}

void list_clear_filter(struct list *list)
{
	struct query *query = query_copy(pager_query(list->pager));

	query_clear_filters(query);
	query_set_search(query, NULL);
	list_ask(list, query);
	query_free(query);
}
