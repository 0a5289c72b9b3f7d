/* SPDX-License-Identifier: ISC */
#include "net/call.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "net/exchange.h"
#include "net/loop.h"
#include "net/net_state.h"
#include "net/request.h"
#include "net/retry.h"
#include "net/trace.h"

/* A call is either about to begin a try (timer), at it (exchange runs), or waiting for the next one
 * (timer, and the exchange holds the answer that there is). */
struct call {
	struct call *next, **link; /* in net->calls */
	struct net *net;
	struct request *request;
	struct exchange *exchange;
	struct timer *timer;
	int tries;
	bool waiting;
	int64_t due_ms; /* when the wait is over */
	call_done_fn *done;
	void *data;
	void (*on_wait)(void *data, const struct call_wait *wait);
	void *on_wait_data;
};

static void link_call(struct call *call)
{
	struct call **first = &call->net->calls;

	call->link = first;
	call->next = *first;
	if (call->next)
		call->next->link = &call->next;
	*first = call;
}

static void unlink_call(struct call *call)
{
	if (!call->link)
		return;
	*call->link = call->next;
	if (call->next)
		call->next->link = call->link;
	call->link = NULL;
}

static void free_call(struct call *call)
{
	timer_cancel(call->timer);
	exchange_free(call->exchange);
	request_free(call->request);
	free(call);
}

static void finish(struct call *call, const struct answer *answer)
{
	unlink_call(call);
	call->done(call->data, answer);
	free_call(call);
}

static void finish_unsent(struct call *call, const struct error *why)
{
	const struct trace_entry entry = {
		.when_unix_s = clock_unix_s(),
		.method = call->request->method,
		.url = call->request->url,
		.failure = why->message,
	};
	const struct answer answer = { .outcome = ANSWER_REFUSED,
				       .body = "",
				       .content_type = "",
				       .date_unix_s = -1,
				       .error = *why };

	trace_add(call->net->trace, &entry);
	finish(call, &answer);
}

static void finish_with_what_there_is(void *data)
{
	struct call *call = data;

	call->timer = NULL;
	finish(call, exchange_answer(call->exchange));
}

static void on_exchange_done(void *data);

static void begin_try(void *data)
{
	struct call *call = data;
	struct error why;

	call->timer = NULL;
	call->waiting = false;
	exchange_free(call->exchange);
	call->exchange = NULL;
	if (!request_allowed(call->request, call->net, &why)) {
		finish_unsent(call, &why);
		return;
	}
	call->tries++;
	call->exchange = exchange_start(call->net, call->request, on_exchange_done, call);
}

/* Why the call waits, as the beginning of what a status line says. */
static char *wait_reason(const struct call *call, const struct answer *answer)
{
	if (answer->outcome != ANSWER_HTTP)
		return xstrdup(answer->error.message);
	if (answer->status == 429)
		return xasprintf(_("%s asks for a pause"), call->net->name);
	return xasprintf(_("%s is not able to answer (%d)"), call->net->name, answer->status);
}

static void announce(struct call *call, int seconds_left)
{
	const struct answer *answer = exchange_answer(call->exchange);
	char *why = wait_reason(call, answer);
	const struct call_wait wait = {
		.seconds_left = seconds_left,
		.status = answer->status,
		.next_try = call->tries + 1,
		.why = why,
	};

	/* It may cancel the call, which is not touched after. */
	if (call->on_wait)
		call->on_wait(call->on_wait_data, &wait);
	free(why);
}

/* Sleeps until the count of seconds that are left changes. */
static void count_down(void *data)
{
	struct call *call = data;
	const int64_t left_ms = call->due_ms - clock_now_ms();
	const int seconds = left_ms > 0 ? (int)((left_ms + 999) / 1000) : 0;

	if (seconds > 0)
		call->timer = loop_after(call->net->loop, (int)(left_ms - (seconds - 1) * 1000),
					 count_down, call);
	else
		call->timer = loop_after(call->net->loop, 0, begin_try, call);
	announce(call, seconds);
}

static void on_exchange_done(void *data)
{
	struct call *call = data;
	struct answer *answer = exchange_answer(call->exchange);

	answer->tries = call->tries;
	const int wait_ms =
		retry_wait_ms(call->request, answer, exchange_retry_after(call->exchange));
	if (wait_ms == RETRY_NEVER) {
		finish(call, answer);
	} else if (wait_ms < 1000) { /* nothing that a person would read */
		call->waiting = true;
		call->timer = loop_after(call->net->loop, wait_ms, begin_try, call);
	} else {
		call->waiting = true;
		call->due_ms = clock_now_ms() + wait_ms;
		count_down(call);
	}
}

struct call *call_start(struct net *net, const struct request *request, call_done_fn *done,
			void *data)
{
	struct call *call = xcalloc(1, sizeof(*call));

	call->net = net;
	call->request = request_copy(request);
	call->done = done;
	call->data = data;
	link_call(call);
	/* Not before the next turn: the first frame is painted before libcurl is initialised. */
	call->timer = loop_after(net->loop, 0, begin_try, call);
	return call;
}

void call_cancel(struct call *call)
{
	if (!call || !call->link)
		return; /* its answer is being given just now */
	unlink_call(call);
	free_call(call);
}

void call_on_wait(struct call *call, void (*fn)(void *data, const struct call_wait *wait),
		  void *data)
{
	call->on_wait = fn;
	call->on_wait_data = data;
}

bool call_stop_waiting(struct call *call)
{
	if (!call->waiting)
		return false;
	call->waiting = false;
	timer_cancel(call->timer);
	call->timer = loop_after(call->net->loop, 0, finish_with_what_there_is, call);
	return true;
}
