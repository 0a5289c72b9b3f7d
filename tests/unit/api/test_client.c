/* Lists and records against a service that answers well, badly, or not at all. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "net/trace.h"
#include "schema/field.h"
#include "schema/resource.h"

#define RECORD(active) "{\"CustomerNumber\":\"HRB-9\",\"Name\":\"Harbour\",\"Active\":" active "}"

/* --- lists ----------------------------------------------------------------------------------- */

static void a_list_comes_in_the_schemas_spelling(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/api/customers", 0, 200,
		       "{\"Items\":[" RECORD("true") "],\"TotalCount\":7}"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_list(&fixture, &ending, "customers", "companyName:contains:har sort=-companyName");
	assert_text_take(
		ending.text,
		"[{\"customerNumber\":\"HRB-9\",\"companyName\":\"Harbour\",\"active\":true}]");
	assert_int_equal(ending.total, 7);
	assert_sent(&fixture, 0,
		    "GET /api/customers?pageNumber=1&pageSize=25&sortOn=Name&sortDirection=desc"
		    "&filters%5B0%5D.field=companyName&filters%5B0%5D.operator=contains&filters%"
		    "5B0%5D.value=har ");
	fixture_stop(&fixture);
}

static void a_list_that_is_none_is_an_error(void **state)
{
	static const char *const bodies[] = { "", "<!DOCTYPE html><p>Hello",
					      "{\"message\":\"hello\"}", "\xff", "{\"data\":[" };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	for (size_t i = 0; i < CASES(bodies); i++) {
		const struct step steps[] = { ANSWER("GET", "/api/customers", 0, 200, bodies[i]) };
		fixture_start_with_token(&fixture, STEPS(steps));
		run_list(&fixture, &ending, "customers", "");
		assert_int_equal(ending.code, ERROR_NETWORK);
		assert_non_null(strstr(
			ending.message,
			"The customers could not be read: the service's answer cannot be used: "));
		fixture_stop(&fixture);
	}
}

static void products_are_searched_until_the_service_has_no_search(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/api/products/search", 1, 200, "{\"data\":[],\"totalRecords\":0}"),
		ANSWER("GET", "/api/products/search", 2, 404, NULL),
		ANSWER("GET", "/api/products", 0, 200, "[]"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	const struct resource *products = client_resource(fixture.client, "products");
	assert_true(client_search_rests_filters(fixture.client, products));
	for (int i = 0; i < 3; i++) {
		run_list(&fixture, &ending, "products",
			 "category:equals:Rope sort=name search=\"dock line\"");
		assert_true(ending.ok);
		ending_finish(&ending);
	}
	assert_false(client_search_rests_filters(fixture.client, products));
	assert_sent(&fixture, 0,
		    "GET /api/products/search?query=dock%20line&pageNumber=1&pageSize=25 ");
	assert_sent(&fixture, 1, "GET /api/products/search?");
	for (int i = 2; i < 4; i++) {
		assert_sent(&fixture, i, "GET /api/products?pageNumber=1");
		assert_sent(&fixture, i,
			    "filters%5B1%5D.field=name&filters%5B1%5D.operator=contains&filters%"
			    "5B1%5D.value=dock%20line");
	}
	fixture_stop(&fixture);
}

static void the_search_call_can_be_named_otherwise(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "/api/find", 0, 200, "[]") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_free(fixture.client);
	xreplace(&fixture.profile->product_search_path, "/api/find");
	xreplace(&fixture.profile->product_search_param, "q");
	fixture_client(&fixture);
	run_list(&fixture, &ending, "products", "search=rope");
	assert_sent(&fixture, 0, "GET /api/find?q=rope&pageNumber=1&pageSize=25 ");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static const struct {
	const char *query, *body;
	bool about_order;
} bad_requests[] = {
	{ "sort=terms", "{\"errors\":{\"SortOn\":[\"No such field.\"]}}", true },
	{ "sort=terms", "{\"title\":\"Bad Request\"}", true },
	{ "sort=terms", "", true },
	{ "sort=terms companyName:contains:a", "", false }, /* it may be the filter */
	{ "sort=terms companyName:contains:a", "{\"errors\":{\"sortOn\":[\"No.\"]}}", true },
	{ "sort=terms", "{\"errors\":{\"PageSize\":[\"Too large.\"]}}", false },
	{ "", "", false },
};

static void an_order_that_was_refused_is_not_offered_again(void **state)
{
	struct fixture fixture;
	struct ending ending;

	(void)state;
	for (size_t i = 0; i < CASES(bad_requests); i++) {
		const struct step steps[] = { ANSWER("GET", "/api/customers", 0, 400,
						     bad_requests[i].body) };
		fixture_start_with_token(&fixture, STEPS(steps));
		const struct resource *customers = client_resource(fixture.client, "customers");
		const struct field *terms = schema_field(customers->schema, "terms");
		assert_true(client_can_sort(fixture.client, customers, terms));
		run_list(&fixture, &ending, "customers", bad_requests[i].query);
		assert_int_equal(ending.status, 400);
		assert_int_equal(strcmp(ending.message, "The service cannot sort by Terms.") == 0,
				 bad_requests[i].about_order);
		assert_int_equal(client_can_sort(fixture.client, customers, terms),
				 !bad_requests[i].about_order);
		fixture_stop(&fixture);
	}
}

/* --- records --------------------------------------------------------------------------------- */

static void a_record_is_read_by_its_key(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "/api/customers/a%2Fb", 0, 200,
						    RECORD("false")) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_get(&fixture, &ending, "customers", "a/b");
	assert_text_take(
		ending.text,
		"{\"customerNumber\":\"HRB-9\",\"companyName\":\"Harbour\",\"active\":false}");
	fixture_stop(&fixture);
}

static const struct {
	int status;
	const char *key, *body, *message;
	enum error_code code;
} no_records[] = {
	{ 404, "HRB-9", "", "There is no customer HRB-9, or your login may not see it.", ERROR_MISSING },
	{ 403, "HRB-9", "", "This login may not read customers.", ERROR_FORBIDDEN },
	{ 200, "HRB-9", "[]",
	  "HRB-9 could not be read: the service's answer cannot be used: The record is no JSON "
	  "object",
	  ERROR_NETWORK },
	{ 200, "", "{}", "Which one: the key is empty.", ERROR_INPUT },
};

static void what_is_no_record_is_said(void **state)
{
	struct fixture fixture;
	struct ending ending;

	(void)state;
	for (size_t i = 0; i < CASES(no_records); i++) {
		const struct step steps[] = { ANSWER("GET", "/api/customers/", 0,
						     no_records[i].status, no_records[i].body) };
		fixture_start_with_token(&fixture, STEPS(steps));
		run_get(&fixture, &ending, "customers", no_records[i].key);
		assert_string_equal(ending.message, no_records[i].message);
		assert_int_equal(ending.code, no_records[i].code);
		fixture_stop(&fixture);
	}
}

static void a_shadowed_sku_is_read_through_the_list(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/api/products?", 0, 200,
		       "{\"data\":[{\"sku\":\"SEARCH\"},{\"sku\":\"search\",\"name\":\"x\"}]}"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_get(&fixture, &ending, "products", "search");
	assert_text_take(ending.text, "{\"sku\":\"search\",\"name\":\"x\"}");
	assert_sent(&fixture, 0,
		    "filters%5B0%5D.field=sku&filters%5B0%5D.operator=equals&filters%5B0%5D.value="
		    "search");
	run_get(&fixture, &ending, "products", "prices");
	assert_string_equal(ending.message, "There is no product prices, or your login may not see it.");
	fixture_stop(&fixture);
}

/* --- cancelling, trace, organization --------------------------------------------------------- */

static void a_cancelled_call_is_not_heard_of_again(void **state)
{
	static const struct step steps[] = {
		FAULT("GET", "/api/products", 0, FAULT_HANG),
		ANSWER("GET", "/api/customers", 0, 200, "[]"),
	};
	struct fixture fixture;
	struct ending cancelled[3], ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	struct client_call *under_way = start_list(&fixture, &cancelled[0], "products", "");
	wait_requests(&fixture, 1);
	client_cancel(under_way);
	client_cancel(start_list(&fixture, &cancelled[1], "customers", ""));
	client_cancel(start_get(&fixture, &cancelled[2], "customers", ""));
	client_cancel(NULL);
	run_list(&fixture, &ending, "customers", "");
	for (size_t i = 0; i < CASES(cancelled); i++)
		assert_int_equal(cancelled[i].count, 0);
	ending_finish(&ending);
	start_list(&fixture, &ending, "products", ""); /* freed with the client */
	fixture_stop(&fixture);
}

static void secrets_are_not_in_the_trace(void **state)
{
	static const struct step steps[] = { LOGIN(0, "token-1"),
					     ANSWER("GET", "/api/customers", 0, 200, "[]") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture_client(&fixture);
	run_list(&fixture, &ending, "customers", "");
	ending_finish(&ending);
	struct trace *trace = client_trace(fixture.client);
	assert_int_equal(trace_count(trace), 2);
	for (size_t i = 0; i < trace_count(trace); i++) {
		const struct trace_entry *entry = trace_at(trace, i);
		const char *const texts[] = { entry->headers, entry->request.text,
					      entry->answer.text, entry->url };
		for (size_t k = 0; k < CASES(texts); k++) {
			assert_null(texts[k] ? strstr(texts[k], "change-me") : NULL);
			assert_null(texts[k] ? strstr(texts[k], "token-1") : NULL);
		}
	}
	fixture_stop(&fixture);
}

static void stop_loop(void *data)
{
	loop_stop(((struct fixture *)data)->loop);
}

static void the_organizations_name_is_learnt(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/api/organization", 0, 200,
		       "{\"organization\":{\"name\":\"Northpoint Trade Supply\"}}"),
	};
	struct fixture fixture;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_on_change(fixture.client, stop_loop, &fixture);
	assert_string_equal(client_info(fixture.client).organization, "harborline");
	client_learn_organization(fixture.client);
	client_learn_organization(fixture.client);
	loop_run(fixture.loop);
	assert_string_equal(client_info(fixture.client).organization, "Northpoint Trade Supply");
	assert_int_equal(fault_proxy_requests(fixture.server), 1);
	fixture_stop(&fixture);
}

static void an_unsafe_address_makes_no_client(void **state)
{
	struct profile *profile = profile_new("test");
	struct error err = { 0 };
	struct loop *loop = loop_new(&err);

	(void)state;
	xreplace(&profile->url, "http://shop.example");
	assert_null(client_new(loop, profile, &err));
	assert_int_equal(err.code, ERROR_INPUT);
	profile_free(profile);
	loop_free(loop);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_comes_in_the_schemas_spelling),
		cmocka_unit_test(a_list_that_is_none_is_an_error),
		cmocka_unit_test(products_are_searched_until_the_service_has_no_search),
		cmocka_unit_test(the_search_call_can_be_named_otherwise),
		cmocka_unit_test(an_order_that_was_refused_is_not_offered_again),
		cmocka_unit_test(a_record_is_read_by_its_key),
		cmocka_unit_test(what_is_no_record_is_said),
		cmocka_unit_test(a_shadowed_sku_is_read_through_the_list),
		cmocka_unit_test(a_cancelled_call_is_not_heard_of_again),
		cmocka_unit_test(secrets_are_not_in_the_trace),
		cmocka_unit_test(the_organizations_name_is_learnt),
		cmocka_unit_test(an_unsafe_address_makes_no_client),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
