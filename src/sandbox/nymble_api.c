/* SPDX-License-Identifier: ISC */
#include "base/error.h"
#include "sandbox/api.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "sandbox/sessions.h"

enum { ROLES_CUSTOMERS = ROLE_ADMIN | ROLE_SALES_REP };

static const struct route routes[] = {
	{ "api/auth/login", "POST", 0, handle_login, .secret = true },
	{ "api/auth/access", "POST", ROLE_ANY, handle_access },
	{ "api/customers", "GET", ROLES_CUSTOMERS, handle_list_customers },
	{ "api/customers", "PUT", ROLES_CUSTOMERS, handle_upsert_customer },
	{ "api/customers", "POST", ROLES_CUSTOMERS, handle_create_customer },
	{ "api/customers/*", "GET", ROLES_CUSTOMERS, handle_get_customer },
	{ "api/customers/*", "PUT", ROLES_CUSTOMERS, handle_update_customer },
	{ "api/customers/*", "DELETE", ROLE_ADMIN, handle_delete_customer },
	{ "api/customers/*/activate", "POST", ROLES_CUSTOMERS, handle_activate_customer },
	{ "api/customers/*/deactivate", "POST", ROLES_CUSTOMERS, handle_deactivate_customer },
	{ "api/products", "GET", ROLE_ANY, handle_list_products },
	{ "api/products", "PUT", ROLE_ADMIN, handle_upsert_product },
	{ "api/products/search", "GET", ROLE_ANY, handle_search_products },
	{ "api/products/prices", "PUT", ROLE_ADMIN, handle_update_prices },
	{ "api/products/prices", "POST", ROLE_ADMIN, handle_update_prices }, /* N21 */
	{ "api/products/*", "GET", ROLE_ANY, handle_get_product },
	{ "api/organization", "GET", ROLE_ADMIN, handle_get_organization },
	{ "api/organizations/salesreps", "GET", ROLE_ADMIN, handle_list_sales_reps },
};

/* needs: enum role, ORed; any of them will do. */
static bool admit(struct service *service, unsigned needs, struct request *request,
		  struct reply *reply)
{
	struct error err = { .code = ERROR_NONE };

	request->principal = sessions_find(service, request, &err);
	if (err.code != ERROR_NONE)
		problem_reply_failure(reply, &err);
	else if (!request->principal)
		problem_reply(reply, 401, NULL);
	else if (!(request->principal->account.role & needs))
		problem_reply(reply, 403, NULL);
	else
		return true;
	return false;
}

const struct api nymble_api = {
	.root = "api",
	.errors = &problem_details,
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.admit = admit,
};
