/* The tolerant reader: members get the table's spelling and the table's place. */
/* SPDX-License-Identifier: ISC */
#include "schema/record.h"

#include <string.h>

#include "schema/field.h"
#include "schema/json.h"

/* The member that field is read from: its own spelling, then its own in another case, then an alias. */
static const struct json *find_member(const struct field *field, const struct json *object)
{
	const struct json *member = json_member_exact(object, field->name);

	if (!member)
		member = json_member(object, field->name);
	if (!member && field->written)
		member = json_member(object, field->written);
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

static void spell(struct json *object, const struct json *member, const char *name)
{
	if (strcmp(json_name(member), name) != 0)
		json_rename(object, member, name);
}

/* The first of that name in any case gets it as it is written here, unless one has it already. */
static void spell_any_case(struct json *object, const char *name)
{
	if (json_member_exact(object, name))
		return;
	const struct json *member = json_member(object, name);
	if (member)
		json_rename(object, member, name);
}

/* Its member may be in the object that has it, or in the record itself under another name (F12): there it
 * counts where the object has none. */
static void normalise_inside(const struct field *field, struct json *object)
{
	spell_any_case(object, field->inside);
	const struct json *holder = json_member_exact(object, field->inside);
	if (json_type(holder) == JSON_OBJECT)
		spell_any_case(json_edit(object, holder), field_own_name(field));
	bool has_place = json_type(holder) == JSON_OBJECT || json_type(holder) == JSON_NULL;
	if (!has_place || field_value(field, object))
		return;
	const struct json *outside = find_member(field, object);
	if (outside) {
		field_put_take(field, object, json_copy(outside));
		json_remove(object, find_member(field, object));
	}
}

void schema_normalise(const struct schema *schema, struct json *object)
{
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if (field->inside) {
			normalise_inside(field, object);
			continue;
		}
		const struct json *member = find_member(field, object);
		if (!member)
			continue;
		spell(object, member, field->name);
		if (field->items)
			normalise_entries(field->items, json_edit(object, member));
	}
}
