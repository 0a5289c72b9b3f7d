/* test_marks.c - a set of keys. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"
#include "work/marks.h"


static void a_key_is_in_it_once(void **state)
{
	struct marks marks = { 0 };

	(void)state;
	assert_false(marks_has(&marks, "HRB-1"));
	marks_add(&marks, "HRB-2");
	marks_add(&marks, "HRB-1");
	marks_add(&marks, "HRB-2");
	assert_int_equal(marks.count, 2);
	assert_string_equal(marks.keys[0], "HRB-1");
	assert_true(marks_has(&marks, "HRB-2"));
	marks_finish(&marks);
}

static void what_is_taken_away_is_gone(void **state)
{
	struct marks marks = { 0 };

	(void)state;
	marks_add(&marks, "a");
	marks_add(&marks, "b");
	marks_add(&marks, "c");
	marks_remove(&marks, "b");
	marks_remove(&marks, "never there");
	assert_int_equal(marks.count, 2);
	assert_false(marks_has(&marks, "b"));
	assert_true(marks_has(&marks, "c"));
	marks_clear(&marks);
	assert_int_equal(marks.count, 0);
	assert_false(marks_has(&marks, "a"));
	marks_finish(&marks);
}

static void many_stay_in_order(void **state)
{
	struct marks marks = { 0 };
	char key[16];

	(void)state;
	for (int i = 0; i < 1000; i++) {
		snprintf(key, sizeof(key), "%03d", i * 7 % 1000);
		marks_add(&marks, key);
	}
	assert_int_equal(marks.count, 1000);
	for (size_t i = 1; i < marks.count; i++)
		assert_true(strcmp(marks.keys[i - 1], marks.keys[i]) < 0);
	marks_finish(&marks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_is_in_it_once),
		cmocka_unit_test(what_is_taken_away_is_gone),
		cmocka_unit_test(many_stay_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
