/* journal.h - a run as it stands, in a file: what is to be done, and of each item whether its call
 * was begun and how it ended. Whatever kills the program, another one can go on where it was and
 * does nothing twice.
 *
 * runs/ID.jsonl in the profile's folder (store/profile_place.h), mode 0600, locked by the program
 * that runs it. One JSON value a line, only ever appended to:
 *
 *   {"run":1,"profile":"shop","url":"https://...","resource":"customers","job":"act",...,"items":2}
 *   {"key":"HRB-1042"}                       an item each, in order
 *   {"key":"HRB-1043","was":"NET30"}         with what its class writes of it (work/job.h)
 *   {"start":[0,1]}                          on the disk before the calls leave
 *   {"done":0}
 *   {"failed":1,"status":403,"text":"..."}   also "unknown": may have been applied
 *
 * A last line without its end was being written when the program was killed: it says nothing. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOURNAL_H
#define WORK_JOURNAL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "work/job.h"

struct error;
struct profile;

struct journal; /* opaque */

/* How it stands with one item; a byte each. */
enum item_state {
	ITEM_WAITING,
	ITEM_DONE,
	ITEM_FAILED,
	ITEM_MAY_BE_DONE,
	ITEM_UNDER_WAY,
	ITEM_STATES,
};

enum {
	ITEM_STATE = 0x0f,   /* the part of the byte with the state */
	ITEM_STARTED = 0x40, /* its start is in the journal already */
	ITEM_LOOK = 0x80,    /* its call may have been sent: look first */
};

/* Begins a file with job's items, all of it on the disk when this returns. NULL with the reason. */
struct journal *journal_create(const struct profile *profile, const struct job *job,
			       struct error *err);

/* Lets go of the file; it stays. NULL is fine. */
void journal_close(struct journal *journal);
/* Removes it too: everything is done, or the user does not want it any more. */
void journal_remove_take(struct journal *journal);

/* Says that the calls of these items may leave; on the disk when this returns true. */
bool journal_start(struct journal *journal, const uint32_t *items, size_t count, struct error *err);

/* Says how one ended. Written, but not waited for: what a power cut loses is looked at again.
 * Returns where its line is, for journal_reason; -1 when it cannot be written. */
int64_t journal_end(struct journal *journal, uint32_t item, const struct job_result *result,
		    struct error *err);

/* The text and status of a line that journal_end wrote; "" when it cannot be read any more. The
 * caller frees. */
char *journal_reason(const struct journal *journal, int64_t at, int *status);

/* --- those of earlier programs ------------------------------------------------------------------
 */

struct journal_info {
	char *id;
	char *title;        /* "Deactivate 38 customers"; the file's name where it cannot be read */
	int64_t begun_at_s; /* Unix time */
	size_t count[ITEM_STATES]; /* of items; those under way may have been sent */
	bool live;                 /* another program runs it now */
	char *trouble;             /* it cannot be read: why. NULL: it can */
};

struct journal_list {
	struct journal_info *rows; /* the newest first */
	size_t count;
};

struct client;

/* Those of the client's profile, without those that this program has open. */
void journals_list(const struct client *client, struct journal_list *list);
void journal_list_finish(struct journal_list *list); /* a zeroed one is fine */
void journal_info_finish(struct journal_info *info); /* of one row */

/* What a file says, and the file itself, this program's now. */
struct journal_content {
	struct job *job;
	uint8_t *states; /* a byte for each item */
	int64_t *lines;  /* of each item that failed: for journal_reason */
};

void journal_content_finish(struct journal_content *content); /* a zeroed one is fine */

/* Refuses one that another program has (ERROR_REFUSED), or that cannot be read. content is the
 * caller's. */
struct journal *journal_open(const struct client *client, const char *id,
			     struct journal_content *content, struct error *err);
/* Removes the file of that id, unless another program has it. */
bool journal_discard(const struct client *client, const char *id, struct error *err);

#endif
