/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"
#include "sandbox/body.h"
#include "sandbox/flow_caller.h"
#include "sandbox/flow_people.h"
#include "sandbox/handlers.h"
#include "sandbox/login_limit.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "schema/json.h"

/* LoginResponse */
static void reply_token(struct service *service, const struct flow_user *user, struct reply *reply)
{
	char *token = flow_access_token(service, user);

	reply_json_take(
		reply, 200,
		xasprintf("{\"accessToken\":\"%s\",\"tenantUser\":%s}", token, user->document));
	secret_free(token);
}

/* ---- User code and password, on a device ---- */

/* A limit as that of /api: none is documented. Codes are the tenant's own. */
static bool is_within_limit(struct service *service, const struct flow_device *device,
			    const char *code, struct reply *reply)
{
	char *name = xasprintf("%lld/%s", (long long)device->tenant, code);
	int wait_s;
	bool within = login_limit_take(service->login_limit, name, clock_now_ms(), &wait_s);

	free(name);
	if (!within) {
		problem_reply(reply, 429, "At most 10 logins a minute with one user code.");
		reply->retry_after_s = wait_s;
	}
	return within;
}

static void log_in(struct service *service, const struct flow_people *people,
		   const struct flow_device *device, const struct json *body, struct reply *reply)
{
	struct faults faults = { 0 };
	const char *code = body_needed_text(body, "userCode", &faults);
	const char *password = body_needed_text(body, "password", &faults);

	if (!faults_reply(&faults, reply) && is_within_limit(service, device, code, reply)) {
		const struct flow_user *user =
			flow_user_logging_in(people, device->tenant, code, password);
		if (!user)
			problem_reply(reply, 401, "User code or password is wrong.");
		else if (!user->active)
			problem_reply(reply, 401, "The user is not active.");
		else
			reply_token(service, user, reply);
	}
	faults_finish(&faults);
}

void handle_flow_login(struct service *service, const struct request *request, struct reply *reply)
{
	const char *token = sessions_bearer(request);
	struct error err;
	const struct flow_people *people = flow_people(service->store, &err);

	if (!people) {
		problem_reply_failure(reply, &err);
		return;
	}
	const struct flow_device *device = token ? flow_device_of(people, token) : NULL;
	if (!device) {
		problem_reply(reply, 401, "Device token is not valid.");
		return;
	}
	struct json *body = body_parse_object(request, reply);
	if (body)
		log_in(service, people, device, body, reply);
	json_free(body);
}

/* ---- An auth token for an access token ---- */

void handle_flow_exchange(struct service *service, const struct request *request,
			  struct reply *reply)
{
	struct flow_caller caller = *request->caller;

	if (caller.token != FLOW_AUTH_TOKEN)
		problem_reply(reply, 401, "Auth token is not valid.");
	else if (flow_enter_tenant(service, request, &caller, reply))
		reply_token(service, caller.user, reply);
}

/* ---- Who is it ---- */

/* AccountResponse: an auth token reaches all tenants its user is in, other tokens are for one. */
void handle_flow_account(struct service *service, const struct request *request,
			 struct reply *reply)
{
	const struct flow_user *user = request->caller->user;
	bool all = request->caller->token == FLOW_AUTH_TOKEN;
	struct error err;
	const struct flow_people *people = flow_people(service->store, &err);

	if (!people) {
		problem_reply_failure(reply, &err);
		return;
	}
	FILE *out = reply_begin(reply, 200, "application/json");
	fprintf(out, "{\"globalRoles\":[],\"defaultTenantUid\":\"%s\",\"tenants\":[%s",
		flow_tenant(people, user->tenant)->uid, user->document);
	while (all && (user = flow_user_of_auth(people, user, user->auth_token)))
		fprintf(out, ",%s", user->document);
	fputs("]}", out);
	fclose(out);
}
