/* SPDX-License-Identifier: ISC */
#include "sandbox/list_reply.h"

#include <inttypes.h>

#include "base/error.h"
#include "sandbox/exchange.h"
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

static void write_page(struct service *service, const struct selection *selection, list_row_fn *row,
		       const void *data, struct reply *reply, struct error *err)
{
	int64_t total;
	FILE *out = reply_begin(reply, 200, "application/json");
	struct page page = { .out = out, .before = '[', .row = row, .data = data };

	fputs("{\"data\":", out);
	bool ok = store_page(service->store, selection, &total, write_row, &page, err);
	if (ok)
		fprintf(out,
			"%s],\"totalRecords\":%" PRId64 ",\"currentPage\":%" PRId64
			",\"totalPages\":%" PRId64 "}",
			page.before == '[' ? "[" : "", total, selection->page,
			(total + selection->page_size - 1) / selection->page_size);
	fclose(out);
	if (!ok)
		problem_reply_failure(reply, err);
}

void list_reply(struct service *service, const struct selection *selection,
		const struct faults *faults, list_row_fn *row, const void *data,
		struct reply *reply)
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
		*reply = (struct reply){
			.status = 200, .content_type = "application/json", .body = known, .len = len
		};
		return;
	}
	write_page(service, selection, row, data, reply, &err);
	if (reply->status == 200)
		pages_remember(service->pages, selection, version, reply->body, reply->len);
}
