/* The room in which a record is edited: its fields as numbered lines. */
/* SPDX-License-Identifier: ISC */
#include "plain/edit_room.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "plain/plain_state.h"
#include "plain/room.h"
#include "plain/say.h"
#include "schema/countries.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "store/draft.h"
#include "work/save.h"

static const struct place whole = { 0 };

/* --- commands ------------------------------------------------------------------------------ */

/* Elsewhere prices are a table of their own (screens/price_matrix.h). */
static void say_prices(struct plain *plain, const void *state)
{
	const struct edit_room *room = state;

	if (resource_prices(room->resource))
		say(plain, "%s",
		    _("Each price of a tier is an entry: its number changes it, the line below the prices "
		      "adds one, remove NUMBER takes one away."));
}

void edit_room_say(struct edit_room *room)
{
	for (size_t i = 0; i < room->complaints.count; i++) {
		const struct complaint *complaint = &room->complaints.rows[i];
		char *text = say_value(complaint->text);

		if (!complaint->field && !complaint->place.list)
			say(room->plain, "%s", text);
		free(text);
	}
	edit_lines_say(room->plain, room->edit, whole, &room->complaints);
	say_prices(room->plain, room);
}

static void say_again(struct plain *plain, void *state, const char *argument)
{
	(void)plain;
	(void)argument;
	edit_room_say(state);
}

static void review(struct plain *plain, void *state, const char *argument)
{
	struct edit_room *room = state;

	(void)plain;
	(void)argument;
	room->drops = false;
	edit_review(room);
}

static bool find_line(struct edit_room *room, const char *word, struct edit_line *line)
{
	struct edit_lines lines;

	edit_lines_find(&lines, room->edit, whole);
	bool found = edit_lines_meant(&lines, room->edit, whole, word, line);
	edit_lines_finish(&lines);
	return found;
}

/* A line of one of two types, as a command wants it; says what it wants where it is none. */
static bool find_of_type(struct edit_room *room, const char *word, enum edit_line_type one,
			 enum edit_line_type other, const char *wanted, struct edit_line *line)
{
	if (find_line(room, word, line) && (line->type == one || line->type == other))
		return true;
	say(room->plain, "%s", wanted);
	return false;
}

static void remove_line(struct plain *plain, void *state, const char *argument)
{
	struct edit_room *room = state;
	struct edit_line line;

	if (!find_of_type(room, argument, LINE_ENTRY, LINE_ATTRIBUTE,
			  _("Say which: remove and the number of an entry or an attribute."),
			  &line))
		return;
	char *raw = edit_line_label(room->edit, &line), *label = say_value(raw);
	if (line.type == LINE_ENTRY)
		edit_remove_entry(room->edit, (struct place){ line.field, line.index });
	else
		edit_remove_attribute(room->edit, line.field, line.index);
	edit_room_changed(room);
	say(plain, _("%s is taken away when this is saved."), label);
	free(label);
	free(raw);
}

static void make_primary(struct plain *plain, void *state, const char *argument)
{
	struct edit_room *room = state;
	struct edit_line line;

	if (!find_of_type(room, argument, LINE_ENTRY, LINE_ENTRY,
			  _("Say which: primary and the number of an entry."), &line))
		return;
	if (!line.field->items->primary) {
		say(plain, "%s", _("None of these is the primary one."));
		return;
	}
	size_t others = edit_make_primary(room->edit, (struct place){ line.field, line.index });
	edit_room_changed(room);
	char *label = edit_line_label(room->edit, &line);
	say(plain,
	    others ? _("%s is the primary one now, another is not any more.")
		   : _("%s is the primary one now."),
	    label);
	free(label);
}

static void rename_line(struct plain *plain, void *state, const char *argument)
{
	struct edit_room *room = state;
	struct edit_line line;

	(void)plain;
	if (find_of_type(room, argument, LINE_ATTRIBUTE, LINE_ATTRIBUTE,
			 _("Say which: rename and the number of an attribute."), &line))
		edit_value_rename(room, &line);
}

static void discard_answered(void *data, bool yes)
{
	struct edit_room *room = data;

	if (!yes)
		return;
	edit_room_drop_draft(room);
	say(room->plain, "%s", _("Discarded."));
	edit_free(room->edit);
	room->edit = NULL;
	room_pop(room->plain);
}

static void discard(struct plain *plain, void *state, const char *argument)
{
	(void)argument;
	ask_yes_no(plain, _("Discard the changes? What was typed is then gone."), discard_answered,
		   state);
}

static bool is_changed(struct plain *plain, const void *state)
{
	(void)plain;
	return edit_is_changed(((const struct edit_room *)state)->edit);
}

static const struct command commands[] = {
	{ "s", "save", NULL, N_("Review the changes, then save"), review, N_("save") },
	{ "l", "list", NULL, N_("Say all fields again"), say_again, N_("list") },
	{ "remove", "remove", N_("NUMBER"), N_("Take an entry or an attribute away"), remove_line },
	{ "primary", "primary", N_("NUMBER"), N_("Make an entry the primary one"), make_primary },
	{ "rename", "rename", N_("NUMBER"), N_("Give an attribute another name"), rename_line },
	{ "d", "discard", NULL, N_("Discard the changes"), discard, .can = is_changed },
};

/* --- the room ------------------------------------------------------------------------------- */

static bool other(struct plain *plain, void *state, const char *line)
{
	struct edit_room *room = state;
	struct edit_line meant;

	(void)plain;
	if (!find_line(room, line, &meant))
		return false;
	edit_value_ask(room, whole, &meant);
	return true;
}

static void begin(struct edit_room *room, const struct edit_argument *argument)
{
	if (argument->review)
		edit_review(room);
	else if (argument->draft_id && !edit_is_new(room->edit))
		edit_room_compare(room);
	else if (!argument->field || !*argument->field)
		edit_room_say(room);
	else if (!other(room->plain, room, argument->field))
		say(room->plain, _("There is no field %s that can be changed."), argument->field);
}

static void open_room(struct plain *plain, void *state, const void *data)
{
	const struct edit_argument *argument = data;
	struct edit_room *room = state;

	*room = (struct edit_room){
		.plain = plain,
		.resource = argument->resource,
		.key = xstrdup(record_key(edit_base(argument->edit))),
		.edit = argument->edit,
		.draft_id = argument->draft_id,
		.drops = argument->review,
	};
	begin(room, argument);
}

/* What was typed stays as a draft. */
static void close_room(struct plain *plain, void *state)
{
	struct edit_room *room = state;

	if (room->draft_id)
		draft_release(plain->drafts, room->draft_id);
	save_cancel(room->save);
	client_cancel(room->call);
	countries_free(room->countries);
	choice_list_finish(&room->listed);
	meeting_finish(&room->meeting);
	complaints_finish(&room->complaints);
	edit_free(room->edit);
	free(room->draft_id);
	free(room->key);
}

static bool may_leave(struct plain *plain, void *state)
{
	const struct edit_room *room = state;

	if (room->draft_id && edit_is_changed(room->edit))
		say(plain, "%s", _("The changes stay as a draft."));
	return true;
}

static void write_prompt(struct plain *plain, void *state, FILE *out)
{
	const struct edit_room *room = state;
	char *key = say_value(room->key);

	(void)plain;
	if (*room->key)
		fprintf(out, _("Edit %s, number or name changes a field"), key);
	else
		fprintf(out, _("%s, number or name changes a field"), _(room->resource->new_title));
	free(key);
}

const struct room_class plain_edit_room = {
	.label = N_("Edit"),
	.state_size = sizeof(struct edit_room),
	ROOM_COMMANDS(commands),
	.open = open_room,
	.prompt = write_prompt,
	.other = other,
	.help = say_prices,
	.may_leave = may_leave,
	.close = close_room,
};
