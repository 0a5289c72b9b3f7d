/* client_choices.h - where the values of fields with choices come from, each asked once a session;
 * for the client_*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLIENT_CHOICES_H
#define API_CLIENT_CHOICES_H
#include "api/client_call.h"

struct choice_source;
struct json;

/* What is known of one of the dialect's sources. */
struct source {
	const struct choice_source *row;
	enum asked asked;        /* a list call; else the organization's counts */
	struct choice_list told; /* by the service */
	struct choice_list seen; /* in records; sorted */
	struct choice_list known; /* client_know_choices */
};

/* The i-th, in the dialect's order; NULL behind the last. */
struct source *source_at(const struct client *client, size_t i);

/* "Teodor Lindqvist": the name that object, a record of the source's or one that names it, has; "" when it
 * has none. The caller frees. */
char *source_name_of(const struct choice_source *source, const struct json *object);

/* Begin to ask, for everybody who waits for it by the time the answer comes. */
void source_ask_organization(struct client *client);
void source_ask_list(struct client *client, struct source *source);

/* What was asked is answered, or not (failure): everybody who waits for it hears of it in the next
 * turn. asked is the source's, or the organization's. */
void sources_settle(struct client *client, enum asked *asked, const struct failure *failure);

#endif
