/* export_run.h - an export from its first call to the end of the job, for the verbs that have one. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_EXPORT_RUN_H
#define CLI_EXPORT_RUN_H

struct export;
struct export_order;
struct job;

struct export_run {
	struct job *job;
	struct export *export;
};

/* Writes what order says to the job's FILE ("-": standard output), as design.md 11 has it for programs: with
 * , and . whatever the locale. A FILE that is there is refused without --force. Then the job ends. run is
 * zeroed, and the verb's; of order nothing but query and keys need outlive the call. */
void export_run_start(struct export_run *run, struct job *job, const struct export_order *order);
void export_run_finish(struct export_run *run);

#endif
