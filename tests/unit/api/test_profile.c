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

static const struct {
	const char *api;
	enum login_kind said, used;
} logins[] = {
	{ "nymble", LOGIN_CREDENTIALS, LOGIN_CREDENTIALS },
	{ "nymble", LOGIN_API_KEY, LOGIN_API_KEY },
	{ "nymble", LOGIN_DEVICE, LOGIN_CREDENTIALS }, /* of a profile for which --api says another one */
	{ "flow", LOGIN_CREDENTIALS, LOGIN_TOKEN },    /* nothing was said */
	{ "flow", LOGIN_USER, LOGIN_USER },
	{ "FLOW", LOGIN_API_KEY, LOGIN_TOKEN },
};

static void a_login_that_the_service_has_not_is_its_first(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(logins); i++) {
		struct profile *profile = profile_new("till");

		xreplace(&profile->api, logins[i].api);
		profile->login = logins[i].said;
		assert_int_equal(profile_login(profile), logins[i].used);
		profile_free(profile);
	}
}

static const struct {
	const char *api, *tenant, *store, *message;
} uids[] = {
	{ "flow", "tnt-nordlys_1", "S1", "" },
	{ "flow", "a b", NULL, "tenant is a b, but takes letters, digits, - and _" },
	{ "flow", "T1", "s/1", "store is s/1, but takes letters, digits, - and _" },
	{ "flow", "", NULL, "tenant is empty: give it a value or leave it out" },
	{ "nymble", NULL, "S1", "store S1: Nymble Commerce knows no such thing" },
};

static void tenant_and_store_are_of_the_service_that_has_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(uids); i++) {
		struct profile *profile = profile_new("till");
		struct error err = { 0 };

		xreplace(&profile->api, uids[i].api);
		profile->tenant = uids[i].tenant ? xstrdup(uids[i].tenant) : NULL;
		profile->store = uids[i].store ? xstrdup(uids[i].store) : NULL;
		assert_int_equal(profile_check(profile, &err), !*uids[i].message);
		assert_string_equal(err.message, uids[i].message);
		profile_free(profile);
	}
}

static void a_copy_stands_alone(void **state)
{
	char retail[] = "Retail", wholesale[] = "Wholesale", *tiers[] = { retail, wholesale, NULL };
	struct profile *profile = profile_new("test");

	(void)state;
	profile_set_secret(&profile->client_secret, "change-me");
	profile_set_secret(&profile->password, "hush");
	profile->tenant = xstrdup("T1");
	profile->price_tiers = tiers;
	struct profile *copy = profile_copy(profile);
	profile->price_tiers = NULL;
	profile_set_secret(&profile->client_secret, NULL);
	profile_free(profile);
	assert_string_equal(copy->name, "test");
	assert_string_equal(copy->client_secret, "change-me");
	assert_string_equal(copy->password, "hush");
	assert_string_equal(copy->tenant, "T1");
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
		cmocka_unit_test(a_login_that_the_service_has_not_is_its_first),
		cmocka_unit_test(tenant_and_store_are_of_the_service_that_has_them),
		cmocka_unit_test(a_copy_stands_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
