/* sandbox_process.h - our own nymble-sandbox as a child: the product without an account. */
/* SPDX-License-Identifier: ISC */
#ifndef API_SANDBOX_PROCESS_H
#define API_SANDBOX_PROCESS_H
#include <stdbool.h>

struct error;
struct loop;
struct profile;

struct sandbox_process; /* opaque */

/* profile is the one of sandbox_process_start with the address and the sample administrator's login, and is
 * borrowed; NULL: it did not start, and err says why in its own words where it had some. Called once, never
 * before sandbox_process_start returned. */
typedef void sandbox_ready_fn(void *data, const struct profile *profile, const struct error *err);

/* For a profile of profile_new_sandbox, which is copied: its api says which of the sample logins is read
 * (struct sandbox_words of api/dialect.h). Runs "nymble-sandbox --port 0 --lifeline 3": on a free loopback port, with the database that all
 * sandboxes of the user share; it ends when descriptor 3 does, which is when we do, even by kill -9
 * (net/child.h). It is looked for beside our own binary (in a build tree too), else in PATH. Reads
 * the lines nymble-sandbox(1) describes; nothing secret stands on the command line. NULL when it
 * cannot be started at all. */
struct sandbox_process *sandbox_process_start(struct loop *loop, const struct profile *profile,
					      sandbox_ready_fn *ready, void *data, struct error *err);
/* Ends it; ready is not called any more. NULL is fine. */
void sandbox_process_free(struct sandbox_process *process);

#endif
