/* SPDX-License-Identifier: ISC */
#include "api/dialect.h"

#include "api/profile.h"
#include "base/i18n.h"

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
		.parts = integration,
		.part_count = 1,
		.header = AUTH_BEARER,
	},
	{
		.kind = LOGIN_DEVICE,
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
	},
	{
		.kind = LOGIN_USER,
		.parts = user,
		.part_count = 1,
		.exchange = { .method = "POST", .path = "/tenants/{tenant}/account",
			      .failed = N_("The login did not work"),
			      .forbidden = N_("%s may not log in") },
		.token = NAMES("accessToken", "token", "access_token"),
		.expires_in = NAMES("expiresIn", "expires_in"),
		.user = "tenantUser",
		.header = AUTH_BEARER,
		.kept_s = KEPT_S,
		.refused = N_("The service does not accept this user token."),
	},
};

const struct dialect flow_dialect = {
	.name = "flow",
	.label = "Flow Retail",
	.production_url = "https://api.flowretail.com/v2",
	.sandbox_name = "sandbox-flow",
	.logins = logins,
	.login_count = sizeof(logins) / sizeof(logins[0]),
	/* F15: name and permissions are on the newer page only */
	.account = {
		.endpoint = { .method = "GET", .path = "/account",
			      .failed = N_("The tenants could not be read"),
			      .forbidden = N_("%s may not read the account") },
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
	},
};
