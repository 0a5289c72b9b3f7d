/* fixture.h - a small sandbox in memory, asked without HTTP: two organizations, a few records, a
 * login of each role. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_SANDBOX_FIXTURE_H
#define TESTS_SANDBOX_FIXTURE_H
#include "sandbox/exchange.h"
#include "sandbox/service.h"

/* Who asks. Northpoint has customers of SR-1, A-3 of SR-2, A-4 (inactive) of SR-1;
 * products P-1 (with prices of two tiers), P-2, and P-3, which is inactive. CUSTOMER belongs to
 * A-1, whose tier is Wholesale. The other organization has A-1 too, called "Aurora One", and no
 * product. */
enum who { NOBODY, ADMIN, SALES_REP, CUSTOMER, OTHER_ADMIN, WHO_COUNT };

struct fixture {
	struct service service;
	char *tokens[WHO_COUNT];
};

void fixture_start(struct fixture *fixture);
void fixture_stop(struct fixture *fixture);

/* Logs in again; the old token stays what it is. */
void fixture_log_in(struct fixture *fixture, enum who who);

/* Sends a request, body may be NULL. The caller calls reply_finish. */
struct reply ask(struct fixture *fixture, enum who who, const char *method, const char *target,
		 const char *body);
/* The same for its body as a tree, which must be JSON; the caller frees. */
struct json *ask_json(struct fixture *fixture, enum who who, const char *method, const char *target,
		      const char *body);
/* The same for its status alone. */
int ask_status(struct fixture *fixture, enum who who, const char *method, const char *target,
	       const char *body);
/* With these header values, which may be NULL. */
int ask_with(struct fixture *fixture, const char *authorization, const char *api_key);

/* The body of a GET with a static key; the caller frees. */
char *ask_body(struct fixture *fixture, const char *api_key, const char *target);

#endif
