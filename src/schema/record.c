/* SPDX-License-Identifier: ISC */
#include "schema/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/resource.h"

struct record {
	const struct schema *schema;
	struct json *tree;
};

/* The member that field is read from: its own spelling, then its own in another case, then an alias. */
static const struct json *find_member(const struct field *field, const struct json *object)
{
	const struct json *member = json_member_exact(object, field->name);

	if (!member)
		member = json_member(object, field->name);
	for (const char *const *alias = field->aliases; !member && alias && *alias; alias++)
		member = json_member(object, *alias);
	return member;
}

/* An entry that came as the text it may be sent as becomes the object that others are. */
static void wrap_text(const struct schema *schema, struct json *list, const struct json *entry)
{
	struct json *object = json_new_object();

	json_put_take(object, schema->sent_as, json_copy(entry));
	json_replace_take(list, entry, object);
}

static void normalise_entries(const struct schema *schema, struct json *list)
{
	const struct json *next;

	for (const struct json *entry = json_first(list); entry; entry = next) {
		next = json_next(entry);
		if (json_type(entry) == JSON_OBJECT)
			schema_normalise(schema, json_edit(list, entry));
		else if (schema->sent_as && json_type(entry) == JSON_STRING)
			wrap_text(schema, list, entry);
	}
}

void schema_normalise(const struct schema *schema, struct json *object)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *member = find_member(field, object);

		if (!member)
			continue;
		if (strcmp(json_name(member), field->name) != 0)
			json_rename(object, member, field->name);
		if (field->items)
			normalise_entries(field->items, json_edit(object, member));
	}
}

struct record *record_new_take(const struct schema *schema, struct json *tree, struct error *err)
{
	if (json_type(tree) != JSON_OBJECT) {
		json_free(tree);
		error_set(err, ERROR_INPUT, _("The record is no JSON object"));
		return NULL;
	}
	struct record *record = xcalloc(1, sizeof(*record));
	record->schema = schema;
	record->tree = tree;
	schema_normalise(schema, tree);
	return record;
}

struct record *record_parse(const struct schema *schema, const char *text, size_t len, struct error *err)
{
	struct json *tree = json_parse(text, len, err);

	return tree ? record_new_take(schema, tree, err) : NULL;
}

struct record *record_copy(const struct record *record)
{
	struct record *copy = xcalloc(1, sizeof(*copy));

	copy->schema = record->schema;
	copy->tree = json_copy(record->tree);
	return copy;
}

void record_free(struct record *record)
{
	if (!record)
		return;
	json_free(record->tree);
	free(record);
}

const struct schema *record_schema(const struct record *record)
{
	return record->schema;
}

const struct json *record_tree(const struct record *record)
{
	return record->tree;
}

struct json *record_edit(struct record *record)
{
	return record->tree;
}

const struct json *field_value(const struct field *field, const struct json *object)
{
	const struct json *value = json_member_exact(object, field->name);

	return json_type(value) == JSON_NULL ? NULL : value;
}

char *field_text(const struct field *field, const struct json *object)
{
	return field->kind->format(field_value(field, object));
}

const struct json *record_value(const struct record *record, const struct field *field)
{
	return field_value(field, record->tree);
}

char *record_text(const struct record *record, const struct field *field)
{
	return field_text(field, record->tree);
}

static const char *named_text(const struct record *record, const char *name)
{
	const char *text = name ? json_text(json_member_exact(record->tree, name)) : NULL;

	return text ? text : "";
}

const char *record_key(const struct record *record)
{
	return named_text(record, record->schema->key);
}

const char *record_title(const struct record *record)
{
	return named_text(record, record->schema->title);
}

static bool is_known(const struct schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->field_count; i++)
		if (strcmp(schema->fields[i].name, name) == 0)
			return true;
	return false;
}

const struct json *record_next_unknown(const struct record *record, const struct json *member)
{
	member = member ? json_next(member) : json_first(record->tree);
	while (member && is_known(record->schema, json_name(member)))
		member = json_next(member);
	return member;
}
