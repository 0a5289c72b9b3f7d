/* client_write.h - a record being written, and what becomes of it when its answer gets lost; for
 * client_update.c, which says what is sent. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLIENT_WRITE_H
#define API_CLIENT_WRITE_H
#include "api/client_call.h"
#include "api/dialect.h"

/* What was sent is compared with what is there when the answer got lost. */
struct write_call {
	struct client_call base;
	const struct endpoint *endpoint;
	struct endpoint own;   /* what endpoint points to where the profile has a say in it */
	struct record *wanted; /* as it is to become */
	struct json *body;     /* what changes of it, in the schema's spelling; new: all of it */
	struct json *undo;     /* what everything sent was before; NULL: there was no record */
	char *text;            /* as it travels */
	struct client_call *reading;
	int tries;
	client_record_fn *fn;
	void *data;
};

/* wanted is copied; body, text and endpoint are for the caller to set, undo where there was a record. */
struct write_call *write_call_new(struct client *client, const struct resource *resource,
				  const struct record *wanted, const char *key,
				  client_record_fn *fn, void *data);
/* Sends it, or says in the next turn why not. */
struct client_call *write_call_start(struct write_call *call, const struct resource *resource);

#endif
