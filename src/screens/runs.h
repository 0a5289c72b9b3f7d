/* runs.h - the runs of this program: what is being done to many records, on a screen or in the
 * background; and those that earlier programs have left. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RUNS_H
#define SCREENS_RUNS_H
#include <stdbool.h>
#include <stddef.h>

#include "screens/known_names.h"

struct app;
struct batch;
struct error;
struct job;
struct journal_list;
struct timer;

/* One run; in app->runs until the program leaves the service, or nobody wants it any more: what was done
 * can be looked at and written. */
struct run {
	struct app *app;
	struct batch *batch;
	char *id;             /* of one that was taken up; NULL: it began here */
	char *title;          /* "Deactivate 38 customers" */
	struct known_names names;
	bool was_running;     /* when its listeners were told last */
	struct timer *soon;   /* its screen is to be drawn */
	void (*shown)(void *screen); /* told of what happened; NULL: it is in the background */
	void *screen;
	struct run *next;
};

/* Starts a run of job, which is taken over, and shows it; says why not. */
void runs_start_take(struct app *app, struct job *job);
/* Takes up one that an earlier program has left, and shows it; it stands still. Says why not. */
void runs_take_up(struct app *app, const char *id);

/* The user does not want to see it again or go on with it: it is gone, with its journal. */
void runs_dismiss(struct run *run);
/* Its screen was closed: it goes on in the background. */
void runs_leave(struct run *run);

bool runs_are_running(const struct app *app);

/* Offers what there is to go on with, once for each connection (offers.h); false: nothing. */
bool runs_offer(struct app *app);
/* Those that earlier programs have left, or that others are at, without what was taken up here. */
void runs_left(const struct app *app, struct journal_list *list);
/* One of them came or went: row 1 says how many there are. */
void runs_recount(struct app *app);
void runs_tell_header(struct app *app);

/* Before the client goes: what runs can be taken up later. */
void runs_finish(struct app *app);

#endif
