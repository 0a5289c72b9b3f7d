/* drafts.h - changes that were typed and never saved, offered again: after a login, by "drafts",
 * and when the same record is edited. Those that another window has open are named, never taken. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_DRAFTS_H
#define PLAIN_DRAFTS_H
#include <stdbool.h>

struct plain;
struct resource;

/* The room with the drafts; says so where there are none. */
void plain_drafts_open_room(struct plain *plain);
bool plain_drafts_are_open(const struct plain *plain);

enum draft_answer {
	DRAFT_CONTINUED, /* the draft is open now, in a room of its own */
	DRAFT_ANEW,      /* from the record as it is; the draft stays */
	DRAFT_LEFT,      /* neither */
};

/* Before a record is changed (key "": a new one is begun): when there is a draft of it, asks which,
 * and returns true; fn is then called exactly once. False: there is none, and fn is not called. */
bool plain_drafts_offer(struct plain *plain, const struct resource *resource, const char *key,
			void (*fn)(void *data, enum draft_answer answer), void *data);

#endif
