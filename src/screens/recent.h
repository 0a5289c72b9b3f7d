/* recent.h - the records that were opened last, for the palette. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECENT_H
#define SCREENS_RECENT_H
#include <stddef.h>

struct record;
struct resource;

enum { RECENT_MAX = 20 };

struct recent_record {
	const struct resource *resource;
	char *key;
	char *text; /* the key and the title */
};

/* In struct app; zeroed at start. */
struct recent {
	struct recent_record rows[RECENT_MAX]; /* the newest first, each record once */
	size_t count;
};

void recent_note(struct recent *recent, const struct resource *resource, const struct record *record);
/* Before it goes; each profile has its own (at_profile.h). */
void recent_forget(struct recent *recent);

#endif
