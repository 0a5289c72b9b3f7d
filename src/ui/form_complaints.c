/* What is wrong with the lines of a form. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

static void set_complaint(struct form *form, struct form_line *line, char *text, bool warning)
{
	bool same = (!text && !line->complaint) ||
		    (text && line->complaint && strcmp(text, line->complaint) == 0);

	form->stale = form->stale || !same;
	free(line->complaint);
	line->complaint = text;
	line->warning = warning;
	line->touched = true;
}

/* About anything in an entry, with the field's name in front; wrong before warning. */
static const struct complaint *about_entry(const struct form *form, const struct form_line *line)
{
	const struct complaint *found = NULL;

	for (size_t i = 0; i < form->complaints->count; i++) {
		const struct complaint *each = &form->complaints->rows[i];
		if (each->place.list == line->field && each->place.entry == line->index &&
		    (!found || (found->warning && !each->warning)))
			found = each;
	}
	return found;
}

/* What was typed and cannot be: a draft kept it, or a form above that was left. What is still empty
 * may be on its way. */
static bool check_typed(const struct form *form, struct place place, const struct field *field,
			struct error *err)
{
	char *text = field_text(field, edit_object(form->edit, place));
	bool right = !*text || check_field(form->edit, place, field, err);

	free(text);
	return right;
}

/* "City: too long", of the first field of the entry that is wrong; NULL: none is. */
static char *check_typed_entry(const struct form *form, const struct form_line *line)
{
	const struct place place = { line->field, line->index };
	const struct schema *items = line->field->items;
	struct error err;

	if (json_type(edit_object(form->edit, place)) != JSON_OBJECT)
		return NULL;
	for (size_t i = 0; i < items->field_count; i++)
		if (!check_typed(form, place, &items->fields[i], &err))
			return xasprintf("%s: %s", _(items->fields[i].label), err.message);
	return NULL;
}

static void take_entry_complaint(struct form *form, struct form_line *line)
{
	const struct complaint *complaint =
		line->verdict == VERDICT_OF_SCREEN ? about_entry(form, line) : NULL;
	char *text = NULL;

	if (!complaint)
		text = check_typed_entry(form, line);
	else if (complaint->field)
		text = xasprintf("%s: %s", _(complaint->field->label), complaint->text);
	else
		text = xstrdup(complaint->text);
	set_complaint(form, line, text, complaint && complaint->warning);
}

static void take_screen_complaint(struct form *form, struct form_line *line)
{
	const struct complaint *complaint =
		complaints_at(form->complaints, form->place, line->field);

	set_complaint(form, line, complaint ? xstrdup(complaint->text) : NULL,
		      complaint && complaint->warning);
}

void form_find_complaint(struct form *form, struct form_line *line)
{
	struct error err;

	if (line->verdict == VERDICT_WRONG)
		return; /* it has it */
	if (line->type == LINE_ATTRIBUTE && !line->fixed)
		set_complaint(form, line,
			      edit_check_attribute(form->edit, line->field, line->index, &err)
				      ? NULL
				      : xstrdup(err.message),
			      false);
	else if (line->type == LINE_ENTRY)
		take_entry_complaint(form, line);
	else if ((line->type == LINE_FIELD ||
		  (line->type == LINE_HEADING && line->field && line->field->items)) &&
		 line->verdict == VERDICT_OF_SCREEN)
		take_screen_complaint(form, line);
	else
		set_complaint(form, line, NULL, false);
}

void form_check_typed(struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		struct form_line *line = &form->lines[i];

		if (line->type == LINE_FIELD && !line->fixed && line->field->kind->scalar &&
		    !check_typed(form, form->place, line->field, NULL))
			form_check(form, line);
	}
}

bool form_check(struct form *form, struct form_line *line)
{
	struct error err;

	if (line->type == LINE_ATTRIBUTE) {
		form_find_complaint(form, line);
		return !line->complaint;
	}
	if (line->type != LINE_FIELD || line->fixed)
		return true;
	bool right = check_field(form->edit, form->place, line->field, &err);
	line->verdict = right ? VERDICT_FINE : VERDICT_WRONG;
	set_complaint(form, line, right ? NULL : xstrdup(err.message), false);
	return right;
}

void form_check_dependents(struct form *form, const struct field *field)
{
	for (size_t i = 0; i < form->count; i++) {
		struct form_line *line = &form->lines[i];
		const struct when *when = line->field ? line->field->required_when : NULL;

		if (line->type != LINE_FIELD || !when || strcmp(when->field, field->name) != 0)
			continue;
		line->touched = true; /* its star */
		form->stale = true;
		if (line->complaint || form->complaints->round)
			form_check(form, line);
	}
}
