/* request.h - a call's own copy of what it was asked to send. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_REQUEST_H
#define NET_REQUEST_H
#include <stdbool.h>

struct error;
struct net;
struct request;

struct request *request_copy(const struct request *request);

/* Wipes headers and body: they may hold a token or a password. NULL is fine. */
void request_free(struct request *request);

/* Whether it may go out at all: to the net's own origin, with headers that are one line each. */
bool request_allowed(const struct request *request, const struct net *net, struct error *err);

#endif
