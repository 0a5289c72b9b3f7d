/* SPDX-License-Identifier: ISC */
#include "cli/writer.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/columns.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "work/csv.h"

static const struct writer_class *const classes[] = { &writer_table, &writer_csv, &writer_json };

const struct writer_class *writer_find(const char *name)
{
	for (size_t i = 0; name && i < sizeof(classes) / sizeof(classes[0]); i++)
		if (strcmp(classes[i]->name, name) == 0)
			return classes[i];
	return classes[0];
}

static uint64_t bit(size_t field)
{
	return UINT64_C(1) << field;
}

/* Adds to seen what row holds. */
static void see(uint64_t *seen, const struct schema *schema, const struct json *row)
{
	for (size_t i = 0; i < schema->field_count; i++)
		if (!(*seen & bit(i)) && field_value(&schema->fields[i], row))
			*seen |= bit(i);
}

void writer_begin(struct writer *writer, const struct json *first_rows)
{
	assert(writer->schema->field_count < WRITER_MAX_FIELDS);
	writer->rows = 0;
	writer->columns = writer->seen = 0;
	for (const struct json *row = json_first(first_rows); row; row = json_next(row))
		see(&writer->columns, writer->schema, row);
	if (writer->class->measure)
		writer->class->measure(writer, first_rows);
	writer->class->begin(writer);
}

void writer_row(struct writer *writer, const struct json *row)
{
	writer->class->row(writer, row);
	writer->rows++;
	if (writer->class->in)
		see(&writer->seen, writer->schema, row);
}

void writer_end(struct writer *writer)
{
	writer->class->end(writer);
}

static bool is_column(const struct writer *writer, const struct field *field)
{
	return field->in & writer->class->in && csv_can_hold(field);
}

static const struct field *chosen_column(const struct columns *chosen, size_t i)
{
	for (size_t at = 0; at < chosen->count; at++)
		if (chosen->rows[at].shown && csv_can_hold(chosen->rows[at].field) && i-- == 0)
			return chosen->rows[at].field;
	return NULL;
}

const struct field *writer_column(const struct writer *writer, size_t i)
{
	const struct schema *schema = writer->schema;

	if (writer->chosen)
		return chosen_column(writer->chosen, i);
	for (size_t at = 0; at < schema->field_count; at++)
		if (is_column(writer, &schema->fields[at]) && i-- == 0)
			return &schema->fields[at];
	return NULL;
}

char *writer_empty_columns(const struct writer *writer)
{
	const struct field *field;
	size_t len, named = 0;
	char *text;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; (field = writer_column(writer, i)); i++)
		if (!(writer->seen & bit((size_t)(field - writer->schema->fields))))
			fprintf(out, "%s%s", named++ ? ", " : "", field->name);
	fclose(out);
	return text;
}
