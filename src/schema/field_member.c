/* Where the member of a field is: in the record, or in an object in it. */
/* SPDX-License-Identifier: ISC */
#include "schema/record.h"

#include <string.h>

#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"

const char *field_own_name(const struct field *field)
{
	return field->inside ? field->name + strlen(field->inside) + 1 : field->name;
}

const struct json *field_holder(const struct field *field, const struct json *object)
{
	if (!field->inside)
		return object;
	const struct json *holder = json_member_exact(object, field->inside);
	return json_type(holder) == JSON_OBJECT ? holder : NULL;
}

const struct json *field_member(const struct field *field, const struct json *object)
{
	return json_member_exact(field_holder(field, object), field_own_name(field));
}

const struct json *field_value(const struct field *field, const struct json *object)
{
	const struct json *value = field_member(field, object);

	return json_type(value) == JSON_NULL ? NULL : value;
}

char *field_text(const struct field *field, const struct json *object)
{
	return field->kind->format(field_value(field, object));
}

struct json *field_holder_own(const struct field *field, struct json *object)
{
	if (!field->inside)
		return object;
	if (!field_holder(field, object))
		json_put_take(object, field->inside, json_new_object());
	return json_edit(object, field_holder(field, object));
}

void field_put_take(const struct field *field, struct json *object, struct json *value)
{
	json_put_take(field_holder_own(field, object), field_own_name(field), value);
}

void field_remove(const struct field *field, struct json *object)
{
	const struct json *member = field_member(field, object);

	if (!member)
		return;
	json_remove(field_holder_own(field, object), member);
	if (field->inside && json_size(field_holder(field, object)) == 0)
		json_remove(object, field_holder(field, object));
}

struct json *schema_given(const struct schema *schema, const struct json *object)
{
	struct json *copy = json_copy(object);

	for (size_t i = 0; json_type(copy) == JSON_OBJECT && i < schema->field_count; i++)
		if (schema->fields[i].derived)
			field_remove(&schema->fields[i], copy);
	return copy;
}
