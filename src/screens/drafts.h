/* drafts.h - changes that were typed and never saved, offered again: after a login, by :drafts, and
 * when the same record is opened. Those that another window has open are named, never taken. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_DRAFTS_H
#define SCREENS_DRAFTS_H
#include <stdbool.h>

#include "ui/screen.h"

struct app;
struct draft_info;
struct drafts;
struct error;
struct resource;

/* The drafts of the service that app is connected to (store/draft.h). Borrowed until it connects to
 * another one; NULL with the reason when there is no folder for them. */
struct drafts *drafts_of(struct app *app, struct error *err);
/* Before the client goes: drafts_of opens those of the next one. */
void drafts_forget(struct app *app);

/* Offers what is there, over the lists, once for each connection (offers.h). */
void drafts_offer_all(struct app *app);
/* The list of drafts, a box over the screen; says so when there is none. */
void drafts_open_screen(struct app *app);
/* Takes that draft and goes on with it in a form; says why not. */
bool drafts_continue(struct app *app, const struct draft_info *info);

/* A draft came or went: row 1 says how many there are. */
void drafts_recount(struct app *app);

enum draft_answer {
	DRAFT_CONTINUED, /* the draft is open now, in a form of its own */
	DRAFT_ANEW,	 /* from the record as it is; the draft stays until it is discarded */
	DRAFT_LEFT,	 /* neither */
};

/* Before a record is opened to be changed (key "": a new one is begun): when there is a draft of it, asks
 * which, and returns true; fn is then called exactly once, with the question off the screen. False:
 * there is none, and fn is not called. */
bool draft_offer(struct app *app, const struct resource *resource, const char *key,
		 void (*fn)(void *data, enum draft_answer answer), void *data);

extern const struct screen_class drafts_screen;

#endif
