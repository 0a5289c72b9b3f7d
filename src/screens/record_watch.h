/* record_watch.h - what an action or a save changed is shown at once, in every screen that has the
 * record. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_WATCH_H
#define SCREENS_RECORD_WATCH_H
#include <stdbool.h>

struct app;
struct json;
struct resource;

/* A record is other than it was. Borrowed while it is told. */
struct record_change {
	const struct resource *resource;
	const char *key;
	const struct json *members; /* with what they are now, in the schema's spelling */
	bool whole;   /* members are all the record has: it was read, or saved, just now */
	bool created; /* nobody can have had it before */
	bool gone;    /* it was deleted; members is NULL */
	bool unknown; /* something was done to it, nobody knows what it is by now; members is NULL */
};

/* Embedded in a screen's state, from open to close. */
struct record_watch {
	void (*changed)(void *data, const struct record_change *change);
	void *data;
	struct record_watch *next;
};

void record_watch_begin(struct app *app, struct record_watch *watch);
void record_watch_end(struct app *app, struct record_watch *watch);

void record_watch_tell(struct app *app, const struct record_change *change);

#endif
