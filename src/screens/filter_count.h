/* filter_count.h - how many records a query would find, asked when its changes have come to rest: one
 * small request, cancelled by the next change. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_FILTER_COUNT_H
#define SCREENS_FILTER_COUNT_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

struct app;
struct client_call;
struct query;
struct timer;

enum { FILTER_COUNT_REST_MS = 300 };

struct filter_count {
	struct app *app;
	const struct query *query; /* of whoever owns the count; asked when the rest is over */
	struct timer *rest;
	struct client_call *call;
	int64_t total; /* -1: the service does not say, or nothing was asked yet */
	bool known;    /* total or error is for the query as it is now */
	struct error error;
};

void filter_count_init(struct filter_count *count, struct app *app);
void filter_count_finish(struct filter_count *count); /* a zeroed one is fine */

/* query (borrowed until the next call) is other than before. */
void filter_count_ask(struct filter_count *count, const struct query *query);

/* "12 customers match.", "Counting...", why it could not be counted. */
void filter_count_write(const struct filter_count *count, FILE *out);

#endif
