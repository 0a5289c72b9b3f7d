/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/alloc.h"
#include "sandbox/collection.h"
#include "sandbox/store_internal.h"
#include "schema/field.h"

bool store_insert_organization(struct store *store, const char *org_code, const char *currency_code,
			       const char *document, int64_t *organization, struct error *err)
{
	sqlite3_stmt *statement = sql_statement(
		store->sql, "INSERT INTO organizations (org_code,currency_code,document)"
			    " VALUES(?1,?2,?3) RETURNING id");

	sql_bind_text(statement, 1, org_code);
	sql_bind_text(statement, 2, currency_code);
	sql_bind_text(statement, 3, document);
	return sql_integer(store->sql, statement, 0, organization, err);
}

static bool insert(struct store *store, const struct collection *collection, int64_t organization,
		   const char *document, struct error *err)
{
	int64_t id = 0;

	return store_write(store, collection, organization, &id, document, err);
}

bool store_insert_customer(struct store *store, int64_t organization, const char *document,
			   struct error *err)
{
	return insert(store, &customers_collection, organization, document, err);
}

bool store_insert_product(struct store *store, int64_t organization, const char *document,
			  struct error *err)
{
	return insert(store, &products_collection, organization, document, err);
}

bool store_insert_sales_rep(struct store *store, int64_t organization, const char *document,
			    struct error *err)
{
	return insert(store, &sales_reps_collection, organization, document, err);
}

bool store_insert_flow_customer(struct store *store, int64_t tenant, const char *document,
				struct error *err)
{
	return insert(store, &flow_customers_collection, tenant, document, err);
}

bool store_insert_flow_group(struct store *store, int64_t tenant, const char *document,
			     struct error *err)
{
	return insert(store, &flow_groups_collection, tenant, document, err);
}

bool store_insert_flow_entry(struct store *store, int64_t tenant, const char *document,
			     struct error *err)
{
	return insert(store, &flow_external_collection, tenant, document, err);
}

bool store_insert_login(struct store *store, int64_t organization, const struct store_login *login,
			struct error *err)
{
	int64_t customer = 0;

	if (login->customer_number && !store_find(store, &customers_collection, organization,
						  collection_key(&customers_collection),
						  login->customer_number, &customer, err))
		return false;
	sqlite3_stmt *statement = sql_statement(
		store->sql, "INSERT INTO logins "
			    "(organization,client_id,client_secret,api_key,user_id,role,rep_number,"
			    "customer,customer_number) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)");
	sqlite3_bind_int64(statement, 1, organization);
	sql_bind_text(statement, 2, login->client_id);
	sql_bind_text(statement, 3, login->client_secret);
	if (login->api_key)
		sql_bind_text(statement, 4, login->api_key);
	sql_bind_text(statement, 5, login->user_id);
	sqlite3_bind_int(statement, 6, (int)login->role);
	sql_bind_text(statement, 7, login->rep_number ? login->rep_number : "");
	sqlite3_bind_int64(statement, 8, customer);
	sql_bind_text(statement, 9, login->customer_number ? login->customer_number : "");
	return sql_finish(store->sql, statement, err);
}

static const char *text_or_null(sqlite3_stmt *statement, int i)
{
	const char *text = (const char *)sqlite3_column_text(statement, i);

	return text && *text ? text : NULL;
}

bool store_each_login(struct store *store, store_login_fn *fn, void *data, struct error *err)
{
	enum sql_step step;
	sqlite3_stmt *statement = sql_statement(
		store->sql,
		"SELECT org_code,client_id,client_secret,api_key,user_id,role,rep_number,"
		"customer_number FROM logins JOIN organizations ON organizations.id=organization"
		" ORDER BY logins.id");

	while ((step = sql_step(store->sql, statement, err)) == SQL_ROW) {
		struct store_login login = {
			.org_code = text_or_null(statement, 0),
			.client_id = text_or_null(statement, 1),
			.client_secret = text_or_null(statement, 2),
			.api_key = text_or_null(statement, 3),
			.user_id = text_or_null(statement, 4),
			.role = (enum role)sqlite3_column_int(statement, 5),
			.rep_number = text_or_null(statement, 6),
			.customer_number = text_or_null(statement, 7),
		};
		fn(data, &login);
	}
	return step == SQL_DONE;
}

const char *role_name(enum role role)
{
	return role == ROLE_ADMIN ? "Admin" : role == ROLE_SALES_REP ? "SalesRep" : "Customer";
}
