/* What the lines of a form say. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
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

char *form_label(const struct form *form, const struct form_line *line)
{
	switch (line->type) {
	case LINE_HEADING:
		return heading(form, line);
	case LINE_FIELD:
		return xasprintf("%s%s", _(line->field->label),
				 line->field->required && !line->fixed ? " *" : "");
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

/* --- an entry in one line ---------------------------------------------------- */

static void write_part(FILE *out, const char *separator, const char *text)
{
	if (*text && ftell(out) > 0)
		fputs(separator, out);
	fputs(text, out);
}

/* The fields named in names, blanks between: "firstName lastName". */
static char *named_fields(const struct schema *items, const char *names, const struct json *entry)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	while (*names) {
		size_t name_len = strcspn(names, " ");
		char *name = xstrndup(names, name_len);
		const struct field *field = schema_field(items, name);
		char *value = field ? field_text(field, entry) : xstrdup("");

		write_part(out, " ", value);
		free(value);
		free(name);
		names += name_len;
		names += strspn(names, " ");
	}
	fclose(out);
	return text;
}

static void write_all(FILE *out, const struct schema *items, const struct json *entry)
{
	for (size_t i = 0; i < items->field_count; i++) {
		char *value = items->fields[i].kind->scalar ? field_text(&items->fields[i], entry)
							    : xstrdup("");
		write_part(out, ", ", value);
		free(value);
	}
}

static bool is_primary(const struct schema *items, const struct json *entry)
{
	const struct field *field = items->primary ? schema_field(items, items->primary) : NULL;

	return field && json_is_true(field_value(field, entry));
}

static void write_entry(FILE *out, const struct schema *items, const struct json *entry)
{
	const char *const *part = items->summary;

	if (!part)
		write_all(out, items, entry);
	for (size_t i = 0; part && part[i]; i++) {
		char *text = named_fields(items, part[i], entry);

		write_part(out, ", ", text);
		free(text);
		if (i == 0 && is_primary(items, entry))
			write_part(out, ", ", _("primary"));
	}
}

char *form_entry_text(const struct edit *edit, struct place place)
{
	const struct json *entry = edit_object(edit, place);
	char *text;
	size_t len;

	if (json_type(entry) != JSON_OBJECT)
		return kind_text.format(entry);
	FILE *out = xmemstream(&text, &len);
	write_entry(out, place.list->items, entry);
	fclose(out);
	return text;
}
