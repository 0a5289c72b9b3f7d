/* SPDX-License-Identifier: ISC */
#include "api/client.h"
#include "api/dialect.h"
#include "base/i18n.h"
#include "model/flow_customer_groups.h"
#include "model/flow_customers.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Paths, member names and their other spellings: flow.openapi.yaml. */

/* --- logging in (F1) ------------------------------------------------------------------------- */

static const struct login_part integration[] = { { VALUE_SECRET, "FLOW_TOKEN" } };
static const struct login_part device[] = {
	{ VALUE_USER_CODE, "FLOW_USER_CODE", .member = "userCode" },
	{ VALUE_DEVICE_TOKEN, "FLOW_DEVICE_TOKEN", .signs = true },
	{ VALUE_SECRET, "FLOW_PASSWORD", .member = "password" },
};
static const struct login_part user[] = { { VALUE_SECRET, "FLOW_TOKEN", .signs = true } };

/* No lifetime is documented: a kept token is tried for an hour, a 401 ends it earlier. */
enum { KEPT_S = 3600 };

static const struct login_method logins[] = {
	{
		.kind = LOGIN_TOKEN,
		.label = N_("Integration token"), .note = N_("made for a program in the back office"),
		.secret_label = N_("Integration token"),
		.parts = integration,
		.part_count = 1,
		.header = AUTH_BEARER,
	},
	{
		.kind = LOGIN_DEVICE,
		.label = N_("Device"), .note = N_("user code and password, on a device that is registered"),
		.secret_label = N_("Password"),
		.parts = device,
		.part_count = sizeof(device) / sizeof(device[0]),
		.exchange = { .method = "POST", .path = "/account",
			      .failed = N_("The login did not work"),
			      .forbidden = N_("%s may not log in") },
		.token = NAMES("accessToken", "token", "access_token"),
		.expires_in = NAMES("expiresIn", "expires_in"),
		.user = "tenantUser",
		.header = AUTH_BEARER,
		.kept_s = KEPT_S,
		.lacks = N_("User code and device token are needed to log in."),
		.refused = N_("The service does not accept this user code with this password, or not this "
			      "device token."),
		.because = N_("The service does not accept this login: %s"),
	},
	{
		.kind = LOGIN_USER,
		.label = N_("User token"), .note = N_("yours, exchanged for one of a tenant"),
		.secret_label = N_("User token"),
		.parts = user,
		.part_count = 1,
		.exchange = { .method = "POST", .path = "/tenants/{tenant}/account",
			      .failed = N_("The login did not work"),
			      .forbidden = N_("%s may not work there") },
		.token = NAMES("accessToken", "token", "access_token"),
		.expires_in = NAMES("expiresIn", "expires_in"),
		.user = "tenantUser",
		.header = AUTH_BEARER,
		.kept_s = KEPT_S,
		.refused = N_("The service does not accept this user token."),
		.because = N_("The service does not accept this login: %s"),
	},
};

/* --- the tables ------------------------------------------------------------------------------ */

/* F17: the page size is always said. */
#define T "/tenants/{tenant}"
#define CUSTOMERS T "/customers"
#define CUSTOMER CUSTOMERS "/{key}"
#define TWO_INVOICE CUSTOMER "/extensions/TWO_INVOICE"

static const struct action_calls customer_actions[] = {
	{ .action = "export-personal-data",
	  .call = { .method = "GET", .path = CUSTOMER "/export",
		    .failed = N_("The data of %s could not be read"),
		    .forbidden = N_("%s may not export personal data"), .personal = true } },
	{ .action = "add-two-invoice",
	  .call = { .method = "POST", .path = TWO_INVOICE,
		    .failed = N_("TWO_INVOICE was not added to %s"),
		    .forbidden = N_("%s may not change customers"), .once = true },
	  .argument = "storeUid" },
	/* F8: with a body */
	{ .action = "remove-two-invoice",
	  .call = { .method = "DELETE", .path = TWO_INVOICE,
		    .failed = N_("TWO_INVOICE was not removed from %s"),
		    .forbidden = N_("%s may not change customers") },
	  .argument = "storeUid" },
	{ .action = "delete",
	  .call = { .method = "DELETE", .path = CUSTOMER,
		    .failed = N_("%s was not deleted"),
		    .forbidden = N_("%s may not delete customers") } },
};

static const char *const batch_lists[BATCH_OPS] = {
	[BATCH_CREATE] = "create",
	[BATCH_UPDATE] = "update",
	[BATCH_DELETE] = "delete",
	[BATCH_UPSERT] = "upsert",
};

enum { CUSTOMERS_AT_ONCE = 100 }; /* of one batch; the contract names no limit */

enum { LISTS = 2, GROUPS = LISTS };

static const struct dialect_resource resources[] = {
	{
		.resource = &flow_customers,
		.list = { .method = "GET", .path = CUSTOMERS,
			  .failed = N_("The customers could not be read"),
			  .forbidden = N_("%s may not list customers") },
		.search.endpoint = { .method = "POST", .path = CUSTOMERS "/search",
				     .failed = N_("The customers could not be searched"),
				     .forbidden = N_("%s may not search customers"), .safe = true },
		.get = { .method = "GET", .path = CUSTOMER,
			 .failed = N_("%s could not be read"),
			 .forbidden = N_("%s may not read customers") },
		.in_store = { .method = "GET", .path = T "/stores/{store}/customers/{key}",
			      .failed = N_("%s could not be read as the store sees it"),
			      .forbidden = N_("%s may not read customers of this store") },
		.update = { .method = "PUT", .path = CUSTOMER,
			    .failed = N_("%s was not saved"),
			    .forbidden = N_("%s may not change customers") },
		.create = { .method = "POST", .path = CUSTOMERS,
			    .failed = N_("%s was not created"),
			    .forbidden = N_("%s may not create customers"), .once = true },
		.known_only = true,
		.batch = { .endpoint = { .method = "POST", .path = CUSTOMERS "/batch",
					 .failed = N_("The customers were not saved"),
					 .forbidden = N_("%s may not change many customers"),
					 .once = true },
			   .at_once = CUSTOMERS_AT_ONCE,
			   .lists = batch_lists,
			   .flat = "items", .operation = "operation", .index = "index",
			   .status = NAMES("status", "statusCode", "httpStatus"),
			   .error = "error", .record = "customer" },
		.actions = customer_actions,
		.action_count = sizeof(customer_actions) / sizeof(customer_actions[0]),
		.rows = NAMES("items", "data"),
	},
	{
		.resource = &flow_external_customers,
		.list = { .method = "POST", .path = CUSTOMERS "/search/external",
			  .failed = N_("The external register could not be searched"),
			  .forbidden = N_("%s or the tenant may not search the external register"),
			  .safe = true },
		.rows = NAMES("items", "data"),
	},
	/* Only on the command line, and chosen from. */
	[GROUPS] = {
		.resource = &flow_customer_groups,
		.list = { .method = "GET", .path = T "/customer-groups",
			  .failed = N_("The customer groups could not be read"),
			  .forbidden = N_("%s may not list customer groups") },
		.rows = NAMES("items", "data"),
	},
};

/* No source says what an error looks like (contract README, errors). */
static const char *const error_texts[] = { "message", "errorMessage", "error", "title", "detail", NULL };

static const struct choice_source choice_sources[] = {
	{ .name = "customer-groups", .list = &resources[GROUPS], .label = NAMES("name") },
	{ .name = "stores", .stores = true },
};

const struct dialect flow_dialect = {
	.name = "flow",
	.label = "Flow Retail",
	.production_url = "https://api.flowretail.com/v2",
	.sandbox = { .profile = "sandbox-flow", .path = "/v2", .line = "flow-login", .kind = LOGIN_TOKEN,
		     .values = { [VALUE_SECRET] = "integration-token" }, .tenant = "tenant" },
	.logins = logins,
	.login_count = sizeof(logins) / sizeof(logins[0]),
	/* F15: name and permissions are on the newer page only */
	.account = {
		.endpoint = { .method = "GET", .path = "/account",
			      .failed = N_("The tenants could not be read"),
			      .forbidden = N_("%s may not read the account") },
		.variable = "FLOW_TENANT",
		.tenants = "tenants",
		.tenant = "tenantUid", .name = "tenantName",
		.role = "tenantRole", .permissions = "permissions",
		.status = "status", .inactive = "INACTIVE",
		.default_store = "defaultStoreUid", .stores = "storeAccess", .store = "storeUid",
	},
	.envelope = {
		.total = NAMES("totalCount", "totalRecords", "total"),
		.page = NAMES("pageNumber", "page"),
		.pages = NAMES("pageCount", "totalPages"),
		.inside = "paging",
	},
	.errors = {
		.texts = error_texts, .texts_first = true,
		.reasons = error_texts,
		.lists = NAMES("details", "errors"),
	},
	.sort_name = "sortBy",
	.choice_sources = choice_sources,
	.choice_source_count = sizeof(choice_sources) / sizeof(choice_sources[0]),
	.resources = resources,
	.resource_count = sizeof(resources) / sizeof(resources[0]),
	.list_count = LISTS,
	.write_list = flow_write_list,
	.list_body = flow_list_body,
	.take_over = flow_take_over,
	.hand_over = flow_hand_over,
};
