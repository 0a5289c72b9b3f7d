/* retry.h - whether and when a call is tried again by itself. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_RETRY_H
#define NET_RETRY_H

struct answer;
struct request;

enum {
	RETRY_TRIES = 3, /* at most, the first included */
	RETRY_NEVER = -1,
	RETRY_AFTER_MAX_S = 3600, /* asked for more, there is no further try */
};

/* Milliseconds to wait before the next try, or RETRY_NEVER. retry_after is that header's value, in
 * seconds or as a date; "" when absent. */
int retry_wait_ms(const struct request *request, const struct answer *answer,
		  const char *retry_after);

#endif
