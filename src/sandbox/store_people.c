/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/text.h"
#include "sandbox/collection.h"
#include "sandbox/document.h"
#include "sandbox/store_internal.h"
#include "schema/json.h"

/* ---- Organizations ---- */

static char *member_copy(const struct json *object, const char *name)
{
	const char *text = json_member_text(object, name);

	return xstrdup(text ? text : "");
}

/* Entries are objects with a Name, or plain names (nymble.openapi.yaml, Organization). */
static void read_tiers(struct organization *organization, const struct json *tiers)
{
	organization->price_tiers = xcalloc(json_size(tiers) + 1, sizeof(char *));
	for (const struct json *tier = json_first(tiers); tier; tier = json_next(tier)) {
		const char *name =
			json_text(tier) ? json_text(tier) : json_member_text(tier, "Name");
		if (name)
			organization->price_tiers[organization->price_tier_count++] = xstrdup(name);
	}
}

/* "img.northpoint.example", next to the Website: where images are is not part of the contract. */
static char *image_host(const struct json *body)
{
	const char *website = json_member_text(body, "Website");
	const char *host = website ? strstr(website, "://") : NULL;

	return host ? xasprintf("img.%.*s", (int)strcspn(host + 3, "/"), host + 3)
		    : xstrdup("img.example");
}

static bool read_organization(struct organization *organization, sqlite3_stmt *statement,
			      struct error *err)
{
	const char *document = (const char *)sqlite3_column_text(statement, 3);
	struct json *tree = json_parse(document, strlen(document), err);
	const struct json *body = json_member(tree, "Organization");

	if (!tree)
		return false;
	*organization = (struct organization){
		.id = sqlite3_column_int64(statement, 0),
		.org_code = xstrdup((const char *)sqlite3_column_text(statement, 1)),
		.currency_code = xstrdup((const char *)sqlite3_column_text(statement, 2)),
		.document = xstrdup(document),
		.organization_id = member_copy(body, "OrganizationId"),
		.identity_id = member_copy(body, "IdentityOrganizationId"),
		.image_host = image_host(body),
	};
	read_tiers(organization, json_member(body, "PriceTiers"));
	json_free(tree);
	return true;
}

bool store_load_organizations(struct store *store, struct error *err)
{
	enum sql_step step;
	sqlite3_stmt *statement = sql_statement(
		store->sql,
		"SELECT id,org_code,currency_code,document FROM organizations ORDER BY id");

	while ((step = sql_step(store->sql, statement, err)) == SQL_ROW) {
		store->organizations =
			xreallocarray(store->organizations, store->organization_count + 1,
				      sizeof(*store->organizations));
		if (!read_organization(&store->organizations[store->organization_count], statement,
				       err))
			return false;
		store->organization_count++;
	}
	return step == SQL_DONE;
}

void store_free_organizations(struct store *store)
{
	for (size_t i = 0; i < store->organization_count; i++) {
		struct organization *organization = &store->organizations[i];
		for (size_t tier = 0; tier < organization->price_tier_count; tier++)
			free(organization->price_tiers[tier]);
		free(organization->price_tiers);
		free(organization->organization_id);
		free(organization->identity_id);
		free(organization->org_code);
		free(organization->image_host);
		free(organization->currency_code);
		free(organization->document);
	}
	free(store->organizations);
}

const struct organization *store_organization(const struct store *store, int64_t id)
{
	for (size_t i = 0; i < store->organization_count; i++)
		if (store->organizations[i].id == id)
			return &store->organizations[i];
	return NULL;
}

/* N27: the code and both identifiers are all called the organization's code somewhere. */
const struct organization *store_organization_named(const struct store *store, const char *name)
{
	for (size_t i = 0; *name && i < store->organization_count; i++) {
		const struct organization *organization = &store->organizations[i];
		if (text_casecmp(organization->org_code, name) == 0 ||
		    strcmp(organization->organization_id, name) == 0 ||
		    strcmp(organization->identity_id, name) == 0)
			return organization;
	}
	return NULL;
}

bool organization_has_tier(const struct organization *organization, const char *tier)
{
	for (size_t i = 0; i < organization->price_tier_count; i++)
		if (text_casecmp(organization->price_tiers[i], tier) == 0)
			return true;
	return false;
}

/* ---- Logins ---- */

void account_finish(struct account *account)
{
	free(account->client_id);
	free(account->user_id);
	free(account->rep_number);
	*account = (struct account){ 0 };
}

#define ACCOUNT_COLUMNS                                                                            \
	"SELECT id,organization,role,client_id,user_id,rep_number,customer FROM logins WHERE "

static bool read_account(struct store *store, sqlite3_stmt *statement, struct account *account,
			 struct error *err)
{
	enum sql_step step = sql_step(store->sql, statement, err);

	*account = (struct account){ 0 };
	if (step == SQL_ROW)
		*account = (struct account){
			.id = sqlite3_column_int64(statement, 0),
			.organization = sqlite3_column_int64(statement, 1),
			.role = (enum role)sqlite3_column_int(statement, 2),
			.client_id = xstrdup((const char *)sqlite3_column_text(statement, 3)),
			.user_id = xstrdup((const char *)sqlite3_column_text(statement, 4)),
			.rep_number = xstrdup((const char *)sqlite3_column_text(statement, 5)),
			.customer = sqlite3_column_int64(statement, 6),
		};
	sqlite3_reset(statement);
	return step != SQL_FAILED;
}

bool store_log_in(struct store *store, int64_t organization, const char *client_id,
		  const char *client_secret, struct account *account, struct error *err)
{
	if (!store_reading(store, err))
		return false;
	sqlite3_stmt *statement =
		sql_statement(store->sql, ACCOUNT_COLUMNS
			      "organization=?1 AND client_id=?2 AND client_secret=?3");
	sqlite3_bind_int64(statement, 1, organization);
	sql_bind_text(statement, 2, client_id);
	sql_bind_text(statement, 3, client_secret);
	return read_account(store, statement, account, err);
}

bool store_find_api_key(struct store *store, const char *api_key, struct account *account,
			struct error *err)
{
	if (!store_reading(store, err))
		return false;
	sqlite3_stmt *statement = sql_statement(store->sql, ACCOUNT_COLUMNS "api_key=?1");
	sql_bind_text(statement, 1, api_key);
	return read_account(store, statement, account, err);
}

bool store_find_user(struct store *store, int64_t organization, const char *user_id,
		     struct account *account, struct error *err)
{
	if (!store_reading(store, err))
		return false;
	sqlite3_stmt *statement =
		sql_statement(store->sql, ACCOUNT_COLUMNS "organization=?1 AND user_id=?2");
	sqlite3_bind_int64(statement, 1, organization);
	sql_bind_text(statement, 2, user_id);
	return read_account(store, statement, account, err);
}

/* ---- Sessions ---- */

bool store_sessions_ended(struct store *store, int64_t customer, int64_t *times, struct error *err)
{
	if (!store_reading(store, err))
		return false;
	sqlite3_stmt *statement =
		sql_statement(store->sql, "SELECT times FROM ended_sessions WHERE customer=?1");
	sqlite3_bind_int64(statement, 1, customer);
	return sql_integer(store->sql, statement, 0, times, err);
}

bool store_end_sessions(struct store *store, int64_t customer, struct error *err)
{
	sqlite3_stmt *statement =
		sql_statement(store->sql, "INSERT INTO ended_sessions VALUES(?1,1)"
					  " ON CONFLICT DO UPDATE SET times=times+1");
	sqlite3_bind_int64(statement, 1, customer);
	return sql_finish(store->sql, statement, err);
}

bool store_remove_logins(struct store *store, int64_t customer, struct error *err)
{
	sqlite3_stmt *statement = sql_statement(store->sql, "DELETE FROM logins WHERE customer=?1");

	sqlite3_bind_int64(statement, 1, customer);
	return sql_finish(store->sql, statement, err);
}

bool store_customer_text(struct store *store, int64_t customer, const char *member, char **text,
			 struct error *err)
{
	char *document;

	if (!store_read(store, &customers_collection, customer, &document, err))
		return false;
	*text = document ? document_text(document, member) : xstrdup("");
	free(document);
	return true;
}

bool store_is_active(struct store *store, const struct collection *collection, int64_t id,
		     bool *active, struct error *err)
{
	int64_t found;

	if (!store_reading(store, err))
		return false;
	char *sql = xasprintf("SELECT active FROM %s WHERE id=?1", collection->table);
	sqlite3_stmt *statement = sql_statement(store->sql, sql);
	free(sql);
	sqlite3_bind_int64(statement, 1, id);
	bool ok = sql_integer(store->sql, statement, 0, &found, err);
	*active = ok && found == 1;
	return ok;
}
