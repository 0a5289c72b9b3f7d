/* save_words.h - what people are told about a save: before it, and what came of it. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_SAVE_WORDS_H
#define WORK_SAVE_WORDS_H
#include <stdbool.h>
#include <stddef.h>

struct client;
struct edit;
struct error;
struct record;
struct resource;

/* Whether records of resource can be changed here: the service can, and the profile is not
 * read-only. False with the sentence to say. */
bool save_is_allowed(const struct client *client, const struct resource *resource,
		     struct error *err);

/* Sentences; the caller frees. */

/* "Saved 2 changes to HRB-1042. z undoes them." */
char *save_words_done(bool is_new, size_t changes, const char *key);
/* "Discarded 2 changes to HRB-1042. z brings them back."; key "": of a new record. */
char *save_words_discarded(size_t changes, const char *key);
/* "2 fields are wrong, nothing was sent." */
char *save_words_wrong(size_t fields);
/* "HRB-1042 is taken by Harborline Marine Supply.", "EXT-7 is taken by HRB-1042 Harborline ...":
 * value is theirs. */
char *save_words_taken(const char *value, const struct record *theirs);
/* The same after a save of edit that theirs was in the way of (SAVE_TAKEN). */
char *save_words_in_the_way(const struct edit *edit, const struct record *theirs);
/* Above the review of an undo, where somebody has changed those fields since
 * (saved_change_reverse). */
char *save_words_since(const char *fields);

/* "Saving replaces all 5 stored prices: ..." (price_words.h); NULL where edit leaves them alone, or there
 * are none. */
char *save_words_prices(const struct resource *resource, const struct edit *edit);

/* Translated sentences that are always the same. */
const char *save_words_unchanged(void); /* nothing to send */
const char *save_words_nothing(void);   /* SAVE_NOTHING */
const char *save_words_undone(void);    /* an undo that has nothing to turn round */
const char *save_words_cancelled(void); /* the user said no */

#endif
