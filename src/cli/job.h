/* job.h - one run of a verb: its words, the service it talks to, and how it ends. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_JOB_H
#define CLI_JOB_H
#include <stdbool.h>
#include <stddef.h>

#include "base/output.h"
#include "cli/writer.h"

struct cli_options;
struct client;
struct error;
struct failure;
struct loop;
struct profile;
struct resource;
struct sandbox_process;
struct verb;

enum { EXIT_MISTAKE = 2, EXIT_NO_READER = 128 + 13 /* as the shell reports SIGPIPE */ };

struct job {
	const struct verb *verb;
	const struct cli_options *options;
	const struct resource *resource;
	const char *part;  /* the verb's, instead of a resource; NULL: it has none */
	char *const *keys; /* the words behind the resource */
	size_t key_count;
	struct writer writer;
	struct output output;
	void *state; /* the verb's own */

	struct loop *loop;
	struct client *client; /* from start on */
	struct sandbox_process *sandbox;
	const struct profile *profile;
	int status;
};

/* Runs verb on profile's service, with --sandbox on a sandbox of our own (profile is that of
 * profile_new_sandbox then), and returns the exit status: 0, 1 when something failed, EXIT_MISTAKE for the
 * command line's own mistakes. All that has to be said was said. */
int job_run(const struct verb *verb, const struct cli_options *options,
	    const struct profile *profile);

/* For verbs: the end, once what is still in the buffer is written. */
void job_end(struct job *job);
/* Writes out the buffer; false: it could not, and the job has ended. */
bool job_flush(struct job *job);
/* Says why; the job goes on, and will not return 0. */
void job_complain(struct job *job, const struct failure *failure);
/* Says why and ends. */
void job_fail(struct job *job, const struct failure *failure);

#endif
