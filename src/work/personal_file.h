/* personal_file.h - what the service keeps about one person, put into a file of the user's (action->file_name):
 * byte for byte as it came, for its owner alone, over nothing that is there. What was taken has a line in the
 * journal (personal_journal.h). Knows no screen. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PERSONAL_FILE_H
#define WORK_PERSONAL_FILE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/sha256.h"

struct action;
struct client;
struct resource;

/* What came of it. */
struct personal_result {
	const char *path; /* as it was given */
	bool written;
	bool taken; /* not written: something has that name by now */
	size_t bytes;
	char sha256[SHA256_TEXT_SIZE];
	/* Why it was not written; where it was, why the journal has no line of it, else ERROR_NONE. */
	struct error error;
};

struct personal_file; /* opaque: gone when its callback was called, or by personal_file_cancel */

typedef void personal_file_fn(void *data, const struct personal_result *result);

/* Asks the service and writes what it answers to path. Where the path is taken nothing is replaced. */
struct personal_file *personal_file_start(struct client *client, const struct resource *resource,
					  const struct action *action, const char *key, const char *path,
					  personal_file_fn *fn, void *data);
/* Nothing is written any more, and the callback is not called. NULL is fine. */
void personal_file_cancel(struct personal_file *file);

/* A name for the file that nothing has yet: "customer-cus-1002.json", "customer-cus-1002-2.json". Whatever
 * the key, it is no path. The caller frees. */
char *personal_file_name(const struct action *action, const char *key);

/* What people are told of a file that was written: where it is, how large, its SHA-256, who can read it, a line
 * each. The caller frees. */
char *personal_file_words(const struct personal_result *result);

/* "x.json is there already. Nothing is replaced: choose another name." The caller frees. */
char *personal_file_taken(const char *path);

#endif
