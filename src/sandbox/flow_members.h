/* flow_members.h - what becomes of a customer when a body is written into it: members as they came,
 * and those that the service works out of others. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_FLOW_MEMBERS_H
#define SANDBOX_FLOW_MEMBERS_H
#include <stdbool.h>
#include <stdint.h>

struct error;
struct faults;
struct json;
struct store;

/* A private person (F4) of whom nothing is known, with a Uid that nobody has and every member that
 * answers show. The caller frees. */
struct json *flow_members_new(void);

/* Puts the members of a body, which was checked, into customer; what is left out stays. Stores and
 * groups that the tenant does not have are faults. False when the store fails. */
bool flow_members_merge(struct store *store, int64_t tenant, struct json *customer,
			const struct json *body, struct faults *faults, struct error *err);

#endif
