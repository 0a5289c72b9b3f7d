/* SPDX-License-Identifier: ISC */
#include "base/output.h"
#include "cli/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "work/csv.h"

static void put_cell(const struct output *output, char *text)
{
	if (output->terminal) {
		char *clean = text_clean(text, strlen(text));
		free(text);
		text = text_to_locale(clean);
		free(clean);
	}
	csv_put(output->file, text);
	free(text);
}

/* The next field that is a column, from field on; NULL behind the last. */
static const struct field *column_from(const struct schema *schema, const struct field *field)
{
	const struct field *end = schema->fields + schema->field_count;

	while (field < end && !(field->in & IN_CSV && field->kind->scalar))
		field++;
	return field < end ? field : NULL;
}

static void put_line(const struct writer *writer,
		     char *(*text_of)(const struct field *field, const struct json *row),
		     const struct json *row)
{
	const struct field *first = column_from(writer->schema, writer->schema->fields);

	for (const struct field *field = first; field;
	     field = column_from(writer->schema, field + 1)) {
		if (field != first)
			fputc(',', writer->output->file);
		put_cell(writer->output, text_of(field, row));
	}
	fputc('\n', writer->output->file);
}

static char *name_of(const struct field *field, const struct json *row)
{
	(void)row;
	return xstrdup(field->name);
}

static char *value_of(const struct field *field, const struct json *row)
{
	return csv_text(field_value(field, row));
}

static void csv_begin(const struct writer *writer)
{
	put_line(writer, name_of, NULL);
}

static void csv_row(const struct writer *writer, const struct json *row)
{
	put_line(writer, value_of, row);
}

static void csv_end(const struct writer *writer)
{
	(void)writer;
}

const struct writer_class writer_csv = {
	.name = "csv",
	.in = IN_CSV,
	.begin = csv_begin,
	.row = csv_row,
	.end = csv_end,
};
