/* What the sample is made of: chance, letters, shares, and the fill of a store. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "sandbox/sample.h"
#include "sandbox/sample_random.h"
#include "sandbox/sample_text.h"
#include "sandbox/sample_world.h"
#include "sandbox/store.h"

static const struct {
	const char *word, *slug, *letters;
} readings[] = {
	{ "Harborline", "harborline", "HRB" }, { "Pinecrest", "pinecrest", "PNC" },
	{ "Ærø & Søn", "aeroson", "ARS" },     { "Åsa Öberg-Müller", "asaobergmuller", "ASB" },
	{ "Straße 7", "strasse7", "STR" },     { "Χρυσή Άγκυρα", "chrysiagkyra", "CHR" },
	{ "Щербина", "shcherbyna", "SHC" },    { "Їжак", "yizhak", "YZH" },
	{ "山海|sankai", "sankai", "SNK" },    { "Io", "io", "IXX" },
};

static void words_are_read_in_latin_letters(void **state)
{
	char slug[SAMPLE_SLUG_SIZE], letters[4];

	(void)state;
	for (size_t i = 0; i < CASES(readings); i++) {
		sample_slug(readings[i].word, slug);
		assert_string_equal(slug, readings[i].slug);
		sample_letters(slug, letters);
		assert_string_equal(letters, readings[i].letters);
	}
}

static void a_deal_gives_each_place_once(void **state)
{
	static const uint64_t counts[] = { 1, 2, 3, 64, 97, 8900 };
	static unsigned char seen[8900];

	(void)state;
	for (size_t i = 0; i < CASES(counts); i++)
		for (uint64_t seed = 0; seed < 5; seed++) {
			memset(seen, 0, sizeof(seen));
			for (uint64_t at = 0; at < counts[i]; at++) {
				uint64_t place = sample_random_deal(seed, at, counts[i]);
				assert_true(place < counts[i]);
				assert_int_equal(seen[place]++, 0);
			}
		}
}

static void shares_add_up(void **state)
{
	(void)state;
	for (unsigned share = 0; share < SAMPLE_SHARES; share++) {
		struct sample_share found = sample_world_share(share);
		assert_non_null(found.country);
		assert_true(found.rank < found.of);
		assert_true(found.country->culture->first_names.count &&
			    found.country->culture->trades.count);
	}
}

static void count_login(void *data, const struct store_login *login)
{
	size_t *count = data;

	assert_non_null(login->org_code);
	(*count)++;
}

/* Sizes, and how many can log in then: customers' users need a customer. */
static const struct {
	struct store_size size;
	size_t logins;
} fills[] = {
	{ { 0, 0, 1 }, 4 },
	{ { 1, 0, 1 }, 6 },
	{ { 3, 200, 9 }, 6 },
	{ { 200, 1, 0 }, 6 },
};

static void a_store_takes_what_it_is_filled_with(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(fills); i++) {
		struct store_options options = {
			.path = ":memory:", .size = fills[i].size, .fill = sample_fill
		};
		struct error err = { 0 };
		struct store *store = store_open(&options, &err);
		size_t logins = 0;
		if (!store)
			fail_msg("%s", err.message);
		assert_true(store_each_login(store, count_login, &logins, &err));
		assert_int_equal(logins, fills[i].logins);
		store_close(store);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_read_in_latin_letters),
		cmocka_unit_test(a_deal_gives_each_place_once),
		cmocka_unit_test(shares_add_up),
		cmocka_unit_test(a_store_takes_what_it_is_filled_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
