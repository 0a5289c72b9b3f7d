/* Attributes: free names, values whose type stays. */
/* SPDX-License-Identifier: ISC */
#include "schema/edit_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/json_scan.h"
#include "schema/kind.h"
#include "schema/member.h"
#include "schema/record.h"

size_t edit_attribute_count(const struct edit *edit, const struct field *map)
{
	const struct json *object = record_value(edit->now, map);

	return json_type(object) == JSON_OBJECT ? json_size(object) : 0;
}

const struct json *edit_attribute(const struct edit *edit, const struct field *map, size_t i)
{
	return i < edit_attribute_count(edit, map) ? json_at(record_value(edit->now, map), i) : NULL;
}

static const struct json *in_base(const struct edit *edit, const struct field *map,
				  const struct json *attribute)
{
	return json_counterpart(record_value(edit->base, map), attribute, record_value(edit->now, map));
}

bool edit_attribute_is_changed(const struct edit *edit, const struct field *map, size_t i)
{
	const struct json *attribute = edit_attribute(edit, map, i);
	const struct json *was = attribute ? in_base(edit, map, attribute) : NULL;

	return !was || !json_equal(was, attribute);
}

static bool check_name(const struct edit *edit, const struct field *map, const char *name,
		       struct error *err)
{
	if (!*name)
		return error_set(err, ERROR_INPUT, _("Enter a name for the attribute"));
	if (json_member_exact(record_value(edit->now, map), name))
		return error_set(err, ERROR_INPUT, _("There is an attribute %s already"), name);
	return true;
}

/* Puts value in the attribute's place, base's own bytes where they say the same. */
static void replace_take(struct edit *edit, const struct field *map, const struct json *attribute,
			 struct json *value)
{
	struct json *object = edit_container(edit, map);
	const struct json *was = in_base(edit, map, attribute);

	if (was && json_equal(was, value)) {
		json_free(value);
		value = json_copy(was);
	}
	json_replace_take(object, attribute, value);
	edit->revision++;
}

static bool says(const struct json *value, const char *text)
{
	char *shown = value ? kind_text.format(value) : NULL;
	bool same = shown && strcmp(shown, text) == 0;

	free(shown);
	return same;
}

bool edit_add_attribute(struct edit *edit, const struct field *map, const char *name,
			const char *text, struct error *err)
{
	if (!check_name(edit, map, name, err))
		return false;
	struct json *object = edit_container(edit, map);
	const struct json *base = record_value(edit->base, map), *was = json_member_exact(base, name);
	if (was)
		member_copy_in(object, base, was);
	if (!says(was, text))
		json_put_take(object, name, json_new_string(text));
	edit->revision++;
	return true;
}

bool edit_rename_attribute(struct edit *edit, const struct field *map, size_t i, const char *name,
			   struct error *err)
{
	const struct json *attribute = edit_attribute(edit, map, i);

	if (!attribute)
		return error_set(err, ERROR_MISSING, _("This attribute is not there any more"));
	if (strcmp(json_name(attribute), name) == 0)
		return true;
	if (!check_name(edit, map, name, err))
		return false;
	const struct json *was = json_member_exact(record_value(edit->base, map), name);
	if (was)
		json_rename_like(edit_container(edit, map), attribute, was);
	else
		json_rename(edit_container(edit, map), attribute, name);
	edit->revision++;
	return true;
}

void edit_remove_attribute(struct edit *edit, const struct field *map, size_t i)
{
	const struct json *attribute = edit_attribute(edit, map, i);

	if (!attribute)
		return;
	json_remove(edit_container(edit, map), attribute);
	edit_settle(edit, map);
	edit->revision++;
}

/* As JSON writes a number, else as people do: 12,50. */
static struct json *number_from(const char *text, struct error *err)
{
	if (json_scan_is_number(text))
		return json_new_number(text);
	return kind_decimal.parse(text, err);
}

static struct json *typed_value(enum json_type type, const char *text, struct error *err)
{
	switch (type) {
	case JSON_BOOL:
		return kind_bool.parse(text, err);
	case JSON_NUMBER:
		return number_from(text, err);
	case JSON_NULL:
	case JSON_STRING:
		return json_new_string(text);
	case JSON_ARRAY:
	case JSON_OBJECT:
		break;
	}
	error_set(err, ERROR_REFUSED, _("A value made of several cannot be typed"));
	return NULL;
}

/* The type that an attribute is to keep: base's, whatever it is meanwhile. */
static enum json_type wanted_type(const struct edit *edit, const struct field *map,
				  const struct json *attribute)
{
	const struct json *was = in_base(edit, map, attribute);

	return json_type(was ? was : attribute);
}

bool edit_put_attribute(struct edit *edit, const struct field *map, size_t i, const char *text,
			struct error *err)
{
	const struct json *attribute = edit_attribute(edit, map, i);

	if (!attribute)
		return error_set(err, ERROR_MISSING, _("This attribute is not there any more"));
	if (says(attribute, text))
		return true;
	const struct json *was = in_base(edit, map, attribute);
	struct json *value = says(was, text)
				     ? json_copy(was)
				     : typed_value(wanted_type(edit, map, attribute), text, err);
	if (!value)
		return false;
	replace_take(edit, map, attribute, value);
	return true;
}

void edit_keep_attribute_text(struct edit *edit, const struct field *map, size_t i, const char *text)
{
	const struct json *attribute = edit_attribute(edit, map, i);

	if (attribute && !says(attribute, text))
		replace_take(edit, map, attribute, json_new_string(text));
}

bool edit_check_attribute(const struct edit *edit, const struct field *map, size_t i,
			  struct error *err)
{
	const struct json *attribute = edit_attribute(edit, map, i);

	if (json_type(attribute) != JSON_STRING)
		return true;
	struct json *value = typed_value(wanted_type(edit, map, attribute), json_text(attribute), err);
	bool right = value;
	json_free(value);
	return right;
}
