/* import_item.h - one row that a job_import sends: what its record was when it was looked at, and what it is to
 * become; for job_import.c, and for calls of many such rows. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_ITEM_H
#define WORK_IMPORT_ITEM_H
#include <stdbool.h>
#include <stddef.h>

struct action;
struct batch_class;
struct edit;
struct job;
struct json;
struct record;

struct import_item {
	const struct job *job;
	const char *name;	    /* the record's key, or what a new one is called until it has one */
	struct json *was, *becomes; /* was is NULL: it is new; becomes is NULL: it cannot be read any more */
};

void import_item_read(struct import_item *item, const struct job *job, size_t i);
void import_item_finish(struct import_item *item); /* a zeroed one is fine */

/* Of a record that gets another key (N9): the one it had; NULL: it keeps its own. Borrowed. */
const char *import_item_old_key(const struct import_item *item);
/* What a new one can be found by; NULL: it has none. Borrowed. */
const char *import_item_new_key(const struct import_item *item);
const char *import_item_external_id(const struct import_item *item);
bool import_item_is_traceable(const struct import_item *item); /* it has either */

/* The action behind after (NULL: the first) that sets a member (enum field_write); NULL: none is left. */
const struct action *import_item_action(const struct import_item *item, const struct action *after);

/* The changes of a record that is there; those that actions do are left out. The caller frees. */
struct edit *import_item_edit(const struct import_item *item);
/* The same in another version of it. */
void import_item_put(const struct import_item *item, struct edit *edit);

/* Whether theirs is what was sent: then it was done before. */
bool import_item_is_there(const struct import_item *item, const struct record *theirs);

/* Why it is not done: somebody else changed it, or a new one has a key or external id that theirs has. The
 * caller frees. */
char *import_item_moved(const struct import_item *item, const struct record *theirs);
char *import_item_taken(const struct import_item *item, const struct record *theirs);

extern const struct batch_class import_item_many;

#endif
