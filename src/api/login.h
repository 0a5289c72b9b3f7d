/* login.h - one login from secret to token: secrets are fetched if need be, the tenant is found out, the
 * login waits for its turn, the exchange is sent, the answer read. Texts that were secret are wiped at the
 * end. */
/* SPDX-License-Identifier: ISC */
#ifndef API_LOGIN_H
#define API_LOGIN_H
#include <stdint.h>

#include "api/client.h"

struct account;
struct dialect;
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
	/* NULL for a secret: the profile's command for it is asked. Others may be NULL. */
	struct credentials who;
	const char *tenant; /* the one that is meant; NULL: found out, where the service has such */
	const char *rather; /* taken then, if it is one of several; may be NULL */
};

/* Borrowed during the callback; the account may be moved away. */
struct login_result {
	const char *token;
	int64_t expires_in_s;      /* 0: not said */
	const struct json *answer; /* NULL when there was no exchange: the secret is the token */
	const char *tenant;	   /* "" where the service has no such thing */
	struct account *account;   /* what was told of who we are; may be empty */
};

/* Both are never called from within. */
struct login_handlers {
	/* Exactly one of result and failure is NULL. */
	void (*ended)(void *data, const struct login_result *result, const struct failure *failure);
	/* Several tenants are reached: the login rests until login_choose or login_cancel. */
	void (*several)(void *data);
};

struct login; /* opaque: gone when ended was called */

/* The order is copied; handlers is borrowed. */
struct login *login_start(struct login_desk *desk, const struct login_order *order,
			  const struct login_handlers *handlers, void *data);
void login_cancel(struct login *login); /* NULL is fine */

/* Ends a countdown: the login fails with ERROR_CANCELLED, or with the answer that there was. */
void login_stop_waiting(struct login *login);

/* The tenants to choose from while it rests; 0 otherwise. The caller frees the array, its texts are the
 * login's. */
size_t login_tenants(const struct login *login, struct tenant **tenants);
/* Goes on with one of them; false: it is none of them, or the login does not rest. */
bool login_choose(struct login *login, const char *tenant);

#endif
