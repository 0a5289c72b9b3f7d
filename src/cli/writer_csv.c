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

static void put_line(const struct writer *writer,
		     char *(*text_of)(const struct field *field, const struct json *row),
		     const struct json *row)
{
	const struct field *field;

	for (size_t i = 0; (field = writer_column(writer, i)); i++) {
		if (i > 0)
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
	return csv_field_text(field, row);
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
