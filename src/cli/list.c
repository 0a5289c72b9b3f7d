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
#include "cli/selection.h"
#include "cli/verb.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "work/page_walk.h"

/* A walk over all pages that keeps none: the next one is on its way while this one is printed. */
struct list {
	struct selection selection;
	int64_t left; /* rows still wanted */
	struct page_walk pages;
	int page_size;
};

/* A view that has no columns of its own has those of the format. */
static void choose_columns(const struct list *list, struct writer *writer)
{
	char *own = list->selection.columns.count
			    ? columns_print(&list->selection.columns, writer->schema)
			    : NULL;

	writer->chosen = own && *own ? &list->selection.columns : NULL;
	free(own);
}

static bool list_prepare(struct job *job, struct error *err)
{
	const struct cli_options *options = job->options;
	struct list *list = job->state;

	list->left = options->limit ? options->limit : INT64_MAX;
	list->page_size =
		list->left < CLIENT_PAGE_SIZE_MAX ? (int)list->left : CLIENT_PAGE_SIZE_MAX;
	if (!selection_read(&list->selection, job, err))
		return false;
	choose_columns(list, &job->writer);
	return true;
}

static void list_finish(struct job *job)
{
	struct list *list = job->state;

	selection_finish(&list->selection);
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
	char *filter = query_filter_text(list->selection.query);

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
	char *text = job->resource->whole_rows
			     ? xasprintf(_("No record holds %s"), columns)
			     : xasprintf(_("No row of the list holds %s; get prints whole records"), columns);

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
	client_list(job->client, list->selection.query, list->pages.page, list->page_size, on_page, job);
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
		report(_("The service lists none: these are the profile's and those seen"));
	if (job->writer.rows == 0 && job->writer.class == &writer_table)
		say_nothing_matches(job);
	if (job->writer.rows > 0 && job->writer.class == &writer_csv)
		say_what_is_empty(job);
	job_end(job);
}

static void list_start(struct job *job)
{
	const struct list *list = job->state;

	if (selection_can_be_asked(&list->selection, job)) {
		ask_next(job);
		return;
	}
	job->status = EXIT_MISTAKE;
	job_end(job);
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
