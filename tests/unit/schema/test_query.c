/* A query is one line of text and back; what cannot be answered is refused with the choices. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <time.h>

#include "base/error.h"
#include "model/customers.h"
#include "model/flow_customer_groups.h"
#include "model/flow_customers.h"
#include "model/products.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"

static const struct {
	const char *typed, *printed;
} lines[] = {
	{ "", "" },
	{ "companyName:contains:acme", "companyName:contains:acme" },
	{ "NAME:StartsWith:Har active:equals:no", "companyName:startswith:Har active:equals:false" },
	{ "companyName:equals:\"two words\"", "companyName:equals:\"two words\"" },
	{ "companyName:equals:a:b", "companyName:equals:a:b" },
	{ "companyName:equals:\"say \\\"hi\\\" \\\\\"", "companyName:equals:\"say \\\"hi\\\" \\\\\"" },
	{ "companyName:equals:\"two\\nlines\\tand a tab\"", "companyName:equals:\"two\\nlines\\tand a tab\"" },
	{ "companyName:equals:\"a\\b\"", "companyName:equals:ab" },
	{ "companyName:equals:", "companyName:equals:\"\"" },
	{ "terms:gte:N sort=-Name search=\"two words\"", "terms:gte:N sort=-companyName search=\"two words\"" },
	{ "sort=customerNumber", "sort=customerNumber" },
	{ "PriceTier:equals:Retail rep:equals:SR-207", "pricing:equals:Retail repNumber:equals:SR-207" },
	{ "tier:contains:a email:contains:@ sort=-tier", "pricing:contains:a companyEmail:contains:@ sort=-pricing" },
};

static void lines_read_back_as_they_print(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(lines); i++) {
		struct error err = { 0 };
		struct query *query = query_parse(&nymble_customers, lines[i].typed, &err);
		if (!query)
			fail_msg("%s: %s", lines[i].typed, err.message);
		assert_text_take(query_print(query), lines[i].printed);
		struct query *again = query_parse(&nymble_customers, lines[i].printed, &err);
		struct query *copy = query_copy(query);
		assert_true(query_equal(query, again) && query_equal(query, copy));
		query_free(copy);
		query_free(again);
		query_free(query);
	}
}

static const struct {
	const char *typed, *message;
} wrong[] = {
	{ "acme", "acme: write FIELD:OPERATOR:VALUE" },
	{ "nofield:equals:x", "nofield: no such field (there are customerNumber, companyName, " },
	{ "compnyName:equals:x", "compnyName: no such field, did you mean companyName? (there are " },
	{ "terms:beginswith:N", "terms:beginswith:N: no such operator, did you mean startswith? (terms takes startswith, " },
	{ "active:contains:x", "active cannot be asked for contains, only for equals, notequals" },
	{ "active:equals:perhaps", "active:equals:perhaps: Enter yes or no" },
	{ "addresses:equals:x", "addresses cannot be filtered" },
	{ "sort=nofield", "nofield: no such field (there are customerNumber, " },
	{ "sort=addresses", "addresses cannot be sorted by" },
	{ "companyName:equals:\"open", "a quote is missing" },
};

static void mistakes_name_the_word(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(wrong); i++) {
		struct error err = { 0 };
		assert_null(query_parse(&nymble_customers, wrong[i].typed, &err));
		if (!strstr(err.message, wrong[i].message))
			fail_msg("%s: %s", wrong[i].typed, err.message);
	}
}

static const struct {
	const char *line, *completed; /* NULL: there is nothing to add */
} completions[] = {
	{ "", NULL },
	{ "te", "terms:" },
	{ "TERMS:equals:NET30 cur", "TERMS:equals:NET30 currencyCode:" },
	{ "cus", "customerNumber:" },
	{ "com", "company" },
	{ "company", NULL },
	{ "tier:st", "tier:startswith:" },
	{ "active:", NULL },
	{ "active:n", "active:notequals:" },
	{ "active:st", NULL },
	{ "terms:equals:te", NULL },
	{ "nofield:", NULL },
};

static void a_word_is_completed_as_far_as_it_goes(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(completions); i++) {
		char *text = query_complete(&nymble_customers, completions[i].line);
		const char *wanted = completions[i].completed;

		if (!text != !wanted || (text && strcmp(text, wanted) != 0))
			fail_msg("%s: %s", completions[i].line, text ? text : "nothing");
		free(text);
	}
}

static void products_know_six_operators(void **state)
{
	struct error err = { 0 };
	struct query *query = query_new(&nymble_products);

	(void)state;
	assert_false(query_add_text(query, "sku:gt:A", &err));
	assert_non_null(strstr(err.message, "startswith, contains, notcontains, endswith, equals, notequals"));
	assert_true(query_add_text(query, "sku:notcontains:A", &err));
	assert_int_equal(query_size(query), 1);
	assert_int_equal(query_at(query, 0)->op, OP_NOT_CONTAINS);
	assert_null(query_at(query, 1));
	query_remove(query, 5);
	query_remove(query, 0);
	assert_int_equal(query_size(query), 0);
	query_free(query);
}

/* --- search fields in the place of the record's own ----------------------------------------------- */

static const struct {
	const char *typed, *printed; /* printed NULL: refused */
	const char *message;
} searched[] = {
	{ "email:contains:a mobile:contains:55 exactMatch:equals:yes search=x sort=-lastname",
	  "email:contains:a mobile:contains:55 exactMatch:equals:true sort=-lastname search=x", NULL },
	{ "createdSince:gte:2026-01-31T00:30:00+02:00", "createdAt:gte:2026-01-30T22:30:00Z", NULL },
	{ "createdAt:gte:2026-01-31", "createdAt:gte:2026-01-31T00:00:00Z", NULL }, /* in UTC */
	{ "createdAt:gte:\"2026-01-31 10:20\" store:equals:s", "createdAt:gte:2026-01-31T10:20:00Z storeUid:equals:s", NULL },
	{ "externalId:equals:pos-4471 sort=city", "externalId:equals:pos-4471 sort=city", NULL },
	{ "createdAt:gte:soon", NULL, "createdAt:gte:soon: Enter a day such as 2026-01-31" },
	{ "createdAt:lt:2026-01-31", NULL, "createdAt cannot be asked for lt, only for gte" },
	/* as the service writes one */
	{ "mobile:contains:\"+47 555-01 220\"", "mobile:contains:+4755501220", NULL },
	{ "mobile:contains:\"555 01\"", "mobile:contains:55501", NULL },
	{ "email:contains:\"a - b\"", "email:contains:\"a - b\"", NULL },
	{ "city:contains:b", NULL, "city: no such field (there are email, mobile, vatNumber, storeUid, createdAt, "
				   "exactMatch, externalId)" },
	{ "email:contains:a email:contains:b", NULL, "email can be asked for only once" },
	{ "email:contains:a externalId:equals:x", NULL,
	  "externalId is looked up on its own, without other conditions or a search text" },
	{ "externalId:equals:x email:contains:a", NULL,
	  "externalId is looked up on its own, without other conditions or a search text" },
	{ "search=a externalId:equals:x", NULL,
	  "externalId is looked up on its own, without other conditions or a search text" },
	{ "externalId:equals:x search=a", NULL,
	  "externalId is looked up on its own, without other conditions or a search text" },
	{ "sort=exactMatch", NULL, "exactMatch: no such field" },
	{ "sort=ehf.enabled", NULL, "ehf.enabled cannot be sorted by" },
};

static void search_fields_are_asked_for_by_their_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(searched); i++) {
		struct error err = { 0 };
		struct query *query = query_parse(&flow_customers, searched[i].typed, &err);
		if ((query == NULL) != (searched[i].printed == NULL))
			fail_msg("%s: %s", searched[i].typed, err.message);
		if (query)
			assert_text_take(query_print(query), searched[i].printed);
		else if (!strstr(err.message, searched[i].message))
			fail_msg("%s: %s", searched[i].typed, err.message);
		query_free(query);
	}
}

static void a_search_field_gives_way_to_another_value(void **state)
{
	struct error err = { 0 };
	struct query *query = query_parse(&flow_customers, "email:contains:a mobile:contains:5", &err);
	const struct schema *fields = resource_criteria(&flow_customers);
	char email[] = "b", uid[] = "x";

	(void)state;
	assert_true(query_replace(query, 0, &(struct condition){ schema_field(fields, "email"), OP_CONTAINS, email }, &err));
	assert_false(query_replace(query, 1, &(struct condition){ schema_field(fields, "email"), OP_CONTAINS, email }, &err));
	assert_false(query_replace(query, 0, &(struct condition){ schema_field(fields, "externalId"), OP_EQUALS, uid }, &err));
	query_remove(query, 1);
	assert_true(query_replace(query, 0, &(struct condition){ schema_field(fields, "externalId"), OP_EQUALS, uid }, &err));
	assert_text_take(query_print(query), "externalId:equals:x");
	assert_true(query_check(query, &err));
	query_set_search(query, "a");
	assert_false(query_check(query, &err));
	query_free(query);
}

static void words_are_completed_with_search_fields(void **state)
{
	(void)state;
	assert_text_take(query_complete(&flow_customers, "ema"), "email:");
	assert_text_take(query_complete(&flow_customers, "created:"), "created:gte:");
	assert_null(query_complete(&flow_customers, "cit"));
	assert_text_take(query_field_list(&flow_customers),
			 "email, mobile, vatNumber, storeUid, createdAt, exactMatch, externalId");
}

/* A day is a day to people, by their own clock; what that does not say whole stays as it is sent. */
static const struct {
	const char *zone, *sent, *readable;
} times[] = {
	{ "UTC", "createdAt:gte:2026-01-31T00:00:00Z search=a", "createdAt:gte:2026-01-31 search=a" },
	{ "UTC", "createdAt:gte:2026-01-31T10:20:00Z", "createdAt:gte:\"2026-01-31 10:20\"" },
	{ "UTC", "createdAt:gte:2026-01-31T10:20:30Z", "createdAt:gte:2026-01-31T10:20:30Z" },
	{ "CET-1", "createdAt:gte:2026-01-30T23:00:00Z", "createdAt:gte:2026-01-31" },
};

static void a_day_reads_as_a_day(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(times); i++) {
		setenv("TZ", times[i].zone, 1);
		tzset();
		struct query *query = query_parse(&flow_customers, times[i].sent, NULL);
		assert_non_null(query);
		char *readable = query_readable(query);
		struct query *back = query_parse(&flow_customers, readable, NULL);

		assert_string_equal(readable, times[i].readable);
		assert_text_take(query_filter_text(query), times[i].readable);
		assert_text_take(query_print(back), times[i].sent);
		query_free(back);
		query_free(query);
		free(readable);
	}
	setenv("TZ", "UTC", 1);
	tzset();
}

static void what_cannot_be_filtered_says_so(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_null(query_parse(&flow_customer_groups, "name", &err));
	assert_string_equal(err.message, "name: the service cannot filter these");
	struct query *query = query_parse(&flow_customers, flow_customers.filter_example, &err);
	assert_non_null(query);
	query_free(query);
}

int main(void)
{
	setenv("TZ", "UTC", 1);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_read_back_as_they_print),
		cmocka_unit_test(mistakes_name_the_word),
		cmocka_unit_test(a_word_is_completed_as_far_as_it_goes),
		cmocka_unit_test(products_know_six_operators),
		cmocka_unit_test(search_fields_are_asked_for_by_their_rules),
		cmocka_unit_test(a_search_field_gives_way_to_another_value),
		cmocka_unit_test(words_are_completed_with_search_fields),
		cmocka_unit_test(a_day_reads_as_a_day),
		cmocka_unit_test(what_cannot_be_filtered_says_so),
	};
	return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
