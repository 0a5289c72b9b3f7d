/* Pages of /v2: customers, groups, searches, the external register. */
/* SPDX-License-Identifier: ISC */
#include "flow_fixture.h"
#include "unit.h"

#include "base/alloc.h"
#include "schema/json.h"

#define FT "/v2/tenants/tnt-fjellheim"

static int setup(void **state)
{
	*state = xcalloc(1, sizeof(struct flow_fixture));
	flow_fixture_start(*state);
	return 0;
}

static int setup_many(void **state)
{
	*state = xcalloc(1, sizeof(struct flow_fixture));
	flow_fixture_start_with(*state, 120);
	return 0;
}

static int teardown(void **state)
{
	flow_fixture_stop(*state);
	free(*state);
	return 0;
}

/* "3: cus-1001 cus-1002": how many there are, and a member of each on this page. */
static char *page_of(struct flow_fixture *fixture, const char *token, const char *target,
		     const char *body, const char *member)
{
	struct json *page =
		flow_ask_json(fixture, token, body ? "POST" : "GET", target, body);
	const struct json *paging = json_member(page, "paging");
	char *text = xasprintf("%s:", paging ? json_member_text(paging, "totalCount") : "none");

	for (const struct json *item = json_first(json_member(page, "items")); item;
	     item = json_next(item)) {
		const char *value = json_member_text(item, member);
		char *longer = xasprintf("%s %s", text, value ? value : "-");
		free(text);
		text = longer;
	}
	json_free(page);
	return text;
}

static char *customers(struct flow_fixture *fixture, const char *parameters)
{
	char *target = xasprintf(T "/customers%s", parameters);
	char *page = page_of(fixture, NORDLYS, target, NULL, "customerUid");

	free(target);
	return page;
}

static char *search(struct flow_fixture *fixture, const char *body)
{
	return page_of(fixture, NORDLYS, T "/customers/search?sortBy=customerUid", body,
		       "customerUid");
}

static void pages_are_cut_and_ordered(void **state)
{
	static const struct {
		const char *parameters, *page;
	} cases[] = {
		{ "", "3: cus-1001 cus-1003 cus-1002" }, /* by the name for display */
		{ "?pageSize=2", "3: cus-1001 cus-1003" },
		{ "?pageSize=2&pageNumber=2", "3: cus-1002" },
		{ "?pageSize=2&pageNumber=3", "3:" },
		{ "?sortBy=customerUid&sortDirection=DESC", "3: cus-1003 cus-1002 cus-1001" },
		{ "?sortBy=createdAt&sortDirection=ASC", "3: cus-1003 cus-1001 cus-1002" },
		{ "?sortBy=paymentTerms", "3: cus-1002 cus-1001 cus-1003" },
		{ "?sortBy=credit.limit", "3: cus-1002 cus-1003 cus-1001" }, /* as numbers */
		{ "?sortBy=ehf.enabled&sortDirection=DESC", "3: cus-1001 cus-1003 cus-1002" },
		{ "?sortBy=accountManager.userCode&sortDirection=DESC&pageSize=1",
		  "3: cus-1001" },
		{ "?sortBy=firstName&sortDirection=DESC&pageSize=1", "3: cus-1002" }, /* F2 */
		{ "?customerExternalId=pos-4471", "1: cus-1002" },
		{ "?customerExternalId=pos-447", "0:" },
	};

	for (size_t i = 0; i < CASES(cases); i++)
		assert_text_take(customers(*state, cases[i].parameters), cases[i].page);
}

static void parameters_that_say_nothing_are_refused(void **state)
{
	static const struct {
		const char *parameters, *message;
	} cases[] = {
		{ "?pageSize=0", "pageSize: Must be a whole number from 1 to 1000." },
		{ "?pageSize=1001", "pageSize: Must be a whole number from 1 to 1000." },
		{ "?pageNumber=x", "pageNumber: Must be a whole number from 1 to 2147483647." },
		{ "?sortBy=nothing", "sortBy: There is no such field to sort by." },
		{ "?sortBy=addresses", "sortBy: There is no such field to sort by." },
		{ "?sortBy=credit", "sortBy: There is no such field to sort by." },
		{ "?sortBy=credit.limitAmount", "sortBy: There is no such field to sort by." },
		{ "?sortDirection=asc", "sortDirection: Must be ASC or DESC." }, /* F11 */
	};

	for (size_t i = 0; i < CASES(cases); i++) {
		char *target = xasprintf(T "/customers%s", cases[i].parameters);
		flow_refused(*state, NORDLYS, "GET", target, NULL, 400, "VALIDATION_FAILED",
			     cases[i].message);
		free(target);
	}
}

static void each_wrong_field_is_in_the_details(void **state)
{
	struct json *answer = flow_ask_json(*state, NORDLYS, "GET",
					    T "/customers?pageSize=0&sortDirection=up", NULL);
	const struct json *details = json_member(answer, "details");

	assert_int_equal(json_size(details), 2);
	assert_string_equal(json_member_text(json_at(details, 1), "field"), "sortDirection");
	assert_string_equal(json_member_text(json_at(details, 1), "message"),
			    "Must be ASC or DESC.");
	json_free(answer);
}

static void a_row_is_the_whole_customer(void **state)
{
	struct reply one = flow_ask(*state, NORDLYS, "GET", T "/customers/cus-1003", NULL);
	struct reply page =
		flow_ask(*state, NORDLYS, "GET", T "/customers?customerExternalId=erp-cust-5530",
			 NULL);

	assert_non_null(strstr(one.body, "\"checksum\":12345678901234567890"));
	assert_non_null(strstr(page.body, one.body));
	reply_finish(&page);
	reply_finish(&one);
}

static void a_uid_is_exact_and_its_tenants_own(void **state)
{
	struct json *other =
		flow_ask_json(*state, FJELLHEIM, "GET", FT "/customers/cus-1001", NULL);

	assert_string_equal(json_member_text(other, "displayName"), "Storhamar Hotell AS");
	json_free(other);
	flow_refused(*state, NORDLYS, "GET", T "/customers/CUS-1001", NULL, 404, "NOT_FOUND",
		     "Customer does not exist.");
	flow_refused(*state, FJELLHEIM, "GET", FT "/customers/cus-1002", NULL, 404, "NOT_FOUND",
		     "Customer does not exist.");
}

static void a_search_looks_where_the_contract_says(void **state)
{
	static const struct {
		const char *body, *page;
	} cases[] = {
		{ "{}", "3: cus-1001 cus-1002 cus-1003" },
		{ "{\"query\":\"\"}", "3: cus-1001 cus-1002 cus-1003" },
		{ "{\"query\":\"SUNNIVA\"}", "1: cus-1002" },
		{ "{\"query\":\"dahl\"}", "1: cus-1002" },
		{ "{\"query\":\"bergen\"}", "2: cus-1001 cus-1002" }, /* city */
		{ "{\"query\":\"5003\"}", "1: cus-1001" },            /* postal code */
		{ "{\"query\":\"skipshandel\"}", "1: cus-1003" },
		{ "{\"query\":\"50177\"}", "1: cus-1002" },     /* mobile */
		{ "{\"query\":\"mail.example\"}", "1: cus-1002" },
		{ "{\"query\":\"9995552\"}", "1: cus-1003" },   /* VAT number */
		{ "{\"query\":\"a\"}", "3: cus-1001 cus-1002 cus-1003" }, /* short */
		{ "{\"query\":\"kaiveien\"}", "0:" },           /* not the street */
		{ "{\"query\":\"erp-2203\"}", "0:" },
		{ "{\"query\":\"pickup\"}", "0:" },
		{ "{\"query\":\"bergen\",\"exactMatch\":true}", "2: cus-1001 cus-1002" },
		{ "{\"query\":\"berg\",\"exactMatch\":true}", "0:" },
		{ "{\"query\":\"da\",\"exactMatch\":true}", "0:" },
		{ "{\"query\":\"fjordtek as\",\"exactMatch\":true}", "1: cus-1001" },
		{ "{\"email\":\"fjordtek\"}", "1: cus-1001" },
		{ "{\"email\":\"fjordtek\",\"exactMatch\":true}", "0:" },
		{ "{\"email\":\"Sunniva@mail.example\",\"exactMatch\":true}", "1: cus-1002" },
		{ "{\"mobile\":\"+47\"}", "3: cus-1001 cus-1002 cus-1003" },
		{ "{\"vatNumber\":\"999555\"}", "2: cus-1001 cus-1003" },
		{ "{\"storeUid\":\"store-bergen\"}", "1: cus-1001" },
		{ "{\"storeUid\":\"store\"}", "0:" },
		{ "{\"query\":\"bergen\",\"storeUid\":\"store-bergen\"}", "1: cus-1001" },
		{ "{\"query\":\"fjordtek\",\"scope\":\"customer\"}", "1: cus-1001" }, /* F3 */
		{ "{\"query\":null,\"email\":null,\"exactMatch\":null}",
		  "3: cus-1001 cus-1002 cus-1003" },
	};

	for (size_t i = 0; i < CASES(cases); i++)
		assert_text_take(search(*state, cases[i].body), cases[i].page);
}

static void a_field_of_its_own_is_no_match_of_the_query(void **state)
{
	/* "mail" is in one e-mail address and nowhere else. */
	assert_text_take(search(*state, "{\"query\":\"mail\"}"), "1: cus-1002");
	assert_text_take(search(*state, "{\"query\":\"mail\",\"email\":\"mail\"}"), "0:");
	assert_text_take(search(*state, "{\"query\":\"sunniva\",\"email\":\"mail\"}"),
			 "1: cus-1002");
	assert_text_take(search(*state, "{\"query\":\"999555\",\"vatNumber\":\"999555\"}"), "0:");
	assert_text_take(search(*state, "{\"query\":\"+4755\",\"mobile\":\"+4755\"}"), "0:");
}

static void created_is_a_lower_bound(void **state)
{
	static const struct {
		const char *since, *page;
	} cases[] = {
		{ "2026-02-03T10:20:30.000Z", "2: cus-1001 cus-1002" },
		{ "2026-02-03T10:20:30Z", "2: cus-1001 cus-1002" },
		{ "2026-02-03T11:20:30+01:00", "2: cus-1001 cus-1002" },
		{ "2026-02-03T10:20:30.001Z", "1: cus-1002" },
		{ "2026-02-03T10:20:31Z", "1: cus-1002" },
		{ "2027-01-01T00:00:00Z", "0:" },
	};

	for (size_t i = 0; i < CASES(cases); i++) {
		char *body = xasprintf("{\"createdAt\":\"%s\"}", cases[i].since);
		assert_text_take(search(*state, body), cases[i].page);
		free(body);
	}
}

static void searches_that_say_nothing_are_refused(void **state)
{
	static const struct {
		const char *body, *message;
	} cases[] = {
		{ NULL, "body: A JSON body is needed." },
		{ "[]", "body: The body must be a JSON object." },
		{ "{\"query\":5}", "query: Must be text." },
		{ "{\"email\":[\"a\"]}", "email: Must be text." },
		{ "{\"exactMatch\":\"yes\"}", "exactMatch: Must be true or false." },
		{ "{\"storeUid\":\"no spaces\"}",
		  "storeUid: Must be letters, digits, _ and - alone." },
		{ "{\"createdAt\":\"2026-01-01\"}",
		  "createdAt: Must be a date and time such as 2026-01-01T00:00:00Z." },
	};

	for (size_t i = 0; i < CASES(cases); i++)
		flow_refused(*state, NORDLYS, "POST", T "/customers/search", cases[i].body, 400,
			     "VALIDATION_FAILED", cases[i].message);
	flow_refused(*state, NORDLYS, "POST", T "/customers/search?sortBy=x", "{}", 400,
		     "VALIDATION_FAILED", "sortBy: There is no such field to sort by.");
}

/* Once by the trigram index, once by looking at each: the same. */
static void many_are_found_as_few_are(void **state)
{
	struct json *all = flow_ask_json(*state, NORDLYS, "GET", T "/customers?pageSize=500", NULL);
	char *text = page_of(*state, NORDLYS, T "/customers/search?pageSize=1",
			     "{\"query\":\"oslo\"}", "city");
	int in_oslo = 0;

	for (const struct json *item = json_first(json_member(all, "items")); item;
	     item = json_next(item)) {
		const char *city = json_member_text(item, "city");
		in_oslo += city && strcmp(city, "Oslo") == 0;
	}
	assert_int_equal(json_size(json_member(all, "items")), 120);
	assert_int_equal(atoi(text), in_oslo);
	assert_in_range(in_oslo, 1, 60);
	free(text);
	json_free(all);
}

static void the_register_needs_its_extension(void **state)
{
	flow_refused(*state, INGRID, "POST", FT "/customers/search/external",
		     "{\"query\":\"fjordtek\"}", 403, "FORBIDDEN",
		     "EXTERNAL_CUSTOMER_SEARCH is required.");
	assert_text_take(page_of(*state, INGRID, T "/customers/search/external",
				 "{\"query\":\"fjordtek\"}", "companyName"),
			 "2: Fjordtek AS Fjordtek Offshore AS");
	assert_text_take(page_of(*state, MIKKEL,
				 T "/customers/search/external?sortBy=companyName&"
				   "sortDirection=DESC&pageSize=1",
				 "{\"query\":\"fjordtek\"}", "externalId"),
			 "2: reg-999555444");
	assert_text_take(page_of(*state, INGRID, T "/customers/search/external",
				 "{\"query\":\"industriveien\"}", "externalId"),
			 "0:");
	flow_refused(*state, NORDLYS, "POST", T "/customers/search/external", "{\"query\":{}}",
		     400, "VALIDATION_FAILED", "query: Must be text.");
	assert_int_equal(flow_ask_status(*state, NORDLYS, "GET", T "/customers/search/external",
					 NULL),
			 405);
}

static void groups_are_paged_too(void **state)
{
	assert_text_take(page_of(*state, NORDLYS,
				 T "/customer-groups?sortBy=createdAt&pageSize=2", NULL,
				 "customerGroupUid"),
			 "6: cg-club cg-trade");
	assert_text_take(page_of(*state, NORDLYS,
				 T "/customer-groups?pageSize=1&sortDirection=DESC", NULL, "name"),
			 "6: Utleie");
	assert_text_take(page_of(*state, FJELLHEIM, FT "/customer-groups", NULL,
				 "customerGroupUid"),
			 "2: cg-hotels cg-private");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pages_are_cut_and_ordered, setup, teardown),
		cmocka_unit_test_setup_teardown(parameters_that_say_nothing_are_refused, setup,
						teardown),
		cmocka_unit_test_setup_teardown(each_wrong_field_is_in_the_details, setup,
						teardown),
		cmocka_unit_test_setup_teardown(a_row_is_the_whole_customer, setup, teardown),
		cmocka_unit_test_setup_teardown(a_uid_is_exact_and_its_tenants_own, setup,
						teardown),
		cmocka_unit_test_setup_teardown(a_search_looks_where_the_contract_says, setup,
						teardown),
		cmocka_unit_test_setup_teardown(a_field_of_its_own_is_no_match_of_the_query, setup,
						teardown),
		cmocka_unit_test_setup_teardown(created_is_a_lower_bound, setup, teardown),
		cmocka_unit_test_setup_teardown(searches_that_say_nothing_are_refused, setup,
						teardown),
		cmocka_unit_test_setup_teardown(many_are_found_as_few_are, setup_many, teardown),
		cmocka_unit_test_setup_teardown(the_register_needs_its_extension, setup, teardown),
		cmocka_unit_test_setup_teardown(groups_are_paged_too, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
