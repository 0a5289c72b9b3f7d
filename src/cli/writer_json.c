/* SPDX-License-Identifier: ISC */
#include "base/output.h"
#include "cli/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "schema/json.h"
#include "schema/record.h"

/* On a terminal, escapes take the place of what could act there: the value stays the same. */
static void put_text(const struct output *output, char *json)
{
	if (output->terminal)
		text_write_json(output->file, json, strlen(json), !text_locale_is_utf8());
	else
		fputs(json, output->file);
	free(json);
}

static void json_begin(const struct writer *writer)
{
	fputc('[', writer->output->file);
}

/* One line a row: tools that work by lines can use it too. */
static void json_row(const struct writer *writer, const struct json *row)
{
	struct json *given = schema_given(writer->schema, row);

	fputs(writer->rows ? ",\n" : "\n", writer->output->file);
	if (writer->output->terminal)
		put_text(writer->output, json_print(given));
	else
		json_write(given, writer->output->file);
	json_free(given);
}

static void json_end(const struct writer *writer)
{
	fputs(writer->rows ? "\n]\n" : "]\n", writer->output->file);
}

static void json_record(const struct writer *writer, const struct record *record)
{
	struct json *given = schema_given(writer->schema, record_tree(record));

	put_text(writer->output, json_print_pretty(given));
	json_free(given);
	fputc('\n', writer->output->file);
}

const struct writer_class writer_json = {
	.name = "json",
	.begin = json_begin,
	.row = json_row,
	.end = json_end,
	.record = json_record,
};
