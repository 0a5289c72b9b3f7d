/* SPDX-License-Identifier: ISC */
#include "schema/member.h"

#include "schema/field.h"
#include "schema/json.h"

static size_t index_of(const struct json *parent, const struct json *child)
{
	size_t i = 0;

	for (const struct json *each = json_first(parent); each != child; each = json_next(each))
		i++;
	return i;
}

/* The index in object that base's member belongs to. */
static size_t place_of(const struct json *object, const struct json *base, const struct json *member)
{
	for (size_t i = index_of(base, member); i > 0; i--) {
		const struct json *there = json_counterpart(object, json_at(base, i - 1), base);
		if (there)
			return index_of(object, there) + 1;
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
