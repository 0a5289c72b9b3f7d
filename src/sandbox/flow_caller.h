/* flow_caller.h - who a request on /v2 comes from: what its token is, and whom it speaks for in the
 * tenant of the path. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_FLOW_CALLER_H
#define SANDBOX_FLOW_CALLER_H
#include <stdbool.h>
#include <stdint.h>

struct flow_sessions;
struct flow_tenant;
struct flow_user;
struct reply;
struct request;
struct service;

enum flow_token { FLOW_ACCESS_TOKEN, FLOW_AUTH_TOKEN, FLOW_INTEGRATION_TOKEN };

struct flow_caller {
	enum flow_token token;
	const struct flow_tenant *tenant; /* that of the path */
	const struct flow_user *user;     /* in that tenant */
};

/* What a route needs of its caller, beside enum flow_permission: to be somebody, in no tenant. */
enum { FLOW_ANYBODY = 1 << 8 };

/* A struct api's admit. 401 for a token that is missing, not ours or over; 403 for the path of any
 * other tenant, whether there is one or not: lists document 403 and no 404, and who asks learns
 * nothing of others (flow.openapi.yaml, listCustomers). 403 for a user who is not active, and with
 * the name of the permission that is missing. The caller in the request lasts as long as the
 * request. */
bool flow_admit(struct service *service, unsigned needs, struct request *request,
		struct reply *reply);

/* Its two halves, for routes open to all: who has the token, then that user in the path's tenant.
 * False when the reply says why not. */
bool flow_find_caller(struct service *service, const struct request *request,
		      struct flow_caller *caller, struct reply *reply);
bool flow_enter_tenant(struct service *service, const struct request *request,
		       struct flow_caller *caller, struct reply *reply);

/* Whether the caller has all of these (enum flow_permission); else the reply says which one is
 * missing. */
bool flow_has_permissions(const struct flow_caller *caller, unsigned needs, struct reply *reply);

/* A new access token for user, which is over after the service's token_seconds. The caller calls
 * secret_free. */
char *flow_access_token(struct service *service, const struct flow_user *user);

/* Access tokens that were checked. */
struct flow_sessions *flow_sessions_new(void);
void flow_sessions_free(struct flow_sessions *sessions); /* NULL is fine */

#endif
