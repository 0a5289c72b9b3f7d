/* SPDX-License-Identifier: ISC */
#include "ui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "ui/form_state.h"

/* Far beyond any field of a customer; a description may be long. */
enum { TEXT_MAX = 256 * 1024 };

struct form *form_new(struct edit *edit, struct place place, const struct complaints *complaints,
		      const char *button, const struct form_client *client, void *data)
{
	struct form *form = xcalloc(1, sizeof(*form));

	*form = (struct form){
		.edit = edit,
		.place = place,
		.complaints = complaints,
		.button = xstrdup(button),
		.client = client,
		.data = data,
	};
	form->round = complaints->round;
	line_edit_init(&form->text, NULL, TEXT_MAX, false);
	form_build_lines(form);
	form_check_typed(form);
	form_enter(form);
	return form;
}

void form_free(struct form *form)
{
	if (!form)
		return;
	form_free_lines(form->lines, form->count);
	line_edit_finish(&form->text);
	form_forget_removed(form);
	free(form->button);
	free(form);
}

/* What the screen was asked to add has come: the cursor goes there, an attribute's value is typed.
 */
static size_t count_of(const struct form *form, const struct field *field)
{
	return field->items ? edit_entry_count(form->edit, field)
			    : edit_attribute_count(form->edit, field);
}

void form_add(struct form *form, const struct field *field)
{
	form->adding = field;
	form->adding_from = count_of(form, field);
	if (field->items)
		form->client->add_entry(form->data, field);
	else
		form->client->add_attribute(form->data, field);
}

static void go_to_added(struct form *form)
{
	const struct field *field = form->adding;
	size_t count = count_of(form, field);
	enum form_line_type type = field->items ? LINE_ENTRY : LINE_ATTRIBUTE;
	const struct form_line *line =
		count > form->adding_from ? form_line_of(form, type, field, count - 1) : NULL;

	if (!line)
		return; /* not yet, or never */
	form_move_to(form, form_line_index(form, line));
	if (type == LINE_ATTRIBUTE)
		form_type_value(form);
}

/* What the screen found since then counts, whatever was thought of a line before. */
static void ask_screen(struct form *form)
{
	if (form->round == form->complaints->round)
		return;
	form->round = form->complaints->round;
	for (size_t i = 0; i < form->count; i++) {
		struct form_line *line = &form->lines[i];

		if (line->verdict == VERDICT_WRONG && !form_check(form, line))
			continue; /* the screen may not have looked at it */
		line->verdict = VERDICT_OF_SCREEN;
		form_find_complaint(form, line);
	}
}

/* Where one was in what is typed: a line that is entered again goes on there. */
struct caret {
	char *text;
	size_t at, first;
};

static struct caret caret_of(const struct form *form)
{
	return (struct caret){ xstrdup(form->text.text), form->text.at, form->text.first };
}

static void put_caret_take(struct form *form, struct caret caret)
{
	if (form->typing && strcmp(form->text.text, caret.text) == 0) {
		form->text.at = caret.at;
		form->text.first = caret.first;
	}
	free(caret.text);
}

void form_refresh(struct form *form)
{
	bool typing = form->typing;
	struct caret caret = caret_of(form);

	form_build_lines(form);
	ask_screen(form);
	form_enter(form);
	if (typing && form_line_at_cursor(form)->type == LINE_ATTRIBUTE)
		form_type_value(form);
	put_caret_take(form, caret);
	if (form->adding)
		go_to_added(form);
}

bool form_commit(struct form *form)
{
	struct form_line *line = form_line_at_cursor(form);
	struct caret caret = caret_of(form);
	bool right = form_check(form, line);

	form_leave(form);
	form_enter(form);
	put_caret_take(form, caret);
	return right;
}

void form_put_text(struct form *form, const char *text)
{
	form_put(form, form_line_at_cursor(form), text);
	form_move(form, 0); /* what is typed next begins with it */
}

/* The line of a field; of a list the first entry, or the line that adds one. */
static struct form_line *line_of_field(struct form *form, const struct field *field)
{
	for (size_t i = 0; field && i < form->count; i++)
		if (form->lines[i].field == field && form->lines[i].type != LINE_HEADING)
			return &form->lines[i];
	return NULL;
}

bool form_go_to(struct form *form, struct place place, const struct field *field)
{
	bool below = place.list && place.list != form->place.list;
	struct form_line *line = below ? form_line_of(form, LINE_ENTRY, place.list, place.entry)
				       : line_of_field(form, field);

	if (!line || line->fixed)
		return false;
	form_move_to(form, form_line_index(form, line));
	return true;
}

bool form_go_to_changed(struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (form_is_changed(form, &form->lines[i])) {
			form_move_to(form, i);
			return true;
		}
	return false;
}

bool form_go_to_wrong(struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->lines[i].complaint && !form->lines[i].warning && !form->lines[i].fixed) {
			form_move_to(form, i);
			if (form->lines[i].type == LINE_ATTRIBUTE)
				form_type_value(form); /* letters are for the value, not commands */
			return true;
		}
	return false;
}

bool form_is_typing(const struct form *form)
{
	return form->typing || form->lines[form->cursor].type == LINE_FIELD;
}

static const char *entry_hint(const struct schema *items)
{
	if (items->any_order)
		return items->primary ? _("d removes at once, u brings back. Space marks several for d, p.")
				      : _("d removes at once, u brings back. Space marks several for d.");
	return items->primary ? _("J K move, d removes at once, u brings back. Space marks several for d, p.")
			      : _("J K move, d removes at once, u brings back. Space marks several for d.");
}

const char *form_hint(const struct form *form)
{
	const struct form_line *line = &form->lines[form->cursor];

	if (form_is_closed(line))
		return _("Enter or Space: the list of values. A letter narrows it, Del empties the "
			 "field.");
	if (form_has_choices(line))
		return _("Type a value, or Enter for those in use.");
	if (form_is_yes_no(form, line))
		return _("Space, Left or Right switch; y and n set it.");
	if (line->type == LINE_ENTRY)
		return entry_hint(line->field->items);
	if (line->type == LINE_ATTRIBUTE && form_is_whole(form, line))
		return _("Objects and lists stay as they are. n changes the name, d removes it at "
			 "once.");
	if (line->type == LINE_ATTRIBUTE && !form->typing)
		return _("Enter changes the value, n the name. d removes at once, u brings back.");
	return "";
}
