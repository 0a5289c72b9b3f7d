/* verb.h - what nymble-tui does without a screen: one row a verb. A verb checks its words before
 * anything is sent, then runs as a chain of calls in the loop. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_VERB_H
#define CLI_VERB_H
#include <stdbool.h>
#include <stddef.h>

struct error;
struct job;
struct resource;

struct verb {
	const char *name;
	const char *words;         /* N_(): what stands behind it, for the usage */
	const char *help;          /* N_(): what it does */
	unsigned scope;            /* which options it takes (enum cli_scope) */
	size_t min_keys, max_keys; /* words behind the resource */
	/* Where it is no resource that stands behind the verb: words that may, NULL-terminated (job->part);
	 * the resource is the first that is meant. NULL: a resource. */
	const char *const *parts;
	bool (*is_meant)(const struct resource *resource);
	size_t state_size;         /* job->state: zeroed, the verb's own */

	/* Looks at words and options. False: a mistake on the command line. */
	bool (*prepare)(struct job *job, struct error *err);
	/* The client is there: starts the first call. Ends with job_end or job_fail. */
	void (*start)(struct job *job);
	void (*finish)(struct job *job); /* frees what prepare made; may be NULL */
};

extern const struct verb verb_list;
extern const struct verb verb_get;
extern const struct verb verb_export;
extern const struct verb verb_import;
extern const struct verb verb_prices;
extern const struct verb verb_activate;
extern const struct verb verb_deactivate;

/* The verbs in the order of --help; NULL behind the last. */
const struct verb *verb_at(size_t i);

/* By name; NULL with the nearest. */
const struct verb *verb_find(const char *name, struct error *err);

#endif
