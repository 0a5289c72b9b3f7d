/* call.h - one request and its answer: asynchronous, tried again by the rules, cancelled any time.
 *
 * What it never does: follow a redirect, take a certificate on trust, talk plain http to another
 * machine or to another origin than the net's, or block. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_CALL_H
#define NET_CALL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/error.h"

struct call;
struct net;

struct request {
	const char *method;         /* "GET", "PUT", ... */
	const char *url;            /* whole, percent-encoded */
	const char *const *headers; /* "Name: value", NULL at the end; or NULL */
	const char *body;           /* or NULL; a POST or PUT without one says Content-Length: 0 */
	size_t body_len;

	/* May be sent again without looking first: GET, login, searches. After a lost answer the
	 * call is then tried again by itself; otherwise it ends as ANSWER_LOST and the caller reads
	 * back. What is not repeatable and no GET never goes over a connection that was used
	 * before: libcurl would send it again by itself when that is found closed. */
	bool repeatable;

	/* May be sent again when it certainly was not carried out: connection failed, 429, 503; what
	 * is repeatable also after 502 and 504, a GET also after 500. True for all but a POST that
	 * creates. */
	bool retry_status;

	bool secret;   /* the trace keeps neither body: a login */
	bool personal; /* nor here: all that is known of a person */
};

enum outcome {
	ANSWER_HTTP,     /* the service answered: status and body are whole, whatever the status */
	ANSWER_NOT_SENT, /* no byte of the request left: certainly nothing happened */
	ANSWER_LOST,    /* it may have arrived; no whole answer came back: the outcome is unknown */
	ANSWER_REFUSED, /* our own rules said no: origin, certificate, redirect, size. status is the
			 * answer's when one had begun, else 0: then nothing was sent */
};

/* All pointers are borrowed: valid during the callback. */
struct answer {
	enum outcome outcome;
	int status;       /* 0: none came */
	const char *body; /* never NULL, NUL behind its len bytes */
	size_t len;
	const char *content_type; /* "" when absent */
	int64_t date_unix_s;      /* the service's clock, -1 when absent */
	int tries;
	struct error error; /* for every outcome but ANSWER_HTTP */
};

typedef void call_done_fn(void *data, const struct answer *answer);

/* Starts a call; everything in request is copied. done is called exactly once unless the call is
 * cancelled, never from within call_start; the call is gone when it is called. */
struct call *call_start(struct net *net, const struct request *request, call_done_fn *done,
			void *data);

/* Forgets the call; done is not called any more. Returns at once, also while a name is looked up.
 * NULL is fine. */
void call_cancel(struct call *call);

struct call_wait {
	int seconds_left; /* 0: the wait is over */
	int status;       /* why: 429, 503, ...; 0: there was no connection */
	int next_try;     /* 2 or 3 */
	const char *why;  /* "api.example asks for a pause": a sentence without its full stop */
};

/* Calls fn when a wait of a second or more begins, each second of it, and when it ends, but not
 * when the call is cancelled or stopped. NULL: nobody. */
void call_on_wait(struct call *call, void (*fn)(void *data, const struct call_wait *wait),
		  void *data);

/* Gives up waiting: done is called in the next turn with the answer that there was. True when the
 * call was waiting. */
bool call_stop_waiting(struct call *call);

#endif
