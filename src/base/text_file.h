/* text_file.h - many texts that are too much for memory, in a temporary file without a name: gone with the
 * program, however it ends. Eight bytes of memory for each. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_TEXT_FILE_H
#define BASE_TEXT_FILE_H
#include <stdbool.h>
#include <stddef.h>

struct error;

struct text_file; /* opaque */

/* The file lies among the program's state, not in /tmp, which may be memory. NULL with the reason. */
struct text_file *text_file_new(struct error *err);
void text_file_free(struct text_file *file); /* NULL is fine */

/* Appends a text of len bytes, NULs welcome. False when the disk is full: then it is as it was. */
bool text_file_add(struct text_file *file, const char *text, size_t len, struct error *err);

size_t text_file_count(const struct text_file *file);
/* With a NUL behind it; len may be NULL. The caller frees. NULL when it cannot be read. */
char *text_file_at(const struct text_file *file, size_t i, size_t *len);

#endif
