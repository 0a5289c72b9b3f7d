/* SPDX-License-Identifier: ISC */
#include "api/signed_call.h"

#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/dialect.h"
#include "api/session.h"
#include "api/wait_sign.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/call.h"
#include "net/loop.h"

/* A 401, a login, a 401, a person's login, a 401: then it is not the login that is wrong. */
enum { LOGINS_MAX = 2 };

struct signed_call {
	const struct call_desk *desk;
	const struct endpoint *endpoint;
	char *address;	  /* {tenant} and {store} in it are filled in when it is sent */
	char *body;	  /* NULL for none */
	struct waiter waiter; /* while there is no login */
	struct timer *later; /* ends it in the next turn: nothing can be sent */
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
	free(call->address);
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

static void send_to(struct signed_call *call, const char *url)
{
	const struct endpoint *endpoint = call->endpoint;
	const char *headers[4] = { session_header(call->desk->session, &call->generation),
				   SIGNED_CALL_ACCEPT };
	struct request request = {
		.method = endpoint->method,
		.url = url,
		.headers = headers,
		.body = call->body,
		.body_len = call->body ? strlen(call->body) : 0,
		.repeatable = strcmp(endpoint->method, "GET") == 0 || endpoint->safe, /* a write is
											 read back first */
		.retry_status = !endpoint->once,
		.personal = endpoint->personal,
	};

	if (call->body)
		headers[2] = "Content-Type: application/json";
	call->http = call_start(call->desk->net, &request, on_answer, call);
	call_on_wait(call->http, on_wait, call);
}

/* What the address lacks to be sent, as a sentence; NULL: nothing. */
static const char *lacks(const struct signed_call *call)
{
	const struct session *session = call->desk->session;

	if (strstr(call->address, ADDRESS_TENANT) && !*session_tenant(session))
		return _("No tenant is chosen: nothing was sent.");
	if (strstr(call->address, ADDRESS_STORE) && !*session_store(session))
		return _("No store is known for this login: nothing was sent.");
	return NULL;
}

static void end_lacking(void *data)
{
	struct signed_call *call = data;
	const char *why = lacks(call);
	struct error err = { 0 };

	call->later = NULL;
	if (!why) {
		send(call);
		return;
	}
	error_set(&err, ERROR_REFUSED, "%s", why);
	end(call, NULL, &err);
}

/* In the place that the session has by now. */
static void send(struct signed_call *call)
{
	const struct session *session = call->desk->session;

	if (lacks(call)) {
		call->later = loop_after(call->desk->loop, 0, end_lacking, call);
		return;
	}
	char *url = address_fill(call->address, session_tenant(session), session_store(session));
	send_to(call, url);
	free(url);
}

struct signed_call *signed_call_start(const struct call_desk *desk, const struct endpoint *endpoint,
				      const char *address, const char *body,
				      signed_call_fn *fn, void *data)
{
	struct signed_call *call = xcalloc(1, sizeof(*call));

	call->desk = desk;
	call->endpoint = endpoint;
	call->address = xstrdup(address);
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
	timer_cancel(call->later);
	call_cancel(call->http);
	signed_call_free(call);
}

bool signed_call_stop_waiting(struct signed_call *call)
{
	return call->http && call_stop_waiting(call->http);
}
