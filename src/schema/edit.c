/* SPDX-License-Identifier: ISC */
#include "schema/edit_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/changes.h"
#include "schema/entries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/member.h"
#include "schema/record.h"

static void begin_take(struct edit *edit, struct record *base, struct record *now)
{
	const struct schema *schema = record_schema(base);

	edit->base = base;
	edit->now = now;
	edit->origins = xcalloc(schema->field_count, sizeof(*edit->origins));
	for (size_t i = 0; i < schema->field_count; i++)
		edit_pair_entries(edit, &schema->fields[i]);
}

static void finish(struct edit *edit)
{
	for (size_t i = 0; i < record_schema(edit->base)->field_count; i++)
		free(edit->origins[i]);
	free(edit->origins);
	record_free(edit->base);
	record_free(edit->now);
}

static struct edit *new_take(struct record *base, struct record *now, bool is_new)
{
	struct edit *edit = xcalloc(1, sizeof(*edit));

	begin_take(edit, base, now);
	edit->is_new = is_new;
	return edit;
}

struct edit *edit_new_take(struct record *base)
{
	return new_take(base, record_copy(base), false);
}

struct edit *edit_new_create_take(const struct schema *schema, struct record *start)
{
	struct record *base = record_new_take(schema, json_new_object(), NULL);

	return new_take(base, start ? start : record_copy(base), true);
}

struct edit *edit_new_draft_take(struct record *base, struct record *now, bool is_new)
{
	return new_take(base, now, is_new);
}

void edit_free(struct edit *edit)
{
	if (!edit)
		return;
	finish(edit);
	free(edit);
}

void edit_replace_take(struct edit *edit, struct record *base, struct record *now)
{
	finish(edit);
	begin_take(edit, base, now);
	edit->is_new = false;
	edit->revision++;
}

bool edit_is_new(const struct edit *edit)
{
	return edit->is_new;
}

const struct record *edit_base(const struct edit *edit)
{
	return edit->base;
}

const struct record *edit_now(const struct edit *edit)
{
	return edit->now;
}

unsigned edit_revision(const struct edit *edit)
{
	return edit->revision;
}

void edit_find_changes(const struct edit *edit, struct changes *changes)
{
	changes_find(changes, edit->base, edit->now);
	for (size_t i = 0; i < changes->count; i++)
		if (changes->rows[i].field->items)
			changes->rows[i].origins = *edit_origins(edit, changes->rows[i].field);
}

bool edit_is_changed(const struct edit *edit)
{
	struct changes changes;

	changes_find(&changes, edit->base, edit->now);
	bool changed = changes.count > 0;
	changes_finish(&changes);
	return changed;
}

size_t edit_change_count(const struct edit *edit)
{
	struct changes changes;
	struct change_lines lines;

	edit_find_changes(edit, &changes);
	change_lines_find(&lines, &changes);
	size_t count = lines.count;
	change_lines_finish(&lines);
	changes_finish(&changes);
	return count;
}

const struct schema *edit_schema(const struct edit *edit, struct place place)
{
	return place.list ? place.list->items : record_schema(edit->now);
}

const struct json *edit_object(const struct edit *edit, struct place place)
{
	const struct json *tree = record_tree(edit->now);

	if (!place.list)
		return tree;
	bool there = place.entry < edit_entry_count(edit, place.list);
	return there ? json_at(field_value(place.list, tree), place.entry) : NULL;
}

struct json *edit_object_own(struct edit *edit, struct place place)
{
	return json_edit(record_edit(edit->now), edit_object(edit, place));
}

const struct json *edit_base_object(const struct edit *edit, struct place place)
{
	const struct json *tree = record_tree(edit->base);

	if (!place.list)
		return tree;
	size_t origin = place.entry < edit_entry_count(edit, place.list)
				? (*edit_origins(edit, place.list))[place.entry]
				: ENTRY_NEW;
	return origin == ENTRY_NEW ? NULL : json_at(field_value(place.list, tree), origin);
}

/* A text's place may hold an object: typing must not turn that into a text. */
static bool can_be_typed(const struct field *field, const struct json *value)
{
	enum json_type type = json_type(value);

	return !field->kind->scalar || (type != JSON_OBJECT && type != JSON_ARRAY);
}

/* Nor anything into what is no object. */
static bool has_room(const struct field *field, const struct json *object)
{
	enum json_type type = field->inside ? json_type(json_member_exact(object, field->inside)) : JSON_NULL;

	return type == JSON_NULL || type == JSON_OBJECT;
}

bool edit_can_write(const struct edit *edit, struct place place, const struct field *field)
{
	const struct json *object = edit_object(edit, place), *base = edit_base_object(edit, place);

	if (json_type(object) != JSON_OBJECT || !has_room(field, object) ||
	    !can_be_typed(field, field_value(field, object)))
		return false;
	if (place.list && !edit_can_write(edit, (struct place){ 0 }, place.list))
		return false;
	switch (field->write) {
	case WRITE_ALWAYS:
		return true;
	case WRITE_NEW:
	case WRITE_NEW_OR_ACTION:
		return edit->is_new || (place.list && !base);
	case WRITE_IF_THERE:
		return field_member(field, base) != NULL;
	case WRITE_NEVER:
		return false;
	}
	return false;
}

bool edit_restore(struct edit *edit, struct place place, const struct field *field)
{
	struct json *object = edit_object_own(edit, place);
	char *before = json_print(object);

	member_restore(edit_schema(edit, place), field, object, edit_base_object(edit, place));
	char *after = json_print(object);
	bool changed = strcmp(before, after) != 0;
	free(before);
	free(after);
	edit->revision += changed;
	return changed;
}

static bool says_the_same(const struct field *field, const struct json *a, const struct json *b)
{
	return field->kind->same ? field->kind->same(a, b) : json_equal(a, b);
}

bool edit_put_plain_take(struct edit *edit, struct place place, const struct field *field,
			 struct json *value)
{
	const struct schema *schema = edit_schema(edit, place);
	const struct json *base = edit_base_object(edit, place);
	struct json *object = edit_object_own(edit, place);

	if (says_the_same(field, value, field_value(field, base))) {
		json_free(value);
		return edit_restore(edit, place, field);
	}
	if (json_same(value, field_member(field, object))) {
		json_free(value);
		return false;
	}
	if (value)
		member_put_take(schema, field, object, base, value);
	else
		member_remove(schema, field, object);
	edit->revision++;
	return true;
}

/* What follows from a new value of field at place. */
static void follow(struct edit *edit, struct place place, const struct field *field)
{
	if (place.list)
		edit_keep_one_primary(edit, place, field);
	else if (field->items)
		edit_pair_entries(edit, field);
}

void edit_put_take(struct edit *edit, struct place place, const struct field *field,
		   struct json *value)
{
	if (json_type(edit_object(edit, place)) != JSON_OBJECT)
		json_free(value);
	else if (edit_put_plain_take(edit, place, field, value))
		follow(edit, place, field);
}

/* One of a closed list of values is meant in any case, and written as the list has it. */
static const char *spelled(const struct choices *choices, const char *text)
{
	const char *const *value = choices && !choices->open ? choices->values : NULL;

	while (value && *value && text_casecmp(*value, text) != 0)
		value++;
	return value && *value ? *value : text;
}

bool edit_put_text(struct edit *edit, struct place place, const struct field *field,
		   const char *text, struct error *err)
{
	if (!edit_can_write(edit, place, field))
		return error_set(err, ERROR_REFUSED, _("%s cannot be changed here"), _(field->label));
	const struct json *base = edit_base_object(edit, place);
	char *was = field_text(field, base);
	bool restored = strcmp(text, was) == 0;
	free(was);
	if (restored) {
		if (edit_restore(edit, place, field))
			follow(edit, place, field);
		return true;
	}
	bool absent = !*text && !field->kind->is_text; /* no number is an empty text */
	struct json *value = absent ? NULL : field->kind->parse(spelled(field->choices, text), err);
	if (!value && !absent)
		return false;
	edit_put_take(edit, place, field, value);
	return true;
}

void edit_revert(struct edit *edit, struct place place, const struct field *field)
{
	if (edit_base_object(edit, place) && edit_restore(edit, place, field))
		follow(edit, place, field);
}

bool edit_field_is_changed(const struct edit *edit, struct place place, const struct field *field)
{
	return field_values_differ(field, field_value(field, edit_base_object(edit, place)),
				   field_value(field, edit_object(edit, place)));
}
