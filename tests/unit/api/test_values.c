/* Price tiers are no records of the service: their list is put together, each is counted (N28). */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "schema/query.h"

#define ORGANIZATION(tiers) \
	ANSWER("GET", "/api/organization", 0, 200, "{\"Organization\":{\"PriceTiers\":" tiers "}}")
#define CUSTOMERS "/api/customers?pageNumber=1&pageSize=1"
#define ROW(from, name) "{\"Name\":\"" name "\",\"KnownFrom\":\"" from "\"}"
#define TOLD(name) ROW("organization", name)

static const char *const added[] = { "Trade", "retail", NULL };

static const struct {
	const char *query, *rows;
} lists[] = {
	{ "", "[" TOLD("Retail") "," TOLD("Wholesale") "," TOLD("Distributor") "," ROW("profile", "Trade") "]" },
	{ "search=\"TAIL\"", "[" TOLD("Retail") "]" },
	{ "search=\"none\"", "[]" },
	{ "sort=Name search=\"r\"", "[" TOLD("Distributor") "," TOLD("Retail") "," ROW("profile", "Trade") "]" },
	{ "sort=-Name search=\"i\"", "[" TOLD("Retail") "," TOLD("Distributor") "]" },
};

static void a_list_is_what_is_known(void **state)
{
	static const struct step steps[] = {
		ORGANIZATION("[\"Retail\",{\"Name\":\"Wholesale\"},\"Distributor\"]"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_know_choices(fixture.client, "price-tiers", added);
	for (size_t i = 0; i < CASES(lists); i++) {
		run_list(&fixture, &ending, "price-tiers", lists[i].query);
		assert_true(ending.ok);
		assert_string_equal(ending.text, lists[i].rows);
		ending_finish(&ending);
	}
	assert_int_equal(fault_proxy_requests(fixture.server), 1); /* for all of them */
	run_list(&fixture, &ending, "price-tiers", "sort=Customers");
	assert_string_equal(ending.message, "The service cannot sort by Customers.");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void what_was_added_is_taken_away_again(void **state)
{
	static const struct step steps[] = { ORGANIZATION("[\"Retail\"]") };
	static const char *const none[] = { NULL };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_know_choices(fixture.client, "price-tiers", added);
	client_know_choices(fixture.client, "price-tiers", none);
	run_list(&fixture, &ending, "price-tiers", "");
	assert_string_equal(ending.text, "[" TOLD("Retail") "]");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

/* What a page says of its list. */
struct seen_page {
	struct fixture *fixture;
	size_t rows;
	int64_t total, pages;
	bool came, partial;
};

static void on_page(void *data, const struct page *page, const struct failure *failure)
{
	struct seen_page *seen = data;

	assert_null(failure);
	seen->came = true;
	seen->rows = page->row_count;
	seen->total = page->total;
	seen->pages = page->pages;
	seen->partial = page->partial;
	loop_stop(seen->fixture->loop);
}

static void see_page(struct fixture *fixture, struct seen_page *seen, int page, int page_size)
{
	struct query *query = query_new(client_resource(fixture->client, "price-tiers"));

	*seen = (struct seen_page){ .fixture = fixture };
	client_list(fixture->client, query, page, page_size, on_page, seen);
	assert_false(seen->came); /* never from within */
	while (!seen->came)
		loop_run(fixture->loop);
	query_free(query);
}

static void pages_are_cut_from_it(void **state)
{
	static const struct step steps[] = { ORGANIZATION("[\"A\",\"B\",\"C\"]") };
	struct fixture fixture;
	struct seen_page page;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	see_page(&fixture, &page, 2, 2);
	assert_int_equal(page.rows, 1);
	assert_int_equal(page.total, 3);
	assert_int_equal(page.pages, 2);
	assert_false(page.partial);
	see_page(&fixture, &page, 9, 2);
	assert_int_equal(page.rows, 0);
	fixture_stop(&fixture);
}

static void a_service_that_will_not_say_is_told_apart(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "/api/organization", 0, 403, "") };
	struct fixture fixture;
	struct seen_page page;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_know_choices(fixture.client, "price-tiers", added);
	see_page(&fixture, &page, 1, 50);
	assert_int_equal(page.rows, 2);
	assert_true(page.partial);
	fixture_stop(&fixture);
}

static const struct {
	const char *name, *key;
	int status;
	const char *body;   /* of the counting call */
	const char *record; /* NULL: it fails, with */
	const char *message;
} counts[] = {
	{ "a total", "wholesale", 200, "{\"data\":[{\"customerNumber\":\"A\"}],\"totalRecords\":630}",
	  "{\"Name\":\"Wholesale\",\"KnownFrom\":\"organization\",\"Customers\":630}", "" },
	{ "pages of one", "Wholesale", 200, "{\"data\":[{\"customerNumber\":\"A\"}],\"totalPages\":7}",
	  "{\"Name\":\"Wholesale\",\"KnownFrom\":\"organization\",\"Customers\":7}", "" },
	{ "nobody", "Wholesale", 200, "{\"data\":[],\"totalRecords\":0}",
	  "{\"Name\":\"Wholesale\",\"KnownFrom\":\"organization\",\"Customers\":0}", "" },
	{ "refused", "Wholesale", 403, "", NULL, "This login may not list customers." },
};

static void a_tier_is_counted_with_one_call(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(counts); i++) {
		const struct step steps[] = {
			ORGANIZATION("[\"Retail\",\"Wholesale\"]"),
			ANSWER("GET", "/api/customers", 0, counts[i].status, counts[i].body),
		};
		struct fixture fixture;
		struct ending ending;

		fixture_start_with_token(&fixture, STEPS(steps));
		run_get(&fixture, &ending, "price-tiers", counts[i].key);
		if (strcmp(ending.message, counts[i].message) != 0)
			fail_msg("%s: %s", counts[i].name, ending.message);
		if (counts[i].record)
			assert_string_equal(ending.text, counts[i].record);
		assert_sent(&fixture, 1, "GET " CUSTOMERS);
		assert_sent(&fixture, 1, "field=pricing");
		assert_sent(&fixture, 1, "operator=equals");
		assert_sent(&fixture, 1, "value=Wholesale ");
		assert_int_equal(fault_proxy_requests(fixture.server), 2);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void a_tier_that_nobody_knows_is_missing(void **state)
{
	static const struct step steps[] = { ORGANIZATION("[\"Retail\"]") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_get(&fixture, &ending, "price-tiers", "Trade");
	assert_int_equal(ending.code, ERROR_MISSING);
	assert_string_equal(ending.message,
			    "There is no price tier Trade, or your login may not see it.");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void whoever_stops_waiting_is_not_called(void **state)
{
	static const struct step steps[] = { ORGANIZATION("[\"Retail\"]"), PAGE };
	struct fixture fixture;
	struct ending list, get;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_cancel(start_list(&fixture, &list, "price-tiers", ""));
	client_cancel(start_get(&fixture, &get, "price-tiers", "Retail"));
	start_list(&fixture, &list, "price-tiers", "");
	start_get(&fixture, &get, "price-tiers", "Retail"); /* and the client's end is no answer */
	fixture_stop(&fixture);
	assert_int_equal(list.count + get.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_is_what_is_known),
		cmocka_unit_test(what_was_added_is_taken_away_again),
		cmocka_unit_test(pages_are_cut_from_it),
		cmocka_unit_test(a_service_that_will_not_say_is_told_apart),
		cmocka_unit_test(a_tier_is_counted_with_one_call),
		cmocka_unit_test(a_tier_that_nobody_knows_is_missing),
		cmocka_unit_test(whoever_stops_waiting_is_not_called),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
