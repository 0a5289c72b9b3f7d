/* Which lines a form has. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static void add_line(struct form *form, struct form_line line)
{
	form->lines = xreallocarray(form->lines, form->count + 1, sizeof(*form->lines));
	form->lines[form->count++] = line;
}

static bool is_structure(const struct json *value)
{
	return json_type(value) == JSON_ARRAY || json_type(value) == JSON_OBJECT;
}

static void add_entries(struct form *form, const struct field *list, bool fixed)
{
	size_t count = edit_entry_count(form->edit, list);

	for (size_t i = 0; i < count; i++)
		add_line(form, (struct form_line){ LINE_ENTRY, list, i, fixed });
	if (!fixed)
		add_line(form, (struct form_line){ LINE_ADD, list });
}

static void add_attributes(struct form *form, const struct field *map, bool fixed)
{
	size_t count = edit_attribute_count(form->edit, map);

	for (size_t i = 0; i < count; i++)
		add_line(form, (struct form_line){ LINE_ATTRIBUTE, map, i, fixed });
	if (!fixed)
		add_line(form, (struct form_line){ LINE_ADD, map });
}

/* What can neither be changed nor read says nothing, unless somebody complains about it. */
static void add_plain(struct form *form, const struct field *field, bool fixed)
{
	const struct json *value = field_value(field, edit_object(form->edit, form->place));

	if (!fixed || value || complaints_at(form->complaints, form->place, field))
		add_line(form, (struct form_line){ LINE_FIELD, field, 0, fixed });
}

/* A server may send anything in the place of a list or a map: that is shown, and stays. */
static void add_field(struct form *form, const struct field *field)
{
	const struct json *value = field_value(field, edit_object(form->edit, form->place));
	bool fixed = !edit_can_write(form->edit, form->place, field);

	if (field->kind == &kind_list && field->items && (!value || json_type(value) == JSON_ARRAY))
		add_entries(form, field, fixed);
	else if (field->kind == &kind_map && (!value || json_type(value) == JSON_OBJECT))
		add_attributes(form, field, fixed);
	else
		add_plain(form, field, fixed || is_structure(value) || !field->kind->scalar);
}

/* The list or map that all of a tab is about; NULL: none. */
static const struct field *only_field(const struct schema *schema, size_t tab)
{
	const struct field *found = NULL;

	for (size_t i = 0; i < schema->field_count; i++) {
		if ((size_t)schema->fields[i].tab != tab || !(schema->fields[i].in & IN_RECORD))
			continue;
		if (found)
			return NULL;
		found = &schema->fields[i];
	}
	return found && !found->kind->scalar ? found : NULL;
}

static void add_tab(struct form *form, const struct schema *schema, size_t tab)
{
	size_t heading = form->count;

	add_line(form, (struct form_line){ LINE_HEADING, only_field(schema, tab), tab, true });
	for (size_t i = 0; i < schema->field_count; i++)
		if ((size_t)schema->fields[i].tab == tab && schema->fields[i].in & IN_RECORD)
			add_field(form, &schema->fields[i]);
	if (form->count == heading + 1)
		form->count--; /* nothing below it */
}

static bool is_same(const struct form_line *a, const struct form_line *b)
{
	return a->type == b->type && a->field == b->field && a->index == b->index;
}

/* The line after the same one of before, if it can still be there. */
static void carry_over(struct form *form, const struct form_line *before, size_t count)
{
	size_t at = 0; /* the order is the same but for what came and went */

	for (size_t i = 0; i < form->count; i++) {
		struct form_line *line = &form->lines[i];
		size_t j = at;

		while (j < count && !is_same(&before[j], line))
			j++;
		if (j < count) {
			line->marked = before[j].marked;
			line->verdict = before[j].verdict;
			if (line->verdict == VERDICT_WRONG)
				line->complaint = xstrdup(before[j].complaint);
			at = j + 1;
		}
	}
}

/* Where the cursor goes when its line is not there any more: the line that took its place. */
static size_t next_free(const struct form *form, size_t from)
{
	for (size_t i = from; i < form->count; i++)
		if (!form->lines[i].fixed)
			return i;
	for (size_t i = from; i-- > 0;)
		if (i < form->count && !form->lines[i].fixed)
			return i;
	return 0;
}

/* before's line, else the last one of its list, else what is where it was. */
static size_t find_cursor(const struct form *form, const struct form_line *before, size_t at)
{
	size_t found = at < form->count ? at : form->count - 1;

	for (size_t i = 0; before && i < form->count; i++) {
		if (form->lines[i].type == before->type && form->lines[i].field == before->field)
			found = i;
		if (is_same(&form->lines[i], before))
			break;
	}
	return next_free(form, found);
}

void form_free_lines(struct form_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(lines[i].complaint);
	free(lines);
}

void form_build_lines(struct form *form)
{
	const struct schema *schema = edit_schema(form->edit, form->place);
	struct form_line *before = form->lines;
	size_t before_count = form->count;

	form->lines = NULL;
	form->count = 0;
	for (size_t tab = 0; tab < schema->tab_count; tab++)
		add_tab(form, schema, tab);
	for (size_t i = 0; !schema->tabs && i < schema->field_count; i++)
		add_field(form, &schema->fields[i]);
	add_line(form, (struct form_line){ LINE_BUTTON });
	carry_over(form, before, before_count);
	form->cursor = find_cursor(form, before ? &before[form->cursor] : NULL, form->cursor);
	form_free_lines(before, before_count);
	for (size_t i = 0; i < form->count; i++)
		form_find_complaint(form, &form->lines[i]);
	form->stale = true;
}

struct form_line *form_line_at_cursor(struct form *form)
{
	return &form->lines[form->cursor];
}

struct form_line *form_line_of(struct form *form, enum form_line_type type,
			       const struct field *field, size_t index)
{
	const struct form_line wanted = { type, field, index };

	for (size_t i = 0; i < form->count; i++)
		if (is_same(&form->lines[i], &wanted))
			return &form->lines[i];
	return NULL;
}

size_t form_line_index(const struct form *form, const struct form_line *line)
{
	return (size_t)(line - form->lines);
}

bool form_is_yes_no(const struct form *form, const struct form_line *line)
{
	if (line->type == LINE_FIELD)
		return line->field->kind == &kind_bool;
	return line->type == LINE_ATTRIBUTE &&
	       json_type(edit_attribute(form->edit, line->field, line->index)) == JSON_BOOL;
}

bool form_is_whole(const struct form *form, const struct form_line *line)
{
	return line->type == LINE_ATTRIBUTE &&
	       is_structure(edit_attribute(form->edit, line->field, line->index));
}

bool form_has_choices(const struct form_line *line)
{
	return line->type == LINE_FIELD && !line->fixed && line->field->choices;
}

bool form_is_closed(const struct form_line *line)
{
	return form_has_choices(line) && !line->field->choices->open;
}

bool form_is_typed(const struct form *form, const struct form_line *line)
{
	return line->type == LINE_FIELD && !line->fixed && !form_is_closed(line) &&
	       !form_is_yes_no(form, line);
}
