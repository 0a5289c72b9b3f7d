/* SPDX-License-Identifier: ISC */
#include "schema/member.h"

#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

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

static void put_take(struct json *object, const char *name, const struct json *base, struct json *value)
{
	const struct json *was = json_member_exact(base, name);

	if (was && !json_member_exact(object, name))
		member_copy_in(object, base, was);
	json_put_take(object, name, value);
}

/* --- inside an object of the record ------------------------------------------------------------- */

static void remove_called(struct json *holder, const char *name, const struct json *kept)
{
	const struct json *next;

	for (const struct json *member = json_first(holder); member; member = next) {
		next = json_next(member);
		if (member != kept && text_casecmp(json_name(member), name) == 0)
			json_remove(holder, member);
	}
}

/* What has the field in object; made, empty, in the place where base has it. */
static struct json *make_holder(const struct field *field, struct json *object, const struct json *base)
{
	if (!field_holder(field, object))
		put_take(object, field->inside, base, json_new_object());
	return field_holder_own(field, object);
}

static void put_inside_take(const struct field *field, struct json *object, const struct json *base,
			    struct json *value)
{
	struct json *holder = make_holder(field, object, base);
	const char *name = field_own_name(field);

	put_take(holder, name, field_holder(field, base), value);
	remove_called(holder, name, json_member_exact(holder, name));
}

static void remove_inside(const struct field *field, struct json *object)
{
	if (field_holder(field, object))
		remove_called(field_holder_own(field, object), field_own_name(field), NULL);
}

/* The holder too is as in base: maybe null, or not there. */
static void restore_holder(const struct field *field, struct json *object, const struct json *base)
{
	const struct json *was = json_member_exact(base, field->inside), *holder = field_holder(field, object);

	if (holder && json_size(holder) > 0)
		return; /* other fields have changes in it */
	if (was)
		put_take(object, field->inside, base, json_copy(was));
	else if (holder)
		json_remove(object, holder);
}

static void restore_inside(const struct field *field, struct json *object, const struct json *base)
{
	const struct json *was = field_holder(field, base);

	if (!was) {
		restore_holder(field, object, base);
		return;
	}
	struct json *holder = make_holder(field, object, base);
	for (const struct json *member = json_first(was); member; member = json_next(member))
		if (text_casecmp(json_name(member), field_own_name(field)) == 0)
			member_copy_in(holder, was, member);
}

/* --- either -------------------------------------------------------------------------------------- */

void member_remove(const struct schema *schema, const struct field *field, struct json *object)
{
	if (field->inside)
		remove_inside(field, object);
	remove_but(schema, field, object, NULL);
}

void member_put_take(const struct schema *schema, const struct field *field, struct json *object,
		     const struct json *base, struct json *value)
{
	if (field->inside) {
		put_inside_take(field, object, base, value);
		remove_but(schema, field, object, NULL);
		return;
	}
	put_take(object, field->name, base, value);
	remove_but(schema, field, object, json_member_exact(object, field->name));
}

void member_restore(const struct schema *schema, const struct field *field, struct json *object,
		    const struct json *base)
{
	member_remove(schema, field, object);
	if (field->inside)
		restore_inside(field, object, base);
	for (const struct json *member = json_first(base); member; member = json_next(member))
		if (means(schema, field, member))
			member_copy_in(object, base, member);
}
