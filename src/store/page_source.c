/* SPDX-License-Identifier: ISC */
#include "store/page_source.h"

#include "net/loop.h"

static void *fetch(void *service, const struct query *query, int page, int page_size,
		   client_page_fn *done, void *data)
{
	return client_list(service, query, page, page_size, done, data);
}

static void cancel(void *call)
{
	client_cancel(call);
}

static void *start_timer(void *clock, int ms, void (*fire)(void *data), void *data)
{
	return loop_after(clock, ms, fire, data);
}

static void stop_timer(void *timer)
{
	timer_cancel(timer);
}

struct page_source page_source_of_client(struct client *client, struct loop *loop)
{
	return (struct page_source){ fetch, cancel, start_timer, stop_timer, client, loop };
}
