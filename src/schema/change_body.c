/* SPDX-License-Identifier: ISC */
#include "schema/changes.h"

#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/member.h"
#include "schema/record.h"

static void strip_entries(const struct schema *items, struct json *list);

/* Takes out what is the service's own. */
static void strip(const struct schema *schema, struct json *object)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *member = json_member_exact(object, field->name);
		if (field->write == WRITE_NEVER)
			member_remove(schema, field, object);
		else if (field->items)
			strip_entries(field->items, json_edit(object, member));
	}
}

/* The text that entry travels as; NULL: as it is. One without it can only stay what came. */
static const struct json *text_of(const struct schema *items, const struct json *entry)
{
	const struct json *text =
		items->sent_as ? json_member_exact(entry, items->sent_as) : NULL;

	return json_type(text) == JSON_STRING ? text : NULL;
}

static void strip_entries(const struct schema *items, struct json *list)
{
	const struct json *next;

	for (const struct json *entry = json_first(list); entry; entry = next) {
		const struct json *text = text_of(items, entry);
		next = json_next(entry);
		if (text)
			json_replace_take(list, entry, json_copy(text));
		else if (!items->sent_as)
			strip(items, json_edit(list, entry));
	}
}

struct json *changes_list_body(const struct field *list, const struct json *entries)
{
	struct json *copy = entries ? json_copy(entries) : json_new_array();

	strip_entries(list->items, copy);
	return copy;
}

/* What is sent of a value; NULL when it went away and nothing can say so: a number, yes or no. */
static struct json *sent_value(const struct field *field, const struct json *value)
{
	if (field->items)
		return changes_list_body(field, value);
	if (value)
		return json_copy(value);
	if (!field->kind->scalar)
		return json_new_object();
	return field->kind->is_text ? json_new_string("") : NULL;
}

struct json *changes_body(const struct changes *changes)
{
	struct json *body = json_new_object();

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->rows[i];
		struct json *value = sent_value(change->field, change->after);
		if (value)
			json_put_take(body, change->field->name, value);
	}
	return body;
}

struct json *changes_whole_body(const struct record *record)
{
	const struct schema *schema = record_schema(record);
	struct json *body = json_copy(record_tree(record));

	strip(schema, body);
	for (size_t i = 0; i < schema->field_count; i++)
		if (!record_value(record, &schema->fields[i])) /* never null */
			member_remove(schema, &schema->fields[i], body);
	return body;
}
