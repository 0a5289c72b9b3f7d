/* What the lines of a form say. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/entry_text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static size_t part_count(const struct form *form, const struct field *field)
{
	return field->items ? edit_entry_count(form->edit, field)
			    : edit_attribute_count(form->edit, field);
}

static char *heading(const struct form *form, const struct form_line *line)
{
	const struct schema *schema = edit_schema(form->edit, form->place);
	const char *label = _(schema->tabs[line->index].label);

	return line->field ? xasprintf("%s (%zu)", label, part_count(form, line->field))
			   : xstrdup(label);
}

static const char *add_label(const struct field *field)
{
	if (!field->items)
		return _("Add an attribute");
	return field->items->add_label ? _(field->items->add_label) : _("Add an entry");
}

static bool is_required(const struct form *form, const struct form_line *line)
{
	return !line->fixed && field_is_required(line->field, edit_object(form->edit, form->place));
}

char *form_label(const struct form *form, const struct form_line *line)
{
	switch (line->type) {
	case LINE_HEADING:
		return heading(form, line);
	case LINE_FIELD:
		return xasprintf("%s%s", _(line->field->label),
				 is_required(form, line) ? " *" : "");
	case LINE_ATTRIBUTE:
		return xstrdup(json_name(edit_attribute(form->edit, line->field, line->index)));
	case LINE_ADD:
		return xasprintf("+  %s", add_label(line->field));
	case LINE_BUTTON:
		return xasprintf("[ %s ]", form->button);
	case LINE_ENTRY:
		break;
	}
	return xstrdup("");
}

static char *attribute_value(const struct form *form, const struct form_line *line)
{
	const struct json *value = edit_attribute(form->edit, line->field, line->index);

	return json_type(value) == JSON_BOOL ? kind_bool.format(value) : kind_text.format(value);
}

char *form_value(const struct form *form, const struct form_line *line)
{
	switch (line->type) {
	case LINE_FIELD:
		return field_text(line->field, edit_object(form->edit, form->place));
	case LINE_ENTRY:
		return form_entry_text(form->edit, (struct place){ line->field, line->index });
	case LINE_ATTRIBUTE:
		return attribute_value(form, line);
	default:
		return xstrdup("");
	}
}

char *form_typed_value(const struct form *form, const struct form_line *line)
{
	if (line->type == LINE_ATTRIBUTE)
		return kind_text.format(edit_attribute(form->edit, line->field, line->index));
	return form_value(form, line);
}

bool form_is_changed(const struct form *form, const struct form_line *line)
{
	switch (line->type) {
	case LINE_FIELD:
		return !line->fixed && edit_field_is_changed(form->edit, form->place, line->field);
	case LINE_ENTRY:
		return edit_entry_is_changed(form->edit,
					     (struct place){ line->field, line->index });
	case LINE_ATTRIBUTE:
		return edit_attribute_is_changed(form->edit, line->field, line->index);
	default:
		return false;
	}
}

char *form_entry_text(const struct edit *edit, struct place place)
{
	return entry_text(place.list->items, edit_object(edit, place));
}
