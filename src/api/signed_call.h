/* signed_call.h - one request with the session's header on it: waits for a login if one is needed,
 * and is sent again after a 401. */
/* SPDX-License-Identifier: ISC */
#ifndef API_SIGNED_CALL_H
#define API_SIGNED_CALL_H
#include <stdbool.h>

struct answer;
struct endpoint;
struct error;
struct loop;
struct net;
struct session;
struct wait_sign;

/* The header that each of them has beside the session's. */
#define SIGNED_CALL_ACCEPT "Accept: application/json"

struct signed_call; /* opaque: gone when its callback was called */

/* What the calls of a client share. */
struct call_desk {
	struct loop *loop;
	struct net *net;
	struct session *session;
	struct wait_sign *sign;
};

/* Exactly one of answer and err is NULL: err says why there was no login. Borrowed. */
typedef void signed_call_fn(void *data, const struct answer *answer, const struct error *err);

/* Sends endpoint's method to address, whose {tenant} and {store} are the session's when it is sent, with
 * body (JSON; NULL: the endpoint's own). Both are copied. fn is never called from within. */
struct signed_call *signed_call_start(const struct call_desk *desk, const struct endpoint *endpoint,
				      const char *address, const char *body,
				      signed_call_fn *fn, void *data);
void signed_call_cancel(struct signed_call *call); /* NULL is fine */

/* Ends a wait before another try: fn gets the answer that there was. True when it was waiting. */
bool signed_call_stop_waiting(struct signed_call *call);

#endif
