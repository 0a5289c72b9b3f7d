/* flow_change.h - one customer of a tenant made, changed or deleted: what calls for one do, and
 * what each item of a batch does. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_FLOW_CHANGE_H
#define SANDBOX_FLOW_CHANGE_H
#include <stdbool.h>
#include <stdint.h>

#include "sandbox/step.h"

struct json;
struct request;
struct service;

struct flow_change {
	struct service *service;
	const struct request *request; /* who asks, in which tenant */
	const char *uid;               /* of the customer to change or delete */
	struct json *body;             /* an object of one's own; NULL where there is none */
};

/* Each answers like the call for one customer: the record, nothing, or an error. */
void flow_change_create(const struct flow_change *change, struct reply *reply);
void flow_change_update(const struct flow_change *change, struct reply *reply);
void flow_change_delete(const struct flow_change *change, struct reply *reply);
/* The customer with the body's customerUid, else the one with its externalId, else a new one. */
void flow_change_upsert(const struct flow_change *change, struct reply *reply);

/* In a step of one's own: writes customer, changed at this moment, in place of the one with that
 * id, 0 for a new one, and answers with it. */
bool flow_change_store(const struct flow_change *change, int64_t id, struct json *customer,
		       struct reply *reply, struct error *err);

#endif
