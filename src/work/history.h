/* history.h - what was changed in this session, the newest first: what H lists and z turns round. Kept in memory only, as texts, and no more of them than fit: the oldest go first. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_HISTORY_H
#define WORK_HISTORY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct action;
struct edit;
struct record;
struct resource;

enum {
	HISTORY_MAX = 200,
	HISTORY_BYTES_MAX = 1024 * 1024, /* the newest stays whatever its size */
};

struct saved_change {
	int64_t at_s; /* Unix time */
	const struct resource *resource;
	char *key, *title; /* of the record; "" of a run, which had many */
	bool created;      /* it was made then: nothing stood there before */
	char *before, *after; /* JSON objects of the members that changed; "" of what is no save */
	char *lasting; /* a sentence: why it cannot be turned round, and what can be done; NULL: it can */
	char *summary; /* "Phone: 207-555-0199 -> 207-555-0100; Terms: NET30 -> COD", as it came */
};

struct history; /* opaque */

struct history *history_new(void);
void history_free(struct history *history); /* NULL is fine */

/* What was saved: base became now, and the service has it as saved. Copied. base is NULL for a record
 * that was made. Nothing is kept where nothing came out different. */
void history_add(struct history *history, const struct resource *resource,
		 const struct record *base, const struct record *now, const struct record *saved);

/* What was done and is no save; z does not turn it round. Copied. */
void history_add_action(struct history *history, const struct resource *resource,
			const struct action *action, const char *key, const char *title);
/* A run of action (NULL: it set a field) came to its end. title names it: "Deactivate 38 customers". */
void history_add_run(struct history *history, const struct resource *resource,
		     const struct action *action, const char *title, size_t done, size_t all);

size_t history_count(const struct history *history);
/* How many of the oldest had to go. */
size_t history_dropped(const struct history *history);
/* 0 is the newest; borrowed until the next history_add. */
const struct saved_change *history_at(const struct history *history, size_t i);
/* The newest save of that record; NULL: none. */
const struct saved_change *history_last_of(const struct history *history,
					   const struct resource *resource, const char *key);

struct saved_change *saved_change_copy(const struct saved_change *change);
void saved_change_free(struct saved_change *change); /* of a copy; NULL is fine */

/* False: an action, whose summary is a sentence about title; or a run, whose names the run. */
bool saved_change_is_save(const struct saved_change *change);

/* All of it to read: a line for each field that changed. The caller frees. */
char *saved_change_text(const struct saved_change *change);

/* The change turned round, on the record as the service has it now: the caller's. *since (the caller's
 * to free) names the fields that somebody has changed since, "" when nobody did. NULL: every value is
 * what it was before already. */
struct edit *saved_change_reverse(const struct saved_change *change, const struct record *current,
				  char **since);

#endif
