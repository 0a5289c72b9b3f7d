/* row_reads.h - the whole records of rows that a screen shows and that hold too little (N17): read a few at a
 * time, those that are not shown any more given up. Records are kept as JSON text, and no more of them than
 * some screens show. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_ROW_READS_H
#define WORK_ROW_READS_H
#include <stddef.h>

struct client;
struct error;
struct resource;
struct text_list;

struct row_reads; /* opaque */

enum { ROW_READS_KEPT = 128, ROW_READS_AT_ONCE = 4 };

/* changed is called from the loop when a record came or could not be had. */
struct row_reads *row_reads_new(struct client *client, const struct resource *resource,
				void (*changed)(void *data), void *data);
void row_reads_free(struct row_reads *reads); /* stops what is under way; NULL is fine */

/* These rows are shown now: reads those that it does not have, the first ROW_READS_KEPT at most. One that
 * failed is not tried again. */
void row_reads_want(struct row_reads *reads, const struct text_list *keys);
/* Nothing is wanted any more, until the next row_reads_want with other keys. */
void row_reads_stop(struct row_reads *reads);
/* All of it is read anew. */
void row_reads_forget(struct row_reads *reads);

enum row_read_state {
	ROW_NOT_READ, /* not asked for, or stopped */
	ROW_AWAITED,
	ROW_READ,
	ROW_FAILED,
};

/* *json is the record where it was read, *err why not where that failed; both borrowed until the next call. */
enum row_read_state row_reads_find(const struct row_reads *reads, const char *key, const char **json,
				   const struct error **err);

#endif
