/* login.h - one login from secret to token: the secret is fetched if need be, the login waits for
 * its turn, the exchange is sent, the answer read. Texts that were secret are wiped at the end. */
/* SPDX-License-Identifier: ISC */
#ifndef API_LOGIN_H
#define API_LOGIN_H
#include <stdint.h>

#include "api/profile.h"

struct dialect;
struct failure;
struct json;
struct loop;
struct net;
struct wait_sign;

/* What all logins of a session share. Borrowed by each of them. */
struct login_desk {
	struct loop *loop;
	struct net *net;
	const struct dialect *dialect;
	const struct profile *profile;
	struct wait_sign *sign;
	int64_t next_ms; /* by clock_now_ms: no login is sent before */
};

struct login_order {
	enum login_kind kind;
	const char *org_code, *client_id; /* for LOGIN_CREDENTIALS */
	const char *secret;               /* NULL: the profile's secret-command is asked */
};

/* Borrowed during the callback. */
struct login_result {
	const char *token;
	int64_t expires_in_s;      /* 0: not said */
	const struct json *answer; /* NULL when there was no exchange: the secret is the token */
};

/* Exactly one of result and failure is NULL. */
typedef void login_fn(void *data, const struct login_result *result, const struct failure *failure);

struct login; /* opaque: gone when fn was called */

/* The order is copied. fn is never called from within. */
struct login *login_start(struct login_desk *desk, const struct login_order *order, login_fn *fn,
			  void *data);
void login_cancel(struct login *login); /* NULL is fine */

/* Ends a countdown: the login fails with ERROR_CANCELLED, or with the answer that there was. */
void login_stop_waiting(struct login *login);

#endif
