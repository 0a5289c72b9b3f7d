/* test_hint_bar.c - hints are cut at a whole entry, "? help" always fits. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "ui/hint_bar.h"

static const struct {
	int width;
	const char *shown;
} cases[] = {
	{ 80, "Enter open|e edit|/ search|? help|q back|" },
	{ 44, "Enter open|e edit|/ search|? help|q back|" },
	{ 43, "Enter open|e edit|/ search|? help|" },
	{ 36, "Enter open|e edit|/ search|? help|" },
	{ 35, "Enter open|e edit|? help|" },
	{ 17, "? help|" },
	{ 18, "Enter open|? help|" },
	{ 6, "? help|" },
	{ 0, "? help|" },
};

static void whole_entries(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct hint hints[] = { { "Enter", "open", false },
					{ "e", "edit", false },
					{ "/", "search", false },
					{ "?", "help", true },
					{ "q", "back", false } };
		char shown[200] = "";
		size_t kept = hint_bar_fit(hints, CASES(hints), cases[i].width);
		for (size_t j = 0; j < kept; j++)
			sprintf(shown + strlen(shown), "%s %s|", hints[j].key, hints[j].text);
		assert_string_equal(shown, cases[i].shown);
	}
}

static void wide_text_counts_its_columns(void **state)
{
	struct hint hints[] = { { "x", "操作", false }, { "?", "help", true } };

	(void)state;
	assert_int_equal(hint_bar_fit(hints, 2, 14), 2); /* 6 + 2 + 6 */
	assert_int_equal(hint_bar_fit(hints, 2, 13), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_entries),
		cmocka_unit_test(wide_text_counts_its_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
