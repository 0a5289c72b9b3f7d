/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_people.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/secret.h"
#include "sandbox/store_internal.h"

/* ---- Finding ---- */

const struct flow_tenant *flow_tenant(const struct flow_people *people, int64_t id)
{
	for (size_t i = 0; i < people->tenant_count; i++)
		if (people->tenants[i].id == id)
			return &people->tenants[i];
	return NULL;
}

const struct flow_tenant *flow_tenant_named(const struct flow_people *people, const char *uid)
{
	for (size_t i = 0; i < people->tenant_count; i++)
		if (strcmp(people->tenants[i].uid, uid) == 0)
			return &people->tenants[i];
	return NULL;
}

const struct flow_user *flow_user_named(const struct flow_people *people, const char *uid)
{
	for (size_t i = 0; i < people->user_count; i++)
		if (strcmp(people->users[i].uid, uid) == 0)
			return &people->users[i];
	return NULL;
}

/* A secret that is empty is none. */
static bool is_secret(const char *secret, const char *given)
{
	return *secret && strcmp(secret, given) == 0;
}

const struct flow_user *flow_user_of_auth(const struct flow_people *people,
					  const struct flow_user *user, const char *token)
{
	for (user = user ? user + 1 : people->users; user < people->users + people->user_count;
	     user++)
		if (is_secret(user->auth_token, token))
			return user;
	return NULL;
}

const struct flow_user *flow_user_of_integration(const struct flow_people *people,
						 const char *token)
{
	for (size_t i = 0; i < people->user_count; i++)
		if (is_secret(people->users[i].integration_token, token))
			return &people->users[i];
	return NULL;
}

const struct flow_user *flow_user_logging_in(const struct flow_people *people, int64_t tenant,
					     const char *code, const char *password)
{
	for (size_t i = 0; i < people->user_count; i++) {
		const struct flow_user *user = &people->users[i];
		if (user->tenant == tenant && strcmp(user->code, code) == 0)
			return is_secret(user->password, password) ? user : NULL;
	}
	return NULL;
}

const struct flow_device *flow_device_of(const struct flow_people *people, const char *token)
{
	for (size_t i = 0; i < people->device_count; i++)
		if (is_secret(people->devices[i].token, token))
			return &people->devices[i];
	return NULL;
}

const struct flow_store *flow_store_named(const struct flow_people *people, int64_t tenant,
					  const char *uid)
{
	for (size_t i = 0; i < people->store_count; i++)
		if (people->stores[i].tenant == tenant && strcmp(people->stores[i].uid, uid) == 0)
			return &people->stores[i];
	return NULL;
}

/* ---- Reading ---- */

static const char *text_at(struct flow_people *people, sqlite3_stmt *row, int i)
{
	char *text = xstrdup((const char *)sqlite3_column_text(row, i));

	people->texts =
		xreallocarray(people->texts, people->text_count + 1, sizeof(*people->texts));
	people->texts[people->text_count++] = text;
	return text;
}

static void read_tenant(struct flow_people *people, sqlite3_stmt *row)
{
	people->tenants =
		xreallocarray(people->tenants, people->tenant_count + 1, sizeof(*people->tenants));
	people->tenants[people->tenant_count++] = (struct flow_tenant){
		.id = sqlite3_column_int64(row, 0),
		.uid = text_at(people, row, 1),
		.name = text_at(people, row, 2),
		.organization_uid = text_at(people, row, 3),
		.external_search = sqlite3_column_int(row, 4),
	};
}

static void read_user(struct flow_people *people, sqlite3_stmt *row)
{
	people->users =
		xreallocarray(people->users, people->user_count + 1, sizeof(*people->users));
	people->users[people->user_count++] = (struct flow_user){
		.id = sqlite3_column_int64(row, 0),
		.tenant = sqlite3_column_int64(row, 1),
		.uid = text_at(people, row, 2),
		.code = text_at(people, row, 3),
		.password = text_at(people, row, 4),
		.auth_token = text_at(people, row, 5),
		.integration_token = text_at(people, row, 6),
		.active = sqlite3_column_int(row, 7),
		.permissions = (unsigned)sqlite3_column_int(row, 8),
		.document = text_at(people, row, 9),
	};
}

static void read_device(struct flow_people *people, sqlite3_stmt *row)
{
	people->devices =
		xreallocarray(people->devices, people->device_count + 1, sizeof(*people->devices));
	people->devices[people->device_count++] = (struct flow_device){
		.tenant = sqlite3_column_int64(row, 0),
		.token = text_at(people, row, 1),
		.store_uid = text_at(people, row, 2),
	};
}

static void read_store(struct flow_people *people, sqlite3_stmt *row)
{
	people->stores =
		xreallocarray(people->stores, people->store_count + 1, sizeof(*people->stores));
	people->stores[people->store_count++] = (struct flow_store){
		.tenant = sqlite3_column_int64(row, 0),
		.uid = text_at(people, row, 1),
		.document = text_at(people, row, 2),
	};
}

static const struct {
	const char *sql;
	void (*read)(struct flow_people *people, sqlite3_stmt *row);
} tables[] = {
	{ "SELECT id,uid,name,organization_uid,external_search FROM flow_tenants ORDER BY id",
	  read_tenant },
	{ "SELECT id,tenant,uid,code,password,auth_token,integration_token,active,permissions,"
	  "document FROM flow_users ORDER BY id",
	  read_user },
	{ "SELECT tenant,token,store_uid FROM flow_devices ORDER BY rowid", read_device },
	{ "SELECT tenant,uid,document FROM flow_stores ORDER BY rowid", read_store },
};

static bool read_people(struct store *store, struct flow_people *people, struct error *err)
{
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		sqlite3_stmt *statement = sql_statement(store->sql, tables[i].sql);
		enum sql_step step;
		while ((step = sql_step(store->sql, statement, err)) == SQL_ROW)
			tables[i].read(people, statement);
		if (step == SQL_FAILED)
			return false;
	}
	return true;
}

const struct flow_people *flow_people(struct store *store, struct error *err)
{
	if (store->people)
		return store->people;
	struct flow_people *people = xcalloc(1, sizeof(*people));
	if (store_reading(store, err) && read_people(store, people, err)) {
		store->people = people;
		return people;
	}
	flow_people_free(people);
	return NULL;
}

void flow_people_free(struct flow_people *people)
{
	if (!people)
		return;
	for (size_t i = 0; i < people->text_count; i++)
		secret_free(people->texts[i]);
	free(people->texts);
	free(people->tenants);
	free(people->users);
	free(people->devices);
	free(people->stores);
	free(people);
}

/* ---- Filling ---- */

const char flow_people_tables[] =
	"CREATE TABLE flow_tenants (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"
	" name TEXT NOT NULL, organization_uid TEXT NOT NULL, external_search INTEGER NOT NULL);"
	"CREATE TABLE flow_users (id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL,"
	" uid TEXT NOT NULL UNIQUE, code TEXT NOT NULL, password TEXT NOT NULL,"
	" auth_token TEXT NOT NULL, integration_token TEXT NOT NULL, active INTEGER NOT NULL,"
	" permissions INTEGER NOT NULL, document TEXT NOT NULL, UNIQUE (tenant, code));"
	"CREATE TABLE flow_devices (tenant INTEGER NOT NULL, token TEXT NOT NULL UNIQUE,"
	" store_uid TEXT NOT NULL);"
	"CREATE TABLE flow_stores (tenant INTEGER NOT NULL, uid TEXT NOT NULL,"
	" document TEXT NOT NULL, UNIQUE (tenant, uid));";

static void bind_text(sqlite3_stmt *statement, int i, const char *text)
{
	sql_bind_text(statement, i, text ? text : "");
}

bool flow_insert_tenant(struct store *store, const struct flow_tenant *tenant, int64_t *id,
			struct error *err)
{
	sqlite3_stmt *statement = sql_statement(
		store->sql, "INSERT INTO flow_tenants (uid,name,organization_uid,external_search)"
			    " VALUES(?1,?2,?3,?4) RETURNING id");

	bind_text(statement, 1, tenant->uid);
	bind_text(statement, 2, tenant->name);
	bind_text(statement, 3, tenant->organization_uid);
	sqlite3_bind_int(statement, 4, tenant->external_search);
	return sql_integer(store->sql, statement, 0, id, err);
}

bool flow_insert_user(struct store *store, const struct flow_user *user, struct error *err)
{
	sqlite3_stmt *statement = sql_statement(
		store->sql, "INSERT INTO flow_users (tenant,uid,code,password,auth_token,"
			    "integration_token,active,permissions,document)"
			    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)");

	sqlite3_bind_int64(statement, 1, user->tenant);
	bind_text(statement, 2, user->uid);
	bind_text(statement, 3, user->code);
	bind_text(statement, 4, user->password);
	bind_text(statement, 5, user->auth_token);
	bind_text(statement, 6, user->integration_token);
	sqlite3_bind_int(statement, 7, user->active);
	sqlite3_bind_int(statement, 8, (int)user->permissions);
	bind_text(statement, 9, user->document);
	return sql_finish(store->sql, statement, err);
}

bool flow_insert_device(struct store *store, const struct flow_device *device, struct error *err)
{
	sqlite3_stmt *statement =
		sql_statement(store->sql, "INSERT INTO flow_devices VALUES(?1,?2,?3)");

	sqlite3_bind_int64(statement, 1, device->tenant);
	bind_text(statement, 2, device->token);
	bind_text(statement, 3, device->store_uid);
	return sql_finish(store->sql, statement, err);
}

bool flow_insert_store(struct store *store, const struct flow_store *place, struct error *err)
{
	sqlite3_stmt *statement =
		sql_statement(store->sql, "INSERT INTO flow_stores VALUES(?1,?2,?3)");

	sqlite3_bind_int64(statement, 1, place->tenant);
	bind_text(statement, 2, place->uid);
	bind_text(statement, 3, place->document);
	return sql_finish(store->sql, statement, err);
}
