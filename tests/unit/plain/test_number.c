/* Which line a number means. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "plain/number.h"

static const struct {
	const char *text;
	size_t max, number; /* 0: none */
} cases[] = {
	{ "1", 3, 1 },
	{ "3", 3, 3 },
	{ "007", 9, 7 },
	{ "0", 3, 0 },
	{ "4", 3, 0 },
	{ "1", 0, 0 },
	{ "", 3, 0 },
	{ "-1", 3, 0 },
	{ "1.", 3, 0 },
	{ "1 2", 3, 0 },
	{ "18446744073709551617", 3, 0 }, /* 2 to the 64, and one */
};

static void a_number_means_a_line_that_is_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		size_t number = 0;
		bool read = number_read(cases[i].text, cases[i].max, &number);

		assert_int_equal(read, cases[i].number > 0);
		assert_int_equal(number, cases[i].number);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_means_a_line_that_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
