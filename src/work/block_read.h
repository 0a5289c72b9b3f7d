/* block_read.h - reads some of the records of a call again, as many at a time as the pace allows; for
 * blocks alone (block.h). */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_BLOCK_READ_H
#define WORK_BLOCK_READ_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "work/job.h"
#include "work/pace.h"

struct block_read;
struct client_call;
struct failure;
struct record;

struct block_reader {
	struct block_read *read;
	struct client_call *call; /* NULL: free */
	uint8_t item;
};

/* In its owner's memory; zeroed, nothing is under way. */
struct block_read {
	struct job_call *call;
	/* Whether an item is to be a new record: then it is looked for whether somebody has its key, or its
	 * external id (each NULL or "": it has none). NULL: none is. Borrowed until it came. */
	bool (*is_new)(void *data, uint8_t item, const char **key, const char **external_id);
	/* One of them came, or did not: exactly one of the two is NULL, but both where nobody has what was looked
	 * for. The record stays the reader's. */
	void (*came)(void *data, uint8_t item, const struct record *record,
		     const struct failure *failure);
	/* All are read, or the call is to stop. It may be started again, or its owner freed. */
	void (*over)(void *data);
	void *data;
	bool to_the_end; /* even if the call is to stop */

	uint8_t items[JOB_BLOCK_MAX];
	size_t count, next;
	struct block_reader readers[PACE_CALLS_MAX];
};

/* Reads count of the call's items, one at least. */
void block_read_start(struct block_read *read, const uint8_t *items, size_t count);
void block_read_cancel(struct block_read *read);

#endif
