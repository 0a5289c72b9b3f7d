/* flow_steps.h - what a Flow Retail answers in the tests of logging in to one. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_API_FLOW_STEPS_H
#define TESTS_UNIT_API_FLOW_STEPS_H
#include "api_fixture.h"

#define NORDLYS                                                                                    \
	"{\"tenantUid\":\"tnt-nordlys\",\"tenantName\":\"Nordlys Sport\",\"tenantRole\":\"ACCESS\","  \
	"\"permissions\":[\"TENANT.ACCESS\",\"TENANT.BACKOFFICE\"],\"status\":\"ACTIVE\","           \
	"\"userCode\":\"118\",\"tenantUserUid\":\"tu-118\"}"
#define FJORD                                                                                      \
	"{\"tenantUid\":\"tnt-fjord\",\"tenantRole\":\"ACCESS\",\"status\":\"ACTIVE\","                \
	"\"userCode\":\"118\",\"tenantUserUid\":\"tu-9\"}"
#define GONE                                                                                       \
	"{\"tenantUid\":\"tnt-gone\",\"tenantName\":\"Gone\",\"status\":\"INACTIVE\","                 \
	"\"userCode\":\"118\",\"tenantUserUid\":\"tu-7\"}"

#define ACCOUNT(...)                                                                               \
	ANSWER("GET", "/v2/account", 0, 200,                                                       \
	       "{\"globalRoles\":[],\"defaultTenantUid\":\"\",\"tenants\":[" __VA_ARGS__ "]}")
#define BY_DEVICE(nth, token)                                                                      \
	ANSWER("POST", "/v2/account", nth, 200,                                                    \
	       "{\"accessToken\":\"" token "\",\"tenantUser\":" NORDLYS "}")
#define BY_USER(nth, tenant, token)                                                                \
	ANSWER("POST", "/v2/tenants/" tenant "/account", nth, 200, "{\"accessToken\":\"" token "\"}")
#define CUSTOMERS(tenant)                                                                          \
	ANSWER("GET", "/v2/tenants/" tenant "/customers", 0, 200,                                  \
	       "{\"items\":[{\"customerUid\":\"cus-1\"}],\"paging\":{\"pageNumber\":1,"                \
	       "\"pageSize\":25,\"totalCount\":1}}")
#define REFUSED(nth) ANSWER("GET", "/customers", nth, 401, NULL)

/* The service and a profile of the second api with that kind of login; no client yet. */
static inline void flow_start(struct fixture *fixture, const struct step *steps, size_t count,
			      enum login_kind login)
{
	struct profile *profile;

	fixture_start(fixture, steps, count);
	profile_free(fixture->profile);
	profile = fixture->profile = profile_new("till");
	xreplace(&profile->api, "flow");
	profile->url = xasprintf("http://127.0.0.1:%d/v2", fault_proxy_port(fixture->server));
	profile->login = login;
	if (login == LOGIN_DEVICE) {
		profile_set_secret(&profile->device_token, "device-1");
		profile_set_secret(&profile->password, "change-me");
		profile->user_code = xstrdup("118");
	} else if (login == LOGIN_USER) {
		profile_set_secret(&profile->user_token, "user-1");
	} else {
		profile_set_secret(&profile->token, "integration-1");
	}
}

static inline void flow_start_client(struct fixture *fixture, const struct step *steps, size_t count,
				     enum login_kind login)
{
	flow_start(fixture, steps, count, login);
	fixture_client(fixture);
}

/* A list for which nobody could log in, and what is said of that. */
static inline void flow_list_refused(struct fixture *fixture, const char *message)
{
	struct ending ending;

	run_list(fixture, &ending, "customers", "");
	assert_false(ending.ok);
	assert_int_equal(ending.code, ERROR_LOGIN);
	assert_string_equal(ending.message, message);
	ending_finish(&ending);
}

#endif
