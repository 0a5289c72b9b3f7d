/* import_run.h - an import from its file to its last line, for the verbs that have one. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_IMPORT_RUN_H
#define CLI_IMPORT_RUN_H

struct import;
struct import_class;
struct import_sending;
struct job;
struct resource;

struct import_run {
	struct job *job;
	struct import *import;
	struct import_sending *sending; /* NULL: nothing is sent yet, or at all */
};

/* Reads path ("-": standard input), compares, and without --dry-run sends. Wrong rows, and those that the
 * service refuses, are told as "FILE:LINE: reason" on standard error, and the summary on standard output;
 * then the job ends, with EXIT_FAILURE where a row was wrong. run is zeroed, and the verb's. */
void import_run_start(struct import_run *run, struct job *job, const struct import_class *class,
		      const struct resource *resource, const char *path);
void import_run_finish(struct import_run *run);

#endif
