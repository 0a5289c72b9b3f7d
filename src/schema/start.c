/* SPDX-License-Identifier: ISC */
#include "schema/start.h"

#include <string.h>

#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

static bool is_named(const struct field *field, const char *name)
{
	return name && strcmp(field->name, name) == 0;
}

static bool is_given(const struct schema *schema, const struct field *field)
{
	/* What an entry is known by goes with what it is sent as: the name of a group. */
	bool names = schema->sent_as && is_named(field, schema->title);

	return (field->write == WRITE_ALWAYS || names) && !field->own && !is_named(field, schema->key) &&
	       !is_named(field, schema->external_id);
}

static struct json *copy_fields(const struct schema *schema, const struct json *object);

static struct json *copy_entries(const struct schema *items, const struct json *list)
{
	struct json *copy = json_new_array();

	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		json_append_take(copy, json_type(entry) == JSON_OBJECT ? copy_fields(items, entry)
								       : json_copy(entry));
	return copy;
}

static struct json *copy_fields(const struct schema *schema, const struct json *object)
{
	struct json *copy = json_new_object();

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *value =
			is_given(schema, field) ? field_value(field, object) : NULL;

		if (value)
			field_put_take(field, copy,
				       field->items ? copy_entries(field->items, value)
						    : json_copy(value));
	}
	return copy;
}

static struct record *in_use_take(const struct schema *schema, struct json *object)
{
	if (schema->state)
		json_put_take(object, schema->state, json_new_bool(true));
	return record_new_take(schema, object, NULL);
}

struct record *record_start(const struct schema *schema)
{
	return in_use_take(schema, json_new_object());
}

struct record *record_start_like(const struct record *record)
{
	const struct schema *schema = record_schema(record);

	return in_use_take(schema, copy_fields(schema, record_tree(record)));
}

static bool is_taken_over(const struct schema *schema, const struct field *field)
{
	return field->write == WRITE_ALWAYS && !field->own && !field->derived && !field->inside &&
	       !is_named(field, schema->key);
}

struct record *record_start_from(const struct schema *schema, const struct record *hit)
{
	struct json *object = json_new_object();

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct field *said = schema_field(record_schema(hit), field->name);
		const struct json *value =
			said && is_taken_over(schema, field) ? record_value(hit, said) : NULL;

		if (value)
			json_put_take(object, field->name, json_copy(value));
	}
	return in_use_take(schema, object);
}
