/* The column of names beside numbers: there where it would not look empty. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "screens/known_names.h"

static void names_stand_where_half_are_known(void **state)
{
	static const struct {
		size_t known, all;
		int cols;
		bool shown;
	} cases[] = {
		{ 33, 33, 80, true },   { 33, 33, 60, false },  { 17, 33, 80, true },
		{ 0, 33, 80, false },	{ 0, 1, 80, false },	{ 1, 1, 80, true },
		{ 100, 913, 80, false }, { 100, 913, 160, false }, { 500, 913, 160, true },
	};

	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct known_names names = { .all = cases[i].all };

		for (size_t j = 0; j < cases[i].known; j++)
			text_list_add(&names.names, "Rope");
		if ((known_names_cols(&names, cases[i].cols) > 0) != cases[i].shown)
			fail_msg("%zu of %zu in %d columns", cases[i].known, cases[i].all,
				 cases[i].cols);
		known_names_finish(&names);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(names_stand_where_half_are_known) };

	return cmocka_run_group_tests_name("known_names", tests, NULL, NULL);
}
