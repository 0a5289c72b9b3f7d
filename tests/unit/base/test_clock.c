/* Dates as services write them, read without the locale's help. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <time.h>

#include "base/clock.h"

static const struct {
	const char *text;
	bool ok;
	int64_t unix_s;
} stamps[] = {
	{ "1970-01-01T00:00:00Z", true, 0 },
	{ "2026-05-18T16:40:12Z", true, 1779122412 },
	{ "2026-05-18T18:40:12+02:00", true, 1779122412 },
	{ "2026-05-18T16:40:12.987Z", true, 1779122412 },
	{ "2024-02-29T00:00:00z", true, 1709164800 },
	{ "2026-02-29T00:00:00Z", false, 0 },
	{ "2026-13-01T00:00:00Z", false, 0 },
	{ "2026-05-18T24:00:00Z", false, 0 },
	{ "2026-05-18", false, 0 },
	{ "2026-05-18T16:40:12", false, 0 },
	{ "2026-05-18T16:40:12Zx", false, 0 },
	{ "", false, 0 },
};

static void rfc3339(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(stamps); i++) {
		int64_t unix_s = -1;
		if (clock_parse_rfc3339(stamps[i].text, &unix_s) != stamps[i].ok)
			fail_msg("%s", stamps[i].text);
		if (stamps[i].ok)
			assert_int_equal(unix_s, stamps[i].unix_s);
	}
	char text[CLOCK_RFC3339_SIZE];
	clock_format_rfc3339(1779122412, text);
	assert_string_equal(text, "2026-05-18T16:40:12Z");
	clock_format_rfc3339_ms(1779122412045, text);
	assert_string_equal(text, "2026-05-18T16:40:12.045Z");
}

static void http_dates(void **state)
{
	int64_t unix_s;

	(void)state;
	assert_true(clock_parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT", &unix_s));
	assert_int_equal(unix_s, 784111777);
	assert_false(clock_parse_http_date("6", &unix_s));
	assert_false(clock_parse_http_date("Sun, 06 Nov 1994 08:49:37 CET", &unix_s));
	assert_false(clock_parse_http_date("Sun, 06 Xxx 1994 08:49:37 GMT", &unix_s));
	assert_false(clock_parse_http_date("Sun, 31 Feb 1994 08:49:37 GMT", &unix_s));
}

static const struct {
	const char *text;
	bool ok;
	int64_t unix_s;
} local[] = {
	{ "2026-05-18", true, 1779062400 - 7200 }, /* two hours before UTC */
	{ "2026-05-18 18:40", true, 1779122400 },
	{ "2026-05-18T18:40", true, 1779122400 },
	{ "2026-05-18 18", false, 0 },
	{ "2026-05-32", false, 0 },
	{ "2026-5-18", false, 0 },
	{ "", false, 0 },
};

static void local_days_and_times(void **state)
{
	char text[CLOCK_DATE_TIME_SIZE];

	(void)state;
	setenv("TZ", "XST-2", 1);
	tzset();
	for (size_t i = 0; i < CASES(local); i++) {
		int64_t unix_s = -1;
		if (clock_parse_local(local[i].text, &unix_s) != local[i].ok)
			fail_msg("%s", local[i].text);
		if (local[i].ok)
			assert_int_equal(unix_s, local[i].unix_s);
	}
	clock_format_local_date_time(1779122412, text);
	assert_string_equal(text, "2026-05-18 18:40");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rfc3339),
		cmocka_unit_test(http_dates),
		cmocka_unit_test(local_days_and_times),
	};
	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
