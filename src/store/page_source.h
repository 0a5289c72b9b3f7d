/* page_source.h - where pages and timers come from: the client and its loop; in tests a script. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_PAGE_SOURCE_H
#define STORE_PAGE_SOURCE_H
#include "api/client.h"

struct loop;
struct query;

/* What begins here ends in one callback, later, from the loop; after its cancel in none. */
struct page_source {
	void *(*fetch)(void *service, const struct query *query, int page, int page_size,
		       client_page_fn *done, void *data);
	void (*cancel)(void *call);
	void *(*start_timer)(void *clock, int ms, void (*fire)(void *data), void *data);
	void (*stop_timer)(void *timer);
	void *service; /* the first argument of fetch */
	void *clock;   /* the first argument of start_timer */
};

/* Both are borrowed. */
struct page_source page_source_of_client(struct client *client, struct loop *loop);

#endif
