/* Messages are whole, in one line of the caller, and never end in half a character. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <errno.h>

#include "base/error.h"
#include "base/text.h"

static void a_failure_is_one_line(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_false(error_set(&err, ERROR_INPUT, "Enter %s", "a number"));
	assert_int_equal(err.code, ERROR_INPUT);
	assert_string_equal(err.message, "Enter a number");
	assert_false(error_set(NULL, ERROR_INPUT, "nobody listens"));
}

static void a_place_can_be_put_before(void **state)
{
	struct error err = { 0 };

	(void)state;
	error_set_errno(&err, ENOENT, "Cannot read %s", "x");
	error_prefix(&err, "line %d", 7);
	assert_string_equal(err.message, "line 7: Cannot read x: No such file or directory");
	assert_int_equal(err.code, ERROR_SYSTEM);
}

static void a_long_message_is_cut_at_a_whole_character(void **state)
{
	static const char *const signs[] = { "é", "語", "👨" };
	struct error err = { 0 };
	char text[4096];

	(void)state;
	for (size_t sign = 0; sign < CASES(signs); sign++)
		for (size_t lead = 0; lead < 4; lead++) {
			size_t used = lead, len = strlen(signs[sign]);
			memset(text, 'x', lead);
			for (; used + len < sizeof(text) - 1; used += len)
				memcpy(text + used, signs[sign], len);
			text[used] = '\0';
			error_set(&err, ERROR_INPUT, "%s", text);
			size_t kept = strlen(err.message);
			assert_true(text_is_utf8(err.message, kept));
			assert_in_range(kept, ERROR_MESSAGE_SIZE - 5, ERROR_MESSAGE_SIZE - 1);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_failure_is_one_line),
		cmocka_unit_test(a_place_can_be_put_before),
		cmocka_unit_test(a_long_message_is_cut_at_a_whole_character),
	};
	return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
