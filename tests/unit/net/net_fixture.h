/* net_fixture.h - a loop, a service that misbehaves as told, and calls to it one after the other.
 */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_NET_FIXTURE_H
#define TESTS_UNIT_NET_FIXTURE_H
#include "unit.h"

#include "base/error.h"
#include "net/call.h"
#include "net/loop.h"
#include "net/net.h"
#include "net/trace.h"
#include "faults/fault_proxy.h"

/* What call_done saw, kept after the callback. */
struct kept_answer {
	int count; /* how often done was called */
	enum outcome outcome;
	int status, tries;
	size_t len;
	int64_t date_unix_s;
	char body[256], content_type[128], message[ERROR_MESSAGE_SIZE];
};

struct fixture {
	struct loop *loop;
	struct net *net;
	struct fault_proxy *proxy;
	struct kept_answer answer;
	struct timer *limit; /* of the run that goes on */
};

#define FAULTS(table) (table), CASES(table)

/* options may be NULL; its origin is filled in. */
void fixture_start(struct fixture *fixture, const struct fault *faults, size_t count,
		   const struct net_options *options);

/* Without a service of its own: calls go to whatever options names. */
void fixture_start_at(struct fixture *fixture, const struct net_options *options);

void fixture_stop(struct fixture *fixture);

/* The proxy's URL with path behind; the caller frees. */
char *fixture_url(const struct fixture *fixture, const char *path);

/* Starts a call to path; fixture_wait runs the loop until its answer came, and fails the test when
 * that takes 20 seconds. */
struct call *fixture_start_call(struct fixture *fixture, const char *method, const char *path,
				const struct request *flags);
void fixture_wait(struct fixture *fixture);

/* Both; a GET. */
void fixture_get(struct fixture *fixture, const char *path);
/* Both; a POST with a body that is neither repeatable nor to be retried. */
void fixture_post(struct fixture *fixture, const char *path);

/* Runs the loop for ms milliseconds, or until somebody stops it. */
void fixture_run_for(struct fixture *fixture, int ms);

#endif
