/* SPDX-License-Identifier: ISC */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

int64_t clock_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_unix_s(void)
{
	return (int64_t)time(NULL);
}

int64_t clock_unix_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_format_rfc3339(int64_t unix_s, char out[CLOCK_RFC3339_SIZE])
{
	time_t t = (time_t)unix_s;
	struct tm tm;

	gmtime_r(&t, &tm);
	strftime(out, CLOCK_RFC3339_SIZE, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

void clock_format_rfc3339_ms(int64_t unix_ms, char out[CLOCK_RFC3339_SIZE])
{
	clock_format_rfc3339(unix_ms / 1000, out);
	size_t len = strlen(out) - 1; /* without the Z */
	snprintf(out + len, CLOCK_RFC3339_SIZE - len, ".%03dZ", (int)(unix_ms % 1000));
}

void clock_format_local_time(int64_t unix_s, char out[CLOCK_TIME_SIZE])
{
	time_t t = (time_t)unix_s;
	struct tm tm;

	localtime_r(&t, &tm);
	strftime(out, CLOCK_TIME_SIZE, "%H:%M", &tm);
}

void clock_format_local_date_time(int64_t unix_s, char out[CLOCK_DATE_TIME_SIZE])
{
	time_t t = (time_t)unix_s;
	struct tm tm;

	localtime_r(&t, &tm);
	strftime(out, CLOCK_DATE_TIME_SIZE, "%Y-%m-%d %H:%M", &tm);
}

/* Reads exactly count digits; moves *text behind them. */
static bool digits(const char **text, int count, int *value)
{
	*value = 0;
	for (int i = 0; i < count; i++) {
		if (**text < '0' || **text > '9')
			return false;
		*value = *value * 10 + (*(*text)++ - '0');
	}
	return true;
}

static bool literal(const char **text, const char *accepted)
{
	if (!**text || !strchr(accepted, **text))
		return false;
	(*text)++;
	return true;
}

static bool date_is_real(const struct tm *tm)
{
	struct tm copy = *tm;

	timegm(&copy);
	return copy.tm_mday == tm->tm_mday && copy.tm_mon == tm->tm_mon && tm->tm_hour < 24 &&
	       tm->tm_min < 60 && tm->tm_sec <= 60;
}

static bool read_day(const char **text, struct tm *tm)
{
	if (!digits(text, 4, &tm->tm_year) || !literal(text, "-") || !digits(text, 2, &tm->tm_mon) ||
	    !literal(text, "-") || !digits(text, 2, &tm->tm_mday))
		return false;
	tm->tm_year -= 1900;
	tm->tm_mon -= 1;
	return true;
}

bool clock_parse_rfc3339(const char *text, int64_t *unix_s)
{
	struct tm tm = { 0 };
	int sign = 0, hours = 0, minutes = 0;

	if (!read_day(&text, &tm) || !literal(&text, "Tt ") || !digits(&text, 2, &tm.tm_hour) ||
	    !literal(&text, ":") || !digits(&text, 2, &tm.tm_min) || !literal(&text, ":") ||
	    !digits(&text, 2, &tm.tm_sec) || !date_is_real(&tm))
		return false;
	if (literal(&text, ".")) {
		size_t fraction = strspn(text, "0123456789");
		if (!fraction)
			return false;
		text += fraction;
	}
	if (!literal(&text, "Zz")) {
		sign = *text == '-' ? -1 : 1;
		if (!literal(&text, "+-") || !digits(&text, 2, &hours) || !literal(&text, ":") ||
		    !digits(&text, 2, &minutes) || hours > 23 || minutes > 59)
			return false;
	}
	if (*text)
		return false;
	*unix_s = (int64_t)timegm(&tm) - sign * (hours * 3600 + minutes * 60);
	return true;
}

bool clock_parse_local(const char *text, int64_t *unix_s)
{
	struct tm tm = { .tm_isdst = -1 };

	if (!read_day(&text, &tm))
		return false;
	if (literal(&text, "Tt ") && (!digits(&text, 2, &tm.tm_hour) || !literal(&text, ":") ||
				     !digits(&text, 2, &tm.tm_min)))
		return false;
	if (*text || !date_is_real(&tm))
		return false;
	*unix_s = (int64_t)mktime(&tm);
	return true;
}

bool clock_parse_http_date(const char *text, int64_t *unix_s)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct tm tm = { 0 };
	char month[4] = "";

	if (strlen(text) != 29 || strcmp(text + 25, " GMT") != 0 ||
	    sscanf(text, "%*3s, %2d %3s %4d %2d:%2d:%2d", &tm.tm_mday, month, &tm.tm_year, &tm.tm_hour,
		   &tm.tm_min, &tm.tm_sec) != 6)
		return false;
	const char *at = strstr(months, month);
	if (strlen(month) != 3 || !at || (at - months) % 3)
		return false;
	tm.tm_mon = (int)(at - months) / 3;
	tm.tm_year -= 1900;
	if (!date_is_real(&tm))
		return false;
	*unix_s = (int64_t)timegm(&tm);
	return true;
}
