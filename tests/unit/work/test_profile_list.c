/* test_profile_list.c - which profiles there are, and whose the secrets are that were given at start. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "store/config.h"
#include "work/profile_list.h"

/* "shop" with an address, and "bare", which has none. */
struct given {
	struct profile *profiles[2];
	struct config config;
};

static struct given *given_new(void)
{
	struct given *given = xcalloc(1, sizeof(*given));

	given->profiles[0] = profile_new("shop");
	given->profiles[0]->url = xstrdup("https://shop.example");
	given->profiles[1] = profile_new("bare");
	given->config = (struct config){ .profiles = given->profiles, .profile_count = 2 };
	return given;
}

static void given_free(struct given *given)
{
	profile_free(given->profiles[0]);
	profile_free(given->profiles[1]);
	free(given);
}

/* What options and environment made of that profile. */
static struct profile *overridden(const char *name)
{
	struct profile *profile = profile_new(name);

	profile->url = xstrdup("http://127.0.0.1:8080");
	profile_set_secret(&profile->token, "of-the-start");
	return profile;
}

/* "shop* bare another-login sandbox": the start's has a star; the caller frees. */
static char *names(const struct profile_list *list)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; i < list->count; i++) {
		char *name = profile_row_name(&list->rows[i]);

		fprintf(out, "%s%s%s", i ? ", " : "", name, i == list->start ? "*" : "");
		free(name);
	}
	fclose(out);
	return text;
}

static void overrides_are_of_one_profile(void **state)
{
	struct given *given = given_new();
	struct profile *start = overridden("shop");
	struct profile_list list;

	(void)state;
	profile_list_init(&list, &given->config, &(struct profile_start){ .profile = start });
	assert_text_take(names(&list), "shop*, bare, another login, another login, sandbox, sandbox-flow");
	assert_string_equal(list.rows[0].profile->token, "of-the-start");
	assert_string_equal(list.rows[0].profile->url, "http://127.0.0.1:8080");
	for (size_t i = 1; i < list.count; i++) {
		assert_null(list.rows[i].profile->token);
		assert_null(list.rows[i].profile->url);
	}
	profile_list_finish(&list);
	profile_free(start);
	given_free(given);
}

/* An address of the command line alone; nothing said at all; the sandbox. */
static void what_is_no_profile_of_the_file(void **state)
{
	struct config none = { 0 };
	struct profile *address = overridden("127.0.0.1:8080"), *nothing = profile_new("");
	struct profile *sandbox = profile_new_sandbox("nymble");
	struct given *given = given_new();
	struct profile_list list;

	(void)state;
	profile_list_init(&list, &none, &(struct profile_start){ .profile = address });
	assert_text_take(names(&list), "127.0.0.1:8080*, another login, another login, sandbox, sandbox-flow");
	assert_null(list.rows[1].profile->token);
	profile_list_finish(&list);
	profile_list_init(&list, &none, &(struct profile_start){ .profile = nothing });
	assert_text_take(names(&list), "another login*, another login, sandbox, sandbox-flow");
	assert_true(*list.rows[0].profile->name); /* that of its server */
	profile_list_finish(&list);
	profile_list_init(&list, &given->config,
			  &(struct profile_start){ .profile = sandbox, .sandbox = true });
	assert_text_take(names(&list), "shop, bare, another login, another login, sandbox*, sandbox-flow");
	assert_int_equal(profile_list_sandbox(&list, "flow"), 5);
	assert_int_equal(profile_list_sandbox(&list, "nymble"), list.start);
	profile_list_finish(&list);
	given_free(given);
	profile_free(address);
	profile_free(nothing);
	profile_free(sandbox);
}

static void read_only_is_of_all(void **state)
{
	struct given *given = given_new();
	struct profile *start = profile_new("bare");
	struct profile_list list;

	(void)state;
	profile_list_init(&list, &given->config, &(struct profile_start){ .profile = start, .read_only = true });
	for (size_t i = 0; i < list.count; i++)
		assert_true(list.rows[i].profile->read_only);
	assert_text_take(profile_row_kind(&list.rows[0]), "PROD, read-only");
	assert_text_take(profile_row_kind(&list.rows[4]), "test, read-only");
	profile_list_finish(&list);
	profile_free(start);
	given_free(given);
}

static void what_cannot_be_used_is_said_before(void **state)
{
	struct profile *profile = profile_new("shop");
	const struct profile_row row = { .profile = profile };
	struct error err = { 0 };

	(void)state;
	assert_true(profile_row_check(&row, &err));
	assert_false(profile_row_is_ready(&row));
	profile->ca_file = xstrdup("/nowhere/ca.pem");
	assert_false(profile_row_check(&row, &err));
	assert_non_null(strstr(err.message, "/nowhere/ca.pem"));
	xreplace(&profile->ca_file, NULL);
	xreplace(&profile->api, "telegraph");
	assert_false(profile_row_check(&row, &err));
	assert_non_null(strstr(err.message, "telegraph"));
	profile_free(profile);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(overrides_are_of_one_profile),
		cmocka_unit_test(what_is_no_profile_of_the_file),
		cmocka_unit_test(read_only_is_of_all),
		cmocka_unit_test(what_cannot_be_used_is_said_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
