/* Logging in: which header, one login however many calls wait, what follows a 401, what is kept. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "api/refusal.h"
#include "base/clock.h"

#define REFUSE(nth)                                                                                \
	{                                                                                          \
		"GET", "/api/customers", nth, 401, NULL, NULL, FAULT_NONE                          \
	}

static void assert_kept(struct fixture *fixture, const char *token)
{
	assert_text_take(fixture_kept_token(fixture), token);
}

/* --- logging in ------------------------------------------------------------------------------ */

static void the_first_call_logs_in_and_the_token_is_kept(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
	assert_int_equal(client_info(fixture.client).state, CLIENT_NEW);
	list_one(&fixture);
	assert_sent(&fixture, 0,
		    "{\"OrgCode\":\"harborline\",\"ClientId\":\"backoffice\",\"ClientSecret\":"
		    "\"change-me\"}");
	assert_sent(&fixture, 1, "Authorization: Bearer token-1\r\n");
	assert_kept(&fixture, "token-1");
	assert_int_equal(client_info(fixture.client).state, CLIENT_LOGGED_IN);
	assert_true(client_info(fixture.client).expires_at > 0);
	client_free(fixture.client);
	fixture_client(&fixture); /* the next start needs no login */
	list_one(&fixture);
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
	list_one(&fixture);
	assert_kept(&fixture, "");
	fixture_stop(&fixture);
}

static void several_calls_wait_for_one_login(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), PAGE };
	struct fixture fixture;
	struct ending endings[4];

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
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

static void a_call_cancelled_before_the_login_is_not_sent(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), PAGE };
	struct fixture fixture;
	struct ending cancelled;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
	client_cancel(start_list(&fixture, &cancelled, "customers", ""));
	list_one(&fixture);
	assert_int_equal(cancelled.count, 0);
	assert_int_equal(count_sent(&fixture, "GET"), 1);
	fixture_stop(&fixture);
}

/* --- which header (N1) ----------------------------------------------------------------------- */

static void a_fresh_token_that_is_refused_goes_into_the_other_header(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"), REFUSE(1), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
	list_one(&fixture);
	list_one(&fixture);
	assert_sent(&fixture, 1, "Authorization: Bearer token-1\r\n");
	assert_sent(&fixture, 2, "x-api-key: token-1\r\n");
	assert_sent(&fixture, 3, "x-api-key: token-1\r\n"); /* what worked is kept */
	client_free(fixture.client);
	fixture_client(&fixture); /* for the next start too */
	list_one(&fixture);
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
		profile_set_secret(pinned[i].login == LOGIN_TOKEN ? &fixture.profile->token
								  : &fixture.profile->api_key,
				   "given-1");
		fixture_client(&fixture);
		list_one(&fixture);
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
	run_list(&fixture, &ending, "customers", "");
	assert_int_equal(ending.code, ERROR_LOGIN);
	assert_int_equal(count_sent(&fixture, "GET"), 1);
	fixture_stop(&fixture);
}

/* --- 401 ------------------------------------------------------------------------------------- */

static void an_old_token_is_replaced_and_the_calls_are_repeated(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-2"), REFUSE(1), REFUSE(2), REFUSE(3),
					     PAGE };
	struct fixture fixture;
	struct ending endings[3];

	(void)state;
	fixture_start_with_kept(&fixture, STEPS(steps), 3600);
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

static void a_token_that_another_program_left_meanwhile_will_do(void **state)
{
	static const struct step steps[] = { REFUSE(1), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start_with_kept(&fixture, STEPS(steps), 3600);
	fixture_keep_token(&fixture, "token-2", 3600);
	list_one(&fixture);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 0);
	assert_sent(&fixture, 0, "Authorization: Bearer token-1\r\n");
	assert_sent(&fixture, 1, "Authorization: Bearer token-2\r\n");
	assert_kept(&fixture, "token-2");
	fixture_stop(&fixture);
}

static void a_second_401_asks_the_person_and_the_call_goes_on(void **state)
{
	/* the old token, the new one in both headers, then what the person typed */
	static const struct step steps[] = { LOGIN(1, "token-2"), LOGIN(0, "token-3"), REFUSE(1),
					     REFUSE(2),           REFUSE(3),           PAGE };
	struct fixture fixture;
	struct ending ending, login;

	(void)state;
	fixture_start_with_kept(&fixture, STEPS(steps), 3600);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.reason,
			    "The service gave a token and then refused it: log in again.");
	assert_string_equal(fixture.asked_client_id, "backoffice");
	assert_int_equal(ending.count, 0);
	assert_kept(&fixture, "");
	start_login(
		&fixture, &login,
		&(struct credentials){ LOGIN_CREDENTIALS, "harborline", "other", .secret = "typed-secret" });
	wait_text(&fixture); /* six seconds between logins */
	assert_non_null(strstr(fixture.wait_text, "At most one login in"));
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
	fixture_start_client(&fixture, STEPS(steps));
	run_list(&fixture, &ending, "customers", "");
	assert_int_equal(ending.code, ERROR_LOGIN);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	fixture_stop(&fixture);
}

static void wrong_credentials_ask_the_person(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 0, 401, "{\"title\":\"no change-me\"}", NULL,
		  FAULT_NONE },
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_client(&fixture, STEPS(steps));
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

static void who_waits_while_a_typed_login_fails_asks_again(void **state)
{
	static const struct step steps[] = {
		{ "POST", "/api/auth/login", 0, 401, NULL, NULL, FAULT_NONE },
	};
	struct fixture fixture;
	struct ending ending, login;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	profile_set_secret(&fixture.profile->client_secret, NULL);
	fixture_client(&fixture);
	fixture_person(&fixture);
	start_login(
		&fixture, &login,
		&(struct credentials){ LOGIN_CREDENTIALS, "harborline", "backoffice", .secret = "wrong" });
	start_list(&fixture, &ending, "customers", "");
	wait_ending(&login);
	assert_string_equal(login.message, "The service does not accept these credentials.");
	wait_asked(&fixture, 1);
	assert_int_equal(ending.count, 0);
	fixture_stop(&fixture);
}

static void a_typed_secret_is_not_there_any_more(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"),
					     { "GET", "/api/customers", 2, 401, NULL, NULL,
					       FAULT_NONE },
					     PAGE };
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
	start_login(&fixture, &login,
		    &(struct credentials){ LOGIN_CREDENTIALS, "harborline", "backoffice",
					   .secret = "typed-secret" });
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
		REFUSE(1),
		REFUSE(2),
		LOGIN(0, "token-1"),
		{ "GET", "/api/customers", 4, 401, NULL, NULL, FAULT_NONE },
		PAGE,
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
	start_login(
		&fixture, &login,
		&(struct credentials){ LOGIN_CREDENTIALS, "harborline", "other", .secret = "typed-secret" });
	wait_ending(&ending);
	assert_true(login.ok && ending.ok);
	ending_finish(&ending);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 2);
	assert_string_equal(fixture.reason, "The login has ended: log in again.");
	assert_string_equal(fixture.asked_client_id, "other");
	fixture_stop(&fixture);
}

/* A token says itself when it ends: {"exp":1000000000}, with the algorithm none. */
static void a_given_token_that_has_ended_is_called_that(void **state)
{
	static const struct step steps[] = { REFUSE(1), REFUSE(2), PAGE };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture.profile->login = LOGIN_TOKEN;
	profile_set_secret(&fixture.profile->token,
			   "eyJhbGciOiJub25lIn0.eyJleHAiOjEwMDAwMDAwMDB9.");
	fixture_client(&fixture);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.reason, "The login has ended. Paste a new token.");
	fixture_stop(&fixture);
}

static void a_refusal_says_when_a_token_has_ended(void **state)
{
	int64_t ended_at = clock_unix_s() - 60;
	char time[CLOCK_TIME_SIZE], expected[80];

	(void)state;
	clock_format_local_time(ended_at, time);
	snprintf(expected, sizeof(expected), "The login has ended at %s. Paste a new token.", time);
	assert_text_take(refusal_text(LOGIN_TOKEN, false, ended_at), expected);
	assert_text_take(refusal_text(LOGIN_TOKEN, false, clock_unix_s() + 3600),
			 "The service does not accept this token.");
	assert_text_take(refusal_text(LOGIN_API_KEY, false, ended_at),
			 "The service does not accept this API key.");
}

/* --- renewal --------------------------------------------------------------------------------- */

static void a_token_is_renewed_while_calls_go_on(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-2"), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start_with_kept(&fixture, STEPS(steps), 4 * 60);
	list_one(&fixture); /* begins the renewal, and does not wait for it */
	list_one(&fixture);
	wait_requests(&fixture, 3);
	while (client_info(fixture.client).expires_at < clock_unix_s() + 3600)
		list_one(&fixture);
	list_one(&fixture);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	assert_sent(&fixture, fault_proxy_requests(fixture.server) - 1,
		    "Authorization: Bearer token-2\r\n");
	assert_kept(&fixture, "token-2");
	fixture_stop(&fixture);
}

static void a_renewal_under_way_serves_those_who_were_refused(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-2"), REFUSE(1), PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start_with_kept(&fixture, STEPS(steps), 4 * 60);
	list_one(&fixture);
	assert_int_equal(count_sent(&fixture, "POST /api/auth/login"), 1);
	assert_int_equal(fixture.waits, 0); /* no second one waits for its turn */
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_call_logs_in_and_the_token_is_kept),
		cmocka_unit_test(a_sandbox_token_is_not_kept),
		cmocka_unit_test(several_calls_wait_for_one_login),
		cmocka_unit_test(a_call_cancelled_before_the_login_is_not_sent),
		cmocka_unit_test(a_fresh_token_that_is_refused_goes_into_the_other_header),
		cmocka_unit_test(given_tokens_and_keys_need_no_login),
		cmocka_unit_test(a_pinned_header_is_not_swapped),
		cmocka_unit_test(an_old_token_is_replaced_and_the_calls_are_repeated),
		cmocka_unit_test(a_token_that_another_program_left_meanwhile_will_do),
		cmocka_unit_test(a_second_401_asks_the_person_and_the_call_goes_on),
		cmocka_unit_test(without_a_person_a_second_401_is_an_error),
		cmocka_unit_test(wrong_credentials_ask_the_person),
		cmocka_unit_test(who_waits_while_a_typed_login_fails_asks_again),
		cmocka_unit_test(a_typed_secret_is_not_there_any_more),
		cmocka_unit_test(a_given_token_that_is_refused_asks_the_person_each_time),
		cmocka_unit_test(a_given_token_that_has_ended_is_called_that),
		cmocka_unit_test(a_refusal_says_when_a_token_has_ended),
		cmocka_unit_test(a_token_is_renewed_while_calls_go_on),
		cmocka_unit_test(a_renewal_under_way_serves_those_who_were_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
