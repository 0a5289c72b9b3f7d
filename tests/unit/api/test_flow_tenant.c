/* Which tenant: said, told by the login, the only one, or chosen from several. */
/* SPDX-License-Identifier: ISC */
#include "flow_steps.h"

#define BOTH NORDLYS "," FJORD "," GONE

/* --- without a person ------------------------------------------------------------------------ */

static void the_only_tenant_is_taken(void **state)
{
	static const struct step steps[] = { ACCOUNT(GONE "," NORDLYS), CUSTOMERS("tnt-nordlys") };
	struct fixture fixture;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_TOKEN);
	assert_int_equal(client_info(fixture.client).state, CLIENT_NEW);
	list_one(&fixture);
	list_one(&fixture);
	assert_sent(&fixture, 0, "Authorization: Bearer integration-1\r\n");
	assert_int_equal(count_sent(&fixture, "GET /v2/account"), 1);
	assert_string_equal(client_info(fixture.client).tenant, "tnt-nordlys");
	fixture_stop(&fixture);
}

static void a_tenant_that_was_said_is_not_looked_for(void **state)
{
	static const struct step steps[] = { CUSTOMERS("tnt-x") };
	struct fixture fixture;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_TOKEN);
	fixture.profile->tenant = xstrdup("tnt-x");
	fixture.profile->store = xstrdup("store-1");
	fixture_client(&fixture);
	assert_int_equal(client_info(fixture.client).state, CLIENT_LOGGED_IN);
	list_one(&fixture);
	assert_int_equal(count_sent(&fixture, ""), 1);
	assert_string_equal(client_info(fixture.client).organization, "tnt-x");
	assert_string_equal(client_info(fixture.client).store, "store-1");
	fixture_stop(&fixture);
}

static void a_login_that_names_no_tenant_is_asked_for_them(void **state)
{
	static const struct step steps[] = {
		ANSWER("POST", "/v2/account", 0, 200, "{\"accessToken\":\"access-1\"}"),
		ACCOUNT(FJORD), CUSTOMERS("tnt-fjord")
	};
	struct fixture fixture;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_DEVICE);
	list_one(&fixture);
	assert_sent(&fixture, 1, "Authorization: Bearer access-1\r\n");
	assert_string_equal(client_info(fixture.client).organization, "tnt-fjord");
	assert_string_equal(client_info(fixture.client).role, "Access"); /* of the role: no permissions */
	fixture_stop(&fixture);
}

static const struct {
	int status;
	const char *body, *message;
	bool of_address; /* it begins with the service's */
} nowhere[] = {
	{ 200, "{\"tenants\":[]}",
	  "This login reaches no tenant: an administrator has to add the user to one." },
	{ 200, "{}", "This login reaches no tenant: an administrator has to add the user to one." },
	{ 200, "{\"tenants\":[{\"tenantName\":\"no key\"}]}",
	  "This login reaches no tenant: an administrator has to add the user to one." },
	{ 200, "{\"tenants\":[" GONE "]}", "This user is not active in Gone." },
	{ 200, "{\"tenants\":[" BOTH "]}",
	  "This login reaches several tenants: tnt-nordlys (Nordlys Sport), tnt-fjord. Say which one by "
	  "--tenant or FLOW_TENANT." },
	{ 401, NULL, "The service does not accept this token." },
	{ 404, NULL,
	  "does not tell which tenants there are. If that is the right address (such as "
	  "https://api.flowretail.com/v2), say the tenant by --tenant, FLOW_TENANT or the profile's word "
	  "tenant.",
	  .of_address = true },
};

static void without_a_tenant_it_is_said_what_to_do(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(nowhere); i++) {
		const struct step steps[] = {
			ANSWER("GET", "/v2/account", 0, nowhere[i].status, nowhere[i].body),
		};
		struct fixture fixture;

		flow_start_client(&fixture, STEPS(steps), LOGIN_TOKEN);
		char *message = xasprintf("%s%s%s", nowhere[i].of_address ? fixture.profile->url : "",
					  nowhere[i].of_address ? " " : "", nowhere[i].message);
		flow_list_refused(&fixture, message);
		free(message);
		assert_int_equal(count_sent(&fixture, ""), 1);
		fixture_stop(&fixture);
	}
}

static const char *const garbled[] = { "", "[]", "{\"tenants\":\"tnt-a\"}", "{\"tenants\":{\"a\":1}}" };

static void what_tells_of_no_tenants_is_an_error(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(garbled); i++) {
		const struct step steps[] = { ANSWER("GET", "/v2/account", 0, 200, garbled[i]) };
		struct fixture fixture;
		struct ending ending;

		flow_start_client(&fixture, STEPS(steps), LOGIN_TOKEN);
		run_list(&fixture, &ending, "customers", "");
		assert_int_equal(ending.code, ERROR_NETWORK);
		assert_non_null(strstr(ending.message, "The tenants could not be read"));
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

/* --- with a person --------------------------------------------------------------------------- */

static void calls_wait_for_the_choice(void **state)
{
	static const struct step steps[] = { ACCOUNT(BOTH), CUSTOMERS("tnt-fjord") };
	struct fixture fixture;
	struct ending endings[2];

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_TOKEN);
	fixture_person(&fixture);
	for (size_t i = 0; i < CASES(endings); i++)
		start_list(&fixture, &endings[i], "customers", "");
	wait_asked(&fixture, 1);
	assert_string_equal(fixture.asked_tenants, "tnt-nordlys Nordlys Sport, tnt-fjord ");
	assert_string_equal(fixture.reason, "This login reaches several tenants: choose one.");
	client_choose_tenant(fixture.client, "tnt-gone"); /* none of them */
	assert_int_equal(client_info(fixture.client).state, CLIENT_LOGIN_NEEDED);
	client_choose_tenant(fixture.client, "tnt-fjord");
	for (size_t i = 0; i < CASES(endings); i++) {
		wait_ending(&endings[i]);
		assert_true(endings[i].ok);
		ending_finish(&endings[i]);
	}
	assert_int_equal(fixture.asked, 1);
	assert_int_equal(count_sent(&fixture, "GET /v2/account"), 1);
	list_one(&fixture); /* the choice is kept */
	assert_int_equal(count_sent(&fixture, "GET /v2/account"), 1);
	fixture_stop(&fixture);
}

static void a_choice_is_kept_with_the_token(void **state)
{
	static const struct step steps[] = { BY_USER(0, "tnt-fjord", "access-1"), ACCOUNT(BOTH),
					     CUSTOMERS("tnt-fjord") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_USER);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	assert_int_equal(count_sent(&fixture, "POST"), 0);
	client_choose_tenant(fixture.client, "tnt-fjord");
	wait_ending(&ending);
	assert_true(ending.ok);
	ending_finish(&ending);
	client_free(fixture.client);
	fixture_client(&fixture);
	list_one(&fixture);
	assert_int_equal(count_sent(&fixture, "POST"), 1);
	assert_int_equal(count_sent(&fixture, "GET /v2/account"), 1);
	assert_string_equal(client_info(fixture.client).tenant, "tnt-fjord");
	assert_string_equal(client_profile(fixture.client)->tenant, "tnt-fjord"); /* for its files */
	assert_null(fixture.profile->tenant);
	fixture_stop(&fixture);
}

/* A renewal is for the tenant that was chosen: nobody is asked again. */
static void a_renewal_stays_where_it_was(void **state)
{
	static const struct step steps[] = { BY_USER(1, "tnt-fjord", "access-1"),
					     BY_USER(0, "tnt-fjord", "access-2"), ACCOUNT(BOTH), REFUSED(2),
					     CUSTOMERS("tnt-fjord") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_USER);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	client_choose_tenant(fixture.client, "tnt-fjord");
	wait_ending(&ending);
	ending_finish(&ending);
	list_one(&fixture);
	assert_int_equal(count_sent(&fixture, "POST"), 2);
	assert_int_equal(count_sent(&fixture, "GET /v2/account"), 1);
	assert_int_equal(fixture.asked, 1);
	fixture_stop(&fixture);
}

static void a_typed_login_ends_after_the_choice(void **state)
{
	static const struct step steps[] = { ACCOUNT(BOTH), CUSTOMERS("tnt-fjord") };
	const struct credentials typed = { .login = LOGIN_TOKEN, .secret = "typed-1" };
	struct fixture fixture;
	struct ending login, again;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_TOKEN);
	profile_set_secret(&fixture.profile->token, NULL);
	fixture_client(&fixture);
	fixture_person(&fixture);
	start_login(&fixture, &login, &typed);
	wait_asked(&fixture, 1);
	assert_int_equal(login.count, 0);
	client_choose_tenant(fixture.client, "tnt-fjord");
	wait_ending(&login);
	assert_true(login.ok);
	list_one(&fixture);
	assert_sent(&fixture, 1, "Authorization: Bearer typed-1\r\n");
	start_login(&fixture, &again, &typed); /* the same tenant is taken where it is one of them */
	wait_ending(&again);
	assert_true(again.ok);
	assert_int_equal(fixture.asked, 1);
	fixture_stop(&fixture);
}

static void a_choice_that_is_given_up_ends_the_calls(void **state)
{
	static const struct step steps[] = { ACCOUNT(BOTH), CUSTOMERS("tnt-fjord") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	flow_start_client(&fixture, STEPS(steps), LOGIN_TOKEN);
	fixture_person(&fixture);
	start_list(&fixture, &ending, "customers", "");
	wait_asked(&fixture, 1);
	client_login_abandon(fixture.client);
	wait_ending(&ending);
	assert_int_equal(ending.code, ERROR_CANCELLED);
	start_list(&fixture, &ending, "customers", ""); /* the next one asks again */
	wait_asked(&fixture, 2);
	client_choose_tenant(fixture.client, "tnt-fjord");
	wait_ending(&ending);
	assert_true(ending.ok);
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void a_typed_login_that_is_cancelled_is_forgotten(void **state)
{
	static const struct step steps[] = { ACCOUNT(BOTH), CUSTOMERS("tnt-fjord") };
	const struct credentials typed = { .login = LOGIN_TOKEN, .secret = "typed-1" };
	struct fixture fixture;
	struct ending login;

	(void)state;
	flow_start(&fixture, STEPS(steps), LOGIN_TOKEN);
	profile_set_secret(&fixture.profile->token, NULL);
	fixture_client(&fixture);
	fixture_person(&fixture);
	struct client_call *call = start_login(&fixture, &login, &typed);
	wait_asked(&fixture, 1);
	client_cancel(call);
	client_choose_tenant(fixture.client, "tnt-fjord");
	assert_int_equal(client_info(fixture.client).state, CLIENT_LOGIN_NEEDED);
	assert_int_equal(login.count, 0);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_only_tenant_is_taken),
		cmocka_unit_test(a_tenant_that_was_said_is_not_looked_for),
		cmocka_unit_test(a_login_that_names_no_tenant_is_asked_for_them),
		cmocka_unit_test(without_a_tenant_it_is_said_what_to_do),
		cmocka_unit_test(what_tells_of_no_tenants_is_an_error),
		cmocka_unit_test(calls_wait_for_the_choice),
		cmocka_unit_test(a_choice_is_kept_with_the_token),
		cmocka_unit_test(a_renewal_stays_where_it_was),
		cmocka_unit_test(a_typed_login_ends_after_the_choice),
		cmocka_unit_test(a_choice_that_is_given_up_ends_the_calls),
		cmocka_unit_test(a_typed_login_that_is_cancelled_is_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
