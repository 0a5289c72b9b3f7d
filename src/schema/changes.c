/* SPDX-License-Identifier: ISC */
#include "schema/changes.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

/* Absent, null, "" and an empty list are alike (tolerant reader): nothing is there. */
static bool is_nothing(const struct json *value)
{
	switch (json_type(value)) {
	case JSON_NULL:
		return true;
	case JSON_STRING:
		return !*json_text(value);
	case JSON_ARRAY:
	case JSON_OBJECT:
		return json_size(value) == 0;
	case JSON_BOOL:
	case JSON_NUMBER:
		break;
	}
	return false;
}

bool values_differ(const struct json *a, const struct json *b)
{
	return !(is_nothing(a) && is_nothing(b)) && !json_equal(a, b);
}

/* The key, and what an action sets, are written into new records alone. */
static bool is_written(const struct field *field, bool is_new)
{
	switch (field->write) {
	case WRITE_ALWAYS:
	case WRITE_IF_THERE:
		return true;
	case WRITE_NEW:
	case WRITE_NEW_OR_ACTION:
		return is_new;
	case WRITE_NEVER:
		break;
	}
	return false;
}

void changes_find(struct changes *changes, const struct record *before, const struct record *after)
{
	const struct schema *schema = record_schema(after);
	bool is_new = !*record_key(before);

	*changes = (struct changes){ .rows = xcalloc(schema->field_count, sizeof(*changes->rows)) };
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *was = record_value(before, field), *is = record_value(after, field);
		if (is_written(field, is_new) && values_differ(was, is))
			changes->rows[changes->count++] = (struct change){ field, was, is, NULL };
	}
}

void changes_finish(struct changes *changes)
{
	free(changes->rows);
	*changes = (struct changes){ 0 };
}

/* Whether found says what was sent; items: what the entries of a list look like. A service may add to an
 * entry, so more is no difference, unless it is what we would have sent, had it still been there: then
 * the write that took it away was not carried out. */
static bool is_in(const struct schema *items, const struct json *sent, const struct json *found);

static bool members_are_in(const struct schema *schema, const struct json *sent,
			   const struct json *found)
{
	for (const struct json *member = json_first(sent); member; member = json_next(member)) {
		const struct field *field = schema_field(schema, json_name(member));
		if (!is_in(field ? field->items : NULL, member, json_counterpart(found, member, sent)))
			return false;
	}
	return true;
}

static bool has_more(const struct schema *schema, const struct json *sent, const struct json *found)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *value = field_value(field, found);
		bool says_no = json_type(value) == JSON_BOOL && !json_is_true(value);
		if (is_written(field, false) && !field_value(field, sent) && !is_nothing(value) && !says_no)
			return true;
	}
	return false;
}

static bool entry_is_in(const struct schema *items, const struct json *sent, const struct json *found)
{
	if (items && items->sent_as && json_type(sent) == JSON_STRING && json_type(found) == JSON_OBJECT)
		found = json_member_exact(found, items->sent_as);
	if (!items || json_type(sent) != JSON_OBJECT || json_type(found) != JSON_OBJECT)
		return json_equal(sent, found);
	return members_are_in(items, sent, found) && !has_more(items, sent, found);
}

static bool is_in(const struct schema *items, const struct json *sent, const struct json *found)
{
	if (json_type(sent) != JSON_ARRAY || json_type(found) != JSON_ARRAY)
		return !values_differ(sent, found);
	const struct json *a = json_first(sent), *b = json_first(found);
	while (a && b && entry_is_in(items, a, b)) {
		a = json_next(a);
		b = json_next(b);
	}
	return !a && !b;
}

bool changes_are_in(const struct json *body, const struct record *record)
{
	return members_are_in(record_schema(record), body, record_tree(record));
}
