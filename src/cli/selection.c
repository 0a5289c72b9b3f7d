/* SPDX-License-Identifier: ISC */
#include "cli/selection.h"

#include "api/client.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/report.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "store/views.h"

static bool take_view(struct selection *selection, const struct job *job, const struct view *view,
		      struct error *err)
{
	selection->query = query_parse(job->resource, view->query, err);
	return selection->query &&
	       columns_parse(&selection->columns, job->resource->schema, view->columns, err);
}

/* What the saved view asks for; further options add to it. */
static bool begin(struct selection *selection, const struct job *job, struct error *err)
{
	const char *name = job->options->view;
	struct views views;

	if (!name) {
		selection->query = query_new(job->resource);
		return true;
	}
	bool ok = views_load(job->profile, &views, err);
	if (ok) {
		const struct view *view = views_find(&views, job->resource->name, name);

		ok = view ? take_view(selection, job, view, err)
			  : error_set(err, ERROR_INPUT, _("There is no view \"%s\" of %s"), name,
				      job->resource->name);
	}
	views_finish(&views);
	return ok || error_prefix(err, "--view");
}

/* The service finds them by a text and lists them no other way. */
static bool has_search(const struct query *query, const struct resource *resource, struct error *err)
{
	return !resource->needs_search || query_search(query) ||
	       error_set(err, ERROR_INPUT, _("%s: --search TEXT is needed: the service does not list all of them"),
			 resource->name);
}

bool selection_read(struct selection *selection, const struct job *job, struct error *err)
{
	const struct cli_options *options = job->options;

	*selection = (struct selection){ 0 };
	if (!begin(selection, job, err))
		return false;
	for (size_t i = 0; i < options->filters.size; i++)
		if (!query_add_text(selection->query, options->filters.items[i], err))
			return error_prefix(err, "--filter");
	if (options->sort && !query_set_sort_text(selection->query, options->sort, err))
		return error_prefix(err, "--sort");
	if (options->search)
		query_set_search(selection->query, options->search);
	if (!query_check(selection->query, err))
		return error_prefix(err, "--filter");
	return has_search(selection->query, job->resource, err);
}

void selection_finish(struct selection *selection)
{
	query_free(selection->query);
	columns_finish(&selection->columns);
}

bool selection_can_be_asked(const struct selection *selection, const struct job *job)
{
	const struct query *query = selection->query;
	bool narrowed = query_size(query) > 0 || query_sort(query);

	if (!query_search(query) || !narrowed ||
	    !client_search_rests_filters(job->client, job->resource))
		return true;
	report(_("--search goes without --filter and --sort here: the service has no "
		 "search that takes them"));
	return false;
}
