/* SPDX-License-Identifier: ISC */
#include "screens/filter_line.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "ui/prompt.h"
#include "work/search_fields.h"

struct line {
	struct app *app;
	struct query *before;
	void (*done)(void *data, const struct query *query);
	void *data;
};

static void ask(struct line *line, const char *text, const char *problem);

static void line_free(struct line *line)
{
	query_free(line->before);
	free(line);
}

/* The sort is not in the line that is offered, nor is a search text that is no condition: they stay unless
 * it names others. */
static struct query *read_line(const struct line *line, const char *text, struct error *err)
{
	const struct query *before = line->before;
	struct query *query = query_parse(query_resource(before), text, err);

	if (query && !query_sort(query))
		query_set_sort(query, query_sort(before), query_descending(before), NULL);
	if (query && !query_search(query) && !search_fields_have_text(query_resource(before)))
		query_set_search(query, query_search(before));
	return query;
}

static void typed(void *data, const char *text)
{
	struct line *line = data;
	struct error err;
	struct query *query = text ? read_line(line, text, &err) : NULL;

	if (text && !query) {
		char *problem = xasprintf("! %s", err.message);
		ask(line, text, problem);
		free(problem);
		return;
	}
	if (query)
		line->done(line->data, query);
	query_free(query);
	line_free(line);
}

static char *complete(void *data, const char *text)
{
	const struct line *line = data;

	return query_complete(query_resource(line->before), text);
}

/* How a line is written, with the words that there are. */
static char *help(const struct query *query)
{
	const struct resource *resource = query_resource(query);
	char *fields = query_field_list(resource), *ops = filter_op_list(search_fields_ops(query));
	char *text = xasprintf(_("FIELD:OPERATOR:VALUE, separated by spaces, such as\n"
				 "  %s\nFields: %s%s\nOperators: %s"),
			       resource->filter_example, fields,
			       search_fields_have_text(resource) ? ", " SEARCH_TEXT "=" : "", ops);

	free(fields);
	free(ops);
	return text;
}

static void ask(struct line *line, const char *text, const char *problem)
{
	char *how = help(line->before);

	prompt_open(line->app->ui, &(struct prompt){ .label = _("Filter: "),
						     .initial = text,
						     .help = how,
						     .problem = problem,
						     .complete = complete,
						     .done = typed,
						     .data = line });
	free(how);
}

void filter_line_open(struct app *app, const struct query *query,
		      void (*done)(void *data, const struct query *query), void *data)
{
	struct line *line = xcalloc(1, sizeof(*line));
	struct query *conditions = query_copy(query);

	line->app = app;
	line->before = query_copy(query);
	line->done = done;
	line->data = data;
	if (!search_fields_have_text(query_resource(query)))
		query_set_search(conditions, NULL);
	char *present = query_filter_text(conditions);
	char *text = xasprintf("%s%s", present, *present ? " " : ""); /* for the next condition */
	ask(line, text, NULL);
	free(text);
	free(present);
	query_free(conditions);
}
