/* SPDX-License-Identifier: ISC */
#include "sandbox/list_reply.h"

#include <inttypes.h>

#include "base/error.h"
#include "sandbox/exchange.h"
#include "sandbox/list_style.h"
#include "sandbox/pages.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "sandbox/service.h"
#include "sandbox/store_records.h"

struct page {
	FILE *out;
	char before;
	list_row_fn *row;
	const void *data;
};

static void write_row(void *data, const char *row, size_t len)
{
	struct page *page = data;

	fputc(page->before, page->out);
	page->before = ',';
	if (page->row)
		page->row(page->data, row, len, page->out);
	else
		fwrite(row, 1, len, page->out);
}

static void write_nymble_rest(const struct selection *selection, int64_t total, FILE *out)
{
	fprintf(out,
		",\"totalRecords\":%" PRId64 ",\"currentPage\":%" PRId64 ",\"totalPages\":%" PRId64,
		total, selection->page, (total + selection->page_size - 1) / selection->page_size);
}

const struct list_style nymble_lists = {
	.sort = "sortOn",
	.ascending = "asc",
	.descending = "desc",
	.items = "data",
	.write_rest = write_nymble_rest,
};

static void write_flow_rest(const struct selection *selection, int64_t total, FILE *out)
{
	fprintf(out,
		",\"paging\":{\"pageNumber\":%" PRId64 ",\"pageSize\":%" PRId64
		",\"totalCount\":%" PRId64 "}",
		selection->page, selection->page_size, total);
}

const struct list_style flow_lists = {
	.sort = "sortBy",
	.ascending = "ASC",
	.descending = "DESC",
	.exact_case = true,
	.items = "items",
	.write_rest = write_flow_rest,
};

static void write_page(struct service *service, const struct list_style *style,
		       const struct selection *selection, list_row_fn *row, const void *data,
		       struct reply *reply, struct error *err)
{
	int64_t total;
	FILE *out = reply_begin(reply, 200, "application/json");
	struct page page = { .out = out, .before = '[', .row = row, .data = data };

	fprintf(out, "{\"%s\":", style->items);
	bool ok = store_page(service->store, selection, &total, write_row, &page, err);
	if (ok) {
		fputs(page.before == '[' ? "[]" : "]", out);
		style->write_rest(selection, total, out);
		fputc('}', out);
	}
	fclose(out);
	if (!ok)
		problem_reply_failure(reply, err);
}

void list_reply(struct service *service, const struct list_style *style,
		const struct selection *selection, const struct faults *faults, list_row_fn *row,
		const void *data, struct reply *reply)
{
	uint64_t version;
	size_t len;
	struct error err;

	if (faults_reply(faults, reply))
		return;
	if (!store_version(service->store, &version, &err)) {
		problem_reply_failure(reply, &err);
		return;
	}
	char *known = pages_find(service->pages, selection, version, &len);
	if (known) {
		reply_bytes_take(reply, 200, known, len);
		return;
	}
	write_page(service, style, selection, row, data, reply, &err);
	if (reply->status == 200)
		pages_remember(service->pages, selection, version, reply->body, reply->len);
}
