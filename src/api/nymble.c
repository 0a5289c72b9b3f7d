/* SPDX-License-Identifier: ISC */
#include "api/dialect.h"

#include <stdlib.h>

#include "api/profile.h"
#include "base/i18n.h"
#include "base/url.h"
#include "model/customers.h"
#include "model/price_tiers.h"
#include "model/products.h"
#include "model/sales_reps.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Paths, member names and their other spellings: nymble.openapi.yaml. */

/* --- how a list is asked for ----------------------------------------------------------------- */

struct clause {
	const char *field, *op, *value;
};

/* filters[0].field=companyName&filters[0].operator=contains&filters[0].value=acme (N18) */
static void write_indexed(FILE *out, size_t i, const struct clause *clause)
{
	fprintf(out, "&filters%%5B%zu%%5D.field=", i);
	url_write_encoded(out, clause->field);
	fprintf(out, "&filters%%5B%zu%%5D.operator=%s&filters%%5B%zu%%5D.value=", i, clause->op, i);
	url_write_encoded(out, clause->value);
}

static struct json *clause_json(const struct clause *clause)
{
	struct json *object = json_new_object();

	json_put_take(object, "field", json_new_string(clause->field));
	json_put_take(object, "operator", json_new_string(clause->op));
	json_put_take(object, "value", json_new_string(clause->value));
	return object;
}

/* The i-th condition of query; behind the last, the search text. */
static bool clause_at(const struct query *query, const char *search_field, size_t i,
		      struct clause *clause)
{
	const struct condition *condition = query_at(query, i);

	if (condition) {
		*clause = (struct clause){ condition->field->name, filter_op_name(condition->op),
					   condition->value };
		return true;
	}
	*clause = (struct clause){ search_field, filter_op_name(OP_CONTAINS), query_search(query) };
	return i == query_size(query) && search_field && clause->value;
}

static void write_indexed_filters(FILE *out, const struct query *query, const char *search_field)
{
	struct clause clause;

	for (size_t i = 0; clause_at(query, search_field, i, &clause); i++)
		write_indexed(out, i, &clause);
}

/* filters=[{"field":..,"operator":..,"value":..}] (N18) */
static void write_json_filters(FILE *out, const struct query *query, const char *search_field)
{
	struct json *array = json_new_array();
	struct clause clause;

	for (size_t i = 0; clause_at(query, search_field, i, &clause); i++)
		json_append_take(array, clause_json(&clause));
	if (json_size(array) > 0) {
		char *text = json_print(array);
		fputs("&filters=", out);
		url_write_encoded(out, text);
		free(text);
	}
	json_free(array);
}

static void write_list(FILE *out, const struct query *query, const char *search_field, int page,
		       int page_size, const struct profile *profile)
{
	const struct field *sort = query_sort(query);

	fprintf(out, "?pageNumber=%d&pageSize=%d", page, page_size);
	if (sort) { /* N13: the documented name, else the member's */
		fputs("&sortOn=", out);
		url_write_encoded(out, sort->sort ? sort->sort : sort->name);
		fprintf(out, "&sortDirection=%s", query_descending(query) ? "desc" : "asc");
	}
	if (profile->filter_style == FILTER_JSON)
		write_json_filters(out, query, search_field);
	else
		write_indexed_filters(out, query, search_field);
}

static void write_search(FILE *out, const char *param, const char *text, int page, int page_size)
{
	fputc('?', out);
	url_write_encoded(out, param);
	fputc('=', out);
	url_write_encoded(out, text);
	fprintf(out, "&pageNumber=%d&pageSize=%d", page, page_size);
}

/* --- the tables ------------------------------------------------------------------------------ */

static const struct action_calls customer_actions[] = {
	{ .action = "activate",
	  .call = { .method = "POST", .path = "/api/customers/{key}/activate",
		    .failed = N_("%s was not activated"),
		    .forbidden = N_("%s may not activate customers") } },
	{ .action = "deactivate",
	  .call = { .method = "POST", .path = "/api/customers/{key}/deactivate",
		    .failed = N_("%s was not deactivated"),
		    .forbidden = N_("%s may not deactivate customers") },
	  /* N10 */
	  .fallback = { .method = "PUT", .path = "/api/customers/{key}", .body = "{\"active\":false}",
			.failed = N_("%s was not deactivated"),
			.forbidden = N_("%s may not deactivate customers") } },
	{ .action = "delete",
	  .call = { .method = "DELETE", .path = "/api/customers/{key}",
		    .failed = N_("%s was not deleted"),
		    .forbidden = N_("%s may not delete customers") } },
};

/* N24: by the upsert. */
static const struct action_calls product_actions[] = {
	{ .action = "activate",
	  .call = { .method = "PUT", .path = "/api/products",
		    .failed = N_("%s was not activated"),
		    .forbidden = N_("%s may not activate products") },
	  .by_update = true },
	{ .action = "deactivate",
	  .call = { .method = "PUT", .path = "/api/products",
		    .failed = N_("%s was not deactivated"),
		    .forbidden = N_("%s may not deactivate products") },
	  .by_update = true },
};

enum { PRODUCTS_AT_ONCE = 100 }; /* of one price update; the contract names no limit */

static const struct value_count tier_customers = { "Customers", &nymble_customers, "pricing" };

enum { LISTS = 3, SALES_REPS = LISTS };

static const struct dialect_resource resources[] = {
	{
		.resource = &nymble_customers,
		.list = { .method = "GET", .path = "/api/customers",
			  .failed = N_("The customers could not be read"),
			  .forbidden = N_("%s may not list customers") },
		.get = { .method = "GET", .path = "/api/customers/{key}",
			 .failed = N_("%s could not be read"),
			 .forbidden = N_("%s may not read customers") },
		.update = { .method = "PUT", .path = "/api/customers/{key}",
			    .failed = N_("%s was not saved"),
			    .forbidden = N_("%s may not change customers") },
		.create = { .method = "PUT", .path = "/api/customers",
			    .failed = N_("%s was not created"),
			    .forbidden = N_("%s may not create customers") },
		.create_post = { .method = "POST", .path = "/api/customers",
				 .failed = N_("%s was not created"),
				 .forbidden = N_("%s may not create customers"), .once = true },
		.actions = customer_actions,
		.action_count = sizeof(customer_actions) / sizeof(customer_actions[0]),
		.rows = NAMES("data", "items", "results"),
	},
	{
		.resource = &nymble_products,
		.list = { .method = "GET", .path = "/api/products",
			  .failed = N_("The products could not be read"),
			  .forbidden = N_("%s may not list products") },
		.get = { .method = "GET", .path = "/api/products/{key}",
			 .failed = N_("%s could not be read"),
			 .forbidden = N_("%s may not read products") },
		.update = { .method = "PUT", .path = "/api/products",
			    .failed = N_("%s was not saved"),
			    .forbidden = N_("%s may not change products") },
		.whole = true,
		.create = { .method = "PUT", .path = "/api/products",
			    .failed = N_("%s was not created"),
			    .forbidden = N_("%s may not create products") },
		/* N21: method, path and wrapper are assumed */
		.lists = { .endpoint = { .method = "PUT", .path = "/api/products/prices",
					 .failed = N_("The prices were not saved"),
					 .forbidden = N_("%s may not change prices") },
			   .list = "prices", .wrapper = "products", .at_once = PRODUCTS_AT_ONCE },
		.actions = product_actions,
		.action_count = sizeof(product_actions) / sizeof(product_actions[0]),
		/* N20: path and parameter are assumed */
		.search = { .endpoint = { .method = "GET", .path = "/api/products/search",
					  .failed = N_("The products could not be searched"),
					  .forbidden = N_("%s may not search products") },
			    .param = "query", .fallback_field = "name" },
		.rows = NAMES("data", "items", "results"),
		.shadowed = NAMES("search", "prices"),
	},
	{
		.resource = &nymble_price_tiers,
		.known_from = "KnownFrom",
		.count = &tier_customers,
	},
	/* Only on the command line, and chosen from. */
	[SALES_REPS] = {
		.resource = &nymble_sales_reps,
		.list = { .method = "GET", .path = "/api/organizations/salesreps",
			  .failed = N_("The sales representatives could not be read"),
			  .forbidden = N_("%s may not list sales representatives") },
		.rows = NAMES("data", "items", "results", "salesReps"),
	},
};


static char *const *configured_tiers(const struct profile *profile)
{
	return profile->price_tiers;
}

static const struct choice_source choice_sources[] = {
	{ .name = "price-tiers", .member = "PriceTiers", .value = NAMES("Name", "code", "tier"),
	  .configured = configured_tiers },
	{ .name = "sales-reps", .list = &resources[SALES_REPS], .label = NAMES("firstName", "lastName"),
	  .active = "active" },
	{ .name = "categories" }, /* no call lists them */
};

static const struct login_part credentials[] = {
	{ VALUE_ORG_CODE, "NYMBLE_ORG_CODE", .member = "OrgCode" },
	{ VALUE_CLIENT_ID, "NYMBLE_CLIENT_ID", .member = "ClientId" },
	{ VALUE_SECRET, "NYMBLE_CLIENT_SECRET", .member = "ClientSecret" },
};
static const struct login_part token[] = { { VALUE_SECRET, "NYMBLE_TOKEN" } };
static const struct login_part api_key[] = { { VALUE_SECRET, "NYMBLE_API_KEY" } };

static const struct login_method logins[] = {
	{
		.kind = LOGIN_CREDENTIALS,
		.label = N_("Credentials"), .note = N_("organization code, client id and secret"),
		.secret_label = N_("Secret"),
		.parts = credentials,
		.part_count = sizeof(credentials) / sizeof(credentials[0]),
		.exchange = { .method = "POST", .path = "/api/auth/login",
			      .failed = N_("The login did not work"),
			      .forbidden = N_("%s may not log in") },
		.token = NAMES("AccessToken", "access_token"),
		.expires_in = NAMES("ExpiresIn", "expires_in"),
		.pace_s = 6, /* the vendor allows 10 logins a minute (nymble.openapi.yaml, login) */
		.lacks = N_("Organization code and client id are needed to log in."),
		.refused = N_("The service does not accept these credentials."),
	},
	{ .kind = LOGIN_TOKEN, .parts = token, .part_count = 1, .label = N_("Access token"),
	  .note = N_("one that you already have"), .secret_label = N_("Access token") },
	{ .kind = LOGIN_API_KEY, .parts = api_key, .part_count = 1, .header = AUTH_X_API_KEY,
	  .label = N_("API key"), .note = N_("does not expire"), .secret_label = N_("API key") },
};

const struct dialect nymble_dialect = {
	.name = "nymble",
	.label = "Nymble Commerce",
	.production_url = "https://api.achievemomentum.com",
	.sandbox = { .profile = "sandbox", .path = "", .line = "login", .kind = LOGIN_CREDENTIALS,
		     .values = { [VALUE_ORG_CODE] = "org-code", [VALUE_CLIENT_ID] = "client-id",
				 [VALUE_SECRET] = "client-secret" } },
	.logins = logins,
	.login_count = sizeof(logins) / sizeof(logins[0]),
	.envelope = {
		.total = NAMES("totalRecords", "totalCount", "total"),
		.page = NAMES("currentPage", "pageNumber", "page"),
		.pages = NAMES("totalPages", "pageCount"),
	},
	.errors = {
		.texts = NAMES("detail", "title", "message", "errorMessage", "error"),
		.reasons = NAMES("detail"),
		.lists = NAMES("errors"),
	},
	.sort_name = "sortOn",
	.organization = { .method = "GET", .path = "/api/organization",
			  .failed = N_("The organization could not be read"),
			  .forbidden = N_("%s may not read the organization") },
	.choice_sources = choice_sources,
	.choice_source_count = sizeof(choice_sources) / sizeof(choice_sources[0]),
	.resources = resources,
	.resource_count = sizeof(resources) / sizeof(resources[0]),
	.list_count = LISTS,
	.write_list = write_list,
	.write_search = write_search,
	.spell_guide = nymble_spell_guide,
};
