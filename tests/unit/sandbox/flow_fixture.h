/* flow_fixture.h - the sample's Flow Retail in memory, asked without HTTP: tenant tnt-nordlys with
 * cus-1001 (Fjordtek AS), cus-1002 (Sunniva Dahl) and cus-1003 (Harstad Skipshandel AS), six groups and a
 * register; tnt-fjellheim with another cus-1001, two groups and none. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_SANDBOX_FLOW_FIXTURE_H
#define TESTS_SANDBOX_FLOW_FIXTURE_H
#include "sandbox/exchange.h"
#include "sandbox/service.h"

/* Tokens of the sample: who may do all in one tenant; in both; only look; nothing any more. */
#define NORDLYS "sandbox-flow-integration-nordlys"
#define FJELLHEIM "sandbox-flow-integration-fjellheim"
#define INGRID "sandbox-flow-auth-ingrid"
#define MIKKEL "sandbox-flow-auth-mikkel"
#define PAIVI "sandbox-flow-auth-paivi"
#define DEVICE "sandbox-flow-device-bergen"
#define PASSWORD "sandbox-secret"

#define T "/v2/tenants/tnt-nordlys"

struct flow_fixture {
	struct service service;
};

void flow_fixture_start(struct flow_fixture *fixture);
/* The same with as many customers as you want, the three among them. */
void flow_fixture_start_with(struct flow_fixture *fixture, int customers);
/* The same on a file, which stays. */
void flow_fixture_open(struct flow_fixture *fixture, const char *path, int customers);
void flow_fixture_stop(struct flow_fixture *fixture);

/* Sends a request with a token (NULL: none); body may be NULL. The caller calls reply_finish. */
struct reply flow_ask(struct flow_fixture *fixture, const char *token, const char *method,
		      const char *target, const char *body);
/* The same for its body as a tree, which must be JSON; the caller frees. */
struct json *flow_ask_json(struct flow_fixture *fixture, const char *token, const char *method,
			   const char *target, const char *body);
/* The same for its status alone. */
int flow_ask_status(struct flow_fixture *fixture, const char *token, const char *method,
		    const char *target, const char *body);

/* Asserts that it is refused with this status, in Flow's words: this code and this message. */
void flow_refused(struct flow_fixture *fixture, const char *token, const char *method,
		  const char *target, const char *body, int status, const char *code,
		  const char *message);

#endif
