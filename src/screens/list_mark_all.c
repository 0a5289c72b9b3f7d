/* SPDX-License-Identifier: ISC */
#include "screens/list_mark_all.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "schema/field.h"
#include "screens/app_state.h"
#include "work/marks.h"

enum { PAGE_SIZE = 100 };

struct mark_all {
	struct app *app;
	struct query *query;
	struct client_call *call;
	struct marks keys;
	int page;
	size_t seen;
	int64_t total; /* -1: unknown */
	mark_all_fn *done;
	void *data;
};

static void ask_page(struct mark_all *reading);

static void end(struct mark_all *reading, const struct error *err)
{
	reading->done(reading->data, &reading->keys, err);
	mark_all_free(reading);
}

static void add_keys(struct mark_all *reading, const struct page *page)
{
	const char *name = query_resource(reading->query)->schema->key;

	for (const struct json *row = json_first(page->rows); row; row = json_next(row)) {
		const char *key = json_member_text(row, name);

		if (key && *key)
			marks_add(&reading->keys, key);
	}
	reading->seen += page->row_count;
	reading->total = page->total;
}

static void page_came(void *data, const struct page *page, const struct failure *failure)
{
	struct mark_all *reading = data;
	struct error err;

	reading->call = NULL;
	if (failure) {
		end(reading, &failure->error);
		return;
	}
	add_keys(reading, page);
	if (reading->seen > MARK_ALL_MAX || page->total > MARK_ALL_MAX) {
		error_set(&err, ERROR_REFUSED, _("At most %'d records can be marked at a time."),
			  MARK_ALL_MAX);
		end(reading, &err);
	} else if (!page->row_count ||
		   (page->total >= 0 && (int64_t)reading->seen >= page->total)) {
		end(reading, NULL);
	} else {
		ask_page(reading);
	}
	/* reading may be gone */
}

static void ask_page(struct mark_all *reading)
{
	reading->page++;
	reading->call = client_list(reading->app->client, reading->query, reading->page, PAGE_SIZE,
				    page_came, reading);
	ui_touch(reading->app->ui);
}

struct mark_all *mark_all_start(struct app *app, const struct query *query, mark_all_fn *done,
				void *data)
{
	struct mark_all *reading = xcalloc(1, sizeof(*reading));

	reading->app = app;
	reading->query = query_copy(query);
	reading->total = -1;
	reading->done = done;
	reading->data = data;
	ask_page(reading);
	return reading;
}

void mark_all_free(struct mark_all *reading)
{
	if (!reading)
		return;
	client_cancel(reading->call);
	query_free(reading->query);
	marks_finish(&reading->keys);
	free(reading);
}

void mark_all_write_status(const struct mark_all *reading, FILE *out)
{
	if (reading->total < 0)
		fputs(_("Reading the numbers, Esc stops"), out);
	else
		fprintf(out, _("Reading the numbers: %'zu of %'lld, Esc stops"), reading->seen,
			(long long)reading->total);
}
