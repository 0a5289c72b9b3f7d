/* record_state.h - the inside of a record's screen, for record.c (the screen and what keys do to
 * it) and record_read.c (what it shows). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_STATE_H
#define SCREENS_RECORD_STATE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"
#include "screens/page_view.h"
#include "screens/price_grid.h"
#include "screens/record_store.h"
#include "screens/record_watch.h"
#include "screens/waiting.h"

struct app;
struct client_call;
struct list;
struct record;
struct resource;
struct ui;

struct record_state {
	struct app *app;
	const struct resource *resource;
	struct list *list; /* the record is under its cursor; NULL: opened by its number */
	char *key;
	struct record *record; /* NULL: nothing is known yet */
	bool gone;             /* it was deleted */
	bool sparse;           /* only what its list knows (N17) */
	int64_t read_at_s;     /* when it was read whole; 0: not yet */
	struct client_call *call;
	struct record_store store; /* what a store sees instead */
	struct error error; /* why it could not be read; ERROR_NONE: it could, or is on its way */
	/* A number that no list showed: other kinds of record are asked for it too. */
	size_t next_kind;                  /* of the service's resources */
	const struct resource *first_kind; /* and why it was not that */
	struct error first_error;
	struct waiting waiting;
	struct record_watch watch;
	size_t tab;
	struct page_view view;
	struct price_grid prices; /* in view, on their tab */
};

/* A row of a list that is no record has no call: it is all there is to show. */
bool record_has_call(const struct record_state *state);
/* Makes the page of the open tab anew. */
void record_show_tab(struct record_state *state);
/* Turns to another tab: so many to the right. */
void record_turn_tabs(struct record_state *state, int tabs);
/* Shows record, which is taken over. */
void record_take(struct record_state *state, struct record *record, bool sparse);
/* Asks the service for it. */
void record_read(struct record_state *state);
/* The record under the list's cursor, from the list's row until the service has answered. */
void record_take_row(struct record_state *state);
/* The next or previous record of the list, or a word why not. */
void record_step(struct record_state *state, int rows);

/* Of the screen's class (record_status.c): where it stands in its list, when it was read, or why not. */
void record_write_status(struct ui *ui, void *data, FILE *out);

/* For record_watch.h; and the end of the screen when its record was deleted: those above it go first. */
void record_changed(void *data, const struct record_change *change);
void record_leave_if_gone(struct ui *ui, void *data);

#endif
