/* batch.h - runs a job: a few calls at a time, fewer when the service asks for a pause. Everything
 * is in a journal before it is sent, so that a run outlives the program. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_BATCH_H
#define WORK_BATCH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "work/journal.h"

struct client;
struct error;
struct job;
struct loop;

struct batch; /* opaque */

/* What happens; functions are called from the loop, never from within those below. */
struct batch_listener {
	/* Counts are others now; also when it stopped, or everything has ended. */
	void (*changed)(void *data);
	void (*item_done)(void *data, size_t item);
	void *data;
};

/* Writes the journal and begins. job is taken over, also when it fails: NULL with the reason. */
struct batch *batch_new_take(struct client *client, struct loop *loop, struct job *job,
			     const struct batch_listener *listener, struct error *err);
/* Takes a run of an earlier program up; it stands still until batch_go_on. NULL with the reason. */
struct batch *batch_resume(struct client *client, struct loop *loop, const char *id,
			   const struct batch_listener *listener, struct error *err);
/* Cancels what is under way; the journal stays unless everything is done. NULL is fine. */
void batch_free(struct batch *batch);
/* The same, and the journal goes too: nobody wants to go on with it. */
void batch_dismiss_take(struct batch *batch);

const struct job *batch_job(const struct batch *batch);
size_t batch_count(const struct batch *batch, enum item_state state);
enum item_state batch_state(const struct batch *batch, size_t item);
/* Whether a call about it is under way; many of a block under way wait for their turn. */
bool batch_is_asked(const struct batch *batch, size_t item);
/* Why an item failed, or may be done; "" for the others. status 0: none. The caller frees. */
char *batch_reason(const struct batch *batch, size_t item, int *status);

bool batch_is_running(const struct batch *batch);  /* calls are under way, or will be */
bool batch_is_stopping(const struct batch *batch); /* only those under way are waited for */
/* Why it stopped by itself: the journal cannot be written, nobody answers, the login was given up.
 * NULL: it did not. Borrowed until it goes on. */
const char *batch_trouble(const struct batch *batch);
/* Seconds until all is done at the pace so far; -1: not known yet. */
int64_t batch_left_s(const struct batch *batch);

/* No call is started any more; those under way end by themselves. */
void batch_stop(struct batch *batch);
/* Goes on with what was not sent; with again also what failed, or may have been done: that is
 * looked at first. */
void batch_go_on(struct batch *batch, bool again);

#endif
