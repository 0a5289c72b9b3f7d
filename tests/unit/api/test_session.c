/* Logging in: which header, one login however many calls wait, what follows a 401, what is kept. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "base/clock.h"

#define PAGE { "GET", "/api/customers", 0, 200, "{\"data\":[{\"customerNumber\":\"HRB-1\"}],\"totalRecords\":1}", NULL, FAULT_NONE }
#define REFUSE(nth) { "GET", "/api/customers", nth, 401, NULL, NULL, FAULT_NONE }

static void start(struct fixture *fixture, const struct step *steps, size_t count)
{
	fixture_start(fixture, steps, count);
	fixture_client(fixture);
}

/* Lists customers, expecting success. */
static void list(struct fixture *fixture)
{
	struct ending ending;

	start_list(fixture, &ending, "customers", "");
	wait_ending(&ending);
	assert_string_equal(ending.message, "");
	assert_int_equal(ending.total, 1);
	ending_finish(&ending);
}

static void assert_kept(struct fixture *fixture, const char *token)
{
	assert_text_take(fixture_kept_token(fixture), token);
}

/* --- logging in ------------------------------------------------------------------------------------ */

static void the_first_call_logs_in_and_the_token_is_kept(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), PAGE };
	struct fixture fixture;

	(void)state;
	start(&fixture, STEPS(steps));
	assert_int_equal(client_info(fixture.client).state, CLIENT_NEW);
	list(&fixture);
	assert_sent(&fixture, 0, "{\"OrgCode\":\"harborline\",\"ClientId\":\"backoffice\",\"ClientSecret\":\"change-me\"}");
	assert_sent(&fixture, 1, "Authorization: Bearer token-1\r\n");
	assert_kept(&fixture, "token-1");
	assert_int_equal(client_info(fixture.client).state, CLIENT_LOGGED_IN);
	assert_true(client_info(fixture.client).expires_at > 0);
	client_free(fixture.client);
	fixture_client(&fixture); /* the next start needs no login */
	list(&fixture);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	assert_sent(&fixture, 2, "Authorization: Bearer token-1\r\n");
	fixture_stop(&fixture);
}

static void a_sandbox_token_is_not_kept(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture.profile->sandbox = true;
	fixture_client(&fixture);
	list(&fixture);
	assert_kept(&fixture, "");
	fixture_stop(&fixture);
}

static void several_calls_wait_for_one_login(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), PAGE };
	struct fixture fixture;
	struct ending endings[4];

	(void)state;
	start(&fixture, STEPS(steps));
	for (size_t i = 0; i < CASES(endings); i++)
		start_list(&fixture, &endings[i], "customers", "");
	for (size_t i = 0; i < CASES(endings); i++) {
		wait_ending(&endings[i]);
		assert_true(endings[i].ok);
		ending_finish(&endings[i]);
	}
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	fixture_stop(&fixture);
}

/* --- which header (N1) ------------------------------------------------------------------------------ */

static void a_fresh_token_that_is_refused_goes_into_the_other_header(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), REFUSE(1), PAGE };
	struct fixture fixture;

	(void)state;
	start(&fixture, STEPS(steps));
	list(&fixture);
	list(&fixture);
	assert_sent(&fixture, 1, "Authorization: Bearer token-1\r\n");
	assert_sent(&fixture, 2, "x-api-key: token-1\r\n");
	assert_sent(&fixture, 3, "x-api-key: token-1\r\n"); /* what worked is kept */
	client_free(fixture.client);
	fixture_client(&fixture); /* for the next start too */
	list(&fixture);
	assert_sent(&fixture, 4, "x-api-key: token-1\r\n");
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	fixture_stop(&fixture);
}

static const struct {
	enum login_kind login;
	enum auth_header header;
	const char *sent;
} pinned[] = {
	{ LOGIN_TOKEN, AUTH_AUTO, "Authorization: Bearer given-1\r\n" },
	{ LOGIN_TOKEN, AUTH_BEARER, "Authorization: Bearer given-1\r\n" },
	{ LOGIN_TOKEN, AUTH_X_API_KEY, "x-api-key: given-1\r\n" },
	{ LOGIN_API_KEY, AUTH_AUTO, "x-api-key: given-1\r\n" },
	{ LOGIN_API_KEY, AUTH_BEARER, "x-api-key: given-1\r\n" }, /* a key always */
};

static void given_tokens_and_keys_need_no_login(void **state)
{
	static const struct step steps[] = { PAGE };
	struct fixture fixture;

	(void)state;
	for (size_t i = 0; i < CASES(pinned); i++) {
		fixture_start(&fixture, STEPS(steps));
		fixture.profile->login = pinned[i].login;
		fixture.profile->auth_header = pinned[i].header;
		profile_set_secret(pinned[i].login == LOGIN_TOKEN ? &fixture.profile->token : &fixture.profile->api_key,
				   "given-1");
		fixture_client(&fixture);
		list(&fixture);
		assert_sent(&fixture, 0, pinned[i].sent);
		assert_kept(&fixture, "");
		fixture_stop(&fixture);
	}
}

static void a_pinned_header_is_not_swapped(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), REFUSE(0) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture.profile->auth_header = AUTH_BEARER;
	fixture_client(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_ending(&ending);
	assert_int_equal(ending.code, ERROR_LOGIN);
	assert_int_equal(count_sent(&fixture, "GET"), 1);
	fixture_stop(&fixture);
}

/* --- 401 -------------------------------------------------------------------------------------------- */

static void an_old_token_is_replaced_and_the_calls_are_repeated(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-2"), REFUSE(1), REFUSE(2), REFUSE(3), PAGE };
	struct fixture fixture;
	struct ending endings[3];

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture_keep_token(&fixture, "token-1", 3600);
	fixture_client(&fixture);
	for (size_t i = 0; i < CASES(endings); i++)
		start_list(&fixture, &endings[i], "customers", "");
	for (size_t i = 0; i < CASES(endings); i++) {
		wait_ending(&endings[i]);
		assert_true(endings[i].ok);
		ending_finish(&endings[i]);
	}
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	assert_int_equal(count_sent(&fixture, "GET"), 6);
	assert_kept(&fixture, "token-2");
	fixture_stop(&fixture);
}

static void a_second_401_asks_the_person_and_the_call_goes_on(void **state)
{
	/* the old token, the new one in both headers, then what the person typed */
	static const struct step steps[] = { LOGIN(1, "token-2"), LOGIN(0, "token-3"), REFUSE(1), REFUSE(2), REFUSE(3), PAGE };
	struct fixture fixture;
	struct ending ending, login;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture_keep_token(&fixture, "token-1", 3600);
	fixture_client(&fixture);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.reason, "The service gave a token and then refused it: log in again.");
	assert_string_equal(fixture.asked_client_id, "backoffice");
	assert_int_equal(ending.count, 0);
	assert_kept(&fixture, "");
	start_login(&fixture, &login, "other", "typed-secret");
	wait_text(&fixture); /* six seconds between logins */
	assert_non_null(strstr(fixture.wait_text, "ten logins a minute"));
	wait_ending(&login);
	assert_true(login.ok);
	wait_ending(&ending);
	assert_true(ending.ok);
	assert_int_equal(fixture.asked, 1);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 2);
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void without_a_person_a_second_401_is_an_error(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), REFUSE(0) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start(&fixture, STEPS(steps));
	start_list(&fixture, &ending, "customers", "");
	wait_ending(&ending);
	assert_int_equal(ending.code, ERROR_LOGIN);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	fixture_stop(&fixture);
}

static void wrong_credentials_ask_the_person(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 0, 401, "{\"title\":\"no change-me\"}", NULL, FAULT_NONE },
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start(&fixture, STEPS(steps));
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.reason, "The service does not accept these credentials.");
	client_login_abandon(fixture.client);
	wait_ending(&ending);
	assert_int_equal(ending.code, ERROR_CANCELLED);
	assert_string_equal(ending.message, "Not logged in, nothing was sent.");
	fixture_stop(&fixture);
}

static void a_typed_secret_is_not_there_any_more(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), { "GET", "/api/customers", 2, 401, NULL, NULL, FAULT_NONE }, PAGE };
	struct fixture fixture;
	struct ending ending, login;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	profile_set_secret(&fixture.profile->client_secret, NULL);
	fixture_client(&fixture);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.reason, "Log in to go on.");
	start_login(&fixture, &login, "backoffice", "typed-secret");
	wait_ending(&login);
	wait_ending(&ending);
	ending_finish(&ending);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 2);
	assert_string_equal(fixture.reason, "The login has ended: log in again.");
	assert_string_equal(fixture.asked_client_id, "backoffice");
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	fixture_stop(&fixture);
}

/* The profile has a secret too, but not for the one who typed. */
static void a_given_token_that_is_refused_asks_the_person_each_time(void **state)
{
	static const struct step steps[] = {
		REFUSE(1), REFUSE(2), LOGIN(0, "token-1"), { "GET", "/api/customers", 4, 401, NULL, NULL, FAULT_NONE }, PAGE,
	};
	struct fixture fixture;
	struct ending ending, login;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture.profile->login = LOGIN_TOKEN;
	profile_set_secret(&fixture.profile->token, "given-1");
	fixture_client(&fixture);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.reason, "The service does not accept this token.");
	assert_int_equal(count_sent(&fixture, "GET"), 2); /* both headers */
	start_login(&fixture, &login, "other", "typed-secret");
	wait_ending(&ending);
	assert_true(login.ok && ending.ok);
	ending_finish(&ending);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 2);
	assert_string_equal(fixture.reason, "The login has ended: log in again.");
	assert_string_equal(fixture.asked_client_id, "other");
	fixture_stop(&fixture);
}

/* --- renewal ---------------------------------------------------------------------------------------- */

static void a_token_is_renewed_while_calls_go_on(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-2"), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture_keep_token(&fixture, "token-1", 4 * 60);
	fixture_client(&fixture);
	list(&fixture); /* begins the renewal, and does not wait for it */
	list(&fixture);
	wait_requests(&fixture, 3);
	while (client_info(fixture.client).expires_at < clock_unix_s() + 3600)
		list(&fixture);
	list(&fixture);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	assert_sent(&fixture, fault_proxy_requests(fixture.server) - 1, "Authorization: Bearer token-2\r\n");
	assert_kept(&fixture, "token-2");
	fixture_stop(&fixture);
}

static void a_renewal_under_way_serves_those_who_were_refused(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-2"), REFUSE(1), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture_keep_token(&fixture, "token-1", 4 * 60);
	fixture_client(&fixture);
	list(&fixture);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	fixture_stop(&fixture);
}

/* --- waiting ---------------------------------------------------------------------------------------- */

static void too_many_logins_count_down(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 1, 429, NULL, "Retry-After: 1", FAULT_NONE }, LOGIN(0, "token-1"), PAGE,
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start(&fixture, STEPS(steps));
	start_list(&fixture, &ending, "customers", "");
	wait_text(&fixture);
	assert_non_null(strstr(fixture.wait_text, "Trying again in 1 s."));
	wait_ending(&ending);
	assert_true(ending.ok);
	assert_string_equal(fixture.wait_text, "");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void a_countdown_can_be_stopped(void **state)
{
	static const struct step steps[] = {
		{ "GET", "/api/customers", 0, 429, "{\"title\":\"Too Many Requests\"}", "Retry-After: 50", FAULT_NONE },
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture_keep_token(&fixture, "token-1", 3600);
	fixture_client(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_text(&fixture);
	client_stop_waiting(fixture.client);
	wait_ending(&ending);
	assert_int_equal(ending.code, ERROR_CANCELLED);
	assert_string_equal(fixture.wait_text, "");
	fixture_stop(&fixture);
}

/* --- where the secret comes from -------------------------------------------------------------------- */

static void use_command(struct fixture *fixture, const char *command)
{
	profile_set_secret(&fixture->profile->client_secret, NULL);
	xreplace(&fixture->profile->secret_command, command);
	fixture_client(fixture);
}

static void a_command_tells_the_secret(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	use_command(&fixture, "printf 'from \"command\"\\nsecond line\\n'");
	list(&fixture);
	assert_sent(&fixture, 0, "\"ClientSecret\":\"from \\\"command\\\"\"}");
	fixture_stop(&fixture);
}

static void a_command_that_fails_says_why(void **state)
{
	static const struct {
		const char *command, *message;
	} commands[] = {
		{ "echo locked >&2; exit 3", "secret-command failed: locked" },
		{ "exit 3", "secret-command failed with status 3" },
		{ "true", "secret-command printed nothing: its first line has to be the secret" },
	};
	static const struct step steps[] = { PAGE };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	for (size_t i = 0; i < CASES(commands); i++) {
		fixture_start(&fixture, STEPS(steps));
		use_command(&fixture, commands[i].command);
		start_list(&fixture, &ending, "customers", "");
		wait_ending(&ending);
		assert_string_equal(ending.message, commands[i].message);
		assert_int_equal(ending.code, ERROR_LOGIN);
		fixture_stop(&fixture);
	}
}

/* --- answers to a login that are none --------------------------------------------------------------- */

static void a_login_without_a_token_is_an_error(void **state)
{
	static const char *const bodies[] = { "", "<html>", "[]", "{}", "{\"AccessToken\":null}", "{\"AccessToken\":{}}",
					      "{\"AccessToken\":\"two\\r\\nlines\"}" };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	for (size_t i = 0; i < CASES(bodies); i++) {
		const struct step steps[] = { { "POST", "/api/auth/login", 0, 200, bodies[i], NULL, FAULT_NONE }, PAGE };
		start(&fixture, STEPS(steps));
		start_list(&fixture, &ending, "customers", "");
		wait_ending(&ending);
		assert_false(ending.ok);
		assert_string_not_equal(ending.message, "");
		assert_int_equal(count_sent(&fixture, "GET"), 0);
		fixture_stop(&fixture);
	}
}

static void an_opaque_token_is_as_good_as_any(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 0, 200, "{\"access_token\":\"opaque\",\"expires_in\":600,\"Role\":\"Admin\"}", NULL, FAULT_NONE },
		PAGE,
	};
	struct fixture fixture;

	(void)state;
	start(&fixture, STEPS(steps));
	list(&fixture);
	struct client_info info = client_info(fixture.client);
	assert_string_equal(info.role, "Admin");
	assert_string_equal(info.organization, "harborline");
	assert_true(info.expires_at > 0);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_call_logs_in_and_the_token_is_kept),
		cmocka_unit_test(a_sandbox_token_is_not_kept),
		cmocka_unit_test(several_calls_wait_for_one_login),
		cmocka_unit_test(a_fresh_token_that_is_refused_goes_into_the_other_header),
		cmocka_unit_test(given_tokens_and_keys_need_no_login),
		cmocka_unit_test(a_pinned_header_is_not_swapped),
		cmocka_unit_test(an_old_token_is_replaced_and_the_calls_are_repeated),
		cmocka_unit_test(a_second_401_asks_the_person_and_the_call_goes_on),
		cmocka_unit_test(without_a_person_a_second_401_is_an_error),
		cmocka_unit_test(wrong_credentials_ask_the_person),
		cmocka_unit_test(a_typed_secret_is_not_there_any_more),
		cmocka_unit_test(a_given_token_that_is_refused_asks_the_person_each_time),
		cmocka_unit_test(a_token_is_renewed_while_calls_go_on),
		cmocka_unit_test(a_renewal_under_way_serves_those_who_were_refused),
		cmocka_unit_test(too_many_logins_count_down),
		cmocka_unit_test(a_countdown_can_be_stopped),
		cmocka_unit_test(a_command_tells_the_secret),
		cmocka_unit_test(a_command_that_fails_says_why),
		cmocka_unit_test(a_login_without_a_token_is_an_error),
		cmocka_unit_test(an_opaque_token_is_as_good_as_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
