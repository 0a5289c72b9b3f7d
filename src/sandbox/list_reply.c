/* SPDX-License-Identifier: ISC */
#include "sandbox/list_reply.h"

#include <inttypes.h>

#include "base/error.h"
#include "sandbox/exchange.h"
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

void list_reply(struct service *service, const struct selection *selection, const struct faults *faults,
		list_row_fn *row, const void *data, struct reply *reply)
{
	int64_t total;
	struct error err;

	if (faults_reply(faults, reply))
		return;
	FILE *out = reply_begin(reply, 200, "application/json");
	struct page page = { .out = out, .before = '[', .row = row, .data = data };
	fputs("{\"data\":", out);
	bool ok = store_page(service->store, selection, &total, write_row, &page, &err);
	if (ok)
		fprintf(out, "%s],\"totalRecords\":%" PRId64 ",\"currentPage\":%" PRId64 ",\"totalPages\":%" PRId64 "}",
			page.before == '[' ? "[" : "", total, selection->page,
			(total + selection->page_size - 1) / selection->page_size);
	fclose(out);
	if (!ok)
		problem_reply_failure(reply, &err);
}
