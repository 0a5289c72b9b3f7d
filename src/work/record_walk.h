/* record_walk.h - record after record, in order: all that a list has, or those of some keys. Rows of a list
 * hold less than their records (N17): where that is not enough, the record is read, four at a time. At
 * most a page of them is in memory. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_RECORD_WALK_H
#define WORK_RECORD_WALK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct client;
struct error;
struct json;
struct query;
struct resource;
struct text_list;

struct record_walk; /* opaque */

/* Called from the loop, never from within a call here. */
struct record_walk_listener {
	/* Whether a row of a list says all that is wanted. NULL: each does. */
	bool (*is_enough)(void *data, const struct json *row);
	/* The next one, an object in the schema's spelling. Borrowed during the call. False: it is
	 * the last one wanted. */
	bool (*record)(void *data, const struct json *object);
	/* Some have come: a good moment to show how far it is. May be NULL. */
	void (*moved)(void *data);
	/* All have come, or err says why not. The walk may be freed here. */
	void (*ended)(void *data, const struct error *err);
	void *data;
};

/* query is copied. */
struct record_walk *record_walk_list(struct client *client, const struct query *query,
				     const struct record_walk_listener *listener);
/* keys are borrowed and must outlive it. */
struct record_walk *record_walk_keys(struct client *client, const struct resource *resource,
				     const struct text_list *keys,
				     const struct record_walk_listener *listener);
void record_walk_free(struct record_walk *walk); /* stops it; NULL is fine */

/* Records so far, and how many there are; total -1: not known. */
void record_walk_progress(const struct record_walk *walk, int64_t *done, int64_t *total);
/* How many were gone when they were to be read: they have been passed over. */
size_t record_walk_gone(const struct record_walk *walk);

#endif
