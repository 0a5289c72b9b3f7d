/* Profiles: where they lead, what they refuse, who owns their texts. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"

static const struct {
	const char *url;
	bool test, production;
} places[] = {
	{ NULL, false, true }, /* the production server */
	{ "https://api.example", false, true },
	{ "https://api.example", true, false },
	{ "http://127.0.0.1:8085", false, false },
	{ "http://localhost", false, false },
	{ "https://[::1]:8443", false, false },
	{ "https://127.0.0.1.api.example", false, true },
	{ "https://localhost.example", false, true },
	{ "no address at all", false, true }, /* rather one mark too many */
};

static void production_is_what_is_neither_here_nor_a_test(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(places); i++) {
		struct profile *profile = profile_new("test");
		xreplace(&profile->url, places[i].url);
		profile->test = places[i].test;
		assert_int_equal(profile_is_production(profile), places[i].production);
		profile_free(profile);
	}
}

static const struct {
	const char *api, *url;
	bool ok;
} checks[] = {
	{ "nymble", NULL, true },
	{ "Nymble", "https://api.example/base", true },
	{ "nymble", "http://127.0.0.1:1", true },
	{ "nymble", "http://api.example", false },
	{ "nymble", "https://user:secret@api.example", false },
	{ "nymble", "https://api.example/?a=b", false },
	{ "nymble", "ftp://api.example", false },
	{ "nimble", "https://api.example", false },
};

static void a_client_needs_a_known_api_and_a_safe_address(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(checks); i++) {
		struct profile *profile = profile_new("test");
		struct error err = { 0 };
		xreplace(&profile->api, checks[i].api);
		xreplace(&profile->url, checks[i].url);
		assert_int_equal(profile_check(profile, &err), checks[i].ok);
		assert_int_equal(err.code != ERROR_NONE, !checks[i].ok);
		profile_free(profile);
	}
}

static void a_path_begins_with_a_slash(void **state)
{
	struct profile *profile = profile_new("test");
	struct error err = { 0 };

	(void)state;
	xreplace(&profile->product_search_path, ".example/search");
	assert_false(profile_check(profile, &err));
	assert_string_equal(err.message, ".example/search: a path begins with /, such as "
					 "/api/products/search");
	xreplace(&profile->product_search_path, "/find");
	assert_true(profile_check(profile, &err));
	xreplace(&profile->price_update_path, "prices");
	assert_false(profile_check(profile, &err));
	assert_string_equal(err.message,
			    "prices: a path begins with /, such as /api/products/prices");
	profile_free(profile);
}

static void a_wrong_word_is_told_the_right_ones(void **state)
{
	struct error err = { 0 };
	enum auth_header header = AUTH_BEARER;
	enum login_kind kind;
	enum filter_style style;

	(void)state;
	assert_false(auth_header_parse("basic", &header, &err));
	assert_string_equal(err.message, "basic is none of: auto, bearer, x-api-key");
	assert_int_equal(header, AUTH_BEARER);
	assert_true(auth_header_parse("X-API-Key", &header, &err));
	assert_int_equal(header, AUTH_X_API_KEY);
	assert_true(login_kind_parse("api-key", &kind, &err));
	assert_int_equal(kind, LOGIN_API_KEY);
	assert_true(filter_style_parse("json", &style, &err));
	assert_int_equal(style, FILTER_JSON);
}

static void a_copy_stands_alone(void **state)
{
	char retail[] = "Retail", wholesale[] = "Wholesale", *tiers[] = { retail, wholesale, NULL };
	struct profile *profile = profile_new("test");

	(void)state;
	profile_set_secret(&profile->client_secret, "change-me");
	profile->price_tiers = tiers;
	struct profile *copy = profile_copy(profile);
	profile->price_tiers = NULL;
	profile_set_secret(&profile->client_secret, NULL);
	profile_free(profile);
	assert_string_equal(copy->name, "test");
	assert_string_equal(copy->client_secret, "change-me");
	assert_string_equal(copy->price_tiers[1], "Wholesale");
	assert_null(copy->price_tiers[2]);
	profile_free(copy);
	profile_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(production_is_what_is_neither_here_nor_a_test),
		cmocka_unit_test(a_client_needs_a_known_api_and_a_safe_address),
		cmocka_unit_test(a_path_begins_with_a_slash),
		cmocka_unit_test(a_wrong_word_is_told_the_right_ones),
		cmocka_unit_test(a_copy_stands_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
