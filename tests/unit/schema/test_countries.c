/* Countries by name, from the file of iso-codes; without it, or with a broken one, their codes. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <locale.h>
#include <unistd.h>

#include "schema/countries.h"

static char path[] = "/tmp/nymble-countries-XXXXXX";

static struct countries *read_text(const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	return countries_read(path);
}

static void countries_come_in_the_order_of_their_names(void **state)
{
	struct countries *countries = read_text(
		"{\"3166-1\":[{\"alpha_2\":\"SE\",\"name\":\"Sweden\"},{\"alpha_2\":\"BO\",\"common_name\":\"Bolivia\","
		"\"name\":\"Bolivia, Plurinational State of\"},{\"alpha_2\":\"xx\",\"name\":\"A\"},{\"name\":\"B\"},7,"
		"{\"alpha_2\":\"AX\"}]}");

	(void)state;
	assert_int_equal(countries_count(countries), 3);
	assert_string_equal(countries_at(countries, 0)->code, "AX");
	assert_string_equal(countries_at(countries, 0)->name, "");
	assert_string_equal(countries_at(countries, 1)->name, "Bolivia");
	assert_string_equal(countries_at(countries, 2)->code, "SE");
	assert_string_equal(countries_name(countries, "se"), "Sweden");
	assert_null(countries_name(countries, "AX"));
	assert_null(countries_name(countries, "ZZ"));
	assert_null(countries_name(countries, ""));
	countries_free(countries);
}

static void assert_only_codes(struct countries *countries)
{
	assert_int_equal(countries_count(countries), 249);
	assert_string_equal(countries_at(countries, 0)->code, "AD");
	assert_string_equal(countries_at(countries, 248)->code, "ZW");
	assert_null(countries_name(countries, "SE"));
	countries_free(countries);
}

static void without_the_file_there_are_codes(void **state)
{
	static const char *const broken[] = { "", "{", "[]", "{\"3166-1\":{}}", "\xff" };

	(void)state;
	assert_only_codes(countries_read("/nonexistent/iso_3166-1.json"));
	for (size_t i = 0; i < CASES(broken); i++)
		assert_only_codes(read_text(broken[i]));
}

static void names_are_in_the_users_language(void **state)
{
	(void)state;
	if (access(ISO_CODES_DATADIR "/json/iso_3166-1.json", R_OK) != 0 ||
	    access(ISO_CODES_LOCALEDIR "/sv/LC_MESSAGES/iso_3166-1.mo", R_OK) != 0)
		skip();
	setenv("LANGUAGE", "sv", 1);
	if (!setlocale(LC_ALL, "C.UTF-8"))
		skip();
	struct countries *countries = countries_read(NULL);
	assert_int_equal(countries_count(countries), 249);
	assert_string_equal(countries_name(countries, "SE"), "Sverige");
	assert_string_equal(countries_name(countries, "NO"), "Norge");
	countries_free(countries);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(countries_come_in_the_order_of_their_names),
		cmocka_unit_test(without_the_file_there_are_codes),
		cmocka_unit_test(names_are_in_the_users_language),
	};
	int file = mkstemp(path);

	if (file < 0)
		return 99;
	close(file);
	int failed = cmocka_run_group_tests_name("countries", tests, NULL, NULL);
	unlink(path);
	return failed;
}
