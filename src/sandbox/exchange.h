/* exchange.h - one request and its reply, free of any HTTP library. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_EXCHANGE_H
#define SANDBOX_EXCHANGE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "sandbox/url.h"

struct error_style;
struct flow_caller;
struct principal;
struct service;

enum { REQUEST_MAX_KEYS = 3 };

/* Borrowed while it is handled. */
struct request {
	const char *method;
	const struct url *url;
	const char *authorization; /* header values; NULL when absent */
	const char *api_key;
	const char *body; /* NUL-terminated, "" when there is none */
	size_t body_len;

	/* Filled on the way to the handler: */
	const char *keys[REQUEST_MAX_KEYS]; /* what stands where the path has stars, in order */
	const char *key;                    /* keys[0]: on /api what names a record */
	/* Who asks: on /api, on /v2; NULL on routes open to all and on those of the other. */
	const struct principal *principal;
	const struct flow_caller *caller;
};

/* Zeroed at first, but for the style of its errors. */
struct reply {
	const struct error_style *errors; /* problem.h; NULL: problem details */
	int status;
	const char *content_type; /* NULL: no body */
	char *body;               /* owned */
	size_t len;
	char allow[32];    /* methods, for 405; "" otherwise */
	int retry_after_s; /* for 429; 0 otherwise */
};

typedef void handler_fn(struct service *service, const struct request *request,
			struct reply *reply);

/* Replaces whatever the reply held. The caller writes the body and closes the stream. */
FILE *reply_begin(struct reply *reply, int status, const char *content_type);
/* A reply with a body that is JSON; text is taken over. */
void reply_json_take(struct reply *reply, int status, char *text);
void reply_bytes_take(struct reply *reply, int status, char *text, size_t len);
/* 204 */
void reply_nothing(struct reply *reply);
void reply_finish(struct reply *reply); /* the style of errors stays */

#endif
