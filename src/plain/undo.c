/* SPDX-License-Identifier: ISC */
#include "plain/undo.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/edit.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/record.h"
#include "work/history.h"
#include "work/save_words.h"
#include "work/trouble.h"

struct undo {
	struct plain *plain;
	struct saved_change *change;
	struct client_call *call;
};

static void undo_free(struct undo *undo)
{
	client_cancel(undo->call);
	saved_change_free(undo->change);
	free(undo);
}

static void turn_round(struct undo *undo, const struct record *record)
{
	char *since;
	struct edit *edit = saved_change_reverse(undo->change, record, &since);

	if (!edit) {
		say(undo->plain, "%s", save_words_undone());
		return;
	}
	if (*since) {
		char *note = save_words_since(since);

		say(undo->plain, "%s", note);
		free(note);
	}
	plain_edit_open_review(undo->plain, undo->change->resource, edit);
	free(since);
}

static void record_came(void *data, struct record *record, const struct failure *failure)
{
	struct undo *undo = data;
	struct error err;

	undo->call = NULL;
	wait_end(undo->plain);
	if (record) {
		turn_round(undo, record);
	} else {
		trouble_of_known(failure, undo->change->resource, undo->change->key, &err);
		say(undo->plain, "%s", err.message);
	}
	record_free(record);
	undo_free(undo);
}

static void stopped(void *data)
{
	undo_free(data);
}

void undo_start(struct plain *plain, const struct saved_change *change)
{
	struct error err;

	if (!save_is_allowed(plain->client, change->resource, &err)) {
		say(plain, "%s", err.message);
		return;
	}
	if (change->lasting) {
		say(plain, "%s", change->lasting);
		return;
	}
	struct undo *undo = xcalloc(1, sizeof(*undo));
	*undo = (struct undo){ .plain = plain, .change = saved_change_copy(change) };
	undo->call = client_get(plain->client, change->resource, change->key, record_came, undo);
	wait_begin(plain, stopped, undo);
}
