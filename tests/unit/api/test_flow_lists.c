/* Flow Retail: how lists and searches are asked for, and what is read of odd answers. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "api/dialect.h"
#include "model/flow_customers.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"

#define LIST "/tenants/tnt-1/customers?"
#define SEARCH "/tenants/tnt-1/customers/search?"
#define EXTERNAL "/tenants/tnt-1/customers/search/external?"
#define EMPTY "{\"items\":[],\"paging\":{\"pageNumber\":1,\"pageSize\":25,\"totalCount\":0}}"
#define PAGED "?pageNumber=1&pageSize=25"

/* --- what is asked --------------------------------------------------------------------------- */

static const struct {
	const char *resource, *query;
	const char *sent, *body; /* NULL: none */
} questions[] = {
	{ "customers", "", "GET /tenants/tnt-1/customers" PAGED " ", NULL },
	{ "customers", "sort=lastname", "GET /tenants/tnt-1/customers" PAGED "&sortBy=lastname&sortDirection=ASC ",
	  NULL },
	{ "customers", "sort=-createdAt",
	  "GET /tenants/tnt-1/customers" PAGED "&sortBy=createdAt&sortDirection=DESC ", NULL },
	{ "customers", "externalId:equals:pos/4471 sort=city",
	  "GET /tenants/tnt-1/customers" PAGED "&sortBy=city&sortDirection=ASC&customerExternalId=pos%2F4471 ",
	  NULL },
	{ "customers", "search=\"two words\"", "POST /tenants/tnt-1/customers/search" PAGED " ",
	  "{\"query\":\"two words\"}" },
	{ "customers", "search=bergen exactMatch:equals:true sort=-city",
	  "POST /tenants/tnt-1/customers/search" PAGED "&sortBy=city&sortDirection=DESC ",
	  "{\"query\":\"bergen\",\"exactMatch\":true}" },
	{ "customers", "email:contains:@mail storeUid:equals:st-1 exactMatch:equals:false",
	  "POST /tenants/tnt-1/customers/search" PAGED " ",
	  "{\"email\":\"@mail\",\"storeUid\":\"st-1\",\"exactMatch\":false}" },
	{ "external-customers", "search=fjord", "POST /tenants/tnt-1/customers/search/external" PAGED " ",
	  "{\"query\":\"fjord\"}" },
	{ "customer-groups", "sort=name",
	  "GET /tenants/tnt-1/customer-groups" PAGED "&sortBy=name&sortDirection=ASC ", NULL },
};

static void a_question_is_asked_as_the_service_wants_it(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "", 0, 200, EMPTY), ANSWER("POST", "", 0, 200, EMPTY) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	for (size_t i = 0; i < CASES(questions); i++) {
		run_list(&fixture, &ending, questions[i].resource, questions[i].query);
		assert_string_equal(ending.message, "");
		assert_sent(&fixture, (int)i, questions[i].sent);
		if (questions[i].body)
			assert_body(&fixture, (int)i, questions[i].body);
		else
			assert_sent(&fixture, (int)i, "Accept: application/json\r\n\r\n");
		ending_finish(&ending);
	}
	fixture_stop(&fixture);
}

static void a_moment_is_a_lower_bound(void **state)
{
	static const struct step steps[] = { ANSWER("POST", SEARCH, 0, 200, EMPTY) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	run_list(&fixture, &ending, "customers", "createdAt:gte:2026-01-31T00:00:00Z");
	assert_body(&fixture, 0, "{\"createdAt\":\"2026-01-31T00:00:00Z\"}");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void without_text_the_register_is_not_asked(void **state)
{
	static const struct step steps[] = { ANSWER("POST", EXTERNAL, 0, 200, EMPTY) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	run_list(&fixture, &ending, "external-customers", "");
	assert_true(ending.ok);
	assert_int_equal(ending.total, 0);
	assert_int_equal(fault_proxy_requests(fixture.server), 0);
	assert_false(client_search_rests_filters(fixture.client, client_resource(fixture.client, "customers")));
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void a_search_is_sent_again(void **state)
{
	static const struct step steps[] = { FAULT("POST", SEARCH, 1, FAULT_DROP_AFTER),
					     ANSWER("POST", SEARCH, 2, 503, NULL),
					     ANSWER("POST", SEARCH, 0, 200, EMPTY) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	run_list(&fixture, &ending, "customers", "search=bergen");
	assert_string_equal(ending.message, "");
	assert_int_equal(count_sent(&fixture, "POST " SEARCH), 3);
	ending_finish(&ending);
	fixture_stop(&fixture);
}

/* --- what is read ---------------------------------------------------------------------------- */

#define ONE_ROW "[{\"customerUid\":\"c\"}]"

static const struct {
	const char *name, *body;
	int64_t total;
	const char *rows;
} pages[] = {
	{ "as documented", "{\"items\":" ONE_ROW ",\"paging\":{\"pageNumber\":1,\"pageSize\":25,\"totalCount\":41}}",
	  41, ONE_ROW },
	{ "other names, any case",
	  "{\"Data\":[{\"CustomerUid\":\"c\"}],\"Paging\":{\"pageNumber\":1,\"TotalRecords\":\"41\"}}", 41, ONE_ROW },
	{ "a total beside the rows", "{\"items\":" ONE_ROW ",\"totalCount\":41,\"paging\":null}", 41, ONE_ROW },
	{ "no total", "{\"items\":" ONE_ROW "}", 1, ONE_ROW },
	{ "no rows, but paging", "{\"items\":null,\"paging\":{\"totalCount\":0}}", 0, NULL },
	{ "paging alone", "{\"paging\":{\"totalCount\":0}}", 0, NULL },
	{ "firstName, and another word for a private person",
	  "{\"items\":[{\"customerUid\":\"c\",\"firstName\":\"Even\",\"customerType\":\"PERSON\"}]}", 1,
	  "[{\"customerUid\":\"c\",\"firstname\":\"Even\",\"customerType\":\"PRIVATE\"}]" },
};

static void odd_pages_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(pages); i++) {
		const struct step steps[] = { ANSWER("GET", LIST, 0, 200, pages[i].body) };
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, STEPS(steps));
		run_list(&fixture, &ending, "customers", "");
		if (*ending.message || ending.total != pages[i].total ||
		    strcmp(ending.text, pages[i].rows ? pages[i].rows : "") != 0)
			fail_msg("%s: %s%s", pages[i].name, ending.message, ending.text ? ending.text : "");
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static const struct {
	const char *resource, *query, *method;
	int status;
	const char *body, *message;
} refusals[] = {
	{ "external-customers", "search=x", "POST", 403, "{\"message\":\"EXTERNAL_CUSTOMER_SEARCH is not active.\"}",
	  "This login or the tenant may not search the external register: "
	  "EXTERNAL_CUSTOMER_SEARCH is not active." },
	{ "customers", "sort=city", "GET", 400, "{\"message\":\"Unknown sort.\"}", "The service cannot sort by City." },
	{ "customers", "search=x sort=city", "POST", 400,
	  "{\"message\":\"No.\",\"details\":[{\"field\":\"sortBy\",\"message\":\"unknown\"}]}",
	  "The service cannot sort by City." },
	{ "customers", "search=x sort=city", "POST", 400, "{\"errors\":[{\"message\":\"query is too short\"}]}",
	  "The customers could not be searched: query is too short (400)" },
	{ "customers", "search=x", "POST", 404, "{\"title\":\"No tenant.\"}",
	  "The customers could not be searched: No tenant. (404)" },
	{ "customers", "", "GET", 200, "{\"message\":\"fine\"}",
	  "The customers could not be read: the service's answer cannot be used: there is no list in it" },
};

static void a_list_that_fails_says_why(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(refusals); i++) {
		const struct step steps[] = { ANSWER(refusals[i].method, "/customers", 0, refusals[i].status,
						     refusals[i].body) };
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, STEPS(steps));
		run_list(&fixture, &ending, refusals[i].resource, refusals[i].query);
		assert_string_equal(ending.message, refusals[i].message);
		assert_int_equal(fault_proxy_requests(fixture.server), 1);
		fixture_stop(&fixture);
	}
}

static void what_is_inside_or_ours_is_no_order(void **state)
{
	static const struct step steps[] = { ANSWER("GET", LIST, 0, 400, NULL) };
	const struct schema *schema = &flow_customer_schema;
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	const struct resource *customers = client_resource(fixture.client, "customers");
	assert_true(client_can_sort(fixture.client, customers, schema_field(schema, "city")));
	assert_false(client_can_sort(fixture.client, customers, schema_field(schema, "credit.limit")));
	assert_false(client_can_sort(fixture.client, customers, schema_field(schema, "credit.limitAmount")));
	run_list(&fixture, &ending, "customers", "sort=city");
	assert_false(client_can_sort(fixture.client, customers, schema_field(schema, "city")));
	fixture_stop(&fixture);
}

static void customers_and_the_register_have_number_keys(void **state)
{
	struct fixture fixture;
	static const struct step steps[] = { ANSWER("GET", LIST, 0, 200, EMPTY) };

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	assert_ptr_equal(client_resource_at(fixture.client, 0), &flow_customers);
	assert_ptr_equal(client_resource_at(fixture.client, 1), &flow_external_customers);
	assert_null(client_resource_at(fixture.client, 2));
	assert_non_null(client_resource(fixture.client, "customer-groups"));
	for (size_t i = 0; i < flow_customers.action_count; i++)
		assert_non_null(dialect_action(dialect_resource(&flow_dialect, &flow_customers),
					       flow_customers.actions[i].name));
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_question_is_asked_as_the_service_wants_it),
		cmocka_unit_test(a_moment_is_a_lower_bound),
		cmocka_unit_test(without_text_the_register_is_not_asked),
		cmocka_unit_test(a_search_is_sent_again),
		cmocka_unit_test(odd_pages_are_read),
		cmocka_unit_test(a_list_that_fails_says_why),
		cmocka_unit_test(what_is_inside_or_ours_is_no_order),
		cmocka_unit_test(customers_and_the_register_have_number_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
