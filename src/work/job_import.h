/* job_import.h - a job that writes the rows of an import: new records, changed members, and another key
 * for a record where somebody chose that (N9). Each record is read again just before it is written; one
 * whose changed members are by now neither what they were nor what they are to be is left out, and that
 * is said. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOB_IMPORT_H
#define WORK_JOB_IMPORT_H
#include <stdbool.h>

struct error;
struct job;
struct resource;

/* what: the file's name, for the title. */
struct job *job_new_import(const struct resource *resource, const char *what);

/* Adds a record. becomes is an object with the members that are to be sent, of a new record all it is to
 * have, as JSON text. was is what the same members were; "": there is no such record yet; with the key
 * in it: the record of that key, which becomes this one. Both are kept on the disk; false when that is
 * full. */
bool job_import_add(struct job *job, const char *key, const char *was, const char *becomes,
		    struct error *err);

#endif
