/* session.h - who we are to the service: gets a token when one is needed, keeps it while it is
 * good, and knows the header it travels in. However many calls wait, one login is under way. */
/* SPDX-License-Identifier: ISC */
#ifndef API_SESSION_H
#define API_SESSION_H
#include <stdbool.h>

#include "api/client.h"
#include "api/wait_list.h"

struct account_user;
struct dialect;
struct json;
struct loop;
struct net;
struct wait_sign;

struct session; /* opaque */

/* Looks for a token that is there already: given at start, or kept from an earlier run. All
 * arguments are borrowed and must outlive the session. */
struct session *session_new(struct loop *loop, struct net *net, const struct dialect *dialect,
			    const struct profile *profile, struct wait_sign *sign);
void session_free(struct session *session); /* NULL is fine; nobody waits any more */

/* --- for calls ------------------------------------------------------------------------------- */

/* True when a call may be sent now. Otherwise a login is begun, or a person asked: wait. */
bool session_ready(struct session *session);

void session_wait(struct session *session, struct waiter *waiter);
/* Fine when it does not wait. */
void session_unwait(struct session *session, struct waiter *waiter);

/* "Authorization: Bearer ...", borrowed until the next turn. generation grows with each new token
 * or header: what session_accepted and session_refused are to be told. */
const char *session_header(const struct session *session, unsigned *generation);

/* The service took a call of that generation (whatever it answered then). */
void session_accepted(struct session *session, unsigned generation);

/* It answered 401. True when a login follows; false when there is another token or header to try
 * already (N1). again: this call has seen a login before and is refused still, so that a person has
 * to look. */
bool session_refused(struct session *session, unsigned generation, bool again);

/* What paths name besides the record; "" where the service has no such thing, or nobody chose one yet.
 * Borrowed until the next login. */
const char *session_tenant(const struct session *session);
/* The one that the profile says: no other is asked for. */
const char *session_store(const struct session *session);

/* Who we are in that tenant, with our role and stores; NULL: it was not told. Borrowed until the next login
 * or session_learn_account. */
const struct account_user *session_user(const struct session *session);
/* What the account call answered. */
void session_learn_account(struct session *session, const struct json *answer);

/* --- for people ------------------------------------------------------------------------------ */

struct client_info session_info(const struct session *session);

/* Rises when a person logs in who may be another one than before. */
unsigned session_changes_of_person(const struct session *session);

/* The organization's name, when it was learnt. Copied. */
void session_set_organization(struct session *session, const char *name);

void session_on_change(struct session *session, void (*fn)(void *data), void *data);
void session_on_login_needed(struct session *session,
			     void (*fn)(void *data, const struct login_request *request),
			     void *data);

/* A person logs in; fn is never called from within, and not after session_login_cancel. */
void session_login(struct session *session, const struct credentials *credentials,
		   client_done_fn *fn, void *data);
void session_login_cancel(struct session *session);

/* Goes on with one of login_request's tenants. */
void session_choose_tenant(struct session *session, const char *tenant);

/* Everybody who waits is told that it was cancelled. */
void session_abandon(struct session *session);

/* Ends a countdown before a login. */
void session_stop_waiting(struct session *session);

#endif
