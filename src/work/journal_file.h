/* journal_file.h - the file below a journal: lines appended, read one by one; for journal*.c alone.
 */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOURNAL_FILE_H
#define WORK_JOURNAL_FILE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct error;
struct json;
struct profile;

/* Behind the name of one that is being written. */
#define JOURNAL_NEW_SUFFIX ".new"

struct journal_file {
	int fd;
	char *path;
	int64_t size; /* up to the end of the last whole line */
};

/* Where profile's are, with a slash at its end; the caller frees. */
char *journal_folder(const struct profile *profile, struct error *err);

/* A new file of that id with what fn writes in it, locked, all of it on the disk. Until then it has
 * another name: what is found is whole. */
bool journal_file_create(struct journal_file *file, const struct profile *profile, const char *id,
			 void (*fn)(void *data, FILE *out), void *data, struct error *err);

/* One that is there. ours: locked, and a last line without its end is taken away; false with
 * ERROR_REFUSED when another program has it. Else it is only read; *live says whether somebody has
 * it. */
bool journal_file_open(struct journal_file *file, const struct profile *profile, const char *id,
		       struct error *err);
bool journal_file_open_to_read(struct journal_file *file, const struct profile *profile,
			       const char *id, bool *live, struct error *err);
void journal_file_close(struct journal_file *file);
void journal_file_remove(struct journal_file *file); /* and closes it */

/* Appends whole lines: all of text, or nothing and false. */
bool journal_file_append(struct journal_file *file, const char *text, size_t len,
			 struct error *err);
bool journal_file_sync(struct journal_file *file, struct error *err);

/* Gives fn each whole line, with the place where it begins, until fn says false. */
void journal_file_each(const struct journal_file *file,
		       bool (*fn)(void *data, const char *line, size_t len, int64_t at), void *data);
/* The line that begins there; NULL when it cannot be read. The caller frees. */
struct json *journal_file_line(const struct journal_file *file, int64_t at);

#endif
