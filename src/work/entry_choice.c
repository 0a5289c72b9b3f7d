/* SPDX-License-Identifier: ISC */
#include "work/entry_choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "schema/check.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

const struct field *entry_choice_field(const struct field *list)
{
	const struct schema *items = list->items;
	const struct field *field = items && items->sent_as ? schema_field(items, items->sent_as) : NULL;

	return field && field->choices ? field : NULL;
}

static bool is_there(const struct edit *edit, const struct field *list, const struct field *field,
		     const struct json *value)
{
	for (size_t i = 0; i < edit_entry_count(edit, list); i++)
		if (json_equal(field_value(field, edit_object(edit, (struct place){ list, i })), value))
			return true;
	return false;
}

bool entry_choice_add(struct edit *edit, const struct field *list, const char *value, const char *label,
		      struct error *err)
{
	const struct field *field = entry_choice_field(list);
	struct json *chosen = check_parse(field, value, err);

	if (!chosen)
		return false;
	if (is_there(edit, list, field, chosen)) {
		json_free(chosen);
		return error_set(err, ERROR_INPUT, _("%s is in the list already."), *label ? label : value);
	}
	struct place place = { list, edit_add_entry(edit, list, NULL) };
	edit_put_take(edit, place, field, chosen);
	entry_choice_name(edit, place, field, label);
	return true;
}

void entry_choice_name(struct edit *edit, struct place place, const struct field *field, const char *label)
{
	if (!place.list || field != entry_choice_field(place.list))
		return;
	const struct schema *items = place.list->items;
	const struct field *name = items->title ? schema_field(items, items->title) : NULL;
	if (name && name != field)
		edit_put_take(edit, place, name, *label ? json_new_string(label) : NULL);
}
