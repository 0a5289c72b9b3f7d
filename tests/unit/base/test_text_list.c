/* Many short texts in one piece of memory. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/text_list.h"

static void none(void **state)
{
	struct text_list list = { 0 };

	(void)state;
	text_list_finish(&list);
	text_list_finish(&list);
	assert_int_equal(list.count, 0);
}

/* Each is what it was, however often the memory moved; an empty one counts too. */
static void many_of_all_lengths(void **state)
{
	enum { COUNT = 5000, LEN_MAX = 40 };
	struct text_list list = { 0 };
	char text[LEN_MAX + 1];

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		memset(text, (int)('a' + i % 26), LEN_MAX);
		text[i % LEN_MAX] = '\0';
		text_list_add(&list, text);
	}
	assert_int_equal(list.count, COUNT);
	for (size_t i = 0; i < COUNT; i++) {
		const char *found = text_list_at(&list, i);

		assert_int_equal(strlen(found), i % LEN_MAX);
		if (*found)
			assert_int_equal(*found, 'a' + i % 26);
	}
	text_list_finish(&list);
}

/* The caller may change its own text afterwards. */
static void texts_are_copied(void **state)
{
	struct text_list list = { 0 };
	char text[] = "HRB-1042";

	(void)state;
	text_list_add(&list, text);
	text[0] = 'X';
	assert_string_equal(text_list_at(&list, 0), "HRB-1042");
	text_list_finish(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(none),
		cmocka_unit_test(many_of_all_lengths),
		cmocka_unit_test(texts_are_copied),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
