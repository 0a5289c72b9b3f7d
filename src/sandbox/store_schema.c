/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "sandbox/collection.h"
#include "sandbox/store_internal.h"
#include "schema/field.h"

static const char fixed_tables[] =
	"CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE organizations (id INTEGER PRIMARY KEY, org_code TEXT NOT NULL UNIQUE,"
	" currency_code TEXT NOT NULL, document TEXT NOT NULL);"
	"CREATE TABLE logins (id INTEGER PRIMARY KEY, organization INTEGER NOT NULL, client_id "
	"TEXT NOT NULL,"
	" client_secret TEXT NOT NULL, api_key TEXT UNIQUE, user_id TEXT NOT NULL, role INTEGER "
	"NOT NULL,"
	" rep_number TEXT NOT NULL, customer INTEGER NOT NULL, customer_number TEXT NOT NULL,"
	" UNIQUE (organization, client_id));"
	"CREATE TABLE ended_sessions (customer INTEGER PRIMARY KEY, times INTEGER NOT NULL);";

static void write_table(const struct collection *collection, FILE *sql)
{
	const struct schema *schema = collection->schema;

	fprintf(sql,
		"CREATE TABLE %s (id INTEGER PRIMARY KEY, organization INTEGER NOT NULL, list_row "
		"TEXT NOT NULL",
		collection->table);
	for (size_t i = 0; i < schema->field_count; i++)
		if (column_type(&schema->fields[i]) != COLUMN_NONE)
			fprintf(sql, ",\"%s\"", schema->fields[i].name);
	fprintf(sql, ");CREATE TABLE %s_details (id INTEGER PRIMARY KEY, text TEXT NOT NULL);",
		collection->table);
}

/* The key comes last in every index: it decides between rows that are otherwise equal, and a deep
 * page is found by (column, key). */
static void write_indexes(const struct collection *collection, FILE *sql)
{
	const struct schema *schema = collection->schema;
	const struct field *key = collection_key(collection);

	for (size_t i = 0; i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];
		if (column_type(field) == COLUMN_NONE)
			continue;
		fprintf(sql, "CREATE %s INDEX \"%s_%s\" ON %s (organization,\"%s\"",
			field == key ? "UNIQUE" : "", collection->table, field->name,
			collection->table, field->name);
		if (field != key)
			fprintf(sql, ",\"%s\"", key->name);
		fputs(");", sql);
	}
}

/* Counting what a search finds looks at each row: at these columns of it alone where they stand together,
 * which takes a third of the time (measured, eight columns). */
static void write_searched_index(const struct collection *collection, FILE *sql)
{
	fprintf(sql, "CREATE INDEX \"%1$s_searched\" ON %1$s (organization", collection->table);
	for (const char *const *name = collection->searched; *name; name++)
		fprintf(sql, ",\"%s\"", *name);
	fputs(");", sql);
}

/* The columns are folded already, and the index keeps no copy of them. It knows in which rows three
 * letters are, not where: whoever asks looks at the row (store_count.c). */
static void write_search(const struct collection *collection, FILE *sql)
{
	const char *table = collection->table;

	if (!collection->searched)
		return;
	if (collection->apart)
		write_searched_index(collection, sql);
	fprintf(sql, "CREATE VIRTUAL TABLE %s_search USING fts5(", table);
	for (const char *const *name = collection->searched; *name; name++)
		fprintf(sql, "\"%s\",", *name);
	fprintf(sql,
		"content='%s',content_rowid='id',detail=none,tokenize='trigram case_sensitive 1');"
		"INSERT INTO %s_search(%s_search) VALUES('rebuild');",
		table, table, table);
}

static bool run_for_all(struct store *store, const struct collection *const *list,
			void (*write)(const struct collection *collection, FILE *sql),
			struct error *err)
{
	char *text;
	size_t len;
	FILE *sql = xmemstream(&text, &len);

	for (; *list; list++)
		write(*list, sql);
	fclose(sql);
	bool ok = sql_run(store->sql, text, err);
	free(text);
	return ok;
}

bool store_create_collections(struct store *store, const struct collection *const *list,
			      struct error *err)
{
	return run_for_all(store, list, write_table, err);
}

bool store_index_collections(struct store *store, const struct collection *const *list,
			     struct error *err)
{
	return run_for_all(store, list, write_indexes, err) &&
	       run_for_all(store, list, write_search, err);
}

bool store_create_tables(struct store *store, struct error *err)
{
	return sql_run(store->sql, fixed_tables, err) &&
	       store_create_collections(store, collections, err);
}

bool store_create_indexes(struct store *store, struct error *err)
{
	return store_index_collections(store, collections, err);
}
