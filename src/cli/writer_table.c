/* SPDX-License-Identifier: ISC */
#include "base/output.h"
#include "cli/writer.h"

#include "cli/record_text.h"
#include "cli/table_line.h"
#include "schema/field.h"

/* Nothing is cut beyond a terminal: grep and people want it whole. */
static struct table_shape shape_of(const struct writer *writer)
{
	return (struct table_shape){
		.schema = writer->schema,
		.in = IN_LIST,
		.columns = writer->columns,
		.chosen = writer->chosen,
		.width_cols = writer->output->terminal ? NULL : writer->width_cols,
		.max_cols = writer->output->terminal ? writer->output->width_cols : 0
	};
}

static void table_row(const struct writer *writer, const struct json *row)
{
	const struct table_shape shape = shape_of(writer);

	table_line_write(&shape, row, writer->output);
}

/* A terminal cuts, and keeps the widths that it is known for. */
static void table_measure(struct writer *writer, const struct json *first_rows)
{
	struct table_shape shape = shape_of(writer);

	if (writer->output->terminal)
		return;
	shape.width_cols = NULL;
	table_line_measure(&shape, first_rows, writer->width_cols);
}

static void table_begin(const struct writer *writer)
{
	table_row(writer, NULL);
}

static void table_end(const struct writer *writer)
{
	(void)writer;
}

static void table_record(const struct writer *writer, const struct record *record)
{
	record_text_write(record, writer->output);
}

const struct writer_class writer_table = {
	.name = "table",
	.in = IN_LIST,
	.measure = table_measure,
	.begin = table_begin,
	.row = table_row,
	.end = table_end,
	.record = table_record,
};
