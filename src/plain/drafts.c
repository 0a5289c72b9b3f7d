/* SPDX-License-Identifier: ISC */
#include "plain/drafts.h"

#include <stdio.h>
#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/edit.h"
#include "plain/number.h"
#include "plain/plain_state.h"
#include "plain/room.h"
#include "plain/say.h"
#include "schema/resource.h"
#include "store/draft.h"
#include "work/draft_open.h"
#include "work/draft_words.h"

/* --- one draft ------------------------------------------------------------------------ */

/* "HRB-1042 Harborline Marine Supply, 2 changes, today 14:02". The caller frees. */
static char *draft_line(const struct plain *plain, const struct draft_info *info)
{
	const char *obstacle = draft_words_obstacle(info);
	char *whole = draft_words_whole(info, plain->client);
	char *changes = draft_words_changes(info), *when = draft_words_when(info);
	char *line = info->trouble ? xasprintf("%s, %s", whole, info->trouble)
				   : xasprintf("%s, %s, %s%s%s", whole, changes, when,
					       obstacle ? ", " : "", obstacle ? obstacle : "");

	free(when);
	free(changes);
	free(whole);
	return line;
}

/* Goes on with it in a room of its own; says why not. */
static bool go_on(struct plain *plain, const struct draft_info *info)
{
	struct error err;
	struct draft_taken taken = draft_open(plain->client, plain->drafts, info, &err);

	if (taken.edit)
		plain_edit_open_draft(plain, taken.resource, taken.edit, taken.id);
	else
		say(plain, "%s", err.message);
	return taken.edit;
}

/* --- all of them ----------------------------------------------------------------------- */

struct drafts_room {
	struct plain *plain;
	struct draft_list list;
	size_t asked; /* which may be discarded */
};

static const struct room_class drafts_room;

static void say_drafts(struct drafts_room *room)
{
	draft_list_finish(&room->list);
	drafts_list(room->plain->drafts, &room->list);
	for (size_t i = 0; i < room->list.count; i++) {
		char *line = draft_line(room->plain, &room->list.rows[i]);

		say(room->plain, "%zu. %s", i + 1, line);
		free(line);
	}
}

/* With the last draft the room has done what it is for. */
static void say_or_leave(struct plain *plain, void *state)
{
	struct drafts_room *room = state;

	say_drafts(room);
	if (!room->list.count)
		room_pop(plain);
}

static void discard_answered(void *data, bool yes)
{
	struct drafts_room *room = data;
	struct error err;

	if (!yes)
		return;
	if (draft_remove(room->plain->drafts, room->list.rows[room->asked].id, &err))
		say(room->plain, "%s", _("Discarded."));
	else
		say(room->plain, "%s", err.message);
	say_or_leave(room->plain, room);
}

/* "HRB-1042 Harborline Marine Supply (2 changes)" is what is lost; of a file that cannot be read,
 * why. */
static char *discard_question(const struct drafts_room *room, const struct draft_info *info)
{
	if (info->trouble)
		return xasprintf(_("Remove this file? %s"), info->trouble);
	char *whole = draft_words_whole(info, room->plain->client);
	char *changes = draft_words_changes(info);
	char *question = xasprintf(_("Discard the draft of %s (%s)?\nWhat was typed is then gone."),
				   whole, changes);

	free(changes);
	free(whole);
	return question;
}

static void discard(struct plain *plain, void *state, const char *argument)
{
	struct drafts_room *room = state;
	size_t number;

	if (!number_read(argument, room->list.count, &number)) {
		say(plain, "%s", _("Say which: d and the draft's number."));
		return;
	}
	const struct draft_info *info = &room->list.rows[number - 1];
	if (info->live || info->ours) {
		say(plain, _("The draft is %s."), draft_words_obstacle(info));
		return;
	}
	room->asked = number - 1;
	char *question = discard_question(room, info);
	ask_yes_no(plain, question, discard_answered, room);
	free(question);
}

static void say_again(struct plain *plain, void *state, const char *argument)
{
	(void)plain;
	(void)argument;
	say_drafts(state);
}

static const struct command commands[] = {
	{ "d", "discard", N_("NUMBER"), N_("Discard a draft"), discard, N_("NUMBER discards") },
	{ "l", "list", NULL, N_("Say again which drafts there are"), say_again },
};

static void open_room(struct plain *plain, void *state, const void *argument)
{
	struct drafts_room *room = state;

	(void)argument;
	room->plain = plain;
	say(plain, "%s", _("Drafts: changes that were not saved"));
	say_drafts(room);
}

static void close_room(struct plain *plain, void *state)
{
	(void)plain;
	draft_list_finish(&((struct drafts_room *)state)->list);
}

static void write_prompt(struct plain *plain, void *state, FILE *out)
{
	(void)plain;
	(void)state;
	fputs(_("Drafts, number goes on with one, b later"), out);
}

static bool other(struct plain *plain, void *state, const char *line)
{
	struct drafts_room *room = state;
	size_t number;

	if (!number_read(line, room->list.count, &number))
		return false;
	go_on(plain, &room->list.rows[number - 1]);
	return true;
}

static const struct room_class drafts_room = {
	.label = N_("Drafts"),
	.state_size = sizeof(struct drafts_room),
	ROOM_COMMANDS(commands),
	.open = open_room,
	.resume = say_or_leave,
	.prompt = write_prompt,
	.other = other,
	.close = close_room,
};

void plain_drafts_open_room(struct plain *plain)
{
	struct draft_list list = { 0 };

	drafts_list(plain->drafts, &list);
	if (list.count)
		room_push(plain, &drafts_room, NULL);
	else
		say(plain, "%s", _("There are no drafts."));
	draft_list_finish(&list);
}

bool plain_drafts_are_open(const struct plain *plain)
{
	return room_top(plain, &drafts_room);
}

/* --- those of one record ----------------------------------------------------------------- */

struct offer {
	struct plain *plain;
	const struct resource *resource;
	char *key;
	struct draft_list list;
	size_t count; /* of that record */
	void (*fn)(void *data, enum draft_answer answer);
	void *data;
};

static size_t count_of(const struct draft_list *list, const struct resource *resource,
		       const char *key)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += draft_info_is_of(&list->rows[i], resource, key);
	return count;
}

static const struct draft_info *nth_of(const struct offer *offer, size_t number)
{
	for (size_t i = 0; i < offer->list.count; i++)
		if (draft_info_is_of(&offer->list.rows[i], offer->resource, offer->key) &&
		    --number == 0)
			return &offer->list.rows[i];
	return NULL;
}

static void ask(struct offer *offer);

static void offer_answered(void *data, const char *line)
{
	struct offer *offer = data;
	enum draft_answer answer = DRAFT_LEFT;
	size_t number = 0;

	if (line && *line && !number_read(line, offer->count + 1, &number)) {
		ask(offer);
		return;
	}
	if (number > offer->count)
		answer = DRAFT_ANEW;
	else if (number && go_on(offer->plain, nth_of(offer, number)))
		answer = DRAFT_CONTINUED;
	offer->fn(offer->data, answer);
	draft_list_finish(&offer->list);
	free(offer->key);
	free(offer);
}

static void ask(struct offer *offer)
{
	struct plain *plain = offer->plain;

	for (size_t i = 1; i <= offer->count; i++) {
		char *line = draft_line(plain, nth_of(offer, i));

		say(plain, _("%zu. Go on with the draft: %s"), i, line);
		free(line);
	}
	say(plain, "%zu. %s", offer->count + 1, _("Start anew; the draft stays as it is"));
	ask_line(plain, _("Number, or an empty line to leave it as it is"), offer_answered, offer);
}

bool plain_drafts_offer(struct plain *plain, const struct resource *resource, const char *key,
			void (*fn)(void *data, enum draft_answer answer), void *data)
{
	struct offer *offer = xcalloc(1, sizeof(*offer));

	*offer = (struct offer){
		.plain = plain, .resource = resource, .key = xstrdup(key), .fn = fn, .data = data
	};
	if (plain->drafts)
		drafts_list(plain->drafts, &offer->list);
	offer->count = count_of(&offer->list, resource, key);
	if (!offer->count) {
		draft_list_finish(&offer->list);
		free(offer->key);
		free(offer);
		return false;
	}
	ask(offer);
	return true;
}
