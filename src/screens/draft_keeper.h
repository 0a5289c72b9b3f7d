/* draft_keeper.h - keeps what is being typed in a file until the service has it: within two seconds
 * of the first key that is not there yet, at once when the program is about to end, so that a dropped
 * line or kill -9 loses two seconds at most. An edit that has no changes left has no file. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_DRAFT_KEEPER_H
#define SCREENS_DRAFT_KEEPER_H
#include <stdbool.h>

struct app;
struct edit;
struct resource;

struct draft_keeper; /* opaque */

/* From when an edit is opened. edit is borrowed; draft_id (taken over) is the draft that it continues,
 * NULL: none. Writes nothing yet. */
struct draft_keeper *draft_keeper_begin(struct app *app, const struct resource *resource,
					const struct edit *edit, char *draft_id);
/* Writes what is not written, then lets go of the file: it stays as long as the edit has changes, for
 * whoever opens the record next. The edit must still be there. NULL is fine. */
void draft_keeper_end(struct draft_keeper *keeper);

/* Something was typed: call it for each key that may have changed the edit. */
void draft_keeper_touched(struct draft_keeper *keeper);

/* At once. A failure is said on the message row, and tried again; typing goes on. */
void draft_keeper_write_now(struct draft_keeper *keeper);

/* The service has it, or the user said discard: the file goes, and nothing is written any more unless
 * something is typed after this. */
void draft_keeper_forget(struct draft_keeper *keeper);

enum draft_state {
	DRAFT_NONE,	/* nothing to keep */
	DRAFT_PENDING,	/* typed, and written within two seconds */
	DRAFT_KEPT,	/* the file says what the edit says */
	DRAFT_FAILED,	/* it could not be written: the file, if there is one, is older */
};

enum draft_state draft_keeper_state(const struct draft_keeper *keeper);
/* "draft kept", "draft not kept": for row 2, translated; "" where there is nothing to say. */
const char *draft_keeper_words(const struct draft_keeper *keeper);

/* All of them, at once: the program ends or is stopped, another profile is chosen. */
void draft_keepers_write_all(struct app *app);
/* Whether one of them has anything to keep; could not write it. */
bool draft_keepers_have_changes(const struct app *app);
bool draft_keepers_have_failed(const struct app *app);

#endif
