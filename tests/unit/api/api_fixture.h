/* api_fixture.h - a client, a service that answers from a script, and how calls ended. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_API_FIXTURE_H
#define TESTS_UNIT_API_FIXTURE_H
#include "unit.h"

#include "api/client.h"
#include "base/alloc.h"
#include "faults/fault_proxy.h"
#include "net/loop.h"

enum { STEPS_MAX = 24 };

/* The nth request (0: each) with this method whose address has path in it gets status and body. The
 * first that fits counts. Without a status, fault says what goes wrong instead. */
struct step {
	const char *method, *path;
	int nth;
	int status;
	const char *body; /* JSON; NULL: none */
	const char *head; /* a header line more; NULL: none */
	enum fault_kind fault;
};

#define ANSWER(method, path, nth, status, body)                                                    \
	{                                                                                          \
		method, path, nth, status, body, NULL, FAULT_NONE                                  \
	}
#define FAULT(method, path, nth, fault)                                                            \
	{                                                                                          \
		method, path, nth, 0, NULL, NULL, fault                                            \
	}
#define PAGE                                                                                       \
	{                                                                                          \
		"GET", "/api/customers", 0, 200,                                                   \
			"{\"data\":[{\"customerNumber\":\"HRB-1\"}],\"totalRecords\":1}", NULL,    \
			FAULT_NONE                                                                 \
	}
#define STEPS(table) (table), CASES(table)
#define LOGIN(nth, token)                                                                          \
	{                                                                                          \
		"POST", "/api/auth/login", nth, 200,                                               \
			"{\"AccessToken\":\"" token                                                \
			"\",\"TokenType\":\"api-key\",\"ExpiresIn\":86400}",                       \
			NULL, FAULT_NONE                                                           \
	}

struct fixture {
	struct loop *loop;
	struct fault_proxy *server;
	struct profile *profile; /* url, organization, client id and secret are filled in; change it
				    before fixture_client */
	struct client *client;
	const char *resource; /* what is written; NULL: customers */
	const char *argument; /* of actions; NULL: none */
	struct fault faults[STEPS_MAX];
	char *answers[STEPS_MAX];
	size_t step_count;
	char folder[64]; /* $XDG_RUNTIME_DIR, empty at first */

	int asked; /* how often a person was */
	char reason[ERROR_MESSAGE_SIZE], asked_client_id[64], asked_user_code[64];
	char asked_tenants[256]; /* "tnt-a Nordlys, tnt-b " */
	char wait_text[ERROR_MESSAGE_SIZE]; /* the last that was shown; "" when taken away */
	int waits;
};

/* How one call ended. */
struct ending {
	struct fixture *fixture;
	int count; /* how often its callback was called */
	bool ok;
	enum error_code code;
	int status;
	bool may_be_applied, changed_meanwhile;
	size_t messages;
	char message[ERROR_MESSAGE_SIZE];
	char named[64]; /* the member of the first message; "" without one */
	char *text; /* rows or record as JSON */
	int64_t total;
};

/* Starts the service and makes a profile for it, without a client yet. */
void fixture_start(struct fixture *fixture, const struct step *steps, size_t count);
/* The same before a service on that port, which answers where no step does. */
void fixture_start_before(struct fixture *fixture, int port, const struct step *steps, size_t count);
void fixture_client(struct fixture *fixture);
/* Both. */
void fixture_start_client(struct fixture *fixture, const struct step *steps, size_t count);
/* The same for tests that are not about logging in: a token is given. */
void fixture_start_with_token(struct fixture *fixture, const struct step *steps, size_t count);
/* The same with Flow Retail, in tenant tnt-1 and store st-1. */
void fixture_start_flow(struct fixture *fixture, const struct step *steps, size_t count);
/* A token as another run has left it: it worked as Bearer, was issued for a day, and left_s seconds
 * of that are left. */
void fixture_keep_token(struct fixture *fixture, const char *token, int left_s);
/* The same, where token-1 was left. */
void fixture_start_with_kept(struct fixture *fixture, const struct step *steps, size_t count,
			     int left_s);
/* A person can be asked from now on. */
void fixture_person(struct fixture *fixture);
void fixture_stop(struct fixture *fixture);

/* The token kept now; "" when none. The caller frees. */
char *fixture_kept_token(struct fixture *fixture);

/* Calls; the ending is emptied first. */
struct client_call *start_list(struct fixture *fixture, struct ending *ending, const char *resource,
			       const char *query);
struct client_call *start_get(struct fixture *fixture, struct ending *ending, const char *resource,
			      const char *key);
struct client_call *start_act(struct fixture *fixture, struct ending *ending, const char *action,
			      const char *key);
/* Writes of fixture->resource; records as JSON. */
struct client_call *start_update(struct fixture *fixture, struct ending *ending, const char *base,
				 const char *now);
struct client_call *start_create(struct fixture *fixture, struct ending *ending,
				 const char *record);
/* Replaces a list field of one or two records; of each the key and the entries as JSON. */
struct client_call *start_replace(struct fixture *fixture, struct ending *ending, const char *list,
				  const char *const (*records)[2], size_t count);
struct client_call *start_login(struct fixture *fixture, struct ending *ending,
				const struct credentials *credentials);
/* Lists customers to the end, expecting success and the row of PAGE. */
void list_one(struct fixture *fixture);

/* Start and wait for the end. */
void run_list(struct fixture *fixture, struct ending *ending, const char *resource,
	      const char *query);
void run_get(struct fixture *fixture, struct ending *ending, const char *resource, const char *key);
void run_act(struct fixture *fixture, struct ending *ending, const char *action, const char *key);
void run_update(struct fixture *fixture, struct ending *ending, const char *base, const char *now);
void run_replace(struct fixture *fixture, struct ending *ending, const char *list,
		 const char *const (*records)[2], size_t count);
void run_create(struct fixture *fixture, struct ending *ending, const char *record);

void ending_finish(struct ending *ending);
/* For calls that are not here: failure is NULL on success; a client_record_fn. */
void ending_take(struct ending *ending, const struct failure *failure);
void ending_take_record(void *data, struct record *record, const struct failure *failure);

/* Run the loop until it is so; the test fails when that takes 20 seconds. */
void wait_ending(struct ending *ending);
void wait_asked(struct fixture *fixture, int times);
void wait_text(struct fixture *fixture);
void wait_requests(struct fixture *fixture, int count);

/* How many requests began so: "POST /api/auth/login". */
int count_sent(struct fixture *fixture, const char *start);
/* Request number i (0 is the first) has text somewhere. */
void assert_sent(struct fixture *fixture, int i, const char *text);
/* Its body is exactly that, and its head says how long. */
void assert_body(struct fixture *fixture, int i, const char *body);

#endif
