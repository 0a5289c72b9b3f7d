/* block.h - one call of a job whose items are sent together: which of them have ended, which go next, and how
 * that is told. For the classes whose calls are blocks alone (price_block.c, batch_block.c). */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_BLOCK_H
#define WORK_BLOCK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "work/block_read.h"
#include "work/halves.h"
#include "work/job.h"

struct client_call;
struct failure;

/* The first member of its owner's own. Items are counted within the call. Zeroed but for call, nothing is
 * under way. */
struct block {
	struct job_call *call;
	struct block_read read;
	bool over[JOB_BLOCK_MAX]; /* how it ended was told */
	struct halves halves;	  /* what is to be sent */
	struct client_call *sending;
};

/* How an item ended. */
void block_end(struct block *block, uint8_t item, const struct job_result *result);
void block_end_as(struct block *block, uint8_t item, enum job_outcome outcome, const char *text);
/* By a call of its own, or by one that it was sent in with others: a 404 of that one says nothing of it. */
void block_end_failed(struct block *block, uint8_t item, const struct failure *failure);
void block_end_unsent(struct block *block, uint8_t item, const struct failure *failure);
/* Whether a failure is about what was sent, and not about who sent it or how the service is: fewer of it may
 * pass. */
bool block_refused_as_wrong(const struct failure *failure);
/* All that have not ended: the user wants no more to be sent. */
void block_end_stopped(struct block *block);

/* The items that have not ended, into items; how many they are. */
size_t block_items_left(const struct block *block, uint8_t *items);

/* Says of the part that is next whether a call is about it just now. */
void block_note_asked(struct block *block, bool asked);
/* The answer for the part that was sent is here. */
void block_answered(struct block *block);

/* Stops what is under way. */
void block_cancel(struct block *block);

#endif
