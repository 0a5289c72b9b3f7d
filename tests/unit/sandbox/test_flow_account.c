/* Logins on /v2: user code and password on a device, auth token for access token, who is it. */
/* SPDX-License-Identifier: ISC */
#include "flow_fixture.h"
#include "unit.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "schema/json.h"

#define FT "/v2/tenants/tnt-fjellheim"

static int setup(void **state)
{
	*state = xcalloc(1, sizeof(struct flow_fixture));
	flow_fixture_start(*state);
	return 0;
}

static int teardown(void **state)
{
	flow_fixture_stop(*state);
	free(*state);
	return 0;
}

static char *access_token(struct flow_fixture *fixture, const char *token, const char *target,
			  const char *body)
{
	struct json *answer = flow_ask_json(fixture, token, "POST", target, body);
	const char *text = json_member_text(answer, "accessToken");

	assert_non_null(text);
	char *copy = xstrdup(text);
	json_free(answer);
	return copy;
}

static char *log_in(struct flow_fixture *fixture, const char *device, const char *code)
{
	char *body = xasprintf("{\"userCode\":\"%s\",\"password\":\"" PASSWORD "\"}", code);
	char *token = access_token(fixture, device, "/v2/account", body);

	free(body);
	return token;
}

static void a_device_logs_the_users_of_its_tenant_in(void **state)
{
	struct json *answer =
		flow_ask_json(*state, DEVICE, "POST", "/v2/account",
			      "{\"userCode\":\"118\",\"password\":\"" PASSWORD "\"}");
	const struct json *user = json_member(answer, "tenantUser");
	const struct json *access = json_first(json_member(user, "storeAccess"));

	assert_string_equal(json_member_text(user, "tenantUid"), "tnt-nordlys");
	assert_string_equal(json_member_text(user, "tenantName"), "Nordlys Sport");
	assert_string_equal(json_member_text(user, "displayName"), "Ingrid Solberg");
	assert_string_equal(json_member_text(user, "status"), "ACTIVE");
	assert_string_equal(json_member_text(access, "storeUid"), "store-bergen");
	assert_int_equal(json_size(json_member(user, "permissions")), 2);
	assert_null(json_member(user, "password"));
	json_free(answer);
}

static void an_access_token_is_for_its_tenant(void **state)
{
	char *nordlys = log_in(*state, DEVICE, "118");
	char *fjellheim = log_in(*state, "sandbox-flow-device-lillehammer", "118");

	for (int again = 0; again < 2; again++) { /* once checked, once remembered */
		assert_int_equal(flow_ask_status(*state, nordlys, "GET", T "/customers", NULL),
				 200);
		assert_int_equal(flow_ask_status(*state, nordlys, "GET", FT "/customers", NULL),
				 403);
		assert_int_equal(flow_ask_status(*state, fjellheim, "GET", FT "/customers", NULL),
				 200);
		assert_int_equal(flow_ask_status(*state, fjellheim, "GET", T "/customers", NULL),
				 403);
	}
	free(nordlys);
	free(fjellheim);
}

static void an_access_token_ends(void **state)
{
	struct flow_fixture *fixture = *state;
	char *lasting = log_in(fixture, DEVICE, "118");

	fixture->service.token_seconds = 0;
	char *over = log_in(fixture, DEVICE, "118");
	flow_refused(fixture, over, "GET", T "/customers", NULL, 401, "UNAUTHORIZED",
		     "Access token is not valid.");
	assert_int_equal(flow_ask_status(fixture, lasting, "GET", T "/customers", NULL), 200);
	lasting[strlen(lasting) - 3] ^= 1;
	assert_int_equal(flow_ask_status(fixture, lasting, "GET", T "/customers", NULL), 401);
	free(over);
	free(lasting);
}

/* One that was checked and is remembered. */
static void a_known_access_token_ends_too(void **state)
{
	struct flow_fixture *fixture = *state;

	fixture->service.token_seconds = 3;
	char *token = log_in(fixture, DEVICE, "118");
	assert_int_equal(flow_ask_status(fixture, token, "GET", T "/customers", NULL), 200);
	int64_t patience_ms = clock_now_ms() + 20000;
	while (flow_ask_status(fixture, token, "GET", T "/customers", NULL) == 200 &&
	       clock_now_ms() < patience_ms)
		;
	assert_int_equal(flow_ask_status(fixture, token, "GET", T "/customers", NULL), 401);
	free(token);
}

static void tokens_of_one_service_are_none_of_the_other(void **state)
{
	char *token = log_in(*state, DEVICE, "118");
	char *nymble = NULL;
	struct json *answer = flow_ask_json(*state, NULL, "POST", "/api/auth/login",
					    "{\"OrgCode\":\"harborline\",\"ClientId\":"
					    "\"backoffice-terminal\",\"ClientSecret\":\"" PASSWORD
					    "\"}");

	nymble = xstrdup(json_member_text(answer, "AccessToken"));
	json_free(answer);
	assert_int_equal(flow_ask_status(*state, token, "GET", "/api/customers", NULL), 401);
	assert_int_equal(flow_ask_status(*state, nymble, "GET", "/api/customers", NULL), 200);
	assert_int_equal(flow_ask_status(*state, nymble, "GET", T "/customers", NULL), 401);
	free(nymble);
	free(token);
}

static void wrong_logins_are_refused(void **state)
{
	static const struct {
		const char *token, *body;
		int status;
		const char *message;
	} logins[] = {
		{ NULL, "{}", 401, "Device token is not valid." },
		{ NORDLYS, "{}", 401, "Device token is not valid." },
		{ DEVICE, NULL, 400, "body: A JSON body is needed." },
		{ DEVICE, "[]", 400, "body: The body must be a JSON object." },
		{ DEVICE, "{}", 400, "userCode: Is needed." },
		{ DEVICE, "{\"userCode\":\"118\",\"password\":\"\"}", 400,
		  "password: Must be text that is not empty." },
		{ DEVICE, "{\"userCode\":118,\"password\":\"x\"}", 400,
		  "userCode: Must be text that is not empty." },
		{ DEVICE, "{\"userCode\":\"118\",\"password\":\"wrong\"}", 401,
		  "User code or password is wrong." },
		{ DEVICE, "{\"userCode\":\"7\",\"password\":\"" PASSWORD "\"}", 401,
		  "User code or password is wrong." }, /* of the other tenant */
		{ DEVICE, "{\"userCode\":\"erp\",\"password\":\"" PASSWORD "\"}", 401,
		  "User code or password is wrong." }, /* integrations do not log in */
		{ DEVICE, "{\"userCode\":\"142\",\"password\":\"" PASSWORD "\"}", 401,
		  "The user is not active." },
	};

	for (size_t i = 0; i < CASES(logins); i++)
		flow_refused(*state, logins[i].token, "POST", "/v2/account", logins[i].body,
			     logins[i].status,
			     logins[i].status == 400 ? "VALIDATION_FAILED" : "UNAUTHORIZED",
			     logins[i].message);
}

static void ten_logins_a_minute_and_no_more(void **state)
{
	static const char login[] = "{\"userCode\":\"131\",\"password\":\"wrong\"}";

	for (int i = 0; i < 10; i++)
		assert_int_equal(flow_ask_status(*state, DEVICE, "POST", "/v2/account", login),
				 401);
	struct reply reply = flow_ask(*state, DEVICE, "POST", "/v2/account", login);
	assert_int_equal(reply.status, 429);
	assert_in_range(reply.retry_after_s, 1, 60);
	reply_finish(&reply);
	free(log_in(*state, DEVICE, "118")); /* others are not concerned */
}

static void an_auth_token_gives_an_access_token(void **state)
{
	char *token = access_token(*state, INGRID, FT "/account", NULL);

	assert_int_equal(flow_ask_status(*state, token, "GET", FT "/customers", NULL), 200);
	assert_int_equal(flow_ask_status(*state, token, "GET", T "/customers", NULL), 403);
	flow_refused(*state, MIKKEL, "POST", FT "/account", NULL, 403, "FORBIDDEN",
		     "This token gives no access to the tenant.");
	flow_refused(*state, PAIVI, "POST", T "/account", NULL, 403, "FORBIDDEN",
		     "The user is not active.");
	flow_refused(*state, NORDLYS, "POST", T "/account", NULL, 401, "UNAUTHORIZED",
		     "Auth token is not valid.");
	flow_refused(*state, token, "POST", FT "/account", NULL, 401, "UNAUTHORIZED",
		     "Auth token is not valid.");
	flow_refused(*state, NULL, "POST", T "/account", NULL, 401, "UNAUTHORIZED",
		     "A token is needed in the Authorization header.");
	free(token);
}

/* The tenants that a token reaches, "tnt-a tnt-b", the default one first. */
static char *tenants_of(struct flow_fixture *fixture, const char *token)
{
	struct json *account = flow_ask_json(fixture, token, "GET", "/v2/account", NULL);
	const struct json *tenant = json_first(json_member(account, "tenants"));
	char *text = xasprintf("%s", json_member_text(account, "defaultTenantUid"));

	assert_string_equal(json_member_text(tenant, "tenantUid"), text);
	for (tenant = json_next(tenant); tenant; tenant = json_next(tenant)) {
		char *longer = xasprintf("%s %s", text, json_member_text(tenant, "tenantUid"));
		free(text);
		text = longer;
	}
	json_free(account);
	return text;
}

static void an_account_names_the_tenants_its_token_reaches(void **state)
{
	char *token = log_in(*state, DEVICE, "118");

	assert_text_take(tenants_of(*state, INGRID), "tnt-nordlys tnt-fjellheim");
	assert_text_take(tenants_of(*state, MIKKEL), "tnt-nordlys");
	assert_text_take(tenants_of(*state, FJELLHEIM), "tnt-fjellheim");
	assert_text_take(tenants_of(*state, token), "tnt-nordlys");
	assert_int_equal(flow_ask_status(*state, DEVICE, "GET", "/v2/account", NULL), 401);
	assert_int_equal(flow_ask_status(*state, NULL, "GET", "/v2/account", NULL), 401);
	free(token);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_device_logs_the_users_of_its_tenant_in, setup,
						teardown),
		cmocka_unit_test_setup_teardown(an_access_token_is_for_its_tenant, setup, teardown),
		cmocka_unit_test_setup_teardown(an_access_token_ends, setup, teardown),
		cmocka_unit_test_setup_teardown(a_known_access_token_ends_too, setup, teardown),
		cmocka_unit_test_setup_teardown(tokens_of_one_service_are_none_of_the_other, setup,
						teardown),
		cmocka_unit_test_setup_teardown(wrong_logins_are_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(ten_logins_a_minute_and_no_more, setup, teardown),
		cmocka_unit_test_setup_teardown(an_auth_token_gives_an_access_token, setup,
						teardown),
		cmocka_unit_test_setup_teardown(an_account_names_the_tenants_its_token_reaches,
						setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
