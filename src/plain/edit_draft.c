/* The draft of what is being edited, and the service's version that it goes on from. */
/* SPDX-License-Identifier: ISC */
#include "plain/edit_room.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/record.h"
#include "store/draft.h"
#include "work/trouble.h"

static void write_draft(struct edit_room *room)
{
	struct plain *plain = room->plain;
	struct error err;
	bool ok = true;

	if (!plain->drafts)
		return;
	if (edit_is_changed(room->edit))
		ok = draft_save(plain->drafts, room->resource, room->edit, &room->draft_id, &err);
	else if (room->draft_id)
		edit_room_drop_draft(room);
	if (!ok && !room->draft_failed)
		say(plain, _("The draft is not kept: %s"), err.message);
	room->draft_failed = !ok;
}

void edit_room_drop_draft(struct edit_room *room)
{
	struct error err;

	if (room->draft_id && !draft_remove(room->plain->drafts, room->draft_id, &err))
		say(room->plain, "%s", err.message);
	free(room->draft_id);
	room->draft_id = NULL;
}

void edit_room_changed(struct edit_room *room)
{
	complaints_clear(&room->complaints);
	write_draft(room);
}

/* --- a draft goes on from what the service has by now --------------------------------------- */

/* What was typed is worth more than what is not known: a save compares again. */
static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct edit_room *room = data;
	struct error err;

	room->call = NULL;
	wait_end(room->plain);
	if (!record) {
		trouble_of_known(failure, room->resource, room->key, &err);
		say(room->plain, _("Not compared with the service yet: %s"), err.message);
	} else if (meeting_take(&room->meeting, room->edit, record)) {
		edit_room_changed(room);
	} else {
		say(room->plain, "%s",
		    _("Somebody has changed this meanwhile; saving asks whose values to take."));
	}
	edit_room_say(room);
}

static void comparing_stopped(void *data)
{
	struct edit_room *room = data;

	client_cancel(room->call);
	room->call = NULL;
}

void edit_room_compare(struct edit_room *room)
{
	room->call = client_get(room->plain->client, room->resource, room->key, record_came, room);
	wait_begin(room->plain, comparing_stopped, room);
}
