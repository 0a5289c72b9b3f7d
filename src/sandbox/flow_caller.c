/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_caller.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "sandbox/credentials.h"
#include "sandbox/exchange.h"
#include "sandbox/flow_people.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "sandbox/store_flow.h"
#include "sandbox/token.h"

/* ---- Access tokens ---- */

struct access {
	const struct flow_user *user; /* NULL: no token of ours */
	int64_t expires_s;
};

struct flow_sessions {
	struct credentials *known; /* struct access */
	struct flow_caller caller; /* of the request being answered */
};

struct flow_sessions *flow_sessions_new(void)
{
	struct flow_sessions *sessions = xcalloc(1, sizeof(*sessions));

	sessions->known = credentials_new(free);
	return sessions;
}

void flow_sessions_free(struct flow_sessions *sessions)
{
	if (sessions)
		credentials_free(sessions->known);
	free(sessions);
}

char *flow_access_token(struct service *service, const struct flow_user *user)
{
	struct claims claims = {
		.tenant_user_uid = xstrdup(user->uid),
		.expires_s = clock_unix_s() + service->token_seconds,
	};
	char *token = token_sign(&claims, store_signing_key(service->store));

	claims_finish(&claims);
	return token;
}

/* Whom an access token was given to; NULL when it is none, or over. */
static const struct flow_user *user_of_access(struct service *service,
					      const struct flow_people *people, const char *token)
{
	struct credentials *known = service->flow_sessions->known;
	const struct access *access = credentials_find(known, token);
	struct claims claims;

	if (access)
		return access->expires_s > clock_unix_s() ? access->user : NULL;
	if (!token_verify(token, store_signing_key(service->store), clock_unix_s(), &claims))
		return NULL;
	const struct flow_user *user =
		claims.tenant_user_uid ? flow_user_named(people, claims.tenant_user_uid) : NULL;
	if (user) {
		struct access *fresh = xcalloc(1, sizeof(*fresh));
		*fresh = (struct access){ user, claims.expires_s };
		credentials_remember_take(known, token, fresh);
	}
	claims_finish(&claims);
	return user;
}

/* ---- Callers ---- */

/* Who has this token; false for nobody. */
static bool find_caller(struct service *service, const struct flow_people *people,
			const char *token, struct flow_caller *caller)
{
	*caller = (struct flow_caller){ .token = FLOW_INTEGRATION_TOKEN };
	caller->user = flow_user_of_integration(people, token);
	if (caller->user)
		return true;
	caller->token = FLOW_AUTH_TOKEN;
	caller->user = flow_user_of_auth(people, NULL, token);
	if (caller->user)
		return true;
	caller->token = FLOW_ACCESS_TOKEN;
	caller->user = user_of_access(service, people, token);
	return caller->user;
}

bool flow_find_caller(struct service *service, const struct request *request,
		      struct flow_caller *caller, struct reply *reply)
{
	const char *token = sessions_bearer(request);
	struct error err;
	const struct flow_people *people = flow_people(service->store, &err);

	if (!people)
		problem_reply_failure(reply, &err);
	else if (!token || !*token)
		problem_reply(reply, 401, "A token is needed in the Authorization header.");
	else if (!find_caller(service, people, token, caller))
		problem_reply(reply, 401, NULL);
	else
		return true;
	return false;
}

/* The user that the caller is in this tenant; NULL for none. */
static const struct flow_user *user_in(const struct flow_people *people,
				       const struct flow_caller *caller,
				       const struct flow_tenant *tenant)
{
	const struct flow_user *user = caller->user;

	while (user && user->tenant != tenant->id)
		user = caller->token == FLOW_AUTH_TOKEN
			       ? flow_user_of_auth(people, user, caller->user->auth_token)
			       : NULL;
	return user;
}

bool flow_enter_tenant(struct service *service, const struct request *request,
		       struct flow_caller *caller, struct reply *reply)
{
	struct error err;
	const struct flow_people *people = flow_people(service->store, &err);

	if (!people) {
		problem_reply_failure(reply, &err);
		return false;
	}
	const struct flow_tenant *tenant = flow_tenant_named(people, request->keys[0]);
	const struct flow_user *user = tenant ? user_in(people, caller, tenant) : NULL;
	if (!user) {
		problem_reply(reply, 403, "This token gives no access to the tenant.");
		return false;
	}
	if (!user->active) {
		problem_reply(reply, 403, "The user is not active.");
		return false;
	}
	caller->tenant = tenant;
	caller->user = user;
	return true;
}

bool flow_has_permissions(const struct flow_caller *caller, unsigned needs, struct reply *reply)
{
	unsigned missing = needs & ~caller->user->permissions;

	if (missing & FLOW_ACCESS)
		problem_reply(reply, 403, "TENANT.ACCESS is required.");
	else if (missing & FLOW_BACKOFFICE)
		problem_reply(reply, 403, "TENANT.BACKOFFICE is required.");
	return !missing;
}

bool flow_admit(struct service *service, unsigned needs, struct request *request,
		struct reply *reply)
{
	struct flow_caller *caller = &service->flow_sessions->caller;
	struct error err;

	request->caller = caller;
	if (!flow_find_caller(service, request, caller, reply))
		return false;
	if (needs == FLOW_ANYBODY)
		return true;
	if (!flow_enter_tenant(service, request, caller, reply) ||
	    !flow_has_permissions(caller, needs, reply))
		return false;
	if (store_flow_ready(service->store, &err))
		return true;
	problem_reply_failure(reply, &err);
	return false;
}
