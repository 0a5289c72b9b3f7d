/* SPDX-License-Identifier: ISC */
#include "sandbox/api.h"
#include "sandbox/flow_caller.h"
#include "sandbox/flow_people.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"

/* keys[0] is the tenant. What a source names no permission for needs TENANT.ACCESS, like all else
 * (F14). */
static const struct route routes[] = {
	{ "v2/account", "GET", FLOW_ANYBODY, handle_flow_account },
	{ "v2/account", "POST", 0, handle_flow_login, .secret = true },
	{ "v2/tenants/*/account", "POST", FLOW_ANYBODY, handle_flow_exchange, .secret = true },
	{ "v2/tenants/*/customers", "GET", FLOW_ACCESS, handle_flow_list_customers },
	{ "v2/tenants/*/customers", "POST", FLOW_ACCESS, handle_flow_create_customer },
	{ "v2/tenants/*/customers/search", "POST", FLOW_ACCESS, handle_flow_search_customers },
	{ "v2/tenants/*/customers/search/external", "POST", FLOW_ACCESS,
	  handle_flow_search_external },
	{ "v2/tenants/*/customers/batch", "POST", FLOW_ACCESS, handle_flow_batch_customers },
	{ "v2/tenants/*/customers/*", "GET", FLOW_ACCESS, handle_flow_get_customer },
	{ "v2/tenants/*/customers/*", "PUT", FLOW_ACCESS, handle_flow_update_customer },
	{ "v2/tenants/*/customers/*", "DELETE", FLOW_ACCESS | FLOW_BACKOFFICE,
	  handle_flow_delete_customer },
	{ "v2/tenants/*/customers/*/export", "GET", FLOW_ACCESS, handle_flow_export_customer },
	{ "v2/tenants/*/customers/*/extensions/*", "POST", FLOW_ACCESS, handle_flow_add_extension },
	{ "v2/tenants/*/customers/*/extensions/*", "DELETE", FLOW_ACCESS,
	  handle_flow_remove_extension },
	{ "v2/tenants/*/stores/*/customers/*", "GET", FLOW_ACCESS, handle_flow_get_store_customer },
	{ "v2/tenants/*/customer-groups", "GET", FLOW_ACCESS, handle_flow_list_groups },
};

const struct api flow_api = {
	.root = "v2",
	.errors = &flow_errors,
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.admit = flow_admit,
};
