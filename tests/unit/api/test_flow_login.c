/* The kinds of login of Flow Retail (F1): what is sent, what is kept, what follows a 401, what is said. */
/* SPDX-License-Identifier: ISC */
#include "flow_steps.h"

#include <glob.h>
#include <sys/stat.h>

#include "base/path.h"
#include "net/trace.h"

/* How many tokens are kept; each is for its owner alone. */
static size_t kept_tokens(struct fixture *fixture)
{
	char *pattern = xasprintf("%s/nymble-tui/token-*", fixture->folder);
	glob_t found = { 0 };
	struct stat st;
	size_t count = glob(pattern, 0, NULL, &found) == 0 ? found.gl_pathc : 0;

	for (size_t i = 0; i < count; i++) {
		assert_int_equal(stat(found.gl_pathv[i], &st), 0);
		assert_int_equal(st.st_mode & 0777, 0600);
	}
	globfree(&found);
	free(pattern);
	return count;
}

static void restart(struct fixture *fixture)
{
	client_free(fixture->client);
	fixture_client(fixture);
}

/* --- each login ------------------------------------------------------------------------------ */

static void an_integration_token_is_used_as_it_is(void **state)
{
	static const struct step steps[] = { CUSTOMERS("tnt-nordlys") };
	struct fixture fixture;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_CREDENTIALS); /* nothing said: the service's first */
	fixture.profile->tenant = xstrdup("tnt-nordlys");
	fixture.profile->auth_header = AUTH_X_API_KEY; /* of the other service alone */
	fixture_client(&fixture);
	list_one(&fixture);
	assert_sent(&fixture, 0, "Authorization: Bearer integration-1\r\n");
	assert_int_equal(count_sent(&fixture, ""), 1);
	assert_int_equal(kept_tokens(&fixture), 0);
	fixture_stop(&fixture);
}

static void a_user_logs_in_at_a_device(void **state)
{
	static const struct step steps[] = { BY_DEVICE(0, "access-1"), CUSTOMERS("tnt-nordlys") };
	struct fixture fixture;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_DEVICE);
	list_one(&fixture);
	assert_sent(&fixture, 0, "POST /v2/account ");
	assert_sent(&fixture, 0, "Authorization: Bearer device-1\r\n");
	assert_body(&fixture, 0, "{\"userCode\":\"118\",\"password\":\"change-me\"}");
	assert_sent(&fixture, 1, "Authorization: Bearer access-1\r\n");
	struct client_info info = client_info(fixture.client);
	assert_string_equal(info.tenant, "tnt-nordlys"); /* the answer names it */
	assert_string_equal(info.organization, "Nordlys Sport");
	assert_string_equal(info.role, "Access, Backoffice");
	assert_string_equal(info.store, "");
	restart(&fixture); /* the token is kept, its tenant too */
	list_one(&fixture);
	assert_int_equal(count_sent(&fixture, "POST"), 1);
	assert_sent(&fixture, 2, "GET /v2/tenants/tnt-nordlys/customers");
	assert_int_equal(kept_tokens(&fixture), 1);
	assert_int_equal(client_info(fixture.client).expires_at, 0); /* its end was not said */
	fixture_stop(&fixture);
}

static void a_user_token_is_exchanged_in_its_tenant(void **state)
{
	static const struct step steps[] = { BY_USER(0, "tnt-nordlys", "access-1"), ACCOUNT(NORDLYS),
					     CUSTOMERS("tnt-nordlys") };
	struct fixture fixture;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_USER);
	list_one(&fixture);
	assert_sent(&fixture, 0, "GET /v2/account ");
	assert_sent(&fixture, 0, "Authorization: Bearer user-1\r\n");
	assert_sent(&fixture, 1, "POST /v2/tenants/tnt-nordlys/account ");
	assert_sent(&fixture, 1, "Authorization: Bearer user-1\r\n");
	assert_sent(&fixture, 1, "Content-Length: 0\r\n");
	assert_sent(&fixture, 2, "Authorization: Bearer access-1\r\n");
	assert_string_equal(client_info(fixture.client).organization, "Nordlys Sport");
	fixture_stop(&fixture);
}

static const char *const spellings[] = { "{\"accessToken\":\"access-1\"}",
					 "{\"ACCESSTOKEN\":\"access-1\",\"token\":\"other\"}",
					 "{\"token\":\"access-1\"}",
					 "{\"access_token\":\"access-1\",\"expires_in\":900}" };

static void the_answer_may_call_its_token_otherwise(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(spellings); i++) {
		const struct step steps[] = { ANSWER("POST", "/v2/tenants/T1/account", 0, 200, spellings[i]),
					      CUSTOMERS("T1") };
		struct fixture fixture;

		flow_start(&fixture, STEPS(steps), LOGIN_USER);
		fixture.profile->tenant = xstrdup("T1");
		fixture_client(&fixture);
		list_one(&fixture);
		assert_sent(&fixture, 1, "Authorization: Bearer access-1\r\n");
		fixture_stop(&fixture);
	}
}

static void commands_say_password_and_device_token(void **state)
{
	static const struct step steps[] = { BY_DEVICE(0, "access-1"), CUSTOMERS("tnt-nordlys") };
	struct fixture fixture;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_DEVICE);
	profile_set_secret(&fixture.profile->password, NULL);
	profile_set_secret(&fixture.profile->device_token, NULL);
	fixture.profile->secret_command = xstrdup("echo from-store");
	fixture.profile->device_token_command = xstrdup("echo device-2");
	fixture_client(&fixture);
	list_one(&fixture);
	assert_sent(&fixture, 0, "Authorization: Bearer device-2\r\n");
	assert_body(&fixture, 0, "{\"userCode\":\"118\",\"password\":\"from-store\"}");
	fixture_stop(&fixture);
}

static void a_command_that_fails_is_named(void **state)
{
	struct fixture fixture;

	(void)state;
	flow_start(&fixture, NULL, 0, LOGIN_DEVICE);
	profile_set_secret(&fixture.profile->device_token, NULL);
	fixture.profile->device_token_command = xstrdup("exit 3");
	fixture_client(&fixture);
	flow_list_refused(&fixture, "device-token-command failed with status 3");
	fixture_stop(&fixture);
}

static void what_is_missing_is_said(void **state)
{
	struct fixture fixture;

	(void)state;
	flow_start(&fixture, NULL, 0, LOGIN_DEVICE);
	profile_set_secret(&fixture.profile->device_token, NULL);
	fixture_client(&fixture);
	flow_list_refused(&fixture, "User code and device token are needed to log in.");
	fixture_stop(&fixture);
}

/* --- 401 ------------------------------------------------------------------------------------- */

static void a_short_lived_token_is_renewed_once(void **state)
{
	static const struct step steps[] = { BY_DEVICE(1, "access-1"), BY_DEVICE(0, "access-2"),
					     REFUSED(2), REFUSED(3), CUSTOMERS("tnt-nordlys") };
	struct fixture fixture;
	struct ending endings[2];

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_DEVICE);
	list_one(&fixture);
	for (size_t i = 0; i < CASES(endings); i++)
		start_list(&fixture, &endings[i], "customers", "");
	for (size_t i = 0; i < CASES(endings); i++) {
		wait_ending(&endings[i]);
		assert_true(endings[i].ok);
		ending_finish(&endings[i]);
	}
	assert_int_equal(count_sent(&fixture, "POST /v2/account"), 2);
	assert_sent(&fixture, 6, "Authorization: Bearer access-2\r\n");
	fixture_stop(&fixture);
}

/* No header is tried besides (N1 is the other service's). */
static void a_second_401_is_the_end(void **state)
{
	static const struct step steps[] = { BY_DEVICE(0, "access-1"), REFUSED(0) };
	struct fixture fixture;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_DEVICE);
	flow_list_refused(&fixture, "The service gave a token and then refused it: log in again.");
	assert_int_equal(count_sent(&fixture, "GET"), 1);
	assert_int_equal(count_sent(&fixture, "POST"), 1);
	fixture_stop(&fixture);
}

static void an_integration_token_that_is_refused_is_called_that(void **state)
{
	static const struct step steps[] = { REFUSED(0) };
	struct fixture fixture;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_TOKEN);
	fixture.profile->tenant = xstrdup("T1");
	fixture_client(&fixture);
	flow_list_refused(&fixture, "The service does not accept this token.");
	assert_int_equal(count_sent(&fixture, "GET"), 1);
	fixture_stop(&fixture);
}

static void a_typed_password_is_asked_for_again(void **state)
{
	static const struct step steps[] = { BY_DEVICE(0, "access-1"), REFUSED(2),
					     CUSTOMERS("tnt-nordlys") };
	const struct credentials typed = { .login = LOGIN_DEVICE,
					   .user_code = "119",
					   .device_token = "device-9",
					   .secret = "typed-secret" };
	struct fixture fixture;
	struct ending ending, login;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_DEVICE);
	profile_set_secret(&fixture.profile->password, NULL);
	fixture_client(&fixture);
	fixture_person(&fixture);
	start_login(&fixture, &login, &typed);
	wait_ending(&login);
	assert_true(login.ok);
	assert_sent(&fixture, 0, "Authorization: Bearer device-9\r\n");
	assert_body(&fixture, 0, "{\"userCode\":\"119\",\"password\":\"typed-secret\"}");
	list_one(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.asked_user_code, "119");
	assert_string_equal(fixture.reason, "The login has ended: log in again.");
	client_login_abandon(fixture.client);
	wait_ending(&ending);
	assert_int_equal(count_sent(&fixture, "POST"), 1);
	fixture_stop(&fixture);
}

/* --- what a service says no with ------------------------------------------------------------- */

static const struct {
	enum login_kind kind;
	int status;
	const char *body, *message;
} refusals[] = {
	{ LOGIN_DEVICE, 401, "{\"message\":\"no change-me\"}",
	  "The service does not accept this user code with this password, or not this device token." },
	{ LOGIN_DEVICE, 401, "{\"status\":401,\"message\":\"The user is not active.\"}",
	  "The service does not accept this login: The user is not active." },
	{ LOGIN_USER, 401, NULL, "The service does not accept this user token." },
	{ LOGIN_USER, 403, "{\"message\":\"not yours\"}",
	  "Tenant T1: This login may not work there: not yours" },
	{ LOGIN_USER, 404, "{\"message\":\"No such tenant\"}",
	  "Tenant T1: The login did not work: No such tenant (404)" },
	{ LOGIN_DEVICE, 200, "{\"accessToken\":\"a\",\"tenantUser\":" GONE "}",
	  "This user is not active in Gone." },
	{ LOGIN_DEVICE, 200, "{\"accessToken\":\"a\",\"tenantUser\":" NORDLYS "}",
	  "This login is for the tenant tnt-nordlys, not for T1." },
	{ LOGIN_DEVICE, 200, "{\"accessToken\":\"a b\"}",
	  "This is no token: expected letters, digits and signs, no space." },
};

static void a_refusal_is_said_plainly(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(refusals); i++) {
		const struct step steps[] = {
			ANSWER("POST", "/account", 0, refusals[i].status, refusals[i].body),
		};
		struct fixture fixture;

		flow_start(&fixture, STEPS(steps), refusals[i].kind);
		fixture.profile->tenant = xstrdup("T1");
		fixture_client(&fixture);
		flow_list_refused(&fixture, refusals[i].message);
		assert_int_equal(count_sent(&fixture, "POST"), 1);
		assert_int_equal(kept_tokens(&fixture), 0);
		fixture_stop(&fixture);
	}
}

static const char *const garbled[] = { "", "{", "[]", "{}", "{\"accessToken\":null}",
				       "{\"accessToken\":{\"a\":1}}", "{\"accessToken\":\"\"}" };

static void an_answer_without_a_token_is_an_error(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(garbled); i++) {
		const struct step steps[] = { ANSWER("POST", "/v2/account", 0, 200, garbled[i]) };
		struct fixture fixture;
		struct ending ending;

		flow_start_client(&fixture, STEPS(steps), LOGIN_DEVICE);
		run_list(&fixture, &ending, "customers", "");
		assert_int_equal(ending.code, ERROR_NETWORK);
		assert_non_null(strstr(ending.message, "The login did not work: the service's answer "
						       "cannot be used"));
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void a_busy_service_is_asked_again_later(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/v2/account", 1, 429, "{\"message\":\"slow down\"}", "Retry-After: 1",
		  FAULT_NONE },
		BY_DEVICE(0, "access-1"), CUSTOMERS("tnt-nordlys")
	};
	struct fixture fixture;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_DEVICE);
	list_one(&fixture);
	assert_true(fixture.waits > 0);
	assert_int_equal(count_sent(&fixture, "POST /v2/account"), 2);
	fixture_stop(&fixture);
}

/* --- whose token it is ----------------------------------------------------------------------- */

static void change_user_token(struct profile *profile)
{
	profile_set_secret(&profile->user_token, "user-2");
}

static void change_tenant(struct profile *profile)
{
	xreplace(&profile->tenant, "T2");
}

static void change_kind(struct profile *profile)
{
	profile->login = LOGIN_DEVICE;
	profile_set_secret(&profile->device_token, "device-1");
	profile_set_secret(&profile->password, "change-me");
	profile->user_code = xstrdup("118");
}

static void (*const others[])(struct profile *profile) = { change_user_token, change_tenant, change_kind };

static void a_kept_token_is_for_nobody_else(void **state)
{
	static const struct step steps[] = {
		BY_USER(0, "T1", "access-1"), BY_USER(0, "T2", "access-2"),
		ANSWER("POST", "/v2/account", 0, 200, "{\"token\":\"access-2\"}"),
		CUSTOMERS("T1"), CUSTOMERS("T2")
	};
	struct fixture fixture;

	(void)state;
	for (size_t i = 0; i < CASES(others); i++) {
		flow_start(&fixture, STEPS(steps), LOGIN_USER);
		fixture.profile->tenant = xstrdup("T1");
		fixture_client(&fixture);
		list_one(&fixture);
		restart(&fixture);
		list_one(&fixture);
		assert_int_equal(count_sent(&fixture, "POST"), 1);
		others[i](fixture.profile);
		restart(&fixture);
		list_one(&fixture);
		assert_int_equal(count_sent(&fixture, "POST"), 2);
		assert_int_equal(kept_tokens(&fixture), 2);
		fixture_stop(&fixture);
	}
}

static void a_sandbox_keeps_none(void **state)
{
	static const struct step steps[] = { BY_DEVICE(0, "access-1"), CUSTOMERS("tnt-nordlys") };
	struct fixture fixture;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_DEVICE);
	fixture.profile->sandbox = true;
	fixture_client(&fixture);
	list_one(&fixture);
	assert_int_equal(kept_tokens(&fixture), 0);
	fixture_stop(&fixture);
}

/* --- the trace ------------------------------------------------------------------------------- */

static void assert_hidden(const char *text)
{
	static const char *const hidden[] = { "change-me", "device-1", "access-1", "user-1" };

	for (size_t i = 0; text && i < CASES(hidden); i++)
		if (strstr(text, hidden[i]))
			fail_msg("%s in %s", hidden[i], text);
}

static void no_secret_is_in_the_trace(void **state)
{
	static const struct step steps[] = { BY_DEVICE(0, "access-1"),
					     BY_USER(0, "tnt-nordlys", "access-1"), ACCOUNT(NORDLYS),
					     CUSTOMERS("tnt-nordlys") };
	static const enum login_kind kinds[] = { LOGIN_DEVICE, LOGIN_USER };
	struct fixture fixture;

	(void)state;
	for (size_t i = 0; i < CASES(kinds); i++) {
		flow_start_client(&fixture, STEPS(steps), kinds[i]);
		list_one(&fixture);
		const struct trace *trace = client_trace(fixture.client);
		assert_true(trace_count(trace) >= 2);
		for (size_t k = 0; k < trace_count(trace); k++) {
			const struct trace_entry *entry = trace_at(trace, k);
			assert_hidden(entry->url);
			assert_hidden(entry->headers);
			assert_hidden(entry->request.text);
			assert_hidden(entry->answer.text);
			if (strcmp(entry->method, "POST") == 0) /* an exchange: neither body is kept */
				assert_true(!entry->request.text && !entry->answer.text);
		}
		fixture_stop(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_integration_token_is_used_as_it_is),
		cmocka_unit_test(a_user_logs_in_at_a_device),
		cmocka_unit_test(a_user_token_is_exchanged_in_its_tenant),
		cmocka_unit_test(the_answer_may_call_its_token_otherwise),
		cmocka_unit_test(commands_say_password_and_device_token),
		cmocka_unit_test(a_command_that_fails_is_named),
		cmocka_unit_test(what_is_missing_is_said),
		cmocka_unit_test(a_short_lived_token_is_renewed_once),
		cmocka_unit_test(a_second_401_is_the_end),
		cmocka_unit_test(an_integration_token_that_is_refused_is_called_that),
		cmocka_unit_test(a_typed_password_is_asked_for_again),
		cmocka_unit_test(a_refusal_is_said_plainly),
		cmocka_unit_test(an_answer_without_a_token_is_an_error),
		cmocka_unit_test(a_busy_service_is_asked_again_later),
		cmocka_unit_test(a_kept_token_is_for_nobody_else),
		cmocka_unit_test(a_sandbox_keeps_none),
		cmocka_unit_test(no_secret_is_in_the_trace),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
