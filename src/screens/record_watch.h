/* record_watch.h - what an action changed is shown at once, in every screen that has the record. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_WATCH_H
#define SCREENS_RECORD_WATCH_H

struct app;
struct json;
struct resource;

/* One member of a record has another value now. */
struct record_change {
	const struct resource *resource;
	const char *key;
	const char *member;
	const struct json *value;
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
