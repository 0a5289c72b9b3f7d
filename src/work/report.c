/* SPDX-License-Identifier: ISC */
#include "work/report.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "work/batch.h"
#include "work/csv.h"

static void put_take(FILE *out, char *text)
{
	csv_put(out, text);
	free(text);
}

/* An import refuses an unknown column, but knows error. */
static void write_head(FILE *out, const struct job *job)
{
	csv_put(out, job->resource->schema->key);
	if (job->class->report_head)
		job->class->report_head(job, out);
	fputs(",error\n", out);
}

static char *why(const struct batch *batch, size_t item)
{
	int status;
	char *reason = batch_reason(batch, item, &status);

	if (*reason || batch_state(batch, item) == ITEM_DONE)
		return reason;
	free(reason);
	return xstrdup(_("not sent"));
}

/* The class's cells of that line of the item; the caller frees. NULL: it has no such line. */
static char *row_cells(const struct job *job, size_t item, size_t row)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);
	bool more = job->class->report_row ? job->class->report_row(job, item, row, out) : row == 0;

	fclose(out);
	if (more)
		return text;
	free(text);
	return NULL;
}

static void write_item(FILE *out, const struct batch *batch, size_t item)
{
	const struct job *job = batch_job(batch);
	char *reason = why(batch, item), *cells;

	for (size_t row = 0; (cells = row_cells(job, item, row)); row++) {
		put_take(out, csv_protect(job_record_key(job, item)));
		fputs(cells, out);
		fputc(',', out);
		put_take(out, csv_protect(reason));
		fputc('\n', out);
		free(cells);
	}
	free(reason);
}

size_t report_count(const struct batch *batch, enum report_rows rows)
{
	size_t all = batch_job(batch)->keys.count;

	return rows == REPORT_ALL ? all : all - batch_count(batch, ITEM_DONE);
}

bool report_write(const struct batch *batch, enum report_rows rows, const char *path,
		  struct error *err)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	write_head(out, batch_job(batch));
	for (size_t i = 0; i < batch_job(batch)->keys.count; i++)
		if (rows == REPORT_ALL || batch_state(batch, i) != ITEM_DONE)
			write_item(out, batch, i);
	fclose(out);
	bool ok = atomic_file_write(path, text, len, err);
	free(text);
	return ok;
}

char *report_name(const struct batch *batch)
{
	const struct job *job = batch_job(batch);
	char now[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339(clock_unix_s(), now);
	return xasprintf("%s-%s-%.10s.csv",
			 job->action  ? job->action->name
			 : job->field ? job->field->name
				      : job->class->name,
			 job->resource->name, now);
}
