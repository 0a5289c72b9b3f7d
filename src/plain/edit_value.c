/* A value of a record being edited: asked for, tried, and asked for again where it is refused. */
/* SPDX-License-Identifier: ISC */
#include "plain/edit_room.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/countries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/pick_item.h"
#include "schema/record.h"
#include "work/choice_items.h"
#include "work/entry_choice.h"

/* An empty line leaves a value as it is: this is how it is emptied. */
static const char empty_word[] = "\"\"";

static const char *text_meant(const char *line)
{
	return strcmp(line, empty_word) == 0 ? "" : line;
}

static char *value_now(const struct edit_room *room)
{
	return edit_line_value(room->edit, room->place, &room->line);
}

/* What it is now, in the service's bytes or ours; then what it was before is told by the review. */
static void say_taken(struct edit_room *room)
{
	char *raw_label = edit_line_label(room->edit, &room->line), *label = say_value(raw_label);
	char *raw = value_now(room), *value = say_value(raw);

	say(room->plain, "%s: %s", label, value);
	free(value);
	free(raw);
	free(label);
	free(raw_label);
}

/* What may not be sent is asked for again: until then the value is what it was. */
static bool put_field(struct edit_room *room, const char *text, struct error *err)
{
	const struct field *field = room->line.field;
	const struct json *value = field_value(field, edit_object(room->edit, room->place));
	struct json *old = value ? json_copy(value) : NULL;

	if (edit_put_text(room->edit, room->place, field, text, err) &&
	    check_field(room->edit, room->place, field, err)) {
		json_free(old);
		return true;
	}
	edit_put_take(room->edit, room->place, field, old);
	return false;
}

static bool put(struct edit_room *room, const char *text, struct error *err)
{
	const struct edit_line *line = &room->line;

	if (line->type == LINE_ATTRIBUTE)
		return edit_put_attribute(room->edit, line->field, line->index, text, err);
	return put_field(room, text, err);
}

/* --- typed --------------------------------------------------------------------------------- */

static void ask_text(struct edit_room *room);

static void text_answered(void *data, const char *line)
{
	struct edit_room *room = data;
	struct error err;

	if (!line || !*line)
		return;
	bool ok = put(room, text_meant(line), &err);
	edit_room_changed(room);
	if (ok) {
		say_taken(room);
		return;
	}
	say(room->plain, "%s", err.message);
	ask_text(room);
}

static void ask_text(struct edit_room *room)
{
	char *raw_label = edit_line_label(room->edit, &room->line), *label = say_value(raw_label);
	char *raw = value_now(room), *value = say_value(raw);
	char *prompt = xasprintf(_("%s, now %s. New value, an empty line leaves it, %s empties it"),
				 label, value, empty_word);

	ask_line(room->plain, prompt, text_answered, room);
	free(prompt);
	free(value);
	free(raw);
	free(label);
	free(raw_label);
}

/* --- chosen --------------------------------------------------------------------------------- */

/* What an entry is known by comes with the value that it is. */
static void name_entry(struct edit_room *room, const char *value)
{
	const struct choice_sources sources = { .listed = &room->listed };
	const char *label = choice_items_label(room->line.field, &sources, value);

	entry_choice_name(room->edit, room->place, room->line.field, label ? label : "");
}

static void value_chosen(void *data, const char *value)
{
	struct edit_room *room = data;
	struct error err;

	if (!value)
		return;
	bool ok = put(room, text_meant(value), &err);
	if (ok)
		name_entry(room, value);
	edit_room_changed(room);
	if (ok)
		say_taken(room);
	else
		say(room->plain, "%s", err.message);
}

static void ask_chosen(struct edit_room *room)
{
	const struct choice_sources sources = { .listed = &room->listed, .countries = room->countries };
	const struct field *field = room->line.field;
	struct choice_items items;
	char *current = value_now(room), *value = say_value(current);
	char *title = xasprintf(_("%s, now %s"), _(field->label), value);

	choice_items_init(&items, field, &sources, current);
	ask_choice(room->plain, &(struct choosing){ .title = title,
						    .note = items.note,
						    .items = items.rows,
						    .count = items.count,
						    .open = items.open,
						    .fn = value_chosen,
						    .data = room });
	choice_items_finish(&items);
	free(title);
	free(value);
	free(current);
}

static void list_came(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct edit_room *room = data;

	room->call = NULL;
	wait_end(room->plain);
	if (failure)
		say(room->plain, "%s", failure->error.message);
	choice_list_finish(&room->listed);
	choice_list_copy(&room->listed, list);
	ask_chosen(room);
}

static void listing_stopped(void *data)
{
	struct edit_room *room = data;

	client_cancel(room->call);
	room->call = NULL;
}

static void ask_field(struct edit_room *room)
{
	const struct field *field = room->line.field;

	choice_list_finish(&room->listed); /* it was another field's */
	if (!field->choices) {
		ask_text(room);
		return;
	}
	if (choice_items_need_countries(field) && !room->countries)
		room->countries = countries_read(NULL);
	if (!choice_items_need_list(field)) {
		ask_chosen(room);
		return;
	}
	room->call = client_choices(room->plain->client, field->choices->source, list_came, room);
	wait_begin(room->plain, listing_stopped, room);
}

/* --- names of attributes ---------------------------------------------------------------------- */

static void ask_name(struct edit_room *room);

/* A new one is given its value next. */
static bool give_name(struct edit_room *room, const char *name, struct error *err)
{
	const struct field *map = room->line.field;

	if (room->line.type == LINE_ATTRIBUTE)
		return edit_rename_attribute(room->edit, map, room->line.index, name, err);
	if (!edit_add_attribute(room->edit, map, name, "", err))
		return false;
	room->line = (struct edit_line){ LINE_ATTRIBUTE, map,
					 edit_attribute_count(room->edit, map) - 1 };
	ask_text(room);
	return true;
}

static void name_answered(void *data, const char *line)
{
	struct edit_room *room = data;
	struct error err;

	if (!line || !*line)
		return;
	if (give_name(room, line, &err)) {
		edit_room_changed(room);
		return;
	}
	say(room->plain, "%s", err.message);
	ask_name(room);
}

static void ask_name(struct edit_room *room)
{
	ask_line(room->plain,
		 room->line.type == LINE_ATTRIBUTE
			 ? _("New name, or an empty line to leave it as it is")
			 : _("Name of the new attribute, or an empty line for none"),
		 name_answered, room);
}

void edit_value_rename(struct edit_room *room, const struct edit_line *line)
{
	room->place = (struct place){ 0 };
	room->line = *line;
	ask_name(room);
}

/* --- a line --------------------------------------------------------------------------------------
 */

static void add_entry(struct edit_room *room, const struct field *list)
{
	const char *group = edit_missing_group(room->edit, list);
	struct place place = { list, edit_add_entry(room->edit, list, group) };

	plain_edit_entry_open(room, place, true);
}

void edit_value_ask(struct edit_room *room, struct place place, const struct edit_line *line)
{
	room->place = place;
	room->line = *line;
	switch (line->type) {
	case LINE_FIELD:
		ask_field(room);
		break;
	case LINE_ATTRIBUTE:
		ask_text(room);
		break;
	case LINE_ADD_ATTRIBUTE:
		ask_name(room);
		break;
	case LINE_ENTRY:
		plain_edit_entry_open(room, (struct place){ line->field, line->index }, false);
		break;
	case LINE_ADD_ENTRY:
		add_entry(room, line->field);
		break;
	}
}
