/* SPDX-License-Identifier: ISC */
#include "work/export_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/columns.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "work/csv.h"
#include "work/csv_read.h"

/* --- which columns ---------------------------------------------------------------------------------- */

static void add(struct export_row *row, const struct field *field)
{
	row->fields[row->field_count++] = field;
}

void export_row_init(struct export_row *row, const struct schema *schema, const struct columns *columns,
		     bool with_attributes)
{
	row->schema = schema;
	row->fields = xcalloc(schema->field_count, sizeof(*row->fields));
	for (size_t i = 0; columns && i < columns->count; i++)
		if (columns->rows[i].shown)
			add(row, columns->rows[i].field);
	for (size_t i = 0; !columns && i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if (field->in & IN_CSV && csv_can_hold(field))
			add(row, field);
		else if (field->kind == &kind_map && with_attributes)
			row->map = field;
	}
}

void export_row_finish(struct export_row *row)
{
	free(row->fields);
	text_index_finish(&row->attributes);
}

bool export_row_is_enough(const struct export_row *row, const struct json *object)
{
	for (size_t i = 0; i < row->field_count; i++)
		if (!field_member(row->fields[i], object))
			return false;
	return !row->map || json_member_exact(object, row->map->name);
}

bool export_row_see(struct export_row *row, const struct json *object)
{
	const struct json *map = row->map ? field_value(row->map, object) : NULL;

	for (const struct json *member = json_first(map); member; member = json_next(member))
		if (json_name(member))
			text_index_add(&row->attributes, json_name(member), NULL);
	return row->attributes.texts.count + row->field_count <= CSV_COLUMNS_MAX;
}

/* --- CSV ---------------------------------------------------------------------------------------------- */

void export_row_write_heading(const struct export_row *row, FILE *out)
{
	for (size_t i = 0; i < row->field_count; i++) {
		if (i)
			fputc(row->style.delimiter, out);
		csv_style_put_plain(&row->style, row->fields[i]->name, out);
	}
	for (size_t i = 0; i < row->attributes.texts.count; i++) {
		char *name = xasprintf("%s.%s", row->map->name,
				       text_list_at(&row->attributes.texts, i));

		fputc(row->style.delimiter, out);
		csv_style_put_plain(&row->style, name, out);
		free(name);
	}
	fputc('\n', out);
}

static void put_field(const struct export_row *row, const struct field *field, const struct json *object,
		      FILE *out)
{
	char *list = csv_list_text(field, field_value(field, object));

	if (list)
		csv_style_put_text(&row->style, list, out);
	else
		csv_style_put(&row->style, field_value(field, object), out);
	free(list);
}

void export_row_write_csv(const struct export_row *row, const struct json *object, FILE *out)
{
	const struct json *map = row->map ? field_value(row->map, object) : NULL;

	for (size_t i = 0; i < row->field_count; i++) {
		if (i)
			fputc(row->style.delimiter, out);
		put_field(row, row->fields[i], object, out);
	}
	for (size_t i = 0; i < row->attributes.texts.count; i++) {
		const char *name = text_list_at(&row->attributes.texts, i);

		fputc(row->style.delimiter, out);
		csv_style_put(&row->style, json_member_exact(map, name), out);
	}
	fputc('\n', out);
}

/* --- JSON --------------------------------------------------------------------------------------------- */

static void put_json(const struct export_row *row, const struct json *object, FILE *out)
{
	if (!row->style.is_terminal) {
		json_write(object, out);
		return;
	}
	char *text = json_print(object);
	text_write_json(out, text, strlen(text), !text_locale_is_utf8());
	free(text);
}

void export_row_write_json(const struct export_row *row, const struct json *object, bool whole,
			   FILE *out)
{
	struct json *given = schema_given(row->schema, object), *members = json_new_object();

	for (size_t i = 0; !whole && i < row->field_count; i++) {
		const struct json *member = field_member(row->fields[i], given);

		if (member)
			field_put_take(row->fields[i], members, json_copy(member));
	}
	put_json(row, whole ? given : members, out);
	json_free(members);
	json_free(given);
}
