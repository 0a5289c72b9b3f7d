/* Writes of products: complete records by one call (N30), prices by another (N21), images by name
 * (N23), active without a call of its own (N24). */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#define ALL "/api/products"
#define ONE "/api/products/R-1"
#define PRICES "/api/products/prices"
#define READ(body) ANSWER("GET", ONE, 0, 200, body)
#define SAVED(path, body) ANSWER("PUT", path, 0, 204, NULL), READ(body)

/* A product that has something of everything: read-only members, names of ours and of nobody. */
#define PRODUCT(name, prices, active)                                                              \
	"{\"productId\":\"p1\",\"sku\":\"R-1\",\"name\":\"" name "\",\"weight\":0.123456,"         \
	"\"price\":1e400,\"priceFormatted\":\"$1\",\"currencyCode\":\"USD\",\"description\":null," \
	"\"prices\":[" prices "],\"active\":" active                                               \
	",\"images\":[{\"name\":\"a.jpg\",\"url\":\"https://i/a\"},\"b.jpg\"],\"season\":[1.10]}"
#define BODY(name, prices, active)                                                                 \
	"{\"sku\":\"R-1\",\"name\":\"" name "\",\"weight\":0.123456,\"price\":1e400,"              \
	"\"prices\":[" prices "],\"active\":" active                                               \
	",\"images\":[\"a.jpg\",\"b.jpg\"],\"season\":[1.10]}"
/* As it is after reading: an image is an object. */
#define KNOWN(name, prices, active)                                                                \
	"{\"productId\":\"p1\",\"sku\":\"R-1\",\"name\":\"" name "\",\"weight\":0.123456,"         \
	"\"price\":1e400,\"priceFormatted\":\"$1\",\"currencyCode\":\"USD\",\"description\":null," \
	"\"prices\":[" prices "],\"active\":" active                                               \
	",\"images\":[{\"name\":\"a.jpg\",\"url\":\"https://i/a\"},{\"name\":\"b.jpg\"}],"         \
	"\"season\":[1.10]}"

#define READ_PRICE                                                                                 \
	"{\"tier\":\"Retail\",\"price\":31.750000,\"priceFormatted\":\"$31.75\",\"atQuantity\":1," \
	"\"note\":\"x\"}"
#define SENT_PRICE "{\"tier\":\"Retail\",\"price\":31.750000,\"atQuantity\":1,\"note\":\"x\"}"
#define NEW_PRICE "{\"tier\":\"Dealer\",\"price\":0.123456}"

#define OLD PRODUCT("Old", READ_PRICE, "true")
#define NEW PRODUCT("New", READ_PRICE, "true")
#define DEARER PRODUCT("Old", READ_PRICE "," NEW_PRICE, "true")
#define LIST_BODY                                                                                  \
	"{\"products\":[{\"sku\":\"R-1\",\"prices\":[" SENT_PRICE "," NEW_PRICE "]}]}"

static void start_products(struct fixture *fixture, const struct step *steps, size_t count)
{
	fixture_start_with_token(fixture, steps, count);
	fixture->resource = "products";
}

/* "PUT GET": the methods of all requests. The caller frees. */
static char *methods_sent(struct fixture *fixture)
{
	char *text, *request;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (int i = 0; (request = fault_proxy_request(fixture->server, i)); i++) {
		fprintf(out, "%s%.*s", i ? " " : "", (int)strcspn(request, " "), request);
		free(request);
	}
	fclose(out);
	return text;
}

static const struct {
	const char *name, *base, *now;
	struct step steps[4];
	const char *sent, *line, *body; /* all methods; the first request */
	const char *message, *named;
	bool may_be_applied, changed_meanwhile;
} updates[] = {
	{ "a member: the complete record, numbers as they came", OLD, NEW,
	  { SAVED(ALL, NEW) }, "PUT GET", "PUT " ALL " HTTP",
	  BODY("New", SENT_PRICE, "true"), "", "", false, false },
	{ "what was emptied is said", OLD,
	  "{\"sku\":\"R-1\",\"name\":\"Old\",\"images\":[],\"season\":[1.10]}",
	  { SAVED(ALL, OLD) }, "PUT GET", "PUT " ALL " HTTP",
	  "{\"sku\":\"R-1\",\"name\":\"Old\",\"images\":[],\"season\":[1.10],\"prices\":[]}",
	  "", "", false, false },
	{ "the prices alone: their own call, with all entries", OLD, DEARER,
	  { SAVED(PRICES, DEARER) }, "PUT GET", "PUT " PRICES " HTTP", LIST_BODY, "", "", false,
	  false },
	{ "no prices any more", OLD, PRODUCT("Old", "", "true"),
	  { SAVED(PRICES, OLD) }, "PUT GET", "PUT " PRICES " HTTP",
	  "{\"products\":[{\"sku\":\"R-1\",\"prices\":[]}]}", "", "", false, false },
	{ "prices and a member: one complete record", OLD,
	  PRODUCT("New", NEW_PRICE, "true"),
	  { SAVED(ALL, NEW) }, "PUT GET", "PUT " ALL " HTTP", BODY("New", NEW_PRICE, "true"), "", "",
	  false, false },
	{ "lost, but carried out", OLD, DEARER,
	  { FAULT("PUT", PRICES, 0, FAULT_DROP_AFTER), READ(DEARER) }, "PUT GET",
	  "PUT " PRICES " HTTP", LIST_BODY, "", "", false, false },
	{ "lost: sent again when it is as it was", OLD, DEARER,
	  { FAULT("PUT", PRICES, 1, FAULT_DROP_BEFORE), ANSWER("PUT", PRICES, 0, 200, "{\"updated\":1}"),
	    ANSWER("GET", ONE, 1, 200, OLD), READ(DEARER) }, "PUT GET PUT GET",
	  "PUT " PRICES " HTTP", LIST_BODY, "", "", false, false },
	{ "lost, and a member that we send along is another by now", OLD, NEW,
	  { FAULT("PUT", ALL, 0, FAULT_DROP_BEFORE), READ(PRODUCT("Old", READ_PRICE, "false")) },
	  "PUT GET", "PUT " ALL " HTTP", BODY("New", SENT_PRICE, "true"),
	  "No answer came, and somebody else has changed R-1 meanwhile.", "", false, true },
	{ "a refused price is named as in the record", OLD, DEARER,
	  { ANSWER("PUT", PRICES, 0, 400, "{\"errors\":{\"Products[0].Prices[1].Tier\":[\"Unknown.\"]}}") },
	  "PUT", "PUT " PRICES " HTTP", LIST_BODY,
	  "R-1 was not saved: Prices[1].Tier: Unknown. (400)", "Prices[1].Tier", false, false },
	{ "also where there is no wrapper", OLD, DEARER,
	  { ANSWER("PUT", PRICES, 0, 400, "{\"errors\":{\"[0].prices[1].tier\":[\"Unknown.\"]}}") },
	  "PUT", "PUT " PRICES " HTTP", LIST_BODY,
	  "R-1 was not saved: prices[1].tier: Unknown. (400)", "prices[1].tier", false, false },
	{ "not allowed", OLD, DEARER, { ANSWER("PUT", PRICES, 0, 403, NULL) }, "PUT",
	  "PUT " PRICES " HTTP", LIST_BODY, "This login may not change prices.", "", false, false },
	{ "no such call", OLD, DEARER, { ANSWER("PUT", PRICES, 0, 404, NULL) }, "PUT",
	  "PUT " PRICES " HTTP", LIST_BODY,
	  "R-1 was not saved: the service answered with status 404", "", false, false },
};

static size_t count_steps(const struct step *steps, size_t max)
{
	size_t count = 0;

	while (count < max && steps[count].method)
		count++;
	return count;
}

static void an_update_says_all_that_there_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(updates); i++) {
		struct fixture fixture;
		struct ending ending;
		start_products(&fixture, updates[i].steps,
			       count_steps(updates[i].steps, CASES(updates[i].steps)));
		run_update(&fixture, &ending, updates[i].base, updates[i].now);
		char *sent = methods_sent(&fixture);
		if (strcmp(ending.message, updates[i].message) != 0 ||
		    strcmp(sent, updates[i].sent) != 0)
			fail_msg("%s: %s, sent %s", updates[i].name, ending.message, sent);
		assert_sent(&fixture, 0, updates[i].line);
		assert_body(&fixture, 0, updates[i].body);
		assert_string_equal(ending.named, updates[i].named);
		assert_int_equal(ending.may_be_applied, updates[i].may_be_applied);
		assert_int_equal(ending.changed_meanwhile, updates[i].changed_meanwhile);
		free(sent);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void what_is_saved_is_the_services_version(void **state)
{
	static const struct step steps[] = { ANSWER("PUT", ALL, 0, 200, NEW) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start_products(&fixture, STEPS(steps));
	run_update(&fixture, &ending, OLD, NEW);
	assert_string_equal(ending.text, KNOWN("New", READ_PRICE, "true"));
	assert_int_equal(fault_proxy_requests(fixture.server), 1);
	ending_finish(&ending);
	fixture_stop(&fixture);
}

/* alg none; role: ["Admin","SalesRep"], PriceTier: Wholesale */
#define TIER_TOKEN                                                                                 \
	"eyJhbGciOiJub25lIn0."                                                                     \
	"eyJyb2xlIjpbIkFkbWluIiwiU2FsZXNSZXAiXSwiUHJpY2VUaWVyIjoiV2hvbGVzYWxlIn0."

/* The price that it reads is its tier's: only what it changes is sent. */
static void a_login_with_a_tier_leaves_the_price(void **state)
{
	static const struct step steps[] = { ANSWER("PUT", ALL, 0, 204, NULL), READ("{}") };
	static const struct {
		const char *now, *body;
	} rows[] = {
		{ "{\"sku\":\"R-1\",\"name\":\"B\",\"price\":5.0}", "{\"sku\":\"R-1\",\"name\":\"B\"}" },
		{ "{\"sku\":\"R-1\",\"name\":\"B\",\"price\":6}",
		  "{\"sku\":\"R-1\",\"name\":\"B\",\"price\":6}" },
	};

	(void)state;
	for (size_t i = 0; i < CASES(rows); i++) {
		struct fixture fixture;
		struct ending ending;
		start_products(&fixture, STEPS(steps));
		client_free(fixture.client);
		profile_set_secret(&fixture.profile->token, TIER_TOKEN);
		fixture_client(&fixture);
		assert_string_equal(client_info(fixture.client).price_tier, "Wholesale");
		run_update(&fixture, &ending, "{\"sku\":\"R-1\",\"name\":\"A\",\"price\":5.0}",
			   rows[i].now);
		assert_body(&fixture, 0, rows[i].body);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

/* Whatever the profile says of customers. */
static void a_new_product_is_put(void **state)
{
	static const struct step steps[] = { ANSWER("PUT", ALL, 0, 201, OLD) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start_products(&fixture, STEPS(steps));
	client_free(fixture.client);
	fixture.profile->create_method = CREATE_POST;
	fixture.profile->key_style = KEYS_GUIDE;
	fixture_client(&fixture);
	run_create(&fixture, &ending, OLD);
	assert_string_equal(ending.message, "");
	assert_sent(&fixture, 0, "PUT " ALL " HTTP");
	assert_body(&fixture, 0, BODY("Old", SENT_PRICE, "true"));
	ending_finish(&ending);
	fixture_stop(&fixture);
}

/* --- prices: how the call is made (N21) ------------------------------------------------------- */

static const struct {
	enum price_update_method method;
	enum price_update_shape shape;
	const char *path;
	const char *line, *body;
} ways[] = {
	{ PRICE_UPDATE_PUT, PRICE_UPDATE_OBJECT, NULL, "PUT " PRICES " HTTP", LIST_BODY },
	{ PRICE_UPDATE_POST, PRICE_UPDATE_ARRAY, "/api/tiers", "POST /api/tiers HTTP",
	  "[{\"sku\":\"R-1\",\"prices\":[" SENT_PRICE "," NEW_PRICE "]}]" },
};

static void start_configured(struct fixture *fixture, size_t way, const struct step *steps, size_t count)
{
	start_products(fixture, steps, count);
	client_free(fixture->client);
	fixture->profile->price_update_method = ways[way].method;
	fixture->profile->price_update_shape = ways[way].shape;
	if (ways[way].path)
		xreplace(&fixture->profile->price_update_path, ways[way].path);
	fixture_client(fixture);
}

static void prices_go_the_way_the_profile_says(void **state)
{
	static const struct step steps[] = { READ(DEARER), ANSWER("PUT", "/", 0, 204, NULL),
					     ANSWER("POST", "/", 0, 204, NULL) };

	(void)state;
	for (size_t i = 0; i < CASES(ways); i++) {
		struct fixture fixture;
		struct ending ending;
		start_configured(&fixture, i, STEPS(steps));
		run_update(&fixture, &ending, OLD, DEARER);
		assert_string_equal(ending.message, "");
		assert_sent(&fixture, 0, ways[i].line);
		assert_body(&fixture, 0, ways[i].body);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void a_lost_post_is_not_sent_twice(void **state)
{
	static const struct step steps[] = { READ(OLD),
					     FAULT("POST", "/", 0, FAULT_DROP_BEFORE) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start_configured(&fixture, 1, STEPS(steps));
	run_update(&fixture, &ending, OLD, DEARER);
	assert_string_equal(ending.message,
			    "No answer came, and R-1 is as it was. It was not sent a second time.");
	assert_int_equal(fault_proxy_requests(fixture.server), 2);
	fixture_stop(&fixture);
}

/* --- the prices of several products ----------------------------------------------------------- */

static const char *const lists[][2] = { { "R-1", "[" READ_PRICE "]" }, { "R 2", "[]" } };

static const struct {
	struct step step;
	const char *message, *named;
	bool may_be_applied;
	int requests;
} replacements[] = {
	{ ANSWER("PUT", PRICES, 0, 204, NULL), "", "", false, 1 },
	{ ANSWER("PUT", PRICES, 0, 200, "not even JSON"), "", "", false, 1 },
	{ ANSWER("PUT", PRICES, 0, 400, "{\"errors\":{\"products[1].sku\":[\"Unknown.\"]}}"),
	  "The prices were not saved: products[1].sku: Unknown. (400)", "products[1].sku", false, 1 },
	{ ANSWER("PUT", PRICES, 0, 403, NULL), "This login may not change prices.", "", false, 1 },
	{ FAULT("PUT", PRICES, 0, FAULT_DROP_AFTER),
	  "No answer came: it may have been applied. Reload to see.", "", true, 1 },
	{ ANSWER("PUT", PRICES, 0, 502, NULL),
	  "No answer came: it may have been applied. Reload to see.", "", true, 1 },
};

static void lists_are_replaced_in_one_call(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(replacements); i++) {
		struct fixture fixture;
		struct ending ending;
		start_products(&fixture, &replacements[i].step, 1);
		run_replace(&fixture, &ending, "prices", lists, CASES(lists));
		assert_string_equal(ending.message, replacements[i].message);
		assert_string_equal(ending.named, replacements[i].named);
		assert_int_equal(ending.may_be_applied, replacements[i].may_be_applied);
		assert_int_equal(fault_proxy_requests(fixture.server), replacements[i].requests);
		assert_body(&fixture, 0,
			    "{\"products\":[{\"sku\":\"R-1\",\"prices\":[" SENT_PRICE
			    "]},{\"sku\":\"R 2\",\"prices\":[]}]}");
		fixture_stop(&fixture);
	}
}

static void only_lists_with_a_call_are_replaced(void **state)
{
	static const struct step steps[] = { ANSWER("PUT", "/", 0, 204, NULL) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start_products(&fixture, STEPS(steps));
	run_replace(&fixture, &ending, "images", lists, 1);
	assert_string_equal(ending.message, "The service does not take that many at once: 1; at most 0.");
	client_free(fixture.client);
	fixture.profile->read_only = true;
	fixture_client(&fixture);
	run_replace(&fixture, &ending, "prices", lists, 1);
	assert_string_equal(ending.message, "Read-only mode: nothing was sent.");
	run_act(&fixture, &ending, "activate", "R-1");
	assert_string_equal(ending.message, "Read-only mode: nothing was sent.");
	assert_int_equal(fault_proxy_requests(fixture.server), 0);
	fixture_stop(&fixture);
}

/* --- active (N24) ----------------------------------------------------------------------------- */

#define ACTIVE PRODUCT("Old", READ_PRICE, "true")
#define RESTING PRODUCT("Old", READ_PRICE, "false")

static const struct {
	const char *name, *action;
	struct step steps[3];
	const char *sent, *message;
} acts[] = {
	{ "read, changed, sent whole", "deactivate", { READ(ACTIVE), ANSWER("PUT", ALL, 0, 200, RESTING) },
	  "GET PUT", "" },
	{ "as it is to be already: nothing to send", "activate", { READ(ACTIVE) }, "GET", "" },
	{ "not there", "activate", { ANSWER("GET", ONE, 0, 404, NULL) }, "GET",
	  "There is no product R-1, or your login may not see it." },
	{ "refused", "deactivate",
	  { READ(ACTIVE), ANSWER("PUT", ALL, 0, 400, "{\"errors\":{\"Name\":[\"Too long.\"]}}") }, "GET PUT",
	  "R-1 was not deactivated: Name: Too long. (400)" },
	{ "not allowed", "deactivate", { READ(ACTIVE), ANSWER("PUT", ALL, 0, 403, NULL) }, "GET PUT",
	  "This login may not deactivate products." },
	{ "lost, but carried out", "deactivate",
	  { ANSWER("GET", ONE, 1, 200, ACTIVE), FAULT("PUT", ALL, 0, FAULT_DROP_AFTER), READ(RESTING) },
	  "GET PUT GET", "" },
};

static void an_action_is_an_update_of_the_record(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(acts); i++) {
		struct fixture fixture;
		struct ending ending;
		start_products(&fixture, acts[i].steps,
			       count_steps(acts[i].steps, CASES(acts[i].steps)));
		run_act(&fixture, &ending, acts[i].action, "R-1");
		char *sent = methods_sent(&fixture);
		if (strcmp(ending.message, acts[i].message) != 0 || strcmp(sent, acts[i].sent) != 0)
			fail_msg("%s: %s, sent %s", acts[i].name, ending.message, sent);
		if (fault_proxy_requests(fixture.server) > 1)
			assert_body(&fixture, 1, BODY("Old", SENT_PRICE, "false"));
		free(sent);
		fixture_stop(&fixture);
	}
}

static void a_cancelled_action_is_not_heard_of_again(void **state)
{
	static const struct step steps[] = { READ(ACTIVE), FAULT("PUT", ALL, 0, FAULT_HANG), PAGE };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start_products(&fixture, STEPS(steps));
	struct client_call *call = start_act(&fixture, &ending, "deactivate", "R-1");
	wait_requests(&fixture, 2); /* while it writes */
	client_cancel(call);
	list_one(&fixture);
	assert_int_equal(ending.count, 0);
	start_act(&fixture, &ending, "deactivate", "R-1");
	wait_requests(&fixture, 5);
	fixture_stop(&fixture); /* the client's end takes it along */
	assert_int_equal(ending.count, 0);
}

/* --- a SKU that is the name of another call --------------------------------------------------- */

#define SHADOWED "{\"sku\":\"prices\",\"name\":\"Old\",\"active\":true}"

static void a_shadowed_sku_is_written_like_any_other(void **state)
{
	static const struct step steps[] = { ANSWER("GET", ALL "?", 0, 200, "[" SHADOWED "]"),
					     ANSWER("PUT", ALL, 0, 204, NULL) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	start_products(&fixture, STEPS(steps));
	run_act(&fixture, &ending, "deactivate", "prices");
	assert_string_equal(ending.message, "");
	assert_sent(&fixture, 1, "PUT " ALL " HTTP");
	assert_body(&fixture, 1, "{\"sku\":\"prices\",\"name\":\"Old\",\"active\":false}");
	assert_sent(&fixture, 2, "GET " ALL "?");
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_update_says_all_that_there_is),
		cmocka_unit_test(what_is_saved_is_the_services_version),
		cmocka_unit_test(a_login_with_a_tier_leaves_the_price),
		cmocka_unit_test(a_new_product_is_put),
		cmocka_unit_test(prices_go_the_way_the_profile_says),
		cmocka_unit_test(a_lost_post_is_not_sent_twice),
		cmocka_unit_test(lists_are_replaced_in_one_call),
		cmocka_unit_test(only_lists_with_a_call_are_replaced),
		cmocka_unit_test(an_action_is_an_update_of_the_record),
		cmocka_unit_test(a_cancelled_action_is_not_heard_of_again),
		cmocka_unit_test(a_shadowed_sku_is_written_like_any_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
