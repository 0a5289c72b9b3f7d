/* record_store.h - the record on the screen as its store sees it, read beside it (client_get_in_store). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_STORE_H
#define SCREENS_RECORD_STORE_H

#include "base/error.h"
#include "work/store_view.h"

struct client_call;
struct record_state;

/* Part of a record's screen; a zeroed one knows no store. */
struct record_store {
	char *store;
	struct record *record; /* NULL: not here */
	struct error error;    /* why not; ERROR_NONE: it is, or is on its way */
	struct client_call *call;
	struct store_view view; /* borrows from these */
};

/* Asks for it, where the service has such a thing and the login a store. */
void record_store_read(struct record_state *state);
/* Nothing is known of the store's any more: another record is shown. */
void record_store_forget(struct record_store *store);

/* What stands beside the record; NULL: nothing. Borrowed until the next call of these. */
const struct store_view *record_store_view(struct record_state *state);

#endif
