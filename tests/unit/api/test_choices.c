/* Where the values of choices come from (N26, N28): asked once, shared, and never in the way. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#define TIERS(list) "{\"Organization\":{\"Name\":\"Northpoint\",\"PriceTiers\":" list "}}"
#define REPS "/api/organizations/salesreps"
#define ROW(members) "{\"data\":[{\"customerNumber\":\"HRB-1\"," members "}],\"totalRecords\":1}"

/* How one call for choices ended. */
struct chosen {
	struct fixture *fixture;
	int count;
	char text[1024]; /* "value=label;..." */
	bool complete;
	char message[ERROR_MESSAGE_SIZE];
};

static void on_choices(void *data, const struct choice_list *list, const struct failure *failure)
{
	struct chosen *chosen = data;

	assert_non_null(list);
	chosen->count++;
	chosen->complete = list->complete;
	snprintf(chosen->message, sizeof(chosen->message), "%s",
		 failure ? failure->error.message : "");
	*chosen->text = '\0';
	for (size_t i = 0; i < list->count; i++) {
		size_t len = strlen(chosen->text);
		snprintf(chosen->text + len, sizeof(chosen->text) - len, "%s=%s;",
			 list->rows[i].value, list->rows[i].label);
	}
	loop_stop(chosen->fixture->loop);
}

static struct client_call *ask(struct fixture *fixture, struct chosen *chosen, const char *source)
{
	*chosen = (struct chosen){ .fixture = fixture };
	struct client_call *call = client_choices(fixture->client, source, on_choices, chosen);
	assert_int_equal(chosen->count, 0); /* never from within */
	return call;
}

static void wait_chosen(struct chosen *chosen)
{
	while (chosen->count == 0)
		loop_run(chosen->fixture->loop);
	assert_int_equal(chosen->count, 1);
}

static void run_choices(struct fixture *fixture, struct chosen *chosen, const char *source)
{
	ask(fixture, chosen, source);
	wait_chosen(chosen);
}

static const struct {
	const char *name;
	int status;
	const char *organization;
	bool complete;
	const char *text;
} tiers[] = {
	{ "objects", 200,
	  TIERS("[{\"Name\":\"Retail\"},{\"name\":\"Wholesale\"},{\"code\":\"D\"}]"), true,
	  "Retail=;Wholesale=;D=;Trade=;Large=;" },
	{ "texts", 200, TIERS("[\"Retail\",\"Wholesale\",\"retail\",\"\"]"), true,
	  "Retail=;Wholesale=;Trade=;Large=;" },
	{ "the record is the whole", 200, "{\"priceTiers\":[\"Retail\"]}", true,
	  "Retail=;Trade=;Large=;" },
	{ "none: what is configured, then what was seen", 200, TIERS("[]"), false,
	  "Trade=;Large=;Seen=;" },
	{ "no such member", 200, TIERS("null"), false, "Trade=;Large=;Seen=;" },
	{ "not allowed", 403, "", false, "Trade=;Large=;Seen=;" },
	{ "no organization", 400, "", false, "Trade=;Large=;Seen=;" },
	{ "not there", 404, "", false, "Trade=;Large=;Seen=;" },
};

static void configure_tiers(struct profile *profile)
{
	profile->price_tiers = xcalloc(3, sizeof(*profile->price_tiers));
	profile->price_tiers[0] = xstrdup("Trade");
	profile->price_tiers[1] = xstrdup("Large");
}

static void tiers_are_the_organizations_then_configured_else_seen(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(tiers); i++) {
		const struct step steps[] = {
			ANSWER("GET", "/api/organization", 0, tiers[i].status,
			       tiers[i].organization),
			ANSWER("GET", "/api/customers", 0, 200, ROW("\"pricing\":\"Seen\"")),
		};
		struct fixture fixture;
		struct ending ending;
		struct chosen chosen;
		fixture_start_with_token(&fixture, STEPS(steps));
		client_free(fixture.client);
		configure_tiers(fixture.profile);
		fixture_client(&fixture);
		run_list(&fixture, &ending, "customers", "");
		ending_finish(&ending);
		run_choices(&fixture, &chosen, "price-tiers");
		if (strcmp(chosen.text, tiers[i].text) != 0)
			fail_msg("%s: %s", tiers[i].name, chosen.text);
		assert_int_equal(chosen.complete, tiers[i].complete);
		assert_string_equal(chosen.message, "");
		run_choices(&fixture, &chosen, "price-tiers"); /* once a session */
		assert_string_equal(chosen.text, tiers[i].text);
		assert_int_equal(count_sent(&fixture, "GET /api/organization"), 1);
		fixture_stop(&fixture);
	}
}

static void name_and_tiers_are_one_question(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "/api/organization", 0, 200,
						    TIERS("[\"Retail\"]")) };
	struct fixture fixture;
	struct chosen first, second;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_learn_organization(fixture.client);
	ask(&fixture, &first, "price-tiers");
	ask(&fixture, &second, "price-tiers");
	wait_chosen(&first);
	wait_chosen(&second);
	assert_string_equal(second.text, "Retail=;");
	assert_string_equal(client_info(fixture.client).organization, "Northpoint");
	client_learn_organization(fixture.client);
	run_choices(&fixture, &first, "price-tiers");
	assert_int_equal(fault_proxy_requests(fixture.server), 1);
	fixture_stop(&fixture);
}

static const struct {
	const char *name;
	int status;
	const char *body;
	bool complete;
	const char *text;
} reps[] = {
	{ "an envelope", 200,
	  "{\"data\":[{\"repNumber\":\"SR-9\",\"firstName\":\"Ada\",\"active\":false},"
	  "{\"repNumber\":\"SR-207\",\"firstName\":\"Teodor\",\"lastName\":\"Lindqvist\","
	  "\"active\":true}],\"totalRecords\":2}",
	  true, "SR-207=Teodor Lindqvist;SR-9=Ada (not active);" },
	{ "another name for it", 200, "{\"salesReps\":[{\"RepNumber\":\"SR-1\"}],\"total\":1}",
	  true, "SR-1=;" },
	{ "a bare array", 200, "[{\"RepNumber\":\"SR-1\",\"Active\":false}]", true,
	  "SR-1=not active;" },
	{ "none", 200, "[]", false, "SR-5=;" },
	{ "not allowed", 403, "", false, "SR-5=;" },
};

static void reps_have_names_and_are_in_use_first(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(reps); i++) {
		const struct step steps[] = {
			ANSWER("GET", REPS, 0, reps[i].status, reps[i].body),
			ANSWER("GET", "/api/customers/HRB-1", 0, 200,
			       "{\"customerNumber\":\"HRB-1\",\"repNumber\":\"SR-5\"}"),
		};
		struct fixture fixture;
		struct ending ending;
		struct chosen chosen;
		fixture_start_with_token(&fixture, STEPS(steps));
		run_get(&fixture, &ending, "customers", "HRB-1");
		ending_finish(&ending);
		run_choices(&fixture, &chosen, "sales-reps");
		if (strcmp(chosen.text, reps[i].text) != 0)
			fail_msg("%s: %s", reps[i].name, chosen.text);
		assert_int_equal(chosen.complete, reps[i].complete);
		assert_string_equal(chosen.message, "");
		run_choices(&fixture, &chosen, "sales-reps");
		assert_int_equal(count_sent(&fixture, "GET " REPS), 1);
		fixture_stop(&fixture);
	}
}

/* An array of count reps from first on; the caller frees. */
static char *rep_page(int first, int count, const char *rest)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs("{\"data\":[", out);
	for (int i = 0; i < count; i++)
		fprintf(out, "%s{\"repNumber\":\"R%d\"}", i ? "," : "", first + i);
	fprintf(out, "]%s}", rest);
	fclose(out);
	return text;
}

static void every_page_is_read_and_a_repeated_one_ends_it(void **state)
{
	char *first = rep_page(0, 100, ""), *second = rep_page(100, 3, ",\"totalRecords\":103");
	const struct step pages[] = { ANSWER("GET", "pageNumber=1&", 0, 200, first),
				      ANSWER("GET", "pageNumber=2&", 0, 200, second) };
	const struct step same[] = { ANSWER("GET", REPS, 0, 200, first) };
	struct fixture fixture;
	struct chosen chosen;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(pages));
	run_choices(&fixture, &chosen, "sales-reps");
	assert_true(chosen.complete);
	assert_sent(&fixture, 1, "GET " REPS "?pageNumber=2&pageSize=100 ");
	assert_int_equal(fault_proxy_requests(fixture.server), 2);
	fixture_stop(&fixture);
	fixture_start_with_token(&fixture, STEPS(same));
	run_choices(&fixture, &chosen, "sales-reps");
	assert_int_equal(fault_proxy_requests(fixture.server), 2);
	fixture_stop(&fixture);
	free(first);
	free(second);
}

static void a_failure_is_told_and_tried_again(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", REPS, 1, 500, ""),
		ANSWER("GET", REPS, 2, 500, ""),
		ANSWER("GET", REPS, 3, 500, ""),
		ANSWER("GET", REPS, 0, 200, "[{\"repNumber\":\"SR-1\"}]"),
	};
	struct fixture fixture;
	struct chosen chosen;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_choices(&fixture, &chosen, "sales-reps");
	assert_string_equal(chosen.message,
			    "The sales representatives could not be read: the service "
			    "answered with status 500");
	assert_false(chosen.complete);
	run_choices(&fixture, &chosen, "sales-reps");
	assert_string_equal(chosen.text, "SR-1=;");
	assert_string_equal(chosen.message, "");
	run_choices(&fixture, &chosen, "colours");
	assert_string_equal(chosen.message, "The service has no such list.");
	fixture_stop(&fixture);
}

static void whoever_stops_waiting_is_not_called(void **state)
{
	static const struct step steps[] = { ANSWER("GET", REPS, 0, 200,
						    "[{\"repNumber\":\"SR-1\"}]") };
	struct fixture fixture;
	struct chosen gone, there;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_cancel(ask(&fixture, &gone, "sales-reps"));
	run_choices(&fixture, &there, "sales-reps");
	assert_int_equal(gone.count, 0);
	assert_string_equal(there.text, "SR-1=;");
	ask(&fixture, &gone, "sales-reps"); /* and the client's end is no answer */
	fixture_stop(&fixture);
	assert_int_equal(gone.count, 0);
}

static void log_in_as(struct fixture *fixture, const char *client_id)
{
	const struct credentials credentials = { LOGIN_CREDENTIALS, "harborline", client_id, .secret = "s" };
	struct ending ending;

	start_login(fixture, &ending, &credentials);
	wait_ending(&ending);
	assert_true(ending.ok);
}

/* Logins wait their turn: at most one in 6 s. */
static void another_person_starts_anew(void **state)
{
	static const struct step steps[] = {
		LOGIN(0, "token-1"),
		ANSWER("GET", REPS, 1, 200, "[{\"repNumber\":\"SR-1\"}]"),
		ANSWER("GET", REPS, 0, 403, ""),
		ANSWER("GET", "/api/customers", 0, 200, ROW("\"repNumber\":\"SR-5\"")),
	};
	struct fixture fixture;
	struct ending ending;
	struct chosen chosen;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_list(&fixture, &ending, "customers", "");
	ending_finish(&ending);
	run_choices(&fixture, &chosen, "sales-reps");
	assert_string_equal(chosen.text, "SR-1=;");
	log_in_as(&fixture, "somebody");
	run_choices(&fixture, &chosen, "sales-reps");
	assert_string_equal(chosen.text, "");
	fixture_stop(&fixture);
}

/* Nobody is asked for what no call lists. */
static void categories_are_those_that_were_seen(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/api/products", 0, 200,
		       "[{\"sku\":\"A\",\"category\":\"Rope\"},{\"sku\":\"B\",\"category\":\"Fenders\"},"
		       "{\"sku\":\"C\",\"category\":\"Rope\"},{\"sku\":\"D\"}]"),
	};
	struct fixture fixture;
	struct ending ending;
	struct chosen chosen;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_choices(&fixture, &chosen, "categories");
	assert_string_equal(chosen.text, "");
	run_list(&fixture, &ending, "products", "");
	run_choices(&fixture, &chosen, "categories");
	assert_string_equal(chosen.text, "Fenders=;Rope=;");
	assert_string_equal(chosen.message, "");
	assert_false(chosen.complete);
	assert_int_equal(fault_proxy_requests(fixture.server), 1);
	ending_finish(&ending);
	fixture_stop(&fixture);
}

/* --- Flow Retail ----------------------------------------------------------------------------- */

#define GROUPS "/tenants/tnt-1/customer-groups"
#define ACCOUNT "/account"
#define CUSTOMER \
	"{\"items\":[{\"customerUid\":\"c\",\"defaultStoreUid\":\"st-9\"," \
	"\"customerGroups\":[{\"customerGroupUid\":\"cg-b\",\"name\":\"Trade\"}]}]}"

static const struct {
	const char *name, *source;
	struct step step;
	const char *values, *message;
	bool complete;
} flow_sources[] = {
	{ "groups by name", "customer-groups",
	  ANSWER("GET", GROUPS, 0, 200,
		 "{\"items\":[{\"customerGroupUid\":\"cg-a\",\"name\":\"Club\"},{\"customerGroupUid\":\"cg-c\"}],"
		 "\"paging\":{\"totalCount\":2}}"),
	  "cg-a=Club;cg-c=;", "", true },
	{ "groups that must not be listed: those seen, with their names", "customer-groups",
	  ANSWER("GET", GROUPS, 0, 403, NULL), "cg-b=Trade;", "", false },
	{ "the profile's store, then those of the account, the own one first", "stores",
	  ANSWER("GET", ACCOUNT, 0, 200,
		 "{\"tenants\":[{\"tenantUid\":\"tnt-2\",\"storeAccess\":[{\"storeUid\":\"st-7\"}]},"
		 "{\"tenantUid\":\"tnt-1\",\"defaultStoreUid\":\"st-2\",\"storeAccess\":[{\"storeUid\":\"st-3\"},"
		 "{\"storeUid\":\"st-1\"},{\"storeUid\":\"st-2\"}]}]}"),
	  "st-1=;st-2=;st-3=;", "", true },
	{ "an account that tells no stores: the profile's, and those seen", "stores",
	  ANSWER("GET", ACCOUNT, 0, 200, "{\"tenants\":[{\"tenantUid\":\"tnt-1\"}]}"), "st-1=;st-9=;", "", false },
	{ "an account that may not be read", "stores", ANSWER("GET", ACCOUNT, 0, 403, NULL), "st-1=;st-9=;", "", false },
};

static void flow_retail_tells_groups_and_stores(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(flow_sources); i++) {
		const struct step steps[] = { flow_sources[i].step,
					      ANSWER("GET", "/customers", 0, 200, CUSTOMER) };
		struct fixture fixture;
		struct ending ending;
		struct chosen chosen;
		fixture_start_flow(&fixture, STEPS(steps));
		run_list(&fixture, &ending, "customers", "");
		ending_finish(&ending);
		run_choices(&fixture, &chosen, flow_sources[i].source);
		if (strcmp(chosen.text, flow_sources[i].values) != 0)
			fail_msg("%s: %s", flow_sources[i].name, chosen.text);
		assert_string_equal(chosen.message, flow_sources[i].message);
		assert_int_equal(chosen.complete, flow_sources[i].complete);
		run_choices(&fixture, &chosen, flow_sources[i].source);
		assert_int_equal(fault_proxy_requests(fixture.server), 2); /* asked once */
		fixture_stop(&fixture);
	}
}

/* Where all pages are as long as they can be, the next one is asked for. */
static void all_pages_of_groups_are_read(void **state)
{
	char *first, *text;
	size_t len;
	FILE *out = xmemstream(&first, &len);
	struct fixture fixture;
	struct chosen chosen;

	(void)state;
	fputs("{\"items\":[", out);
	for (int i = 0; i < CLIENT_PAGE_SIZE_MAX; i++)
		fprintf(out, "%s{\"customerGroupUid\":\"%d\"}", i > 0 ? "," : "", i);
	fputs("]}", out);
	fclose(out);
	const struct step steps[] = { ANSWER("GET", "pageNumber=1&", 0, 200, first),
				      ANSWER("GET", "pageNumber=2&", 0, 200,
					     "{\"items\":[{\"customerGroupUid\":\"last\"}]}") };
	fixture_start_flow(&fixture, STEPS(steps));
	run_choices(&fixture, &chosen, "customer-groups");
	text = strstr(chosen.text, "0=;1=;");
	assert_ptr_equal(text, chosen.text);
	assert_int_equal(fault_proxy_requests(fixture.server), 2);
	assert_true(chosen.complete);
	fixture_stop(&fixture);
	free(first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(flow_retail_tells_groups_and_stores),
		cmocka_unit_test(all_pages_of_groups_are_read),
		cmocka_unit_test(tiers_are_the_organizations_then_configured_else_seen),
		cmocka_unit_test(name_and_tiers_are_one_question),
		cmocka_unit_test(reps_have_names_and_are_in_use_first),
		cmocka_unit_test(every_page_is_read_and_a_repeated_one_ends_it),
		cmocka_unit_test(a_failure_is_told_and_tried_again),
		cmocka_unit_test(whoever_stops_waiting_is_not_called),
		cmocka_unit_test(another_person_starts_anew),
		cmocka_unit_test(categories_are_those_that_were_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
