/* SPDX-License-Identifier: ISC */
#include "cli/record_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "cli/table_line.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

enum { LABEL_COLS = 18, INDENT_COLS = 2, TABLE_COLS = 80 };

/* One line: label and value, both raw; an empty value shows as -. Names of attributes may be long.
 */
static void put_pair(const struct output *output, int indent_cols, const char *raw_label,
		     const char *raw)
{
	char *label = text_clean(raw_label, strlen(raw_label));
	bool fits = text_width(label, strlen(label)) <= LABEL_COLS;
	char *padded = fits ? text_fit(label, LABEL_COLS, TEXT_LEFT) : xstrdup(label);
	char *value = text_clean(raw, strlen(raw));

	fprintf(output->file, "%*s", indent_cols, "");
	output_text(output, padded);
	fputs("  ", output->file);
	output_text(output, *value ? value : "-");
	fputc('\n', output->file);
	free(label);
	free(padded);
	free(value);
}

static void put_heading(const struct output *output, const char *label)
{
	output_text(output, label);
	fputc('\n', output->file);
}

/* One entry of a list, such as an address: what it has, its first line numbered. */
static void put_entry(const struct output *output, const struct schema *schema,
		      const struct json *entry, size_t number)
{
	bool first = true;

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (!field_value(field, entry))
			continue;
		char *text = field_text(field, entry);
		if (first)
			fprintf(output->file, "%3zu", number);
		put_pair(output, first ? INDENT_COLS : INDENT_COLS + 3, _(field->label), text);
		first = false;
		free(text);
	}
}

/* A value that schema says nothing about, as it would be written. */
static void put_free(const struct output *output, const char *label, const struct json *value)
{
	char *text = kind_text.format(value);

	put_pair(output, INDENT_COLS, label, text);
	free(text);
}

/* Whether all entries are objects that stand side by side: a table says more than a column of
 * pairs. */
static bool is_table(const struct table_shape *shape, const struct json *list)
{
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		if (json_type(entry) != JSON_OBJECT)
			return false;
	return table_line_cols(shape) <= TABLE_COLS;
}

static void put_table(const struct output *output, struct table_shape shape,
		      const struct json *list)
{
	int *width_cols = xcalloc(shape.schema->field_count, sizeof(*width_cols));

	table_line_measure(&shape, list, width_cols);
	shape.width_cols = width_cols;
	if (json_size(list) > 0)
		table_line_write(&shape, NULL, output);
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		table_line_write(&shape, entry, output);
	free(width_cols);
}

static void put_list(const struct output *output, const struct field *field,
		     const struct json *list)
{
	const struct table_shape shape = { .schema = field->items, .indent_cols = INDENT_COLS };
	size_t number = 0;

	if (field->items && is_table(&shape, list)) {
		put_table(output, shape, list);
		return;
	}
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry)) {
		number++;
		if (field->items && json_type(entry) == JSON_OBJECT)
			put_entry(output, field->items, entry, number);
		else
			put_free(output, json_name(entry) ? json_name(entry) : _(field->label),
				 entry);
	}
}

static void put_field(const struct output *output, const struct record *record,
		      const struct field *field)
{
	const struct json *value = record_value(record, field);
	bool many = json_type(value) == JSON_ARRAY || json_type(value) == JSON_OBJECT;

	if (!field->kind->scalar && (many || !value)) {
		put_list(output, field, value);
		return;
	}
	char *text = record_text(record, field);
	put_pair(output, INDENT_COLS, _(field->label), text);
	free(text);
}

static void put_tab(const struct output *output, const struct record *record, int tab)
{
	const struct schema *schema = record_schema(record);

	put_heading(output, _(schema->tabs[tab].label));
	for (size_t i = 0; i < schema->field_count; i++)
		if (schema->fields[i].tab == tab && schema->fields[i].in & IN_RECORD)
			put_field(output, record, &schema->fields[i]);
}

static void put_unknown(const struct output *output, const struct record *record)
{
	const struct json *member = record_next_unknown(record, NULL);

	if (member)
		put_heading(output, _("Other"));
	for (; member; member = record_next_unknown(record, member)) {
		char *name = record_unknown_name(record, member);

		put_free(output, name, member);
		free(name);
	}
}

void record_text_write(const struct record *record, const struct output *output)
{
	for (size_t tab = 0; tab < record_schema(record)->tab_count; tab++)
		put_tab(output, record, (int)tab);
	put_unknown(output, record);
}
