/* login_limit.h - how often somebody may log in: 10 times a minute for one ClientId
 * (nymble.openapi.yaml, login). */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_LOGIN_LIMIT_H
#define SANDBOX_LOGIN_LIMIT_H
#include <stdbool.h>
#include <stdint.h>

enum { LOGIN_LIMIT = 10, LOGIN_LIMIT_MS = 60000 };

struct login_limit;

struct login_limit *login_limit_new(void);
void login_limit_free(struct login_limit *limit); /* NULL is fine */

/* Counts a login at now_ms. When it is one too many, it is not counted and *wait_s says when the
 * next will be taken. */
bool login_limit_take(struct login_limit *limit, const char *client_id, int64_t now_ms,
		      int *wait_s);

#endif
