/* test_pick_list.c - values narrowed by words. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "ui/pick.h"
#include "ui/pick_list.h"

static const struct pick_item items[] = {
	{ "SR-207", "Teodor Lindqvist" },
	{ "SR-31", "Ærlig Østergård" },
	{ "SE", "Sweden" },
	{ "US", "United States" },
	{ "GB", "United Kingdom" },
	{ "SN", "Senegal" },
	{ "JP", "日本" },
	{ "NET 30", NULL },
	{ "GR", "ΕΛΛΆΔΑ" },
};

/* What is shown for a text, values with a blank between. */
static const struct {
	const char *text, *shown;
} cases[] = {
	{ "se", "SE SN" }, /* the value itself, then what begins like it */
	{ "sw", "SE" },           { "united", "US GB" },
	{ "king uni", "GB" }, /* every word, in any order */
	{ "207", "SR-207" },      { "sr lind", "SR-207" },
	{ "østergård", "SR-31" }, { "ØSTER", "SR-31" },
	{ "ελλάδα", "GR" },       { "日", "JP" },
	{ "net 30", "NET 30" },   { "  30  ", "NET 30" },
	{ "nothing", "" },        { "se sweden x", "" },
};

static void narrows(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct pick_list list;
		char shown[200] = "";
		pick_list_init(&list, items, CASES(items));
		pick_list_narrow(&list, cases[i].text);
		for (size_t j = 0; j < list.shown_count; j++)
			sprintf(shown + strlen(shown), "%s%s", j ? " " : "", list.shown[j]->value);
		assert_string_equal(shown, cases[i].shown);
		pick_list_finish(&list);
	}
}

static void begins_with_all(void **state)
{
	struct pick_list list;

	(void)state;
	pick_list_init(&list, items, CASES(items));
	assert_int_equal(list.shown_count, CASES(items));
	assert_int_equal(list.value_cols, 6);
	assert_int_equal(pick_list_find(&list, "US"), 3);
	assert_int_equal(pick_list_find(&list, "us"), 0); /* values are what they are */
	assert_int_equal(pick_list_find(&list, NULL), 0);
	pick_list_finish(&list);
	pick_list_init(&list, NULL, 0);
	assert_int_equal(list.shown_count, 0);
	pick_list_finish(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(narrows),
		cmocka_unit_test(begins_with_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
