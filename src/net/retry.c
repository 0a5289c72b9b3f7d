/* SPDX-License-Identifier: ISC */
#include "net/retry.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>

#include "base/clock.h"
#include "net/call.h"

enum {
	TOO_MANY_REQUESTS = 429,
	BAD_GATEWAY = 502,
	UNAVAILABLE = 503,
	GATEWAY_TIMEOUT = 504,
	PAUSE_MS = 6000, /* vendor: 10 logins a minute (nymble.openapi.yaml, login) */
	JITTER_MS = 500,
};

static bool is_get(const struct request *request)
{
	return strcmp(request->method, "GET") == 0;
}

static bool is_repeatable(const struct request *request)
{
	return request->repeatable || is_get(request);
}

/* The service said that it did not, or could not, do it. */
static bool status_allows(const struct request *request, int status)
{
	if (status == 500)
		return is_get(request);
	if (status == BAD_GATEWAY || status == GATEWAY_TIMEOUT)
		return is_repeatable(request); /* behind the gateway it may have been done */
	return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
}

static bool may_repeat(const struct request *request, const struct answer *answer)
{
	const bool repeatable = is_repeatable(request);
	const bool undone_is_enough = repeatable || request->retry_status;

	switch (answer->outcome) {
	case ANSWER_HTTP:
		return undone_is_enough && status_allows(request, answer->status);
	case ANSWER_NOT_SENT:
		return undone_is_enough;
	case ANSWER_LOST:
		return repeatable;
	case ANSWER_REFUSED:
		break;
	}
	return false;
}

/* Seconds; -1 when text is neither form. A date is compared with the service's own clock if it
 * tells: ours may be wrong. */
static int64_t parse_retry_after(const char *text, int64_t service_now_s)
{
	const size_t digits = strspn(text, "0123456789");
	int64_t seconds = 0;

	if (digits && !text[digits]) {
		for (; *text && seconds <= RETRY_AFTER_MAX_S; text++)
			seconds = seconds * 10 + (*text - '0');
		return seconds;
	}
	if (!clock_parse_http_date(text, &seconds))
		return -1;
	seconds -= service_now_s >= 0 ? service_now_s : clock_unix_s();
	return seconds > 0 ? seconds : 0;
}

/* Full jitter: clients that failed together shall not come back together. */
static int jitter_ms(int below_ms)
{
	unsigned number = 0;

	if (getrandom(&number, sizeof(number), GRND_NONBLOCK) != sizeof(number))
		number = (unsigned)clock_now_ms();
	return (int)(number % (unsigned)below_ms);
}

int retry_wait_ms(const struct request *request, const struct answer *answer,
		  const char *retry_after)
{
	if (answer->tries >= RETRY_TRIES || !may_repeat(request, answer))
		return RETRY_NEVER;
	int64_t asked_s = parse_retry_after(retry_after, answer->date_unix_s);
	if (asked_s > RETRY_AFTER_MAX_S)
		return RETRY_NEVER;
	if (asked_s >= 0)
		return (int)asked_s * 1000;
	const int doubled = 1 << (answer->tries - 1);
	return answer->status == TOO_MANY_REQUESTS ? PAUSE_MS * doubled
						   : jitter_ms(JITTER_MS * doubled);
}
