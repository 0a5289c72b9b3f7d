/* The entries of a list: which of base's each is, their order, the one primary of a group. */
/* SPDX-License-Identifier: ISC */
#include "schema/edit_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/entries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/member.h"
#include "schema/record.h"

size_t **edit_origins(const struct edit *edit, const struct field *list)
{
	return &edit->origins[list - record_schema(edit->now)->fields];
}

void edit_pair_entries(struct edit *edit, const struct field *list)
{
	if (!list->items)
		return;
	size_t **origins = edit_origins(edit, list);
	free(*origins);
	*origins = entries_pair(list->items, record_value(edit->base, list),
				record_value(edit->now, list));
}

struct json *edit_container(struct edit *edit, const struct field *field)
{
	enum json_type type = field->items ? JSON_ARRAY : JSON_OBJECT;
	struct json *tree = record_edit(edit->now);

	if (json_type(field_value(field, tree)) != type)
		member_put_take(record_schema(edit->now), field, tree, record_tree(edit->base),
				field->items ? json_new_array() : json_new_object());
	return json_edit(tree, field_value(field, tree));
}

void edit_settle(struct edit *edit, const struct field *field)
{
	const struct json *base = record_value(edit->base, field);

	if (json_size(record_value(edit->now, field)) == 0 && json_size(base) == 0)
		member_restore(record_schema(edit->now), field, record_edit(edit->now),
			       record_tree(edit->base));
}

size_t edit_entry_count(const struct edit *edit, const struct field *list)
{
	const struct json *entries = record_value(edit->now, list);

	return json_type(entries) == JSON_ARRAY ? json_size(entries) : 0;
}

bool edit_entry_is_new(const struct edit *edit, struct place place)
{
	return !edit_base_object(edit, place);
}

bool edit_entry_is_changed(const struct edit *edit, struct place place)
{
	const struct json *base = edit_base_object(edit, place);

	return !base || !json_equal(base, edit_object(edit, place));
}

static const struct field *field_named(const struct schema *schema, const char *name)
{
	return name ? schema_field(schema, name) : NULL;
}

size_t edit_add_entry(struct edit *edit, const struct field *list, const char *group)
{
	struct json *entries = edit_container(edit, list), *entry = json_new_object();
	const struct field *field = field_named(list->items, list->items->group);
	size_t count = json_size(entries), **origins = edit_origins(edit, list);

	if (group && field)
		field_put_take(field, entry, json_new_string(group));
	json_append_take(entries, entry);
	*origins = xreallocarray(*origins, count + 1, sizeof(**origins));
	(*origins)[count] = ENTRY_NEW;
	edit->revision++;
	return count;
}

void edit_remove_entry(struct edit *edit, struct place place)
{
	size_t count = edit_entry_count(edit, place.list), *origins = *edit_origins(edit, place.list);

	if (place.entry >= count)
		return;
	struct json *entries = edit_container(edit, place.list);
	json_remove(entries, json_at(entries, place.entry));
	memmove(&origins[place.entry], &origins[place.entry + 1],
		(count - place.entry - 1) * sizeof(*origins));
	edit_settle(edit, place.list);
	edit->revision++;
}

void edit_move_entry(struct edit *edit, struct place place, size_t to)
{
	size_t count = edit_entry_count(edit, place.list), *origins = *edit_origins(edit, place.list);

	if (place.entry >= count || to >= count || to == place.entry)
		return;
	struct json *entries = edit_container(edit, place.list);
	json_insert_take(entries, to, json_detach(entries, json_at(entries, place.entry)));
	size_t moved = origins[place.entry];
	memmove(&origins[place.entry], &origins[place.entry + 1],
		(count - place.entry - 1) * sizeof(*origins));
	memmove(&origins[to + 1], &origins[to], (count - to - 1) * sizeof(*origins));
	origins[to] = moved;
	edit->revision++;
}

/* --- the primary entry ------------------------------------------------------------------------- */

static bool is_primary(const struct field *primary, const struct json *entry)
{
	return json_is_true(field_value(primary, entry));
}

static bool same_group(const struct schema *items, const struct json *a, const struct json *b)
{
	const struct field *group = field_named(items, items->group);

	if (!group)
		return true;
	char *x = field_text(group, a), *y = field_text(group, b);
	bool same = text_casecmp(x, y) == 0;
	free(x);
	free(y);
	return same;
}

/* Not primary any more: as base has it, where that is not primary either. */
static void clear_primary(struct edit *edit, struct place place, const struct field *primary)
{
	if (edit_base_object(edit, place) && !is_primary(primary, edit_base_object(edit, place)))
		edit_restore(edit, place, primary);
	else
		edit_put_plain_take(edit, place, primary, json_new_bool(false));
}

static size_t clear_others(struct edit *edit, struct place place, const struct field *primary)
{
	const struct schema *items = place.list->items;
	size_t count = edit_entry_count(edit, place.list), cleared = 0;

	for (size_t i = 0; i < count; i++) {
		struct place other = { place.list, i };
		const struct json *entry = edit_object(edit, other);
		if (i == place.entry || !is_primary(primary, entry) ||
		    !same_group(items, entry, edit_object(edit, place)))
			continue;
		clear_primary(edit, other, primary);
		cleared++;
	}
	return cleared;
}

size_t edit_make_primary(struct edit *edit, struct place place)
{
	const struct field *primary = field_named(place.list->items, place.list->items->primary);

	if (!primary || json_type(edit_object(edit, place)) != JSON_OBJECT)
		return 0;
	edit_put_plain_take(edit, place, primary, json_new_bool(true));
	return clear_others(edit, place, primary);
}

void edit_keep_one_primary(struct edit *edit, struct place place, const struct field *changed)
{
	const struct schema *items = place.list->items;
	const struct field *primary = field_named(items, items->primary);
	bool matters = primary && (changed == primary || changed == field_named(items, items->group));

	if (matters && is_primary(primary, edit_object(edit, place)))
		clear_others(edit, place, primary);
}

static bool has_group(const struct edit *edit, const struct field *list, const char *group)
{
	const struct field *field = schema_field(list->items, list->items->group);
	size_t count = edit_entry_count(edit, list);

	for (size_t i = 0; i < count; i++) {
		const struct json *object = edit_object(edit, (struct place){ list, i });
		const char *text = json_text(field_value(field, object));

		if (text && strcmp(text, group) == 0)
			return true;
	}
	return false;
}

const char *edit_missing_group(const struct edit *edit, const struct field *list)
{
	const char *const *group = list->items->group ? list->items->wanted_groups : NULL;

	while (group && *group && has_group(edit, list, *group))
		group++;
	return group ? *group : NULL;
}
