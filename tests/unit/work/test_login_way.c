/* test_login_way.c - which ways to log in are offered where, and what each of them asks for. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/profile.h"
#include "base/alloc.h"
#include "store/config.h"
#include "work/login_way.h"
#include "work/profile_list.h"

/* "Nymble Commerce: Sandbox, Credentials ... Flow Retail: Sandbox, ..."; the caller frees. */
static char *names(const struct login_ways *ways)
{
	const char *service = "";
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; i < ways->count; i++) {
		const struct login_way *way = &ways->ways[i];

		if (strcmp(way->service, service) != 0)
			fprintf(out, "%s%s: ", i ? ". " : "", way->service);
		else
			fputs(", ", out);
		service = way->service;
		fputs(way->label, out);
	}
	fclose(out);
	return text;
}

static char *fields(const struct login_way *way)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; i < way->field_count; i++)
		fprintf(out, "%s%s%s", i ? ", " : "", way->fields[i].label,
			way->fields[i].secret ? "*" : "");
	fclose(out);
	return text;
}

/* The ways for a start with that profile; the list is the caller's to finish. */
static struct login_ways ways_at_start(struct profile_list *list, const struct profile *profile,
				       const struct config *config)
{
	struct login_ways ways;

	profile_list_init(list, config, &(struct profile_start){ .profile = profile });
	login_ways_init(&ways, list, list->start);
	return ways;
}

#define COMMERCE "Nymble Commerce: Sandbox, Credentials, Access token, API key"
#define RETAIL "Flow Retail: Sandbox, Integration token, Device, User token"

static void without_a_profile_all_services_are_offered(void **state)
{
	struct config none = { 0 };
	struct profile *nothing = profile_new("");
	struct profile_list list;
	struct login_ways ways = ways_at_start(&list, nothing, &none);

	(void)state;
	assert_text_take(names(&ways), COMMERCE ". " RETAIL);
	assert_true(ways.many_services);
	for (size_t i = 0; i < ways.count; i++) {
		const struct profile_row *row = &list.rows[ways.ways[i].row];
		char *service = profile_row_service(row);

		assert_string_equal(service, ways.ways[i].service);
		assert_int_equal(row->is_sandbox, ways.ways[i].sandbox);
		free(service);
	}
	login_ways_finish(&ways);
	profile_list_finish(&list);
	profile_free(nothing);
}

static void a_profile_offers_its_own_service(void **state)
{
	struct profile *shop = profile_new("shop");
	struct profile *profiles[] = { shop };
	struct config config = { .profiles = profiles, .profile_count = 1 };
	struct profile_list list;

	(void)state;
	xreplace(&shop->api, "flow");
	struct login_ways ways = ways_at_start(&list, shop, &config);
	assert_text_take(names(&ways), RETAIL);
	assert_false(ways.many_services);
	assert_int_equal(ways.ways[1].row, list.start);
	login_ways_finish(&ways);
	login_ways_init_of(&ways, shop); /* in use: the sandbox is none of its ways */
	assert_text_take(names(&ways), "Flow Retail: Integration token, Device, User token");
	login_ways_finish(&ways);
	profile_list_finish(&list);
	profile_free(shop);
}

static const struct {
	const char *api;
	enum login_kind kind;
	const char *fields; /* secrets have a star */
} asked[] = {
	{ "nymble", LOGIN_CREDENTIALS, "Organization code, Client id, Secret*" },
	{ "nymble", LOGIN_TOKEN, "Access token*" },
	{ "nymble", LOGIN_API_KEY, "API key*" },
	{ "nymble", LOGIN_DEVICE, "Organization code, Client id, Secret*" }, /* it has no such kind */
	{ "flow", LOGIN_TOKEN, "Integration token*" },
	{ "flow", LOGIN_DEVICE, "User code, Device token*, Password*" },
	{ "flow", LOGIN_USER, "User token*" },
};

static void each_way_asks_for_its_fields(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(asked); i++) {
		struct profile *profile = profile_new("shop");
		struct login_ways ways;

		xreplace(&profile->api, asked[i].api);
		login_ways_init_of(&ways, profile);
		assert_text_take(fields(login_ways_find(&ways, asked[i].kind)), asked[i].fields);
		login_ways_finish(&ways);
		profile_free(profile);
	}
}

static void a_device_that_is_known_is_not_asked_for(void **state)
{
	struct profile *profile = profile_new("shop");
	struct login_ways ways;

	(void)state;
	xreplace(&profile->api, "flow");
	profile->device_token_command = xstrdup("pass device");
	login_ways_init_of(&ways, profile);
	assert_text_take(fields(login_ways_find(&ways, LOGIN_DEVICE)), "User code, Password*");
	login_ways_finish(&ways);
	profile_free(profile);
}

static void what_is_typed_goes_where_it_belongs(void **state)
{
	struct profile *profile = profile_new("shop");
	struct login_ways ways;
	struct credentials typed = { 0 };

	(void)state;
	xreplace(&profile->api, "flow");
	profile->user_code = xstrdup("118");
	login_ways_init_of(&ways, profile);
	const struct login_way *way = login_ways_find(&ways, LOGIN_DEVICE);
	assert_string_equal(login_known(profile, LOGIN_DEVICE).user_code, "118");
	for (size_t i = 0; i < way->field_count; i++)
		*login_way_text(&typed, &way->fields[i]) = way->fields[i].label;
	assert_string_equal(typed.user_code, "User code");
	assert_string_equal(typed.device_token, "Device token");
	assert_string_equal(typed.secret, "Password");
	login_ways_finish(&ways);
	profile_free(profile);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_profile_all_services_are_offered),
		cmocka_unit_test(a_profile_offers_its_own_service),
		cmocka_unit_test(each_way_asks_for_its_fields),
		cmocka_unit_test(a_device_that_is_known_is_not_asked_for),
		cmocka_unit_test(what_is_typed_goes_where_it_belongs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
