/* SPDX-License-Identifier: ISC */
#include "schema/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static bool is_one_of(const char *text, const char *const *values)
{
	for (; *values; values++)
		if (strcmp(*values, text) == 0)
			return true;
	return false;
}

/* What a closed list of values does not have. Those from a source are the screen's to know. */
static bool check_choice(const struct choices *choices, const struct json *value, struct error *err)
{
	const char *text = json_text(value);

	if (!choices || choices->open || choices->source || (text && is_one_of(text, choices->values)))
		return true;
	char *values = text_joined(choices->values);
	error_set(err, ERROR_INPUT, _("Choose one of these: %s"), values);
	free(values);
	return false;
}

static bool check_least(const struct field *field, const struct json *value, struct error *err)
{
	struct decimal amount, least;

	if (!field->least || !decimal_from_number(json_text(value), &amount) ||
	    !decimal_from_number(field->least, &least) || decimal_compare(amount, least) >= 0)
		return true;
	return error_set(err, ERROR_INPUT, _("Enter %s or more"), field->least);
}

/* Never null, and what is left out may stay: some values cannot be taken away. */
static bool check_empty(const struct field *field, const struct json *object, struct error *err)
{
	if (field_can_be_emptied(field, object))
		return true;
	return error_set(err, ERROR_INPUT,
			 field_is_required(field, object) ? _("This must be filled in")
			 : field->kind->amount ? _("The service cannot empty this: enter 0 or another number")
			 : field->kind == &kind_bool ? _("The service cannot empty this: choose yes or no")
						     : _("The service cannot empty this: enter another value"));
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " ")] == '\0';
}

static struct json *parse(const struct field *field, const struct json *object, const char *text,
			  struct error *err)
{
	if (is_blank(text))
		return check_empty(field, object, err) ? json_new_string("") : NULL;
	struct json *value = field->kind->parse(text, err);
	if (value && check_least(field, value, err) && check_choice(field->choices, value, err))
		return value;
	json_free(value);
	return NULL;
}

struct json *check_parse(const struct field *field, const char *text, struct error *err)
{
	return parse(field, NULL, text, err);
}

/* Of an entry, what is left out is gone: lists are sent whole. */
static bool may_be_absent(const struct edit *edit, struct place place, const struct field *field)
{
	return !field_is_required(field, edit_object(edit, place)) &&
	       (place.list || !record_value(edit_base(edit), field));
}

/* Whether the field that decides if this one is required says something else than it did. */
static bool is_decided_anew(const struct edit *edit, struct place place, const struct field *field)
{
	const struct when *when = field->required_when;

	return when && edit_field_is_changed(edit, place, schema_field(edit_schema(edit, place), when->field));
}

/* Whether what stands there would be new to the service: what came wrong may stay wrong. */
static bool is_ours(const struct edit *edit, struct place place, const struct field *field)
{
	if (!field->kind->scalar || !edit_can_write(edit, place, field))
		return false;
	return edit_is_new(edit) || (place.list && edit_entry_is_new(edit, place)) ||
	       edit_field_is_changed(edit, place, field) || is_decided_anew(edit, place, field);
}

bool check_field(const struct edit *edit, struct place place, const struct field *field,
		 struct error *err)
{
	if (!is_ours(edit, place, field))
		return true;
	char *text = field_text(field, edit_object(edit, place));
	bool right = is_blank(text) && may_be_absent(edit, place, field);
	if (!right) {
		struct json *value = parse(field, edit_object(edit, place), text, err);
		right = value != NULL;
		json_free(value);
	}
	free(text);
	return right;
}

static void check_fields(struct complaints *complaints, const struct edit *edit, struct place place);

static void check_entries(struct complaints *complaints, const struct edit *edit,
			  const struct field *list)
{
	size_t count = edit_entry_count(edit, list);

	for (size_t i = 0; i < count; i++) {
		struct place place = { list, i };
		if (json_type(edit_object(edit, place)) != JSON_OBJECT)
			continue;
		if (edit_entry_is_new(edit, place) && json_size(edit_object(edit, place)) == 0)
			complaints_add(complaints, place, NULL, false,
				       _("Nothing is filled in here: fill it in or remove it"));
		check_fields(complaints, edit, place);
	}
}

static bool has_group(const struct edit *edit, const struct field *list, const char *group)
{
	const struct field *field = schema_field(list->items, list->items->group);
	bool found = false;

	for (size_t i = 0; !found && i < edit_entry_count(edit, list); i++) {
		char *text = field_text(field, edit_object(edit, (struct place){ list, i }));
		found = text_casecmp(text, group) == 0;
		free(text);
	}
	return found;
}

/* N12: a customer should have an address of each type. A warning, never a ban. */
static void warn_of_missing_groups(struct complaints *complaints, const struct edit *edit,
				   const struct field *list)
{
	const struct place top = { 0 };

	for (const char *const *group = list->items->wanted_groups; group && *group; group++) {
		if (has_group(edit, list, *group))
			continue;
		char *text = xasprintf(_(list->items->no_group), *group);
		complaints_add(complaints, top, list, true, text);
		free(text);
	}
}

static void check_list(struct complaints *complaints, const struct edit *edit, const struct field *list)
{
	if (!edit_is_new(edit) && !edit_field_is_changed(edit, (struct place){ 0 }, list))
		return;
	check_entries(complaints, edit, list);
	warn_of_missing_groups(complaints, edit, list);
}

static void check_attributes(struct complaints *complaints, const struct edit *edit,
			     const struct field *map)
{
	struct error err;

	for (size_t i = 0; i < edit_attribute_count(edit, map); i++) {
		if (edit_check_attribute(edit, map, i, &err))
			continue;
		char *text = xasprintf("%s: %s", json_name(edit_attribute(edit, map, i)), err.message);
		complaints_add(complaints, (struct place){ 0 }, map, false, text);
		free(text);
	}
}

static void check_fields(struct complaints *complaints, const struct edit *edit, struct place place)
{
	const struct schema *schema = edit_schema(edit, place);

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		struct error err = { 0 };
		if (field->items && !place.list)
			check_list(complaints, edit, field);
		else if (field->kind == &kind_map && !place.list)
			check_attributes(complaints, edit, field);
		else if (!check_field(edit, place, field, &err))
			complaints_add(complaints, place, field, false, err.message);
	}
}

void check_edit(struct complaints *complaints, const struct edit *edit)
{
	check_fields(complaints, edit, (struct place){ 0 });
}
