/* test_wrap.c - long text as lines of the screen. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "ui/wrap.h"

static const struct {
	const char *text;
	int cols;
	const char *lines; /* with | between */
} cases[] = {
	{ "", 10, "" },
	{ "short", 10, "short" },
	{ "one two three", 7, "one two|three" },
	{ "one two three", 5, "one|two|three" },
	{ "abcdefghij", 4, "abcd|efgh|ij" },
	{ "a\nb\n\nc", 10, "a|b||c" },
	{ "港湾用品", 5, "港湾|用品" },
	{ "港", 1, "港" }, /* narrower than one cluster: it is given all the same */
	{ "tab\there", 20, "tab    here" },
	{ "dos\r\nline", 20, "dos|line" },
	{ "esc\033[2J", 20, "esc^[[2J" },
};

static void lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		char *clean = wrap_clean(cases[i].text), shown[200] = "";
		const char *at = clean;
		int count = 0;
		for (size_t next; count == 0 || *at; at += next) {
			size_t len = wrap_line(at, cases[i].cols, &next);
			sprintf(shown + strlen(shown), "%s%.*s", count++ ? "|" : "", (int)len, at);
		}
		assert_string_equal(shown, cases[i].lines);
		assert_int_equal(wrap_count(clean, cases[i].cols), count);
		free(clean);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(lines) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
