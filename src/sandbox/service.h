/* service.h - the API itself: who is asked what, and what the switches change about it. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SERVICE_H
#define SANDBOX_SERVICE_H
#include <stdbool.h>
#include <stdint.h>

struct flow_sessions;
struct login_limit;
struct pages;
struct sessions;
struct store;

/* Where an access token may stand (rule N1). A static API key stands in x-api-key whatever this
 * says. */
enum auth_header { AUTH_ANY, AUTH_BEARER, AUTH_API_KEY };

struct service {
	struct store *store;
	struct sessions *sessions;
	struct flow_sessions *flow_sessions;
	struct login_limit *login_limit;
	struct pages *pages;
	enum auth_header auth_header;
	int64_t token_seconds;
	bool strict;            /* N12: a customer needs a billing and a shipping address */
	unsigned error_percent; /* requests that are answered with 500 */
	uint64_t chance;        /* the state those are drawn from */
};

#endif
