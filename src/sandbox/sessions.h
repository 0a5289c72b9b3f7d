/* sessions.h - who a request comes from: reads its token or key, remembering those that were
 * checked. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SESSIONS_H
#define SANDBOX_SESSIONS_H
#include <stdbool.h>
#include <stdint.h>

#include "sandbox/store_records.h"

struct error;
struct request;
struct service;
struct sessions;

struct principal {
	struct account account;
	const struct organization *organization;
	/* ROLE_CUSTOMER: what prices are resolved against, and the currency they are in; "" if none */
	char *price_tier, *currency_code;
	int64_t session;  /* of a token; -1: a static key, which sessions do not end */
	int64_t expires_s;
};

struct sessions *sessions_new(void);
void sessions_free(struct sessions *sessions); /* NULL is fine */

/* Who sends this request; NULL for nobody we know, with err only when the store failed. Borrowed
 * until the next call. */
const struct principal *sessions_find(struct service *service, const struct request *request,
				      struct error *err);

/* The token in `Authorization: Bearer`, borrowed from the request; NULL when there is none. */
const char *sessions_bearer(const struct request *request);

#endif
