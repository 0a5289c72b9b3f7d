/* SPDX-License-Identifier: ISC */
#include "schema/changes.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/entries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/member.h"
#include "schema/record.h"

/* A list whose entries have a key, in all three versions: the others' entries stay. */
static bool is_mergeable(const struct change *my, const struct json *their)
{
	return my->field->items && my->field->items->identity &&
	       json_type(my->after) == JSON_ARRAY && json_type(their) == JSON_ARRAY;
}

/* Whether both sides' changes can stand beside each other. */
static bool merges(const struct change *my, const struct json *their)
{
	bool conflicts = true;

	if (is_mergeable(my, their))
		json_free(entries_merge(my->field->items, my->before, my->after, their, &conflicts));
	return !conflicts;
}

void clashes_find(struct clashes *clashes, const struct record *before, const struct record *mine,
		  const struct record *theirs)
{
	struct changes changes;

	changes_find(&changes, before, mine);
	*clashes = (struct clashes){ .rows = xcalloc(changes.count + 1, sizeof(*clashes->rows)) };
	for (size_t i = 0; i < changes.count; i++) {
		const struct change *my = &changes.rows[i];
		const struct json *their = record_value(theirs, my->field);
		if (field_values_differ(my->field, my->before, their) &&
		    field_values_differ(my->field, my->after, their) && !merges(my, their))
			clashes->rows[clashes->count++] =
				(struct clash){ my->field, my->before, my->after, their, SIDE_NONE };
	}
	changes_finish(&changes);
}

void clashes_finish(struct clashes *clashes)
{
	free(clashes->rows);
	*clashes = (struct clashes){ 0 };
}

bool clashes_are_settled(const struct clashes *clashes)
{
	for (size_t i = 0; i < clashes->count; i++)
		if (clashes->rows[i].side == SIDE_NONE)
			return false;
	return true;
}

static bool they_win(const struct clashes *clashes, const struct field *field)
{
	for (size_t i = 0; i < clashes->count; i++)
		if (clashes->rows[i].field == field)
			return clashes->rows[i].side == SIDE_THEIRS;
	return false;
}

static void put_merged(struct record *record, const struct record *theirs, const struct change *my,
		       bool they_win)
{
	const struct json *their = record_value(theirs, my->field);
	bool conflicts;
	struct json *merged = entries_merge(my->field->items, my->before, they_win ? their : my->after,
					    they_win ? my->after : their, &conflicts);

	member_put_take(record_schema(record), my->field, record_edit(record), record_tree(theirs), merged);
}

static void put_mine(struct record *record, const struct record *theirs, const struct change *my)
{
	const struct schema *schema = record_schema(record);
	struct json *tree = record_edit(record);

	if (my->after)
		member_put_take(schema, my->field, tree, record_tree(theirs), json_copy(my->after));
	else
		member_remove(schema, my->field, tree);
}

struct record *clashes_merge(const struct clashes *clashes, const struct record *before,
			     const struct record *mine, const struct record *theirs)
{
	struct record *merged = record_copy(theirs);
	struct changes changes;

	changes_find(&changes, before, mine);
	for (size_t i = 0; i < changes.count; i++) {
		const struct change *my = &changes.rows[i];
		const struct json *their = record_value(theirs, my->field);
		bool lost = they_win(clashes, my->field);
		bool differ = field_values_differ(my->field, my->after, their);
		if (differ && is_mergeable(my, their))
			put_merged(merged, theirs, my, lost);
		else if (!lost && differ)
			put_mine(merged, theirs, my);
	}
	changes_finish(&changes);
	return merged;
}
