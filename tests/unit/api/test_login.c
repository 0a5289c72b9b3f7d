/* One login: waits that count down, where the secret comes from, answers that are none. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

/* --- waiting --------------------------------------------------------------------------------- */

static void too_many_logins_count_down(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 1, 429, NULL, "Retry-After: 1", FAULT_NONE },
		LOGIN(0, "token-1"),
		PAGE,
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
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
		{ "GET", "/api/customers", 0, 429, "{\"title\":\"Too Many Requests\"}",
		  "Retry-After: 50", FAULT_NONE },
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_kept(&fixture, STEPS(steps), 3600);
	start_list(&fixture, &ending, "customers", "");
	wait_text(&fixture);
	client_stop_waiting(fixture.client);
	wait_ending(&ending);
	assert_int_equal(ending.code, ERROR_CANCELLED);
	assert_string_equal(fixture.wait_text, "");
	fixture_stop(&fixture);
}

/* --- where the secret comes from ------------------------------------------------------------- */

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
	list_one(&fixture);
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
		run_list(&fixture, &ending, "customers", "");
		assert_string_equal(ending.message, commands[i].message);
		assert_int_equal(ending.code, ERROR_LOGIN);
		fixture_stop(&fixture);
	}
}

static const struct {
	enum login_kind kind;
	const char *sent;
} typed[] = {
	{ LOGIN_TOKEN, "Authorization: Bearer typed-1\r\n" },
	{ LOGIN_API_KEY, "x-api-key: typed-1\r\n" },
};

static void a_typed_token_or_key_is_used_as_it_is(void **state)
{
	static const struct step steps[] = { PAGE };
	struct fixture fixture;
	struct ending login;

	(void)state;
	for (size_t i = 0; i < CASES(typed); i++) {
		fixture_start_client(&fixture, STEPS(steps));
		start_login(&fixture, &login,
			    &(struct credentials){ .login = typed[i].kind, .secret = "typed-1" });
		wait_ending(&login);
		assert_true(login.ok);
		list_one(&fixture);
		assert_sent(&fixture, 0, typed[i].sent);
		assert_text_take(fixture_kept_token(&fixture), "");
		fixture_stop(&fixture);
	}
}

static void what_cannot_be_a_token_is_not_sent(void **state)
{
	static const struct step steps[] = { PAGE };
	struct fixture fixture;
	struct ending login;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
	start_login(&fixture, &login,
		    &(struct credentials){ .login = LOGIN_TOKEN, .secret = "a\r\nb: c" });
	wait_ending(&login);
	assert_string_equal(login.message,
			    "This is no token: expected letters, digits and signs, no space.");
	fixture_stop(&fixture);
}

/* --- answers to a login that are none -------------------------------------------------------- */

static void a_login_without_a_token_is_an_error(void **state)
{
	static const char *const bodies[] = { "",
					      "<html>",
					      "[]",
					      "{}",
					      "{\"AccessToken\":null}",
					      "{\"AccessToken\":{}}",
					      "{\"AccessToken\":\"two\\r\\nlines\"}" };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	for (size_t i = 0; i < CASES(bodies); i++) {
		const struct step steps[] = {
			{ "POST", "/api/auth/login", 0, 200, bodies[i], NULL, FAULT_NONE }, PAGE
		};
		fixture_start_client(&fixture, STEPS(steps));
		run_list(&fixture, &ending, "customers", "");
		assert_false(ending.ok);
		assert_string_not_equal(ending.message, "");
		assert_int_equal(count_sent(&fixture, "GET"), 0);
		fixture_stop(&fixture);
	}
}

static void a_refusal_does_not_show_the_secret(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 0, 400, "{\"detail\":\"change-me is too short\"}",
		  NULL, FAULT_NONE },
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
	run_list(&fixture, &ending, "customers", "");
	assert_string_equal(ending.message, "The service refused the login (400)");
	fixture_stop(&fixture);
}

static void an_opaque_token_is_as_good_as_any(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 0, 200,
		  "{\"access_token\":\"opaque\",\"expires_in\":600,\"Role\":\"Admin\"}", NULL,
		  FAULT_NONE },
		PAGE,
	};
	struct fixture fixture;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
	list_one(&fixture);
	struct client_info info = client_info(fixture.client);
	assert_string_equal(info.role, "Admin");
	assert_string_equal(info.organization, "harborline");
	assert_true(info.expires_at > 0);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(too_many_logins_count_down),
		cmocka_unit_test(a_countdown_can_be_stopped),
		cmocka_unit_test(a_command_tells_the_secret),
		cmocka_unit_test(a_command_that_fails_says_why),
		cmocka_unit_test(a_typed_token_or_key_is_used_as_it_is),
		cmocka_unit_test(what_cannot_be_a_token_is_not_sent),
		cmocka_unit_test(a_login_without_a_token_is_an_error),
		cmocka_unit_test(a_refusal_does_not_show_the_secret),
		cmocka_unit_test(an_opaque_token_is_as_good_as_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
