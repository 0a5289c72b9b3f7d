/* SPDX-License-Identifier: ISC */
#include "plain/edit_lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plain/number.h"
#include "plain/say.h"
#include "schema/check.h"
#include "schema/entry_text.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static void add(struct edit_lines *lines, enum edit_line_type type, const struct field *field,
		size_t index)
{
	lines->rows = xreallocarray(lines->rows, lines->count + 1, sizeof(*lines->rows));
	lines->rows[lines->count++] = (struct edit_line){ type, field, index };
}

static void add_field(struct edit_lines *lines, const struct edit *edit, const struct field *field)
{
	size_t entries = 0, attributes = 0;

	if (field->kind == &kind_list && field->items)
		entries = edit_entry_count(edit, field);
	if (field->kind == &kind_map)
		attributes = edit_attribute_count(edit, field);
	for (size_t i = 0; i < entries; i++)
		add(lines, LINE_ENTRY, field, i);
	for (size_t i = 0; i < attributes; i++)
		add(lines, LINE_ATTRIBUTE, field, i);
	if (field->kind == &kind_list && field->items)
		add(lines, LINE_ADD_ENTRY, field, 0);
	else if (field->kind == &kind_map)
		add(lines, LINE_ADD_ATTRIBUTE, field, 0);
	else if (field->kind->scalar)
		add(lines, LINE_FIELD, field, 0);
}

void edit_lines_find(struct edit_lines *lines, const struct edit *edit, struct place place)
{
	const struct schema *schema = edit_schema(edit, place);

	*lines = (struct edit_lines){ 0 };
	for (size_t i = 0; i < schema->field_count; i++)
		if (edit_can_write(edit, place, &schema->fields[i]))
			add_field(lines, edit, &schema->fields[i]);
}

void edit_lines_finish(struct edit_lines *lines)
{
	free(lines->rows);
	*lines = (struct edit_lines){ 0 };
}

/* --- texts ----------------------------------------------------------------------------- */

static char *nth_label(const struct field *list, size_t index)
{
	char number[24];

	snprintf(number, sizeof(number), "%zu", index + 1);
	if (!list->items->nth_label)
		return xasprintf("%s %s", _(list->label), number);
	return xasprintf(_(list->items->nth_label), number);
}

char *edit_line_label(const struct edit *edit, const struct edit_line *line)
{
	const struct schema *items = line->field->items;

	switch (line->type) {
	case LINE_ENTRY:
		return nth_label(line->field, line->index);
	case LINE_ADD_ENTRY:
		return xstrdup(items->add_label ? _(items->add_label) : _("Add an entry"));
	case LINE_ATTRIBUTE:
		return xstrdup(json_name(edit_attribute(edit, line->field, line->index)));
	case LINE_ADD_ATTRIBUTE:
		return xstrdup(_("Add an attribute"));
	case LINE_FIELD:
		break;
	}
	return xstrdup(_(line->field->label));
}

char *edit_line_value(const struct edit *edit, struct place place, const struct edit_line *line)
{
	switch (line->type) {
	case LINE_FIELD:
		return field_text(line->field, edit_object(edit, place));
	case LINE_ENTRY:
		return entry_text(line->field->items,
				  edit_object(edit, (struct place){ line->field, line->index }));
	case LINE_ATTRIBUTE:
		return kind_text.format(edit_attribute(edit, line->field, line->index));
	case LINE_ADD_ENTRY:
	case LINE_ADD_ATTRIBUTE:
		break;
	}
	return xstrdup("");
}

static bool is_changed(const struct edit *edit, struct place place, const struct edit_line *line)
{
	switch (line->type) {
	case LINE_FIELD:
		return edit_field_is_changed(edit, place, line->field);
	case LINE_ENTRY:
		return edit_entry_is_changed(edit, (struct place){ line->field, line->index });
	case LINE_ATTRIBUTE:
		return edit_attribute_is_changed(edit, line->field, line->index);
	case LINE_ADD_ENTRY:
	case LINE_ADD_ATTRIBUTE:
		break;
	}
	return false;
}

/* --- which one is meant ------------------------------------------------------------------ */

static bool is_called(const struct edit *edit, const struct edit_line *line, const char *word)
{
	char *label = edit_line_label(edit, line);
	bool called = text_casecmp(label, word) == 0;

	free(label);
	return called;
}

bool edit_lines_meant(const struct edit_lines *lines, const struct edit *edit, struct place place,
		      const char *word, struct edit_line *meant)
{
	const struct field *field = schema_field_meant(edit_schema(edit, place), word);
	size_t number;

	if (number_read(word, lines->count, &number)) {
		*meant = lines->rows[number - 1];
		return true;
	}
	for (size_t i = 0; i < lines->count; i++) {
		const struct edit_line *line = &lines->rows[i];
		bool is_field = line->type == LINE_FIELD && line->field == field;

		if (is_field || is_called(edit, line, word)) {
			*meant = *line;
			return true;
		}
	}
	return false;
}

/* --- said aloud ----------------------------------------------------------------------------- */

/* An entry's are those about anything in it. */
static bool is_about(const struct complaint *complaint, struct place place,
		     const struct edit_line *line)
{
	if (line->type == LINE_ENTRY)
		return complaint->place.list == line->field &&
		       complaint->place.entry == line->index;
	return complaint->place.list == place.list && complaint->place.entry == place.entry &&
	       line->type == LINE_FIELD && complaint->field == line->field;
}

static void say_complaints(struct plain *plain, const struct complaints *complaints,
			   struct place place, const struct edit_line *line)
{
	for (size_t i = 0; i < complaints->count; i++) {
		const struct complaint *complaint = &complaints->rows[i];

		if (!is_about(complaint, place, line))
			continue;
		char *text = say_value(complaint->text);
		say(plain, "  %s: %s", complaint->warning ? _("Note") : _("Wrong"), text);
		free(text);
	}
}

static void say_line(struct plain *plain, const struct edit *edit, struct place place,
		     size_t number, const struct edit_line *line)
{
	bool adds = line->type == LINE_ADD_ENTRY || line->type == LINE_ADD_ATTRIBUTE;
	bool required = line->type == LINE_FIELD && field_is_required(line->field, edit_object(edit, place));
	char *raw_label = edit_line_label(edit, line), *label = say_value(raw_label);
	char *raw = edit_line_value(edit, place, line), *value = say_value(raw);

	if (adds)
		say(plain, "%zu. %s", number, label);
	else
		say(plain, "%zu. %s%s%s: %s", number, label, required ? _(", required") : "",
		    is_changed(edit, place, line) ? _(", changed") : "", value);
	free(value);
	free(raw);
	free(label);
	free(raw_label);
}

void edit_lines_say(struct plain *plain, const struct edit *edit, struct place place,
		    const struct complaints *complaints)
{
	struct edit_lines lines;

	edit_lines_find(&lines, edit, place);
	for (size_t i = 0; i < lines.count; i++) {
		say_line(plain, edit, place, i + 1, &lines.rows[i]);
		say_complaints(plain, complaints, place, &lines.rows[i]);
	}
	edit_lines_finish(&lines);
}
