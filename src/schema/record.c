/* SPDX-License-Identifier: ISC */
#include "schema/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/entry_text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/resource.h"

struct record {
	const struct schema *schema;
	struct json *tree;
};

struct record *record_of_row_take(const struct schema *schema, struct json *tree)
{
	struct record *record = xcalloc(1, sizeof(*record));

	record->schema = schema;
	record->tree = tree;
	return record;
}

struct record *record_new_take(const struct schema *schema, struct json *tree, struct error *err)
{
	if (json_type(tree) != JSON_OBJECT) {
		json_free(tree);
		error_set(err, ERROR_INPUT, _("The record is no JSON object"));
		return NULL;
	}
	schema_normalise(schema, tree);
	return record_of_row_take(schema, tree);
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
	const struct field *field = name ? schema_field(record->schema, name) : NULL;
	const char *text = field ? json_text(field_value(field, record->tree)) : NULL;

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

char *record_name(const struct record *record)
{
	const char *title = record_title(record);

	return *title || !record->schema->summary ? xstrdup(title)
						  : entry_text(record->schema, record->tree);
}

/* --- what the schema does not know ------------------------------------------------------------- */

/* Of an object in the record: whether a field has that member of it. */
static bool is_known_inside(const struct schema *schema, const char *inside, const char *name)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (field->inside && strcmp(field->inside, inside) == 0 &&
		    strcmp(field_own_name(field), name) == 0)
			return true;
	}
	return false;
}

/* An older member beside the one that took its place (F12) says nothing new while it says the same, nor does
 * what is written beside what is read (F13). */
static bool says_it_again(const struct record *record, const struct json *member)
{
	const struct field *field = schema_field(record->schema, json_name(member));
	const struct json *value = field ? record_value(record, field) : NULL;

	if (field && field->written && value)
		return strcmp(json_name(member), field->written) == 0;
	return field && field->inside && json_equal(member, value);
}

static bool is_known(const struct record *record, const struct json *member)
{
	const struct schema *schema = record->schema;

	for (size_t i = 0; i < schema->field_count; i++)
		if (!schema->fields[i].inside && strcmp(schema->fields[i].name, json_name(member)) == 0)
			return true;
	return says_it_again(record, member) ||
	       (json_type(member) == JSON_NULL && schema_holds(schema, json_name(member)));
}

static bool is_holder(const struct schema *schema, const struct json *member)
{
	return json_type(member) == JSON_OBJECT && schema_holds(schema, json_name(member));
}

/* The next unknown member of a holder behind member; NULL: its first. */
static const struct json *next_inside(const struct schema *schema, const struct json *holder,
				      const struct json *member)
{
	member = member ? json_next(member) : json_first(holder);
	while (member && is_known_inside(schema, json_name(holder), json_name(member)))
		member = json_next(member);
	return member;
}

/* The member of the record that has member in it, or is it. */
static const struct json *outermost(const struct record *record, const struct json *member)
{
	const struct json *outer = json_first(record->tree), *inner = NULL;

	for (; outer && outer != member; outer = json_next(outer)) {
		bool holder = is_holder(record->schema, outer);
		for (inner = holder ? json_first(outer) : NULL; inner && inner != member;)
			inner = json_next(inner);
		if (inner)
			break;
	}
	return outer;
}

const struct json *record_next_unknown(const struct record *record, const struct json *member)
{
	const struct json *outer = member ? outermost(record, member) : NULL, *next;

	if (outer && outer != member && (next = next_inside(record->schema, outer, member)))
		return next;
	for (outer = outer ? json_next(outer) : json_first(record->tree); outer; outer = json_next(outer)) {
		if (!is_holder(record->schema, outer)) {
			if (!is_known(record, outer))
				return outer;
		} else if ((next = next_inside(record->schema, outer, NULL))) {
			return next;
		}
	}
	return NULL;
}

char *record_unknown_name(const struct record *record, const struct json *member)
{
	const struct json *outer = outermost(record, member);

	return outer == member ? xstrdup(json_name(member))
			       : xasprintf("%s.%s", json_name(outer), json_name(member));
}
