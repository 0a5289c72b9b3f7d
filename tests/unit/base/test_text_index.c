/* Texts that are found by what they say. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/text_index.h"

static void none(void **state)
{
	struct text_index index = { 0 };

	(void)state;
	assert_int_equal(text_index_find(&index, ""), TEXT_INDEX_NONE);
	text_index_finish(&index);
	text_index_finish(&index);
}

static void each_has_one_number(void **state)
{
	enum { COUNT = 5000 };
	struct text_index index = { 0 };
	char text[32];
	bool is_new;

	(void)state;
	for (int round = 0; round < 2; round++)
		for (uint32_t i = 0; i < COUNT; i++) {
			snprintf(text, sizeof(text), "HRB-%u", (unsigned)i);
			assert_int_equal(text_index_add(&index, text, &is_new), i);
			assert_int_equal(is_new, round == 0);
		}
	assert_int_equal(index.texts.count, COUNT);
	assert_int_equal(text_index_find(&index, "HRB-4999"), 4999);
	assert_int_equal(text_index_find(&index, "HRB-5000"), TEXT_INDEX_NONE);
	assert_int_equal(text_index_find(&index, "hrb-1"), TEXT_INDEX_NONE); /* another text */
	assert_int_equal(text_index_add(&index, "", NULL), COUNT);
	text_index_finish(&index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(none),
		cmocka_unit_test(each_has_one_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
