/* Who may call /v2: tokens, tenants, permissions; and how Flow Retail says no. */
/* SPDX-License-Identifier: ISC */
#include "flow_fixture.h"
#include "unit.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/routes.h"

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

static void each_token_reaches_its_tenants(void **state)
{
	static const struct {
		const char *token;
		int nordlys, fjellheim, nowhere;
	} callers[] = {
		{ NORDLYS, 200, 403, 403 },
		{ FJELLHEIM, 403, 200, 403 },
		{ INGRID, 200, 200, 403 },
		{ MIKKEL, 200, 403, 403 },
		{ PAIVI, 403, 403, 403 }, /* not active */
		{ DEVICE, 401, 401, 401 }, /* lets users log in, no more */
		{ "sandbox-key-northpoint-admin", 401, 401, 401 },
		{ "nonsense", 401, 401, 401 },
		{ "", 401, 401, 401 },
		{ NULL, 401, 401, 401 },
	};

	for (size_t i = 0; i < CASES(callers); i++) {
		const char *token = callers[i].token;
		assert_int_equal(flow_ask_status(*state, token, "GET", T "/customers", NULL),
				 callers[i].nordlys);
		assert_int_equal(flow_ask_status(*state, token, "GET",
						 "/v2/tenants/tnt-fjellheim/customers", NULL),
				 callers[i].fjellheim);
		assert_int_equal(flow_ask_status(*state, token, "GET",
						 "/v2/tenants/tnt-nowhere/customers", NULL),
				 callers[i].nowhere);
	}
}

static void refusals_are_worded_as_in_the_contract(void **state)
{
	static const struct {
		const char *token, *method, *target;
		int status;
		const char *code, *message;
	} cases[] = {
		{ NULL, "GET", T "/customers", 401, "UNAUTHORIZED",
		  "A token is needed in the Authorization header." },
		{ "nonsense", "GET", T "/customers", 401, "UNAUTHORIZED",
		  "Access token is not valid." },
		{ FJELLHEIM, "GET", T "/customers", 403, "FORBIDDEN",
		  "This token gives no access to the tenant." },
		{ PAIVI, "GET", T "/customers", 403, "FORBIDDEN", "The user is not active." },
		{ NORDLYS, "GET", T "/customers/cus-0", 404, "NOT_FOUND",
		  "Customer does not exist." },
		{ NORDLYS, "GET", T "/nothing", 404, "NOT_FOUND", "There is no such path." },
		{ NORDLYS, "PATCH", T "/customers", 405, "METHOD_NOT_ALLOWED",
		  "This method is not allowed here." },
		{ NORDLYS, "GET", T "/customers?pageSize=0", 400, "VALIDATION_FAILED",
		  "pageSize: Must be a whole number from 1 to 1000." },
	};

	for (size_t i = 0; i < CASES(cases); i++)
		flow_refused(*state, cases[i].token, cases[i].method, cases[i].target, NULL,
			     cases[i].status, cases[i].code, cases[i].message);
}

static void bad_days_speak_flow_too(void **state)
{
	struct flow_fixture *fixture = *state;

	fixture->service.error_percent = 100;
	fixture->service.chance = 7;
	flow_refused(fixture, NORDLYS, "GET", T "/customers", NULL, 500, "INTERNAL",
		     "Made to fail by --error-rate.");
}

static void logins_of_both_services_are_secret(void **state)
{
	static const struct {
		const char *target;
		bool secret;
	} cases[] = {
		{ "/api/auth/login", true },
		{ "/api/customers", false },
		{ "/v2/account", true },
		{ T "/account?x=1", true },
		{ T "/customers", false },
		{ "/v2", false },
		{ "/", false },
	};

	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct url url;
		struct error err;
		assert_true(url_parse(&url, cases[i].target, &err));
		assert_int_equal(routes_are_secret(&url), cases[i].secret);
		url_finish(&url);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_token_reaches_its_tenants, setup, teardown),
		cmocka_unit_test_setup_teardown(refusals_are_worded_as_in_the_contract, setup,
						teardown),
		cmocka_unit_test(logins_of_both_services_are_secret),
		cmocka_unit_test_setup_teardown(bad_days_speak_flow_too, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
