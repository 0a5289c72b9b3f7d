/* What is typed, on its way into the edit. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>

#include "schema/json.h"

/* --- values ------------------------------------------------------------------ */

/* What cannot be parsed (yet) is kept as it was typed. */
static void put_field(struct form *form, const struct field *field, const char *text)
{
	if (!edit_put_text(form->edit, form->place, field, text, NULL))
		edit_put_take(form->edit, form->place, field, json_new_string(text));
}

void form_put(struct form *form, struct form_line *line, const char *text)
{
	unsigned before = edit_revision(form->edit);

	if (line->type == LINE_FIELD)
		put_field(form, line->field, text);
	else if (!edit_put_attribute(form->edit, line->field, line->index, text, NULL))
		edit_keep_attribute_text(form->edit, line->field, line->index, text);
	form->changed = true;
	line->touched = true;
	if (edit_revision(form->edit) == before)
		return;
	form_check_dependents(form, line->field);
	form->client->changed(form->data);
}

/* --- the line under the cursor ----------------------------------------------- */

static void begin_typing(struct form *form, const struct form_line *line)
{
	char *text = form_typed_value(form, line);

	line_edit_set(&form->text, text);
	free(text);
	form->typing = true;
}

void form_enter(struct form *form)
{
	struct form_line *line = form_line_at_cursor(form);

	form->changed = false;
	form->typing = false;
	line->touched = true;
	if (form_is_typed(form, line))
		begin_typing(form, line);
}

void form_type_value(struct form *form)
{
	begin_typing(form, form_line_at_cursor(form));
	form_line_at_cursor(form)->touched = true;
}

void form_revert(struct form *form)
{
	struct form_line *line = form_line_at_cursor(form);

	edit_revert(form->edit, form->place, line->field);
	form_check(form, line);
	form_check_dependents(form, line->field);
	form_enter(form);
	form->client->changed(form->data);
}

bool form_leave(struct form *form)
{
	struct form_line *line = form_line_at_cursor(form);
	bool check = form->changed || line->verdict == VERDICT_WRONG;

	form->typing = false;
	form->changed = false;
	line->touched = true;
	return !check || form_check(form, line);
}
