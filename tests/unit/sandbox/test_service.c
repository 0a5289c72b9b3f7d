/* The operations as callers of each role meet them. */
/* SPDX-License-Identifier: ISC */
#include "fixture.h"
#include "unit.h"

#include "base/alloc.h"
#include "schema/json.h"

#define NEW(number)                                                                                \
	"{\"customerNumber\":\"" number                                                            \
	"\",\"companyName\":\"New\",\"companyEmail\":\"a@b\",\"pricing\":\"Retail\"}"
#define WITH(number, members)                                                                      \
	"{\"customerNumber\":\"" number                                                            \
	"\",\"companyName\":\"New\",\"companyEmail\":\"a@b\",\"pricing\":\"Retail\"," members "}"

/* Each case meets the sandbox as the case before left it. */
static const struct {
	enum who who;
	const char *method, *target, *body;
	int status;
} cases[] = {
	/* Paths and methods */
	{ ADMIN, "GET", "/", NULL, 404 },
	{ ADMIN, "GET", "/api/nonsense", NULL, 404 },
	{ ADMIN, "GET", "/api/customers/", NULL, 404 },
	{ ADMIN, "GET", "/api/customers/A-1/nonsense", NULL, 404 },
	{ ADMIN, "PATCH", "/api/customers", NULL, 405 },
	{ ADMIN, "DELETE", "/api/products/P-1", NULL, 405 }, /* N24 */
	{ ADMIN, "GET", "/api/products/prices", NULL, 405 }, /* the word shadows the SKU */
	{ ADMIN, "HEAD", "/api/customers/A-1", NULL, 200 },
	/* Who may do what */
	{ NOBODY, "GET", "/api/customers", NULL, 401 },
	{ NOBODY, "PUT", "/api/customers", "{", 401 },
	{ SALES_REP, "GET", "/api/organization", NULL, 403 },
	{ SALES_REP, "GET", "/api/organizations/salesreps", NULL, 403 },
	{ SALES_REP, "PUT", "/api/products", "{}", 403 },
	{ SALES_REP, "PUT", "/api/products/prices", "{}", 403 },
	{ SALES_REP, "DELETE", "/api/customers/A-2", NULL, 403 },
	{ SALES_REP, "GET", "/api/products/P-1", NULL, 200 },
	{ CUSTOMER, "GET", "/api/customers", NULL, 403 },
	{ CUSTOMER, "GET", "/api/customers/A-1", NULL, 403 },
	{ CUSTOMER, "PUT", "/api/customers", NEW("X-1"), 403 },
	{ CUSTOMER, "GET", "/api/products", NULL, 200 },
	{ CUSTOMER, "GET", "/api/products/P-3", NULL, 404 }, /* not in the catalog */
	{ ADMIN, "GET", "/api/products/P-3", NULL, 200 },
	/* A sales representative has its own customers alone */
	{ SALES_REP, "GET", "/api/customers/A-2", NULL, 200 },
	{ SALES_REP, "GET", "/api/customers/A-3", NULL, 404 },
	{ SALES_REP, "PUT", "/api/customers/A-3", "{\"terms\":\"x\"}", 404 },
	{ SALES_REP, "POST", "/api/customers/A-3/deactivate", NULL, 404 },
	{ SALES_REP, "PUT", "/api/customers", NEW("A-3"), 409 },
	{ SALES_REP, "PUT", "/api/customers/A-2", "{\"repNumber\":\"SR-2\"}", 403 },
	{ SALES_REP, "PUT", "/api/customers/A-2", "{\"repNumber\":\"sr-1\",\"terms\":\"x\"}", 200 },
	{ SALES_REP, "PUT", "/api/customers", WITH("A-2", "\"repNumber\":\"SR-2\""), 403 },
	{ SALES_REP, "POST", "/api/customers/A-4/activate", NULL, 204 },
	{ SALES_REP, "PUT", "/api/customers", WITH("R-1", "\"repNumber\":\"SR-2\""), 201 },
	{ SALES_REP, "GET", "/api/customers/R-1", NULL, 200 }, /* it got its own number */
	/* Organizations never see each other */
	{ OTHER_ADMIN, "GET", "/api/customers/A-2", NULL, 404 },
	{ OTHER_ADMIN, "GET", "/api/products/P-1", NULL, 404 },
	{ OTHER_ADMIN, "DELETE", "/api/customers/A-2", NULL, 404 },
	{ OTHER_ADMIN, "PUT", "/api/customers", NEW("A-2"), 201 },
	{ OTHER_ADMIN, "PUT", "/api/customers", WITH("A-9", "\"externalId\":\"erp-2\""), 201 },
	{ OTHER_ADMIN, "PUT", "/api/products/prices", "[{\"sku\":\"P-1\",\"prices\":[]}]", 400 },
	/* Keys and external ids */
	{ ADMIN, "GET", "/api/customers/a-1", NULL, 200 },
	{ ADMIN, "POST", "/api/customers", NEW("A-1"), 409 },
	{ ADMIN, "POST", "/api/customers", WITH("A-8", "\"externalId\":\"erp-1\""), 409 },
	{ ADMIN, "PUT", "/api/customers", WITH("A-3", "\"externalId\":\"erp-1\""),
	  409 }, /* two records */
	{ ADMIN, "PUT", "/api/customers/A-3", "{\"externalId\":\"ERP-1\"}", 409 },
	{ ADMIN, "PUT", "/api/customers/A-1", "{\"externalId\":\"erp-1\"}", 200 },
	{ ADMIN, "PUT", "/api/customers", WITH("A-5", "\"externalId\":\"erp-2\""),
	  200 }, /* A-2 becomes A-5 */
	{ ADMIN, "GET", "/api/customers/A-2", NULL, 404 },
	{ ADMIN, "GET", "/api/customers/A-5", NULL, 200 },
	{ ADMIN, "PUT", "/api/customers/nobody", "{\"terms\":\"x\"}", 404 },
	{ ADMIN, "PUT", "/api/customers", NEW("a%2Fb / ?"), 201 },
	{ ADMIN, "GET", "/api/customers/a%252Fb%20%2F%20%3F", NULL, 200 },
	{ ADMIN, "DELETE", "/api/customers/A-5", NULL, 204 },
	{ ADMIN, "DELETE", "/api/customers/A-5", NULL, 404 },
	{ ADMIN, "PUT", "/api/customers", NEW("A-5"), 201 },         /* N11: the number is free */
	{ ADMIN, "POST", "/api/customers/A-5/activate", NULL, 204 }, /* again is harmless */
	{ ADMIN, "POST", "/api/customers/A-5/deactivate", NULL, 204 },
	{ ADMIN, "POST", "/api/customers/A-5/deactivate", NULL, 204 },
	{ ADMIN, "POST", "/api/customers/nobody/activate", NULL, 404 },
	/* Products */
	{ ADMIN, "PUT", "/api/products", "{\"sku\":\"P-9\",\"name\":\"New\"}", 201 },
	{ ADMIN, "PUT", "/api/products", "{\"sku\":\"p-9\",\"name\":\"Newer\"}", 200 },
	{ ADMIN, "PUT", "/api/products",
	  "{\"sku\":\"P-9\",\"name\":\"New\",\"externalId\":\"item-1\"}", 409 },
	{ ADMIN, "PUT", "/api/products",
	  "{\"sku\":\"P-8\",\"name\":\"New\",\"externalId\":\"item-1\"}", 200 },
	{ ADMIN, "GET", "/api/products/P-1", NULL, 404 },
	{ ADMIN, "GET", "/api/products/search", NULL, 400 },
	{ ADMIN, "GET", "/api/products/search?query=", NULL, 400 },
	{ ADMIN, "GET", "/api/products/search?Keyword=x", NULL, 200 }, /* N20 */
	/* Commerce context */
	{ ADMIN, "POST", "/api/auth/access", "{}", 400 },
	{ ADMIN, "POST", "/api/auth/access", "{\"OrganizationId\":\"org_n\",\"UserId\":\"usr_9\"}",
	  404 },
	{ ADMIN, "POST", "/api/auth/access", "{\"OrganizationId\":\"org_a\",\"UserId\":\"usr_1\"}",
	  404 },
	{ ADMIN, "POST", "/api/auth/access", "{\"organizationId\":\"org_n\",\"userId\":\"usr_3\"}",
	  200 },
	{ CUSTOMER, "POST", "/api/auth/access",
	  "{\"OrganizationId\":\"org_n\",\"UserId\":\"usr_1\"}", 404 },
	{ CUSTOMER, "POST", "/api/auth/access",
	  "{\"OrganizationId\":\"org_n\",\"UserId\":\"usr_3\"}", 200 },
	/* Login */
	{ NOBODY, "POST", "/api/auth/login",
	  "{\"OrgCode\":\"north\",\"ClientId\":\"admin\",\"ClientSecret\":\"x\"}", 401 },
	{ NOBODY, "POST", "/api/auth/login",
	  "{\"OrgCode\":\"x\",\"ClientId\":\"admin\",\"ClientSecret\":\"secret\"}", 401 },
	{ NOBODY, "POST", "/api/auth/login",
	  "{\"OrgCode\":\"aurora\",\"ClientId\":\"rep\",\"ClientSecret\":\"secret\"}", 401 },
};

static void every_operation_in_every_role(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	for (size_t i = 0; i < CASES(cases); i++) {
		int status = ask_status(&fixture, cases[i].who, cases[i].method, cases[i].target,
					cases[i].body);
		if (status != cases[i].status)
			fail_msg("case %zu: %s %s %s: %d, not %d", i, cases[i].method,
				 cases[i].target, cases[i].body ? cases[i].body : "", status,
				 cases[i].status);
	}
	fixture_stop(&fixture);
}

static void assert_answer(struct fixture *fixture, enum who who, const char *target,
			  const char *expected)
{
	struct reply reply = ask(fixture, who, "GET", target, NULL);

	assert_non_null(reply.body);
	assert_string_equal(reply.body, expected);
	reply_finish(&reply);
}

static void a_change_keeps_what_it_does_not_name(void **state)
{
	static const char expected[] =
		"{\"customerNumber\":\"A-1\",\"companyName\":\"Harborline "
		"Marine\",\"companyEmail\":\"a@harborline.example\","
		"\"pricing\":\"Wholesale\",\"active\":true,\"repNumber\":\"SR-1\",\"terms\":"
		"\"COD\",\"currencyCode\":\"NOK\","
		"\"organizationId\":\"org_n\",\"externalId\":\"erp-1\",\"addresses\":[{\"line1\":"
		"\"x\",\"isPrimary\":true,\"odd\":1.50}],"
		"\"unknown\":{\"kept\":12345678901234567890},\"more\":[1e400]}";
	static const char change[] = "{\"Terms\":\"COD\",\"addresses\":[{\"Address1\":\"x\","
				     "\"default\":true,\"odd\":1.50}],\"currencyCode\":\"EUR\","
				     "\"more\":[1e400]}";
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/customers/A-1", change), 200);
	assert_answer(&fixture, ADMIN, "/api/customers/A-1", expected);
	fixture_stop(&fixture);
}

static void rows_are_sparse_as_documented(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	assert_answer(&fixture, ADMIN, "/api/customers?pageSize=1",
		      "{\"data\":[{\"customerNumber\":\"A-1\",\"companyName\":\"Harborline "
		      "Marine\",\"companyEmail\":"
		      "\"a@harborline.example\",\"pricing\":\"Wholesale\",\"active\":true,"
		      "\"repNumber\":\"SR-1\",\"terms\":"
		      "\"NET30\",\"currencyCode\":\"NOK\"}],\"totalRecords\":4,\"currentPage\":1,"
		      "\"totalPages\":4}");
	assert_answer(&fixture, ADMIN, "/api/customers?pageNumber=9",
		      "{\"data\":[],\"totalRecords\":4,\"currentPage\":9,\"totalPages\":1}");
	assert_answer(&fixture, OTHER_ADMIN, "/api/products",
		      "{\"data\":[],\"totalRecords\":0,\"currentPage\":1,\"totalPages\":0}");
	fixture_stop(&fixture);
}

static void lists_follow_writes(void **state)
{
	struct fixture fixture;
	static const char target[] = "/api/"
				     "customers?filters[0].field=terms&filters[0].operator=equals&"
				     "filters[0].value=net30";

	(void)state;
	fixture_start(&fixture);
	struct json *before = ask_json(&fixture, ADMIN, "GET", target, NULL);
	assert_string_equal(json_member_text(before, "totalRecords"), "1");
	assert_int_equal(
		ask_status(&fixture, ADMIN, "PUT", "/api/customers/A-2", "{\"terms\":\"Net30\"}"),
		200);
	struct json *after = ask_json(&fixture, ADMIN, "GET", target, NULL);
	assert_string_equal(json_member_text(after, "totalRecords"), "2");
	assert_int_equal(json_size(json_member(after, "data")), 2);
	json_free(before);
	json_free(after);
	fixture_stop(&fixture);
}

/* And in its own currency, which is not the organization's. */
static void a_customer_sees_its_own_tier(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	struct json *product = ask_json(&fixture, CUSTOMER, "GET", "/api/products/P-1", NULL);
	assert_string_equal(json_member_text(product, "price"),
			    "31.75"); /* from one piece, not from 24 */
	assert_string_equal(json_member_text(product, "priceFormatted"), "kr 31.75");
	assert_string_equal(json_member_text(product, "currencyCode"), "NOK");
	const struct json *prices = json_member(product, "prices");
	assert_int_equal(json_size(prices), 2);
	assert_string_equal(json_member_text(json_at(prices, 0), "priceFormatted"), "kr 29.40");
	json_free(product);
	struct json *page = ask_json(&fixture, CUSTOMER, "GET", "/api/products?sortOn=Price", NULL);
	const struct json *data = json_member(page, "data");
	assert_int_equal(json_size(data), 2);
	/* By price as stored, P-2 would be first. */
	assert_string_equal(json_member_text(json_at(data, 0), "sku"), "P-1");
	assert_string_equal(json_member_text(json_at(data, 0), "price"), "31.75");
	json_free(page);
	fixture_stop(&fixture);
}

static void deactivation_ends_sessions(void **state)
{
	static const struct {
		const char *method, *target, *body;
	} ways[] = {
		{ "POST", "/api/customers/A-1/deactivate", NULL },
		{ "PUT", "/api/customers/A-1", "{\"active\":false}" }, /* N10 */
	};

	(void)state;
	for (size_t i = 0; i < CASES(ways); i++) {
		struct fixture fixture;
		fixture_start(&fixture);
		assert_int_equal(ask_status(&fixture, CUSTOMER, "GET", "/api/products", NULL), 200);
		ask_status(&fixture, ADMIN, ways[i].method, ways[i].target, ways[i].body);
		assert_int_equal(ask_status(&fixture, CUSTOMER, "GET", "/api/products", NULL), 401);
		assert_int_equal(ask_with(&fixture, NULL, "key-portal"), 401);
		assert_int_equal(ask_status(&fixture, NOBODY, "POST", "/api/auth/login",
					    "{\"OrgCode\":\"north\",\"ClientId\":\"portal\","
					    "\"ClientSecret\":\"secret\"}"),
				 401);
		/* Active again, the old session stays over. */
		assert_int_equal(
			ask_status(&fixture, ADMIN, "POST", "/api/customers/A-1/activate", NULL),
			204);
		assert_int_equal(ask_status(&fixture, CUSTOMER, "GET", "/api/products", NULL), 401);
		assert_int_equal(ask_with(&fixture, NULL, "key-portal"), 200);
		fixture_log_in(&fixture, CUSTOMER);
		assert_int_equal(ask_status(&fixture, CUSTOMER, "GET", "/api/products", NULL), 200);
		fixture_stop(&fixture);
	}
}

/* With all of them gone, a new customer gets the place in the table that A-1 had. */
static void deletion_ends_sessions_and_logins(void **state)
{
	static const char login[] =
		"{\"OrgCode\":\"north\",\"ClientId\":\"portal\",\"ClientSecret\":\"secret\"}";
	static const char *const numbers[] = { "/api/customers/A-2", "/api/customers/A-3",
					       "/api/customers/A-4", "/api/customers/A-1" };
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	assert_int_equal(ask_with(&fixture, NULL, "key-portal"), 200);
	for (size_t i = 0; i < CASES(numbers); i++)
		assert_int_equal(ask_status(&fixture, ADMIN, "DELETE", numbers[i], NULL), 204);
	assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/customers", NEW("N-1")), 201);
	assert_int_equal(ask_status(&fixture, CUSTOMER, "GET", "/api/products", NULL), 401);
	assert_int_equal(ask_with(&fixture, NULL, "key-portal"), 401);
	assert_int_equal(ask_status(&fixture, NOBODY, "POST", "/api/auth/login", login), 401);
	fixture_stop(&fixture);
}

static void a_key_follows_its_customer(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	char *before = ask_body(&fixture, "key-portal", "/api/products/P-1");
	assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/customers/A-1",
				    "{\"pricing\":\"Retail\"}"),
			 200);
	char *after = ask_body(&fixture, "key-portal", "/api/products/P-1");
	assert_non_null(strstr(before, "\"price\":31.75,\"prices\""));
	assert_non_null(strstr(after, "\"price\":42.5,\"prices\""));
	free(before);
	free(after);
	fixture_stop(&fixture);
}

/* N1: which header a token may stand in; a static key stands in x-api-key alone. */
static void tokens_stand_where_they_may(void **state)
{
	static const struct {
		enum auth_header setting;
		int bearer, api_key;
	} settings[] = { { AUTH_ANY, 200, 200 },
			 { AUTH_BEARER, 200, 401 },
			 { AUTH_API_KEY, 401, 200 } };
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	char *bearer = xasprintf("bearer  %s", fixture.tokens[ADMIN]);
	for (size_t i = 0; i < CASES(settings); i++) {
		fixture.service.auth_header = settings[i].setting;
		assert_int_equal(ask_with(&fixture, bearer, NULL), settings[i].bearer);
		assert_int_equal(ask_with(&fixture, NULL, fixture.tokens[ADMIN]),
				 settings[i].api_key);
		assert_int_equal(ask_with(&fixture, "Bearer nonsense", fixture.tokens[ADMIN]),
				 settings[i].api_key);
		assert_int_equal(ask_with(&fixture, NULL, "key-admin"), 200);
		assert_int_equal(ask_with(&fixture, "Bearer key-admin", NULL), 401);
		assert_int_equal(ask_with(&fixture, fixture.tokens[ADMIN], NULL), 401);
		assert_int_equal(ask_with(&fixture, NULL, NULL), 401);
	}
	free(bearer);
	fixture_stop(&fixture);
}

static void logins_are_limited(void **state)
{
	static const char body[] =
		"{\"OrgCode\":\"north\",\"ClientId\":\"other\",\"ClientSecret\":\"x\"}";
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	for (int i = 0; i < 10; i++)
		assert_int_equal(ask_status(&fixture, NOBODY, "POST", "/api/auth/login", body),
				 401);
	struct reply reply = ask(&fixture, NOBODY, "POST", "/api/auth/login", body);
	assert_int_equal(reply.status, 429);
	assert_in_range(reply.retry_after_s, 1, 60);
	reply_finish(&reply);
	fixture_stop(&fixture);
}

static void a_bad_day_is_made_of_500(void **state)
{
	struct fixture fixture;
	int failures = 0;

	(void)state;
	fixture_start(&fixture);
	fixture.service.error_percent = 30;
	fixture.service.chance = 1;
	for (int i = 0; i < 1000; i++)
		failures += ask_status(&fixture, ADMIN, "GET", "/api/customers/A-1", NULL) == 500;
	assert_in_range(failures, 250, 350);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_operation_in_every_role),
		cmocka_unit_test(a_change_keeps_what_it_does_not_name),
		cmocka_unit_test(rows_are_sparse_as_documented),
		cmocka_unit_test(lists_follow_writes),
		cmocka_unit_test(a_customer_sees_its_own_tier),
		cmocka_unit_test(deactivation_ends_sessions),
		cmocka_unit_test(deletion_ends_sessions_and_logins),
		cmocka_unit_test(a_key_follows_its_customer),
		cmocka_unit_test(tokens_stand_where_they_may),
		cmocka_unit_test(logins_are_limited),
		cmocka_unit_test(a_bad_day_is_made_of_500),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
