/* SPDX-License-Identifier: ISC */
#include "schema/changes.h"

#include <stdlib.h>
#include <string.h>

#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/member.h"
#include "schema/record.h"

static void strip_entries(const struct schema *items, struct json *list);

/* An object of which nothing is left goes too. */
static void remove_own(const struct schema *schema, const struct field *field, struct json *object)
{
	const struct json *holder = field->inside ? field_holder(field, object) : NULL;

	member_remove(schema, field, object);
	if (holder && json_size(holder) == 0)
		json_remove(object, holder);
}

/* Takes out what is the service's own. */
static void strip(const struct schema *schema, struct json *object)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *member = field_member(field, object);
		if (field->write == WRITE_NEVER)
			remove_own(schema, field, object);
		else if (field->items && member)
			strip_entries(field->items, json_edit(field_holder_own(field, object), member));
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

/* What its kind shows of no value, where it shows something (F4): that is what went away for. */
static struct json *meant_by_nothing(const struct field *field)
{
	char *text = field->kind->format(NULL);
	struct json *value = *text ? field->kind->parse(text, NULL) : NULL;

	free(text);
	return value;
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
	return field->kind->is_text ? json_new_string("") : meant_by_nothing(field);
}

/* The object that the change is inside of, as it was, in the body: those that are not the service's own,
 * and say something. */
static void put_holder(const struct changes *changes, const struct change *change, struct json *body)
{
	if (!change->holder || field_holder(change->field, body))
		return;
	json_put_take(body, change->field->inside, json_copy(change->holder));
	for (size_t i = 0; i < changes->schema->field_count; i++) {
		const struct field *field = &changes->schema->fields[i];
		bool beside = field->inside && strcmp(field->inside, change->field->inside) == 0;
		if (beside && (field->write == WRITE_NEVER || !field_value(field, body)))
			field_remove(field, body);
	}
}

struct json *changes_body(const struct changes *changes)
{
	struct json *body = json_new_object();

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->rows[i];
		const struct field *field = change->field;
		struct json *value = sent_value(field, change->after);
		if (!value)
			continue;
		put_holder(changes, change, body);
		if (field->written)
			json_put_take(body, field->written, value);
		else
			field_put_take(field, body, value);
	}
	return body;
}

struct json *changes_whole_body(const struct record *record)
{
	const struct schema *schema = record_schema(record);
	struct json *body = json_copy(record_tree(record));

	strip(schema, body);
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *member = json_member_exact(body, field->name);
		if (!record_value(record, field)) /* never null */
			remove_own(schema, field, body);
		else if (field->written && member)
			json_rename(body, member, field->written);
	}
	return body;
}
