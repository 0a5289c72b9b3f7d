/* Entries and attributes of a form: removed, brought back, moved, made primary. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "ui/ui.h"

static void forget_one(struct form *form)
{
	json_free(form->removed[--form->removed_count].value);
}

void form_forget_removed(struct form *form)
{
	while (form->removed_count > 0)
		forget_one(form);
	free(form->removed);
	form->removed = NULL;
}

/* The screen's complaints name entries by their number: they are no longer about these. */
static void entries_changed(struct form *form, const struct field *list)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->lines[i].field == list && form->lines[i].type == LINE_ENTRY) {
			form->lines[i].verdict = VERDICT_FINE;
			form->lines[i].marked = false;
		}
	form_build_lines(form);
	form_enter(form);
	form->client->changed(form->data);
}

/* Those marked in the list under the cursor, from its end on, else the line itself: i is the one
 * before, form->count at first. SIZE_MAX: no more. */
static size_t next_meant(const struct form *form, size_t i)
{
	const struct form_line *cursor = &form->lines[form->cursor];
	bool any = false, first = i == form->count;

	while (i-- > 0) {
		if (form->lines[i].type == cursor->type && form->lines[i].field == cursor->field &&
		    form->lines[i].marked)
			return i;
	}
	for (size_t j = 0; j < form->count; j++)
		any = any || (form->lines[j].field == cursor->field && form->lines[j].marked);
	return first && !any ? form->cursor : SIZE_MAX;
}

static const struct json *part_at(const struct form *form, const struct form_line *line)
{
	return line->type == LINE_ENTRY
		       ? edit_object(form->edit, (struct place){ line->field, line->index })
		       : edit_attribute(form->edit, line->field, line->index);
}

static void remove_part(struct form *form, const struct form_line *line, unsigned batch)
{
	form->removed =
		xreallocarray(form->removed, form->removed_count + 1, sizeof(*form->removed));
	form->removed[form->removed_count++] =
		(struct form_removed){ line->field, line->index, json_copy(part_at(form, line)),
				       batch };
	if (line->type == LINE_ENTRY)
		edit_remove_entry(form->edit, (struct place){ line->field, line->index });
	else
		edit_remove_attribute(form->edit, line->field, line->index);
}

void form_remove(struct ui *ui, void *state)
{
	struct form *form = state;
	const struct field *list = form_line_at_cursor(form)->field;
	unsigned batch = form->removed_count ? form->removed[form->removed_count - 1].batch + 1 : 0;
	size_t count = 0;

	form_leave(form);
	for (size_t i = form->count; (i = next_meant(form, i)) != SIZE_MAX; count++)
		remove_part(form, &form->lines[i], batch);
	entries_changed(form, list);
	ui_message(ui, ROLE_MESSAGE,
		   ngettext("%zu removed. u brings it back.", "%zu removed. u brings them back.",
			    count),
		   count);
}

static struct json *empty_for(const struct field *field)
{
	return field->items ? json_new_array() : json_new_object();
}

/* Puts it where it was, or at the end of what is there by now. */
static void put_back(struct form *form, const struct form_removed *removed)
{
	const struct json *now = field_value(removed->field, record_tree(edit_now(form->edit)));
	struct json *all = now ? json_copy(now) : empty_for(removed->field);
	size_t count = json_size(all);

	json_insert_take(all, removed->index < count ? removed->index : count,
			 json_copy(removed->value));
	edit_put_take(form->edit, (struct place){ 0 }, removed->field, all);
}

void form_bring_back(struct ui *ui, void *state)
{
	struct form *form = state;
	const struct form_removed last = form->removed[form->removed_count - 1];
	enum form_line_type type = last.field->items ? LINE_ENTRY : LINE_ATTRIBUTE;

	(void)ui;
	form_leave(form);
	while (form->removed_count > 0 &&
	       form->removed[form->removed_count - 1].batch == last.batch) {
		put_back(form, &form->removed[form->removed_count - 1]);
		forget_one(form);
	}
	entries_changed(form, last.field);
	const struct form_line *line = form_line_of(form, type, last.field, last.index);
	if (line)
		form_move_to(form, form_line_index(form, line));
}

void form_make_primary(struct ui *ui, void *state)
{
	struct form *form = state;
	const struct field *list = form_line_at_cursor(form)->field;
	size_t cleared = 0;

	for (size_t i = form->count; (i = next_meant(form, i)) != SIZE_MAX;)
		cleared +=
			edit_make_primary(form->edit, (struct place){ list, form->lines[i].index });
	entries_changed(form, list);
	if (cleared > 0)
		ui_message(ui, ROLE_MESSAGE,
			   ngettext("%zu other is not primary any more.",
				    "%zu others are not primary any more.", cleared),
			   cleared);
}

void form_move_entry(struct form *form, int step)
{
	const struct form_line *line = form_line_at_cursor(form);
	const struct field *list = line->field;
	size_t from = line->index, to = from + (size_t)step;

	if (to >= edit_entry_count(form->edit, list))
		return; /* at either end */
	edit_move_entry(form->edit, (struct place){ list, from }, to);
	entries_changed(form, list);
	line = form_line_of(form, LINE_ENTRY, list, to);
	form_move_to(form, form_line_index(form, line));
}
