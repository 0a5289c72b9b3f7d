/* sample_flow.h - what the Flow Retail part of a new file begins with: two tenants that never see
 * each other, their users and tokens; customers, customer groups, an external register. The same
 * size and seed give the same bytes, on any machine; row i does not depend on how many rows there
 * are. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_FLOW_H
#define SANDBOX_SAMPLE_FLOW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sandbox/sample_world.h"

struct error;
struct store;
struct store_flow;
struct store_size;

/* The first tenant gets size->customers; the second, which has no external register, an eighth of
 * them, rounded up, at most SAMPLE_FLOW_SECOND_MAX. */
extern const struct store_flow sample_flow;

enum { SAMPLE_FLOW_SECOND_MAX = 200, SAMPLE_FLOW_ENTRIES = 240 /* of the register */ };

/* ---- What is written down, not generated. */

struct sample_flow_store {
	const char *uid, *name;
	const char *details; /* what a store's view of a customer has more, an object */
};

struct sample_flow_user {
	const char *uid, *code;
	const char *first_name, *last_name, *email, *mobile, *language, *external_id;
	const char *password, *auth_token, *integration_token; /* NULL: none */
	unsigned permissions;                                  /* enum flow_permission */
	size_t stores; /* how many of the tenant's it may work in, from the first */
	bool inactive;
};

struct sample_flow_group {
	const char *uid, *name;
	const char *created_at, *changed_at;
};

struct sample_flow_tenant {
	const char *uid, *name, *organization_uid;
	const char *device_token; /* it stands in the first store */
	bool external_search;
	const struct sample_flow_store *stores;
	const struct sample_flow_user *users; /* the first ones manage accounts */
	const struct sample_flow_group *groups;
	size_t store_count, user_count, group_count, manager_count;
	struct sample_list customers; /* documents that stand before the generated ones */
	struct sample_list register_entries;
};

/* NULL behind the last. */
const struct sample_flow_tenant *sample_flow_tenant_at(size_t i);

#endif
