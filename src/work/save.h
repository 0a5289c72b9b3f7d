/* save.h - saves an edit without overwriting anybody: reads the record again, compares, then sends
 * what changed. At most one GET and one PUT, and one GET more when the answer has no body. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_SAVE_H
#define WORK_SAVE_H
#include <stdbool.h>

struct client;
struct edit;
struct failure;
struct record;
struct resource;

struct save; /* opaque: gone when its callback was called, or by save_cancel */

enum save_outcome {
	SAVE_DONE,	/* record is the service's version now */
	SAVE_CLASH,	/* nothing was sent: record is the service's version, which moved in a member that we
			   change too */
	SAVE_NOTHING,	/* nothing was sent: the service has every value already; record is its version */
	SAVE_TAKEN,	/* of a new record: somebody has its key or external id; record is theirs */
	SAVE_UNREAD,	/* nothing was sent: failure says why what is there could not be read */
	SAVE_FAILED,	/* failure says why, and whether it may have been applied */
};

/* record is the callback's to free, NULL where the outcome has none; failure is for the last two alone. */
typedef void save_fn(void *data, enum save_outcome outcome, struct record *record,
		     const struct failure *failure);

/* edit is only read during this call. A new record's number and external id are looked up first (N9). */
struct save *save_start(struct client *client, const struct resource *resource,
			const struct edit *edit, save_fn *fn, void *data);
/* What a save of mine, which was before when it was loaded, comes to beside the service's version of now:
 * SAVE_CLASH, SAVE_NOTHING, or SAVE_DONE if *merged is saved, which is theirs with our changes and the caller's
 * to free. */
enum save_outcome save_meet(const struct record *before, const struct record *mine,
			    const struct record *theirs, struct record **merged);
void save_cancel(struct save *save); /* the callback is not called any more; NULL is fine */

#endif
