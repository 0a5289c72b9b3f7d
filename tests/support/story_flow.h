/* story_flow.h - stories of the second service, Flow Retail: the same sandbox, whose first tenant has the
 * customers of the contract's examples (cus-1001 Fjordtek AS, cus-1002 Sunniva Dahl). */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_STORY_FLOW_H
#define SUPPORT_STORY_FLOW_H

#include "support/story.h"

#define FLOW_TENANT "tnt-nordlys"
#define FLOW_PATH "/v2/tenants/" FLOW_TENANT
#define FLOW_STORE "store-bergen"
/* May do everything, and of whom nobody knows which stores he works in. */
#define FLOW_INTEGRATION "sandbox-flow-integration-nordlys"
/* Users' tokens: may do everything; may not delete. */
#define FLOW_INGRID "sandbox-flow-auth-ingrid"
#define FLOW_MIKKEL "sandbox-flow-auth-mikkel"

/* nymble-tui on the story's sandbox, logged in with the integration's token, in the first tenant. */
struct terminal *story_flow_connect(const struct story *story, const struct story_terminal *terminal,
				    const char *const *arguments);

/* The same as a user of the tenant, by a token that is exchanged. */
struct terminal *story_flow_connect_user(const struct story *story, const char *token,
					 const struct story_terminal *terminal,
					 const char *const *arguments);

/* A sandbox, and the program at its first list. */
struct terminal *story_flow_open(struct story *story, const struct story_terminal *terminal,
				 const char *const *arguments);

/* One request as the integration, behind the client's back; path is below FLOW_PATH. Returns the status. */
int story_flow_request(const struct story *story, const char *method, const char *path, const char *body);

#endif
