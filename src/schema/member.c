/* SPDX-License-Identifier: ISC */
#include "schema/member.h"

#include <string.h>

#include "schema/field.h"
#include "schema/json.h"

/* How many children of parent stand before child, of all or of the same name. */
static size_t count_before(const struct json *parent, const struct json *child, bool same_name)
{
	size_t count = 0;

	for (const struct json *each = json_first(parent); each != child; each = json_next(each))
		count += !same_name || strcmp(json_name(each), json_name(child)) == 0;
	return count;
}

/* Finds the nth member of that name and its index. */
static bool find_nth(const struct json *object, const char *name, size_t n, size_t *index)
{
	size_t i = 0;

	for (const struct json *each = json_first(object); each; each = json_next(each), i++)
		if (strcmp(json_name(each), name) == 0 && n-- == 0) {
			*index = i;
			return true;
		}
	return false;
}

/* The index in object that base's member belongs to. */
static size_t place_of(const struct json *object, const struct json *base, const struct json *member)
{
	for (size_t i = count_before(base, member, false); i > 0; i--) {
		const struct json *before = json_at(base, i - 1);
		size_t index;
		if (find_nth(object, json_name(before), count_before(base, before, true), &index))
			return index + 1;
	}
	return 0;
}

void member_copy_in(struct json *object, const struct json *base, const struct json *member)
{
	json_insert_take(object, place_of(object, base, member), json_copy(member));
}

static bool means(const struct schema *schema, const struct field *field, const struct json *member)
{
	return schema_field(schema, json_name(member)) == field;
}

static void remove_but(const struct schema *schema, const struct field *field, struct json *object,
		       const struct json *kept)
{
	const struct json *next;

	for (const struct json *member = json_first(object); member; member = next) {
		next = json_next(member);
		if (member != kept && means(schema, field, member))
			json_remove(object, member);
	}
}

void member_remove(const struct schema *schema, const struct field *field, struct json *object)
{
	remove_but(schema, field, object, NULL);
}

void member_put_take(const struct schema *schema, const struct field *field, struct json *object,
		     const struct json *base, struct json *value)
{
	const struct json *was = json_member_exact(base, field->name);

	if (was && !json_member_exact(object, field->name))
		member_copy_in(object, base, was);
	json_put_take(object, field->name, value);
	remove_but(schema, field, object, json_member_exact(object, field->name));
}

void member_restore(const struct schema *schema, const struct field *field, struct json *object,
		    const struct json *base)
{
	member_remove(schema, field, object);
	for (const struct json *member = json_first(base); member; member = json_next(member))
		if (means(schema, field, member))
			member_copy_in(object, base, member);
}
