/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>

#include "api/dialect.h"
#include "api/session.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"
#include "net/loop.h"

void *client_call_new(struct client *client, const struct call_class *class,
		      const struct dialect_resource *resource, const char *key)
{
	struct client_call *call = xcalloc(1, class->size);

	call->class = class;
	call->client = client;
	call->resource = resource;
	call->key = key ? xstrdup(key) : NULL;
	call->next = client->calls;
	call->place = &client->calls;
	if (call->next)
		call->next->place = &call->next;
	client->calls = call;
	return call;
}

void client_call_send(struct client_call *call, const struct endpoint *endpoint, const char *url,
		      signed_call_fn *fn)
{
	client_call_send_body(call, endpoint, url, NULL, fn);
}

void client_call_send_body(struct client_call *call, const struct endpoint *endpoint,
			   const char *url, const char *body, signed_call_fn *fn)
{
	call->endpoint = endpoint;
	call->signed_call =
		signed_call_start(&call->client->desk, endpoint, url, body, fn, call);
}

void client_call_detach(struct client_call *call)
{
	if (!call->place)
		return;
	*call->place = call->next;
	if (call->next)
		call->next->place = call->place;
	call->place = NULL;
}

void client_call_free(struct client_call *call)
{
	client_call_detach(call);
	signed_call_cancel(call->signed_call);
	timer_cancel(call->later);
	if (call->class->finish)
		call->class->finish(call);
	free(call->key);
	free(call);
}

void client_call_fail(struct client_call *call, const struct failure *failure)
{
	client_call_detach(call);
	call->class->fail(call, failure);
	client_call_free(call);
}

void client_call_fail_with(struct client_call *call, const struct error *err)
{
	struct failure failure;

	failure_set(&failure, err);
	client_call_fail(call, &failure);
}

struct failed_act client_call_act(const struct client_call *call)
{
	return (struct failed_act){
		.endpoint = call->endpoint,
		.resource = call->resource ? call->resource->resource : NULL,
		.key = call->key,
		.within = call->within,
		.role = session_info(call->client->session).role,
	};
}

void client_call_fail_answer(struct client_call *call, const struct answer *answer)
{
	struct failed_act act = client_call_act(call);
	struct failure failure;

	failure_read(&failure, answer, &act);
	if (call->stopped)
		failure.error.code = ERROR_CANCELLED;
	client_call_fail(call, &failure);
	failure_finish(&failure);
}

void client_call_fail_unreadable(struct client_call *call, const struct answer *answer,
				 const char *why)
{
	struct failed_act act = client_call_act(call);
	struct failure failure;

	failure_unreadable(&failure, answer, &act, why);
	client_call_fail(call, &failure);
}

void client_call_fail_unknown(struct client_call *call)
{
	struct failure failure = { .may_be_applied = true };

	error_set(&failure.error, ERROR_NETWORK,
		  _("No answer came: it may have been applied to %s. Reload to see."),
		  call->key);
	client_call_fail(call, &failure);
}

static void on_later(void *data)
{
	struct client_call *call = data;

	call->later = NULL;
	client_call_fail_with(call, &call->error);
}

void client_call_fail_later(struct client_call *call)
{
	call->later = loop_after(call->client->loop, 0, on_later, call);
}

bool client_is_success(const struct answer *answer)
{
	return answer->outcome == ANSWER_HTTP && answer->status / 100 == 2;
}

bool client_is_lost(const struct answer *answer)
{
	return answer->outcome == ANSWER_LOST ||
	       (answer->outcome == ANSWER_HTTP && (answer->status == 502 || answer->status == 504));
}

bool client_is_missing(const struct answer *answer)
{
	return answer->outcome == ANSWER_HTTP && answer->status == 404;
}

void client_cancel(struct client_call *call)
{
	if (call)
		client_call_free(call);
}
