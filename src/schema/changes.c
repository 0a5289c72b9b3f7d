/* SPDX-License-Identifier: ISC */
#include "schema/changes.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
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

static const struct json *text_of(const struct schema *items, const struct json *entry)
{
	const struct field *field = schema_field(items, items->sent_as);

	return json_type(entry) == JSON_OBJECT ? field_value(field, entry) : entry;
}

/* What tells entry from others: its text; of one without, all of it. */
static const struct json *mark_of(const struct schema *items, const struct json *entry)
{
	const struct json *text = text_of(items, entry);

	return text ? text : entry;
}

static bool has_mark(const struct schema *items, const struct json *list, const struct json *mark)
{
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		if (json_equal(mark_of(items, entry), mark))
			return true;
	return false;
}

static bool has_marks(const struct schema *items, const struct json *list, const struct json *of)
{
	for (const struct json *entry = json_first(of); entry; entry = json_next(entry))
		if (!has_mark(items, list, mark_of(items, entry)))
			return false;
	return true;
}

static bool texts_differ(const struct schema *items, const struct json *a, const struct json *b)
{
	if (items->any_order)
		return !has_marks(items, a, b) || !has_marks(items, b, a);
	const struct json *x = json_first(a), *y = json_first(b);

	while (x && y && text_of(items, x) && json_equal(text_of(items, x), text_of(items, y))) {
		x = json_next(x);
		y = json_next(y);
	}
	return x || y;
}

bool field_values_differ(const struct field *field, const struct json *a, const struct json *b)
{
	if (field->kind->same)
		return !field->kind->same(a, b);
	if (field->items && field->items->sent_as && json_type(a) == JSON_ARRAY && json_type(b) == JSON_ARRAY)
		return values_differ(a, b) && texts_differ(field->items, a, b);
	return values_differ(a, b);
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

	*changes = (struct changes){
		.schema = schema,
		.rows = xcalloc(schema->field_count, sizeof(*changes->rows)),
	};
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		const struct json *was = record_value(before, field), *is = record_value(after, field);
		if (is_written(field, is_new) && field_values_differ(field, was, is))
			changes->rows[changes->count++] = (struct change){
				.field = field,
				.before = was,
				.after = is,
				.holder = field->inside ? field_holder(field, record_tree(after)) : NULL,
			};
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

/* An object that has fields inside: what the service has there besides is no difference. */
static bool is_inside(const struct json *sent, const struct json *found)
{
	for (const struct json *member = json_first(sent); member; member = json_next(member))
		if (values_differ(member, json_counterpart(found, member, sent)))
			return false;
	return true;
}

static bool field_is_in(const struct field *field, const struct json *sent, const struct json *found)
{
	if (field && field->kind->same)
		return field->kind->same(sent, found);
	return is_in(field ? field->items : NULL, sent, found);
}

static bool members_are_in(const struct schema *schema, const struct json *sent,
			   const struct json *found)
{
	for (const struct json *member = json_first(sent); member; member = json_next(member)) {
		const struct field *field = schema_field(schema, json_name(member));
		const struct json *there = json_counterpart(found, member, sent);
		bool holder = !field && schema_holds(schema, json_name(member));
		if (field && !there) /* by the name it is written with, or inside an object */
			there = field_value(field, found);
		if (!(holder ? is_inside(member, there) : field_is_in(field, member, there)))
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
	if (items && items->any_order)
		return !texts_differ(items, sent, found);
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
