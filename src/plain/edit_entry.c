/* An entry of a list, such as an address, in a room above its record's. */
/* SPDX-License-Identifier: ISC */
#include "plain/edit_room.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "plain/room.h"
#include "plain/say.h"
#include "schema/field.h"
#include "schema/json.h"

struct entry_room {
	struct edit_room *edit;
	struct place place;
	struct json *untouched; /* a new entry as it began; NULL: it was there before */
};

struct argument {
	struct edit_room *edit;
	struct place place;
	bool is_new;
};

static char *label_of(const struct entry_room *room)
{
	const struct edit_line line = { LINE_ENTRY, room->place.list, room->place.entry };

	return edit_line_label(room->edit->edit, &line);
}

static void say_all(const struct entry_room *room)
{
	char *label = label_of(room);

	say(room->edit->plain, "%s", label);
	edit_lines_say(room->edit->plain, room->edit->edit, room->place, &room->edit->complaints);
	free(label);
}

/* --- commands -------------------------------------------------------------------------------- */

static void say_again(struct plain *plain, void *state, const char *argument)
{
	(void)plain;
	(void)argument;
	say_all(state);
}

static void review(struct plain *plain, void *state, const char *argument)
{
	struct edit_room *edit = ((struct entry_room *)state)->edit;

	(void)argument;
	room_pop(plain);
	edit_review(edit);
}

static void remove_entry(struct plain *plain, void *state, const char *argument)
{
	struct entry_room *room = state;
	char *label = label_of(room);

	(void)argument;
	edit_remove_entry(room->edit->edit, room->place);
	edit_room_changed(room->edit);
	say(plain, _("%s is taken away when this is saved."), label);
	free(label);
	json_free(room->untouched);
	room->untouched = NULL;
	room_pop(plain);
}

static bool has_primary(struct plain *plain, const void *state)
{
	(void)plain;
	return ((const struct entry_room *)state)->place.list->items->primary;
}

static void make_primary(struct plain *plain, void *state, const char *argument)
{
	struct entry_room *room = state;
	char *label = label_of(room);

	(void)argument;
	size_t others = edit_make_primary(room->edit->edit, room->place);
	edit_room_changed(room->edit);
	say(plain,
	    others ? _("%s is the primary one now, another is not any more.")
		   : _("%s is the primary one now."),
	    label);
	free(label);
}

static const struct command commands[] = {
	{ "s", "save", NULL, N_("Review all changes of the record, then save"), review,
	  N_("save") },
	{ "l", "list", NULL, N_("Say all fields again"), say_again, N_("list") },
	{ "remove", "remove", NULL, N_("Take this entry away"), remove_entry },
	{ "primary", "primary", NULL, N_("Make this entry the primary one"), make_primary,
	  .can = has_primary },
};

/* --- the room --------------------------------------------------------------------------------- */

static void open_room(struct plain *plain, void *state, const void *data)
{
	const struct argument *argument = data;
	struct entry_room *room = state;

	(void)plain;
	room->edit = argument->edit;
	room->place = argument->place;
	if (argument->is_new)
		room->untouched = json_copy(edit_object(room->edit->edit, room->place));
	say_all(room);
}

/* A new entry that nobody put anything into is none. */
static void close_room(struct plain *plain, void *state)
{
	struct entry_room *room = state;
	struct edit *edit = room->edit->edit;

	(void)plain;
	if (room->untouched && json_equal(edit_object(edit, room->place), room->untouched)) {
		edit_remove_entry(edit, room->place);
		edit_room_changed(room->edit);
	}
	json_free(room->untouched);
}

static void write_prompt(struct plain *plain, void *state, FILE *out)
{
	char *label = label_of(state);

	(void)plain;
	fprintf(out, _("%s, number or name changes a field, b back"), label);
	free(label);
}

static bool other(struct plain *plain, void *state, const char *line)
{
	struct entry_room *room = state;
	struct edit_lines lines;
	struct edit_line meant;

	(void)plain;
	edit_lines_find(&lines, room->edit->edit, room->place);
	bool found = edit_lines_meant(&lines, room->edit->edit, room->place, line, &meant);
	edit_lines_finish(&lines);
	if (found)
		edit_value_ask(room->edit, room->place, &meant);
	return found;
}

static const struct room_class entry_room = {
	.label = N_("Entry"),
	.state_size = sizeof(struct entry_room),
	ROOM_COMMANDS(commands),
	.open = open_room,
	.prompt = write_prompt,
	.other = other,
	.close = close_room,
};

void plain_edit_entry_open(struct edit_room *room, struct place place, bool is_new)
{
	room_push(room->plain, &entry_room, &(struct argument){ room, place, is_new });
}
