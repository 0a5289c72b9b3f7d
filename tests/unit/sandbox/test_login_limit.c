/* Logins: ten a minute for each ClientId. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>

#include "sandbox/login_limit.h"

static void the_eleventh_of_a_minute_waits(void **state)
{
	struct login_limit *limit = login_limit_new();
	int wait_s = 0;

	(void)state;
	for (int i = 0; i < LOGIN_LIMIT; i++)
		assert_true(login_limit_take(limit, "a", 1000 * i, &wait_s));
	assert_false(login_limit_take(limit, "a", 20000, &wait_s));
	assert_int_equal(wait_s, 40); /* the first was at 0 s */
	assert_false(login_limit_take(limit, "a", 59999, &wait_s));
	assert_int_equal(wait_s, 1);
	assert_true(login_limit_take(limit, "b", 20000, &wait_s));
	assert_true(login_limit_take(limit, "a", 60000, &wait_s));
	assert_false(login_limit_take(limit, "a", 60999, &wait_s)); /* the second was at 1 s */
	assert_true(login_limit_take(limit, "a", 61000, &wait_s));
	login_limit_free(limit);
}

static void made_up_names_do_not_free_a_busy_one(void **state)
{
	struct login_limit *limit = login_limit_new();
	char name[32];
	int wait_s, now_ms = 0;

	(void)state;
	for (int i = 0; i < LOGIN_LIMIT; i++)
		assert_true(login_limit_take(limit, "busy", now_ms++, &wait_s));
	for (int i = 0; i < 200; i++) {
		snprintf(name, sizeof(name), "made-up-%d", i);
		assert_true(login_limit_take(limit, name, now_ms++, &wait_s));
	}
	assert_false(login_limit_take(limit, "busy", now_ms, &wait_s));
	login_limit_free(limit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_eleventh_of_a_minute_waits),
		cmocka_unit_test(made_up_names_do_not_free_a_busy_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
