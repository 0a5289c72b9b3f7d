/* SPDX-License-Identifier: ISC */
#include "plain/record.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/action.h"
#include "plain/edit.h"
#include "plain/plain_state.h"
#include "plain/record_say.h"
#include "plain/room.h"
#include "plain/say.h"
#include "plain/undo.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/history.h"
#include "work/store_view.h"

struct record_room {
	struct plain *plain;
	const struct resource *resource;
	char *key;
	struct record *record; /* NULL: it did not come yet */
	struct record *in_store; /* as a store sees it; NULL: there is no such thing, or */
	struct error trouble;    /* why it did not come */
	struct client_call *call;
};

struct argument {
	const struct resource *resource;
	const char *key;
	const struct json *row; /* that is no record; NULL: the key is read */
};

static const struct room_class record_room;

/* --- reading ----------------------------------------------------------------------- */

/* NULL: no store has a view of it. */
static const char *store_of(const struct record_room *room)
{
	const char *store = client_info(room->plain->client).store;

	return room->resource->in_store && store && *store ? store : NULL;
}

static void say_all(const struct record_room *room)
{
	const struct store_view view = { room->resource, store_of(room), room->in_store,
					 room->trouble.code ? room->trouble.message : NULL };

	record_say(room->plain, room->resource, room->record, view.store ? &view : NULL);
}

static void store_came(void *data, struct record *record, const struct failure *failure)
{
	struct record_room *room = data;

	room->call = NULL;
	wait_end(room->plain);
	record_free(room->in_store);
	room->in_store = record;
	room->trouble.code = ERROR_NONE;
	if (failure)
		room->trouble = failure->error;
	say_all(room);
}

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct record_room *room = data;

	room->call = NULL;
	if (record) {
		record_free(room->record);
		room->record = record;
		if (store_of(room)) {
			room->call = client_get_in_store(room->plain->client, room->resource, room->key,
							 store_came, room);
			return;
		}
	}
	wait_end(room->plain);
	if (record) {
		say_all(room);
		return;
	}
	say(room->plain, "%s", failure->error.message);
	if (!room->record)
		room_pop(room->plain);
}

static void stopped(void *data)
{
	struct record_room *room = data;

	client_cancel(room->call);
	room->call = NULL;
	if (!room->record)
		room_pop(room->plain);
}

static void read_record(struct record_room *room)
{
	room->call = client_get(room->plain->client, room->resource, room->key, record_came, room);
	wait_begin(room->plain, stopped, room);
}

void plain_record_replace(struct plain *plain, const struct record *record)
{
	struct record_room *room = room_top(plain, &record_room);

	if (!room || !room->record || strcmp(room->key, record_key(record)) != 0)
		return;
	record_free(room->record);
	room->record = record_copy(record);
}

void plain_record_was_acted_on(struct plain *plain, const struct action *action)
{
	struct record_room *room = room_top(plain, &record_room);

	if (!room)
		return;
	if (action->member)
		json_put_take(record_edit(room->record), action->member,
			      json_new_bool(action->value));
	if (action->removes)
		room_pop(plain);
	else if (action->list)
		read_record(room);
}

/* --- commands ------------------------------------------------------------------------ */

static void edit(struct plain *plain, void *state, const char *argument)
{
	struct record_room *room = state;

	plain_edit_open_record(plain, room->resource, room->record, argument);
}

static bool has_actions(struct plain *plain, const void *state)
{
	(void)plain;
	return ((const struct record_room *)state)->resource->action_count;
}

static void act(struct plain *plain, void *state, const char *argument)
{
	struct record_room *room = state;

	action_ask(plain, room->resource, room->record, argument);
}

static bool can_edit(struct plain *plain, const void *state)
{
	(void)plain;
	return ((const struct record_room *)state)->resource->can_update;
}

static const struct saved_change *last_change(const struct plain *plain,
					      const struct record_room *room)
{
	return history_last_of(plain->history, room->resource, room->key);
}

static bool can_undo(struct plain *plain, const void *state)
{
	return last_change(plain, state);
}

static void undo(struct plain *plain, void *state, const char *argument)
{
	(void)argument;
	undo_start(plain, last_change(plain, state));
}

static bool can_take_over(struct plain *plain, const void *state)
{
	(void)plain;
	return ((const struct record_room *)state)->resource->taken_over_as;
}

static void take_over(struct plain *plain, void *state, const char *argument)
{
	struct record_room *room = state;

	(void)argument;
	plain_edit_take_over(plain, room->resource, room->record);
}

static bool has_call(struct plain *plain, const void *state)
{
	(void)plain;
	return resource_has_records(((const struct record_room *)state)->resource);
}

static void say_again(struct plain *plain, void *state, const char *argument)
{
	struct record_room *room = state;

	(void)argument;
	(void)plain;
	say_all(room);
}

static void reload(struct plain *plain, void *state, const char *argument)
{
	(void)plain;
	(void)argument;
	read_record(state);
}

static const struct command commands[] = {
	{ "e", "edit", N_("FIELD"), N_("Change it, or one field of it"), edit, N_("edit"),
	  can_edit },
	{ "x", "actions", N_("ACTION"), N_("What else can be done to it"), act, N_("actions"),
	  has_actions },
	{ "z", "undo", NULL, N_("Undo the last saved change of it"), undo, N_("undo"), can_undo },
	{ "a", "take-over", NULL, N_("Begin a new record with what it says"), take_over,
	  N_("take over"), can_take_over },
	{ "l", "list", NULL, N_("Say it again"), say_again },
	{ "r", "reload", NULL, N_("Ask the service for it again"), reload, .can = has_call },
};

/* Where prices are changed is not to be guessed. */
static void help(struct plain *plain, const void *state)
{
	const struct record_room *room = state;

	if (room->resource->can_update && resource_prices(room->resource))
		say(plain, "%s",
		    _("e lists the prices of each tier as entries, to be changed, added and taken away."));
}

/* --- the room ------------------------------------------------------------------------- */

static void open_room(struct plain *plain, void *state, const void *data)
{
	struct record_room *room = state;
	const struct argument *argument = data;

	room->plain = plain;
	room->resource = argument->resource;
	room->key = xstrdup(argument->key);
	if (argument->row) {
		room->record = record_new_take(room->resource->schema, json_copy(argument->row), NULL);
		say_all(room);
	} else {
		read_record(room);
	}
}

static void close_room(struct plain *plain, void *state)
{
	struct record_room *room = state;

	(void)plain;
	client_cancel(room->call);
	record_free(room->record);
	record_free(room->in_store);
	free(room->key);
}

static void write_prompt(struct plain *plain, void *state, FILE *out)
{
	const struct record_room *room = state;
	bool by_name = !*room->key && room->record;
	char *name = by_name ? record_name(room->record) : xstrdup(room->key), *said = say_value(name);

	(void)plain;
	fputs(said, out);
	free(said);
	free(name);
}

static const struct room_class record_room = {
	.label = N_("Record"),
	.state_size = sizeof(struct record_room),
	ROOM_COMMANDS(commands),
	.open = open_room,
	.prompt = write_prompt,
	.help = help,
	.close = close_room,
};

void plain_record_open(struct plain *plain, const struct resource *resource, const char *key)
{
	room_push(plain, &record_room, &(struct argument){ resource, key, NULL });
}

void plain_record_open_row(struct plain *plain, const struct resource *resource, const struct json *row)
{
	const char *key = json_member_text(row, resource->schema->key);

	room_push(plain, &record_room, &(struct argument){ resource, key ? key : "", row });
}
