/* test_theme.c - themes as data: names, and what is left of them on lesser terminals. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "base/theme.h"

static const struct {
	const char *text;
	short colour;
} words[] = {
	{ "default", COLOUR_DEFAULT },
	{ "cyan", 6 },
	{ "Bright-Red", 9 },
	{ "0", 0 },
	{ "208", 208 },
	{ "255", 255 },
};

static void colours_have_names_and_numbers(void **state)
{
	short colour;

	(void)state;
	for (size_t i = 0; i < CASES(words); i++) {
		assert_true(colour_parse(words[i].text, &colour, NULL));
		assert_int_equal(colour, words[i].colour);
	}
}

static void other_words_are_no_colours(void **state)
{
	static const char *const wrong[] = { "256", "-1", "+3", " 3", "", "blu", "#ff0000", "1.5" };

	(void)state;
	for (size_t i = 0; i < CASES(wrong); i++) {
		short colour = 77;
		struct error err = { 0 };

		assert_false(colour_parse(wrong[i], &colour, &err));
		assert_int_equal(colour, 77);
		assert_non_null(strstr(err.message, "a number from 0 to 255"));
	}
	struct error err = { 0 };
	short colour;
	colour_parse("yelow", &colour, &err);
	assert_non_null(strstr(err.message, "yelow is no colour, did you mean yellow?"));
}

/* What a terminal of 256, 16, 8 and 2 colours shows. */
static const short depths[][4] = {
	{ 6, 6, 6, -1 },     { 11, 11, 3, -1 },   { -1, -1, -1, -1 },
	{ 203, 9, 1, -1 }, /* a light red */
	{ 124, 1, 1, -1 }, /* a dark one */
	{ 25, 4, 4, -1 },  /* rather blue than cyan */
	{ 94, 3, 3, -1 },  /* brown is a dark yellow */
	{ 90, 5, 5, -1 },    { 214, 11, 3, -1 },  { 16, 0, 0, -1 },
	{ 231, 15, 7, -1 },  { 102, -1, -1, -1 }, /* a grey of the cube */
	{ 246, -1, -1, -1 }, { 255, -1, -1, -1 },
};

static void colours_become_the_nearest(void **state)
{
	static const int colours[] = { 256, 16, 8, 2 };

	(void)state;
	for (size_t i = 0; i < CASES(depths); i++)
		for (size_t at = 0; at < CASES(colours); at++)
			if (colour_within(depths[i][0], colours[at]) != depths[i][at])
				fail_msg("colour %d of %d: %d", depths[i][0], colours[at],
					 colour_within(depths[i][0], colours[at]));
	for (short colour = COLOUR_DEFAULT; colour < COLOUR_COUNT; colour++) {
		assert_in_range(colour_within(colour, 16) + 1, 0, 16);
		assert_in_range(colour_within(colour, 8) + 1, 0, 8);
	}
}

static void roles_have_names(void **state)
{
	(void)state;
	for (enum role role = 0; role < ROLE_COUNT; role++)
		assert_int_equal(role_named(role_name(role)), role);
	assert_int_equal(role_named("titel"), ROLE_COUNT);
}

static bool has_hue(const struct theme *theme, int colours, short plain)
{
	for (enum role role = 0; role < ROLE_COUNT; role++)
		if ((colour_within(theme->looks[role].foreground, colours) & ~COLOUR_BRIGHT) ==
		    plain)
			return true;
	return false;
}

/* ux: «Red and green never face each other. Default background is kept.» */
static void what_is_built_in_keeps_the_rules(void **state)
{
	const struct theme *theme;

	(void)state;
	for (size_t i = 0; (theme = theme_at(i)); i++) {
		assert_ptr_equal(theme_named(theme->name), theme);
		for (enum role role = 0; role < ROLE_COUNT; role++)
			assert_int_equal(theme->looks[role].background, COLOUR_DEFAULT);
		assert_false(has_hue(theme, 8, COLOUR_RED) && has_hue(theme, 8, COLOUR_GREEN));
		assert_true(theme->looks[ROLE_KEY_CELL].reverse);
	}
	assert_null(theme_named("blue"));
	assert_true(has_hue(theme_named("light"), 16, COLOUR_RED));
}

/* Two roles that differ by colour alone would be the same without it. */
static void without_colours_the_warnings_still_stand_out(void **state)
{
	static const enum role warnings[] = { ROLE_PROD,  ROLE_TITLE,    ROLE_COLUMN, ROLE_KEY_CELL,
					      ROLE_MARK,  ROLE_CHANGED,  ROLE_ERROR,  ROLE_QUESTION,
					      ROLE_FIELD, ROLE_HINT_KEY, ROLE_FOUND };
	const struct theme *theme;

	(void)state;
	for (size_t i = 0; (theme = theme_at(i)); i++) {
		struct theme plain = theme_without_colours(theme);

		for (enum role role = 0; role < ROLE_COUNT; role++) {
			assert_int_equal(plain.looks[role].foreground, COLOUR_DEFAULT);
			assert_true(plain.looks[role].bold >= theme->looks[role].bold);
		}
		for (size_t at = 0; at < CASES(warnings); at++) {
			const struct look *look = &plain.looks[warnings[at]];
			assert_true(look->bold || look->underline || look->reverse);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(colours_have_names_and_numbers),
		cmocka_unit_test(other_words_are_no_colours),
		cmocka_unit_test(colours_become_the_nearest),
		cmocka_unit_test(roles_have_names),
		cmocka_unit_test(what_is_built_in_keeps_the_rules),
		cmocka_unit_test(without_colours_the_warnings_still_stand_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
