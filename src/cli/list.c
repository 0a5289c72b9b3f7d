/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/verb.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "store/views.h"
#include "work/page_walk.h"

/* A walk over all pages that keeps none: the next one is on its way while this one is printed. */
struct list {
	struct query *query;
	int64_t left; /* rows still wanted */
	struct page_walk pages;
	int page_size;
};

/* What the saved view asks for; further options add to it. */
static struct query *begin_query(const struct job *job, struct error *err)
{
	const char *name = job->options->view;
	struct views views;
	struct query *query = NULL;

	if (!name)
		return query_new(job->resource);
	if (views_load(job->profile, &views, err)) {
		const struct view *view = views_find(&views, job->resource->name, name);

		if (view)
			query = query_parse(job->resource, view->query, err);
		else
			error_set(err, ERROR_INPUT, _("There is no view \"%s\" of %s"), name,
				  job->resource->name);
	}
	views_finish(&views);
	if (!query)
		error_prefix(err, "--view");
	return query;
}

static bool list_prepare(struct job *job, struct error *err)
{
	const struct cli_options *options = job->options;
	struct list *list = job->state;

	list->query = begin_query(job, err);
	if (!list->query)
		return false;
	list->left = options->limit ? options->limit : INT64_MAX;
	list->page_size =
		list->left < CLIENT_PAGE_SIZE_MAX ? (int)list->left : CLIENT_PAGE_SIZE_MAX;
	for (size_t i = 0; i < options->filters.size; i++)
		if (!query_add_text(list->query, options->filters.items[i], err))
			return error_prefix(err, "--filter");
	if (options->sort && !query_set_sort_text(list->query, options->sort, err))
		return error_prefix(err, "--sort");
	if (options->search)
		query_set_search(list->query, options->search);
	return true;
}

static void list_finish(struct job *job)
{
	struct list *list = job->state;

	query_free(list->query);
	page_walk_finish(&list->pages);
}

static void write_rows(struct job *job, const struct page *page)
{
	struct list *list = job->state;

	for (const struct json *row = json_first(page->rows); row && list->left > 0;
	     row = json_next(row)) {
		writer_row(&job->writer, row);
		list->left--;
	}
}

/* What an empty table cannot say itself. */
static void say_nothing_matches(const struct job *job)
{
	const struct list *list = job->state;
	char *filter = query_filter_text(list->query);

	if (*filter) {
		char *text = xasprintf(_(job->resource->no_match), filter);
		report(text);
		free(text);
	} else {
		report(_(job->resource->none_yet));
	}
	free(filter);
}

/* CSV has the same columns each time, but an empty one looks like a record without the value. */
static void say_what_is_empty(const struct job *job)
{
	char *columns = writer_empty_columns(&job->writer);
	char *text = xasprintf(_("No row of the list holds %s; get prints whole records"), columns);

	if (*columns)
		report(text);
	free(text);
	free(columns);
}

static client_page_fn on_page;

static void ask_next(struct job *job)
{
	struct list *list = job->state;

	list->pages.page++;
	client_list(job->client, list->query, list->pages.page, list->page_size, on_page, job);
}

static void on_page(void *data, const struct page *page, const struct failure *failure)
{
	struct job *job = data;
	struct list *list = job->state;

	if (failure) {
		job_fail(job, failure);
		return;
	}
	if (list->pages.page == 1)
		writer_begin(&job->writer,
			     page->rows); /* not earlier: a refusal leaves no heading behind */
	enum page_turn turn =
		page_walk_turn(&list->pages, job->resource->schema, page, list->left);
	if (turn == PAGE_MORE)
		ask_next(job);
	if (turn != PAGE_AGAIN)
		write_rows(job, page);
	if (turn == PAGE_MORE) {
		job_flush(job);
		return;
	}
	writer_end(&job->writer);
	if (page->partial)
		report(_("The service would not list them: these are the profile's, and those seen"));
	if (job->writer.rows == 0 && job->writer.class == &writer_table)
		say_nothing_matches(job);
	if (job->writer.rows > 0 && job->writer.class == &writer_csv)
		say_what_is_empty(job);
	job_end(job);
}

static void list_start(struct job *job)
{
	struct list *list = job->state;
	bool narrowed = query_size(list->query) > 0 || query_sort(list->query);

	if (query_search(list->query) && narrowed &&
	    client_search_rests_filters(job->client, job->resource)) {
		report(_("--search goes without --filter and --sort here: the service has no "
			 "search that takes them"));
		job->status = EXIT_MISTAKE;
		job_end(job);
		return;
	}
	ask_next(job);
}

const struct verb verb_list = {
	.name = "list",
	.words = N_("RESOURCE"),
	.help = N_("Print all records that match"),
	.scope = FOR_LIST,
	.state_size = sizeof(struct list),
	.prepare = list_prepare,
	.start = list_start,
	.finish = list_finish,
};
