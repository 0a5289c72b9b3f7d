/* atomic_file.h - files that are either the old text or the new one, never half of it. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_ATOMIC_FILE_H
#define BASE_ATOMIC_FILE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct error;

/* Writes a temporary file beside path (mode 0600), syncs it and renames it over path; makes the
 * folder if need be. A link at path is replaced, never followed. */
bool atomic_file_write(const char *path, const void *data, size_t len, struct error *err);

/* The same where nothing is to be replaced: whatever is at path, a link too, is left alone, and *taken says
 * so (may be NULL). */
bool atomic_file_write_new(const char *path, const void *data, size_t len, bool *taken, struct error *err);

/* The same for what is written bit by bit: until it is ended, nobody sees any of it. */
struct atomic_file; /* opaque */
struct atomic_file *atomic_file_begin(const char *path, struct error *err);
FILE *atomic_file_stream(const struct atomic_file *file); /* borrowed: do not close it */
/* Ends it, and says false where anything before could not be written: then there is no file. */
bool atomic_file_end_take(struct atomic_file *file, struct error *err);
void atomic_file_drop_take(struct atomic_file *file); /* as if it had never been; NULL is fine */

/* The whole file, NUL-terminated, at most max_len bytes; the caller frees. NULL with ERROR_MISSING
 * when there is none, ERROR_SYSTEM otherwise. A link is not followed. */
char *atomic_file_read(const char *path, size_t max_len, size_t *len, struct error *err);

#endif
