/* SPDX-License-Identifier: ISC */
#include "plain/import.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path_typed.h"
#include "net/loop.h"
#include "plain/ask.h"
#include "plain/plain_state.h"
#include "plain/room.h"
#include "plain/say.h"
#include "plain/wait.h"
#include "schema/resource.h"
#include "work/action_question.h"
#include "work/import.h"
#include "work/import_prices.h"
#include "work/import_records.h"
#include "work/import_sending.h"

enum { SAID_MAX = 20 }; /* rows at a time: they are read aloud */

struct room_state {
	struct plain *plain;
	struct import *import;
	struct import_sending *sending; /* NULL: nothing is sent */
	size_t next;			/* row to be said next */
	struct timer *leaving;		/* it failed: the room is left in the next turn */
};

/* --- what the rows would do ---------------------------------------------------------------------------- */

static void say_summary(const struct room_state *room)
{
	char *text = import_summary(room->import), *note = import_note(room->import);

	say(room->plain, "%s", text);
	if (*note)
		say(room->plain, "%s", note);
	free(note);
	free(text);
}

static void say_row(const struct room_state *room, size_t i)
{
	struct import_row row;

	import_row_read(room->import, i, &row);
	char *key = say_value(row.key), *sentence = say_value(row.sentence);
	if (row.verdict == IMPORT_WRONG)
		say(room->plain, _("Line %u, %s, wrong: %s"), (unsigned)row.line, key, sentence);
	else if (row.verdict == IMPORT_NEW)
		say(room->plain, _("Line %u, %s, new: %s"), (unsigned)row.line, key, sentence);
	else
		say(room->plain, _("Line %u, %s: %s"), (unsigned)row.line, key, sentence);
	free(sentence);
	free(key);
	import_row_finish(&row);
}

/* The next rows that are not as they are already. */
static void say_rows(struct plain *plain, void *state, const char *argument)
{
	struct room_state *room = state;
	size_t said = 0;

	(void)argument;
	for (; room->next < import_row_count(room->import) && said < SAID_MAX; room->next++)
		if (import_verdict_at(room->import, room->next) != IMPORT_SAME) {
			say_row(room, room->next);
			said++;
		}
	if (room->next < import_row_count(room->import)) {
		say(plain, "%s", _("r says more."));
		return;
	}
	say(plain, "%s", _("These were all; those that are the same are left out."));
	room->next = 0;
}

/* --- sending --------------------------------------------------------------------------------------------- */

static void sending_changed(void *data)
{
	struct room_state *room = data;

	if (!import_sending_is_over(room->sending))
		return;
	wait_end(room->plain);
	say(room->plain, "%s", _("Finished."));
	say_summary(room);
	room->next = 0;
}

/* Those under way end by themselves; the rest can be gone on with on the screen. */
static void sending_stopped(void *data)
{
	struct room_state *room = data;

	import_sending_free(room->sending);
	room->sending = NULL;
}

static void answered(void *data, enum typed answer)
{
	struct room_state *room = data;
	struct plain *plain = room->plain;
	struct error err;

	if (answer != TYPED_YES) {
		say(plain, "%s", _("Cancelled, nothing was sent."));
		return;
	}
	room->sending = import_sending_new(room->import, plain->client, plain->loop, sending_changed,
					   room, &err);
	if (room->sending)
		wait_begin(plain, sending_stopped, room);
	else
		say(plain, "%s", err.message);
}

static bool can_write(struct plain *plain, const void *state)
{
	const struct room_state *room = state;

	(void)plain;
	return !room->sending && import_phase(room->import) == IMPORT_COMPARED &&
	       import_send_count(room->import);
}

static void write_all(struct plain *plain, void *state, const char *argument)
{
	struct room_state *room = state;
	size_t count = import_send_count(room->import);

	(void)argument;
	if (client_profile(plain->client)->read_only) {
		say(plain, "%s", _("Read-only mode: nothing was sent."));
		return;
	}
	char *place = action_place(plain->client), *expected = xasprintf("%zu", count);
	char *text = xasprintf(ngettext("Write %'zu row of %s in %s?", "Write %'zu rows of %s in %s?", count),
			       count, import_name(room->import), place);
	ask_typed(plain, text, expected, NULL, answered, room);
	free(text);
	free(expected);
	free(place);
}

static bool has_wrong(struct plain *plain, const void *state)
{
	(void)plain;
	return import_verdict_count(((const struct room_state *)state)->import, IMPORT_WRONG);
}

static void save_wrong(struct plain *plain, void *state, const char *argument)
{
	const struct room_state *room = state;
	size_t count = import_verdict_count(room->import, IMPORT_WRONG);
	char *path = path_typed(argument);
	struct error err;

	if (!*path)
		say(plain, "%s", _("Say where: s and the file's name."));
	else if (import_write_wrong(room->import, path, &err))
		say(plain, ngettext("Wrote %'zu row to %s", "Wrote %'zu rows to %s", count), count, path);
	else
		say(plain, "%s", err.message);
	free(path);
}

static const struct command commands[] = {
	{ "r", "rows", NULL, N_("Say what the rows would do"), say_rows, N_("rows") },
	{ "s", "save-wrong", N_("FILE"), N_("Save the wrong rows as a file"), save_wrong,
	  .can = has_wrong },
	{ "g", "write", NULL, N_("Send what is new or changed"), write_all, N_("write"), can_write },
};

/* --- the room -------------------------------------------------------------------------------------------- */

/* Not while the import tells of it: it goes with the room. */
static void leave(void *data)
{
	struct room_state *room = data;

	room->leaving = NULL;
	wait_end(room->plain);
	room_pop(room->plain);
}

static void import_changed(void *data)
{
	struct room_state *room = data;

	if (room->sending)
		return;
	if (import_phase(room->import) == IMPORT_FAILED) {
		say(room->plain, "%s", import_error(room->import)->message);
		room->leaving = loop_after(room->plain->loop, 0, leave, room);
	} else if (import_phase(room->import) == IMPORT_COMPARED) {
		wait_end(room->plain);
		say_summary(room);
	}
}

static void stopped(void *data)
{
	room_pop(((struct room_state *)data)->plain);
}

static void open_room(struct plain *plain, void *state, const void *argument)
{
	struct room_state *room = state;

	room->plain = plain;
	room->import = *(struct import *const *)argument;
	import_on_change(room->import, import_changed, room);
	wait_begin(plain, stopped, room);
}

static void close_room(struct plain *plain, void *state)
{
	struct room_state *room = state;

	(void)plain;
	timer_cancel(room->leaving);
	import_sending_free(room->sending);
	import_free(room->import);
}

static void write_prompt(struct plain *plain, void *state, FILE *out)
{
	(void)plain;
	fprintf(out, _("Import of %s"), import_name(((struct room_state *)state)->import));
}

static const struct room_class import_room = {
	.label = N_("Import"),
	.state_size = sizeof(struct room_state),
	ROOM_COMMANDS(commands),
	.open = open_room,
	.prompt = write_prompt,
	.close = close_room,
};

void plain_import_open(struct plain *plain, const struct resource *resource, const char *name)
{
	const struct import_options options = { .clear_empty = false };
	char *path = path_typed(name);
	const struct import_class *class = import_prices_is_list(resource, path) ? &import_prices
										 : &import_records;
	struct import *import =
		import_new(plain->client, plain->loop, class, resource, &options, NULL, NULL);
	struct error err;

	if (import_open(import, path, &err) && import_compare(import, &err)) {
		room_push(plain, &import_room, &import);
	} else {
		say(plain, "%s", err.message);
		import_free(import);
	}
	free(path);
}
