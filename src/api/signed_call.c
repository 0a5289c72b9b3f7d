/* SPDX-License-Identifier: ISC */
#include "api/signed_call.h"

#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "api/session.h"
#include "api/wait_sign.h"
#include "base/alloc.h"
#include "net/call.h"

/* A 401, a login, a 401, a person's login, a 401: then it is not the login that is wrong. */
enum { LOGINS_MAX = 2 };

struct signed_call {
	const struct call_desk *desk;
	const struct endpoint *endpoint;
	char *url, *body; /* body: NULL for none */
	struct waiter waiter; /* while there is no login */
	struct call *http;
	unsigned generation; /* of the header that it was sent with */
	int logins;          /* that followed a 401 */
	int pause_before;    /* the number of the try that the service wants later; 0: none */
	signed_call_fn *fn;
	void *data;
};

static void send(struct signed_call *call);

static void signed_call_free(struct signed_call *call)
{
	wait_sign_clear(call->desk->sign, call);
	free(call->url);
	free(call->body);
	free(call);
}

static void end(struct signed_call *call, const struct answer *answer, const struct error *err)
{
	call->fn(call->data, answer, err);
	signed_call_free(call);
}

static void send_when_ready(struct signed_call *call)
{
	if (session_ready(call->desk->session))
		send(call);
	else
		session_wait(call->desk->session, &call->waiter);
}

static void on_session(void *data, const struct error *err)
{
	struct signed_call *call = data;

	if (err)
		end(call, NULL, err);
	else
		send_when_ready(call);
}

/* Whether the service looked at what the header said: it may be too busy to. */
static bool shows_acceptance(int status)
{
	return status < 500 && status != 429;
}

static void on_answer(void *data, const struct answer *answer)
{
	struct signed_call *call = data;
	struct session *session = call->desk->session;

	call->http = NULL;
	if (answer->outcome == ANSWER_HTTP && answer->status == 401 && call->logins < LOGINS_MAX) {
		call->logins += session_refused(session, call->generation, call->logins > 0);
		send_when_ready(call);
		return;
	}
	if (answer->outcome == ANSWER_HTTP && answer->status != 401 &&
	    shows_acceptance(answer->status))
		session_accepted(session, call->generation);
	end(call, answer, NULL);
}

static void on_wait(void *data, const struct call_wait *wait)
{
	struct signed_call *call = data;

	if (wait->status == 429 && call->pause_before != wait->next_try) {
		call->pause_before = wait->next_try; /* told each second of it */
		call->desk->sign->pauses++;
	}
	wait_sign_show(call->desk->sign, call, wait);
}

static void send(struct signed_call *call)
{
	const struct endpoint *endpoint = call->endpoint;
	const char *headers[4] = { session_header(call->desk->session, &call->generation),
				   SIGNED_CALL_ACCEPT };
	struct request request = {
		.method = endpoint->method,
		.url = call->url,
		.headers = headers,
		.body = call->body,
		.body_len = call->body ? strlen(call->body) : 0,
		.repeatable = strcmp(endpoint->method, "GET") == 0, /* a write is read back first */
		.retry_status = !endpoint->once,
	};

	if (call->body)
		headers[2] = "Content-Type: application/json";
	call->http = call_start(call->desk->net, &request, on_answer, call);
	call_on_wait(call->http, on_wait, call);
}

struct signed_call *signed_call_start(const struct call_desk *desk, const struct endpoint *endpoint,
				      const char *url, const char *body, signed_call_fn *fn,
				      void *data)
{
	struct signed_call *call = xcalloc(1, sizeof(*call));

	call->desk = desk;
	call->endpoint = endpoint;
	call->url = xstrdup(url);
	body = body ? body : endpoint->body;
	call->body = body ? xstrdup(body) : NULL;
	call->waiter = (struct waiter){ .fn = on_session, .data = call };
	call->fn = fn;
	call->data = data;
	send_when_ready(call);
	return call;
}

void signed_call_cancel(struct signed_call *call)
{
	if (!call)
		return;
	session_unwait(call->desk->session, &call->waiter);
	call_cancel(call->http);
	signed_call_free(call);
}

bool signed_call_stop_waiting(struct signed_call *call)
{
	return call->http && call_stop_waiting(call->http);
}
