/* Names of price tiers that were added on the screen: kept beside the configuration, one a line. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/client.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "folder.h"
#include "net/loop.h"
#include "store/known_tiers.h"

struct place {
	struct loop *loop;
	struct client *client;
	char *path;
};

static void begin(struct place *place)
{
	struct profile *profile = profile_new("shop");
	struct error err = { 0 };

	xreplace(&profile->url, "http://127.0.0.1:1");
	profile->login = LOGIN_TOKEN;
	profile_set_secret(&profile->token, "t");
	place->loop = loop_new(&err);
	place->client = client_new(place->loop, profile, &err);
	assert_string_equal(err.message, "");
	place->path = known_tiers_place(profile, &err);
	profile_free(profile);
}

static void end(struct place *place)
{
	client_free(place->client);
	loop_free(place->loop);
	free(place->path);
}

static void assert_file(const struct place *place, const char *text)
{
	char *is = folder_get(place->path);

	assert_string_equal(is, text);
	free(is);
}

static void assert_names(const struct place *place, const char *const *names)
{
	struct text_list list = { 0 };
	size_t i = 0;

	assert_true(known_tiers_read(client_profile(place->client), &list, NULL));
	for (; names[i]; i++) {
		assert_true(i < list.count);
		assert_string_equal(text_list_at(&list, i), names[i]);
	}
	assert_int_equal(list.count, i);
	text_list_finish(&list);
}

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void names_come_and_go(void **state)
{
	struct place place;
	struct error err = { 0 };

	(void)state;
	begin(&place);
	assert_names(&place, NAMES(NULL));
	assert_true(known_tiers_add(place.client, "  Trade 2 ", &err));
	assert_true(known_tiers_add(place.client, "Größe", &err));
	assert_file(&place, "Trade 2\nGröße\n");
	assert_true(known_tiers_remove(place.client, "TRADE 2", &err));
	assert_file(&place, "Größe\n");
	assert_names(&place, NAMES("Größe"));
	assert_string_equal(err.message, "");
	end(&place);
}

static const struct {
	const char *name, *message;
} refused[] = {
	{ "", "Enter the name of a price tier" },
	{ "  ", "Enter the name of a price tier" },
	{ "Two\nlines", "A name is one line" },
	{ "trade", "trade is in the list already" },
};

static void wrong_names_change_nothing(void **state)
{
	struct place place;
	struct error err = { 0 };

	(void)state;
	begin(&place);
	assert_true(known_tiers_add(place.client, "Trade", &err));
	for (size_t i = 0; i < CASES(refused); i++) {
		assert_false(known_tiers_add(place.client, refused[i].name, &err));
		assert_string_equal(err.message, refused[i].message);
	}
	assert_false(known_tiers_remove(place.client, "Retail", &err));
	assert_string_equal(err.message, "Retail is not among the names that were added here");
	assert_file(&place, "Trade\n");
	end(&place);
}

/* Somebody edited the file. */
static void the_file_is_read_with_patience(void **state)
{
	struct place place;

	(void)state;
	begin(&place);
	assert_true(known_tiers_add(place.client, "Trade", NULL));
	folder_put(place.path, "\n  Trade\r\ntrade\n\nLarge");
	assert_names(&place, NAMES("Trade", "Large"));
	end(&place);
}

static void what_is_no_text_is_refused_and_stays(void **state)
{
	struct place place;
	struct error err = { 0 };

	(void)state;
	begin(&place);
	assert_true(known_tiers_add(place.client, "Trade", NULL));
	folder_put(place.path, "\xff\xfe\n");
	assert_false(known_tiers_tell(place.client, &err));
	assert_non_null(strstr(err.message, "price-tiers: it is no UTF-8 text"));
	assert_false(known_tiers_add(place.client, "Large", NULL));
	assert_file(&place, "\xff\xfe\n");
	end(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(names_come_and_go),
		IN_FOLDER(wrong_names_change_nothing),
		IN_FOLDER(the_file_is_read_with_patience),
		IN_FOLDER(what_is_no_text_is_refused_and_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
