/* SPDX-License-Identifier: ISC */
#include "sandbox/routes.h"

#include <string.h>

#include "base/error.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"

struct route {
	const char *path; /* * is the segment that names a record */
	const char *method;
	unsigned roles; /* enum role, ORed; 0: open to all */
	handler_fn *handle;
};

enum { ROLES_CUSTOMERS = ROLE_ADMIN | ROLE_SALES_REP };

/* Paths in which a word stands come before those in which any key can: the word shadows it. */
static const struct route routes[] = {
	{ "api/auth/login", "POST", 0, handle_login },
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
enum { ROUTES = sizeof(routes) / sizeof(routes[0]) };

/* Whether the segments are those of path; *key is what stands where the path has a star. */
static bool is_path(const char *path, const struct url *url, const char **key)
{
	for (size_t i = 0; i < url->segment_count; i++) {
		size_t len = strcspn(path, "/");
		const char *segment = url->segments[i];
		if (len == 1 && *path == '*' && *segment)
			*key = segment;
		else if (strlen(segment) != len || memcmp(path, segment, len) != 0)
			return false;
		path += len;
		if (!*path)
			return i + 1 == url->segment_count;
		path++;
	}
	return false;
}

static const struct route *find_path(const struct url *url, const char **key)
{
	for (size_t i = 0; i < ROUTES; i++)
		if (is_path(routes[i].path, url, key))
			return &routes[i];
	return NULL;
}

/* The row behind this one if its path is the same; NULL otherwise. */
static const struct route *next_method(const struct route *row)
{
	return row + 1 < routes + ROUTES && strcmp(row[0].path, row[1].path) == 0 ? row + 1 : NULL;
}

/* The row of that method among those of the same path, which stand together. */
static const struct route *find_method(const struct route *first, const char *method)
{
	/* The HTTP library leaves the body out of the answer to HEAD. */
	const char *asked = strcmp(method, "HEAD") == 0 ? "GET" : method;

	for (const struct route *row = first; row; row = next_method(row))
		if (strcmp(row->method, asked) == 0)
			return row;
	return NULL;
}

static void refuse_method(const struct route *first, struct reply *reply)
{
	problem_reply(reply, 405, NULL);
	for (const struct route *row = first; row; row = next_method(row)) {
		size_t len = strlen(reply->allow);
		snprintf(reply->allow + len, sizeof(reply->allow) - len, "%s%s", len ? ", " : "",
			 row->method);
	}
}

/* True when the caller may call it; else the reply says why not. */
static bool admit(struct service *service, const struct route *route, struct request *request,
		  struct reply *reply)
{
	struct error err = { .code = ERROR_NONE };

	if (!route->roles)
		return true;
	request->principal = sessions_find(service, request, &err);
	if (err.code != ERROR_NONE)
		problem_reply_failure(reply, &err);
	else if (!request->principal)
		problem_reply(reply, 401, NULL);
	else if (!(request->principal->account.role & route->roles))
		problem_reply(reply, 403, NULL);
	else
		return true;
	return false;
}

/* For --error-rate: xorshift64*, so that a seed repeats the same bad day. */
static bool fails_by_chance(struct service *service)
{
	service->chance ^= service->chance >> 12;
	service->chance ^= service->chance << 25;
	service->chance ^= service->chance >> 27;
	return (service->chance * 2685821657736338717U >> 33) % 100 < service->error_percent;
}

void routes_answer(struct service *service, const struct request *asked, struct reply *reply)
{
	struct request request = *asked;
	const struct route *path = find_path(request.url, &request.key);
	const struct route *route = path ? find_method(path, request.method) : NULL;

	if (!path)
		problem_reply(reply, 404, "There is no such path.");
	else if (!route)
		refuse_method(path, reply);
	else if (service->error_percent > 0 && fails_by_chance(service))
		problem_reply(reply, 500, "Made to fail by --error-rate.");
	else if (admit(service, route, &request, reply))
		route->handle(service, &request, reply);
}
