/* client_body.h - what is sent of a record; for the client_*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLIENT_BODY_H
#define API_CLIENT_BODY_H
#include <stdbool.h>

struct client;
struct dialect_resource;
struct json;
struct record;

/* In the schema's spelling; the caller frees: */

/* The members that differ. */
struct json *client_change_body(const struct record *before, const struct record *after);
/* All that is sent of a new record. row may be NULL. */
struct json *client_new_body(const struct dialect_resource *row, const struct record *record);

/* As it travels: a copy that is the service's own (dialect->hand_over). fresh: the record is new. */
struct json *client_hand_over(const struct client *client, const struct dialect_resource *row,
			      const struct json *body, bool fresh);
char *client_body_text(const struct client *client, const struct dialect_resource *row,
		       const struct json *body, bool fresh);

#endif
