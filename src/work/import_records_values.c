/* What a row says of a record, and how that is put into one. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "work/csv.h"
#include "work/import_records_state.h"

/* --- a row as an object ------------------------------------------------------------------------------ */

static void put_attribute_text(struct json *values, const struct record_column *column, const char *text)
{
	const struct json *map = json_member_exact(values, column->field->name);

	if (!map) {
		json_put_take(values, column->field->name, json_new_object());
		map = json_member_exact(values, column->field->name);
	}
	json_put_take(json_edit(values, map), column->attribute, json_new_string(text));
}

/* Whether an empty cell says something: that a text or a list is to be empty. */
static bool empties(const struct import *import, const struct field *field)
{
	return import_options(import)->clear_empty &&
	       (field->kind->is_text || field->kind == &kind_map || field->items);
}

static struct json *values_of_cells(const struct import *import, const struct import_cells *cells)
{
	const struct records *records = import_state(import);
	struct json *values = json_new_object();

	for (size_t i = 0; i < records->count; i++) {
		const struct record_column *column = &records->columns[i];

		if (!column->field || (!*cells->texts[i] && !empties(import, column->field)))
			continue;
		if (column->attribute)
			put_attribute_text(values, column, cells->texts[i]);
		else
			field_put_take(column->field, values, json_new_string(cells->texts[i]));
	}
	return values;
}

/* What the tables know of object, and what says something. The caller frees. */
static struct json *what_is_said(const struct import *import, const struct json *object)
{
	const struct schema *schema = records_schema(import);
	struct json *values = json_new_object();

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *member = field_member(field, object);

		if (!member || field->derived)
			continue;
		if (json_type(member) != JSON_NULL)
			field_put_take(field, values, json_copy(member));
		else if (field->kind->is_text && empties(import, field))
			field_put_take(field, values, json_new_string(""));
		else if (field->items && empties(import, field))
			field_put_take(field, values, json_new_array());
	}
	return values;
}

struct json *records_values(const struct import *import, const struct import_cells *cells,
			    struct error *err)
{
	if (!cells->json)
		return values_of_cells(import, cells);
	struct json *object = json_parse(cells->json, cells->json_len, err);
	if (!object)
		return NULL;
	if (json_type(object) != JSON_OBJECT) {
		json_free(object);
		error_set(err, ERROR_INPUT, _("Expected { and the members of a record"));
		return NULL;
	}
	schema_normalise(records_schema(import), object);
	struct json *values = what_is_said(import, object);
	json_free(object);
	return values;
}

/* --- values ------------------------------------------------------------------------------------------- */

/* Files of spreadsheets may have a comma in numbers. */
static bool is_number(const struct json *live, const char *text)
{
	const char *number = json_text(live);

	for (; *number && (*number == *text || (*number == '.' && *text == ',')); number++)
		text++;
	return !*number && !*text;
}

/* As a cell has it: a number's own text, true, JSON for what is made of several. */
static bool reads_as(const struct json *live, const char *text)
{
	if (json_type(live) == JSON_NUMBER)
		return is_number(live, text);
	if (json_text(live))
		return strcmp(json_text(live), text) == 0;
	if (json_type(live) == JSON_NULL)
		return !*text;
	char *printed = json_print(live);
	bool same = strcmp(printed, text) == 0;
	free(printed);
	return same;
}

static bool same_attributes(const struct json *map, const struct json *live)
{
	for (const struct json *value = json_first(map); value; value = json_next(value)) {
		const struct json *own = json_member_exact(live, json_name(value));
		bool same = json_type(value) == JSON_STRING ? reads_as(own, json_text(value))
							    : json_equal(own, value);
		if (!same)
			return false;
	}
	return true;
}

/* The uids of a cell, in their order. */
static bool list_reads_as(const struct field *field, const struct json *live, const char *text)
{
	char *own = csv_list_text(field, live);
	bool same = strcmp(own, text) == 0;

	free(own);
	return same;
}

bool records_say_the_same(const struct field *field, const struct json *value,
			  const struct json *live)
{
	if (field->kind == &kind_map && json_type(value) == JSON_OBJECT)
		return same_attributes(value, live);
	if (json_type(value) == JSON_STRING)
		return field->items ? list_reads_as(field, live, json_text(value))
				    : reads_as(live, json_text(value));
	return !field_values_differ(field, value, live);
}

static struct json *wrong_type(struct error *err, const char *expected)
{
	error_set(err, ERROR_INPUT, "%s", expected);
	return NULL;
}

static struct json *parse(const struct import *import, const struct field *field, const struct json *value,
			  struct error *err)
{
	enum json_type type = json_type(value);

	if (field->kind == &kind_list && type == JSON_STRING)
		return records_list(import, field, json_text(value), err);
	if (field->kind == &kind_list)
		return type == JSON_ARRAY ? json_copy(value) : wrong_type(err, _("expected [...]"));
	if (field->kind == &kind_map)
		return type == JSON_OBJECT ? json_copy(value) : wrong_type(err, _("expected {...}"));
	if (type == JSON_STRING && field->kind->is_text && !*json_text(value))
		return json_copy(value);
	if (type == JSON_STRING || (type == JSON_NUMBER && !field->kind->is_text))
		return field->kind->parse(json_text(value), err);
	if (type == JSON_BOOL && field->kind == &kind_bool)
		return json_copy(value);
	return wrong_type(err, field->kind->is_text ? _("expected a text in quotes")
						    : _("expected one value"));
}

/* --- into an edit --------------------------------------------------------------------------------------- */

static bool put_attribute(struct edit *edit, const struct field *map, const struct json *value,
			  struct error *err)
{
	const char *text = json_text(value), *name = json_name(value);
	const struct json *now = record_value(edit_now(edit), map);
	const struct json *own = json_member_exact(now, name);

	if (json_type(value) != JSON_STRING) { /* of a JSON file, which says what type it is */
		struct json *whole = json_type(now) == JSON_OBJECT ? json_copy(now) : json_new_object();

		json_put_take(whole, name, json_copy(value));
		edit_put_take(edit, (struct place){ 0 }, map, whole);
		return true;
	}
	if (reads_as(own, text))
		return true;
	if (!own)
		return edit_add_attribute(edit, map, name, text, err);
	for (size_t i = 0; i < edit_attribute_count(edit, map); i++)
		if (edit_attribute(edit, map, i) == own)
			return edit_put_attribute(edit, map, i, text, err);
	return true;
}

static bool put_attributes(struct edit *edit, const struct field *map, const struct json *values,
			   struct error *err)
{
	if (json_type(values) != JSON_OBJECT)
		return error_set(err, ERROR_INPUT, "%s", _("expected {...}"));
	for (const struct json *value = json_first(values); value; value = json_next(value))
		if (!put_attribute(edit, map, value, err))
			return error_prefix(err, "%s", json_name(value));
	return true;
}

static bool put_value(const struct import *import, struct edit *edit, const struct field *field,
		      const struct json *value, struct error *err)
{
	const struct place place = { 0 };
	const struct json *live = record_value(edit_base(edit), field);

	if (records_say_the_same(field, value, live))
		return true;
	if (field->kind == &kind_map)
		return put_attributes(edit, field, value, err);
	if (field->kind->is_text && json_type(value) == JSON_STRING)
		return edit_put_text(edit, place, field, json_text(value), err);
	struct json *parsed = parse(import, field, value, err);
	if (!parsed)
		return false;
	edit_put_take(edit, place, field, parsed);
	return true;
}

bool records_put(const struct import *import, struct edit *edit, const struct json *values,
		 struct error *err)
{
	const struct schema *schema = record_schema(edit_now(edit));
	const struct place place = { 0 };

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *value = field_member(field, values);

		if (!value || !edit_can_write(edit, place, field))
			continue;
		if (!put_value(import, edit, field, value, err))
			return error_prefix(err, "%s", _(field->label));
	}
	return true;
}
