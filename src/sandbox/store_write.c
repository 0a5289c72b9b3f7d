/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "sandbox/anchors.h"
#include "sandbox/collection.h"
#include "sandbox/row.h"
#include "sandbox/store_internal.h"
#include "sandbox/totals.h"
#include "schema/field.h"

int64_t store_first_id(int64_t organization)
{
	return organization << STORE_ID_BITS;
}

int64_t store_last_id(int64_t organization)
{
	return ((organization + 1) << STORE_ID_BITS) - 1;
}

/* ---- Reading one ---- */

bool store_find(struct store *store, const struct collection *collection, int64_t organization,
		const struct field *field, const char *text, int64_t *id, struct error *err)
{
	char *sql = xasprintf("SELECT id FROM %s WHERE organization=?1 AND \"%s\"=?2 LIMIT 1",
			      collection->table, field->name);
	char *folded = text_fold(text, strlen(text));

	bool ok = store_reading(store, err);
	if (ok) {
		sqlite3_stmt *statement = sql_statement(store->sql, sql);
		sqlite3_bind_int64(statement, 1, organization);
		sql_bind_text(statement, 2, folded);
		ok = sql_integer(store->sql, statement, 0, id, err);
	}
	free(folded);
	free(sql);
	return ok;
}

bool store_read(struct store *store, const struct collection *collection, int64_t id,
		char **document, struct error *err)
{
	*document = NULL;
	if (!store_reading(store, err))
		return false;
	char *sql =
		xasprintf("SELECT list_row,text FROM %1$s JOIN %1$s_details USING (id) WHERE id=?1",
			  collection->table);
	sqlite3_stmt *statement = sql_statement(store->sql, sql);
	free(sql);
	sqlite3_bind_int64(statement, 1, id);
	enum sql_step step = sql_step(store->sql, statement, err);
	if (step == SQL_ROW)
		*document = row_join((const char *)sqlite3_column_text(statement, 0),
				     (const char *)sqlite3_column_text(statement, 1));
	sqlite3_reset(statement);
	return step != SQL_FAILED;
}

/* ---- Writing one ---- */

/* No column is ever NULL, which compares with nothing: what is absent is less than all there is. */
static void bind_cell(sqlite3_stmt *statement, int i, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_INTEGER:
		sqlite3_bind_int64(statement, i, cell->integer);
		return;
	case CELL_REAL:
		sqlite3_bind_double(statement, i, cell->real);
		return;
	case CELL_TEXT:
		sql_bind_text(statement, i, cell->text);
		return;
	case CELL_EMPTY:
		sqlite3_bind_double(statement, i, -INFINITY);
	}
}

/* Values: ?1 id, ?2 organization, ?3 list row, then the cells by their place in the schema. */
enum { VALUE_CELLS = 4 };

static void bind_row(sqlite3_stmt *statement, int64_t id, int64_t organization,
		     const struct row *row)
{
	const struct schema *schema = row->collection->schema;

	sqlite3_bind_int64(statement, 1, id);
	sqlite3_bind_int64(statement, 2, organization);
	sql_bind_text(statement, 3, row->list_row);
	for (size_t i = 0; i < schema->field_count; i++)
		if (column_type(&schema->fields[i]) != COLUMN_NONE)
			bind_cell(statement, VALUE_CELLS + (int)i, &row->cells[i]);
}

static bool write_details(struct store *store, int64_t id, const struct row *row, struct error *err)
{
	char *sql = xasprintf("INSERT OR REPLACE INTO %s_details VALUES(?1,?2)",
			      row->collection->table);
	sqlite3_stmt *statement = sql_statement(store->sql, sql);

	free(sql);
	sqlite3_bind_int64(statement, 1, id);
	sql_bind_text(statement, 2, row->details);
	return sql_finish(store->sql, statement, err);
}

static bool next_id(struct store *store, const struct collection *collection, int64_t organization,
		    int64_t *id, struct error *err)
{
	char *sql =
		xasprintf("SELECT max(id)+1 FROM %s WHERE id BETWEEN ?1 AND ?2", collection->table);
	sqlite3_stmt *statement = sql_statement(store->sql, sql);

	free(sql);
	sqlite3_bind_int64(statement, 1, store_first_id(organization));
	sqlite3_bind_int64(statement, 2, store_last_id(organization));
	bool ok = sql_integer(store->sql, statement, 0, id, err);
	if (*id == 0) /* max of no rows */
		*id = store_first_id(organization);
	return ok;
}

static sqlite3_stmt *insert_statement(struct store *store, const struct collection *collection)
{
	char *text;
	size_t len;
	const struct schema *schema = collection->schema;
	FILE *sql = xmemstream(&text, &len);

	fprintf(sql, "INSERT INTO %s VALUES(?1,?2,?3", collection->table);
	for (size_t i = 0; i < schema->field_count; i++)
		if (column_type(&schema->fields[i]) != COLUMN_NONE)
			fprintf(sql, ",?%d", VALUE_CELLS + (int)i);
	fputc(')', sql);
	fclose(sql);
	sqlite3_stmt *statement = sql_statement(store->sql, text);
	free(text);
	return statement;
}

/* Names only the columns that change: SQLite then leaves the other indexes alone. */
static sqlite3_stmt *update_statement(struct store *store, const struct row *old,
				      const struct row *new)
{
	char *text;
	size_t len;
	const struct schema *schema = new->collection->schema;
	FILE *sql = xmemstream(&text, &len);

	fprintf(sql, "UPDATE %s SET list_row=?3", new->collection->table);
	for (size_t i = 0; i < schema->field_count; i++)
		if (column_type(&schema->fields[i]) != COLUMN_NONE &&
		    !cell_equal(&old->cells[i], &new->cells[i]))
			fprintf(sql, ",\"%s\"=?%d", schema->fields[i].name, VALUE_CELLS + (int)i);
	fputs(" WHERE id=?1", sql);
	fclose(sql);
	sqlite3_stmt *statement = sql_statement(store->sql, text);
	free(text);
	return statement;
}

/* The trigram index keeps no copy of the text: what is taken out of it has to be named. */
static bool write_search(struct store *store, int64_t id, const struct row *row, bool insert,
			 struct error *err)
{
	char *text;
	size_t len;
	const struct collection *collection = row->collection;
	const char *table = collection->table;
	FILE *sql = xmemstream(&text, &len);

	fprintf(sql, "INSERT INTO %s_search(", table);
	if (!insert)
		fprintf(sql, "%s_search,", table);
	fputs("rowid", sql);
	for (const char *const *name = collection->searched; *name; name++)
		fprintf(sql, ",\"%s\"", *name);
	fprintf(sql, ") VALUES(%s?1", insert ? "" : "'delete',");
	for (const char *const *name = collection->searched; *name; name++)
		fprintf(sql, ",?%d", 2 + (int)(name - collection->searched));
	fputc(')', sql);
	fclose(sql);
	sqlite3_stmt *statement = sql_statement(store->sql, text);
	free(text);
	sqlite3_bind_int64(statement, 1, id);
	for (const char *const *name = collection->searched; *name; name++)
		bind_cell(statement, 2 + (int)(name - collection->searched),
			  row_cell(row, schema_field(collection->schema, *name)));
	return sql_finish(store->sql, statement, err);
}

static bool same_search(const struct row *old, const struct row *new)
{
	const struct collection *collection = new->collection;

	for (const char *const *name = collection->searched; *name; name++) {
		const struct field *field = schema_field(collection->schema, *name);
		if (!cell_equal(row_cell(old, field), row_cell(new, field)))
			return false;
	}
	return true;
}

static bool update_search(struct store *store, int64_t id, const struct row *old,
			  const struct row *new, struct error *err)
{
	const struct collection *collection = new ? new->collection : old->collection;

	if (!collection->searched || store->filling || (old && new &&same_search(old, new)))
		return true;
	return (!old || write_search(store, id, old, false, err)) &&
	       (!new || write_search(store, id, new, true, err));
}

static bool insert(struct store *store, int64_t organization, int64_t *id, const struct row *row,
		   struct error *err)
{
	if (!next_id(store, row->collection, organization, id, err))
		return false;
	sqlite3_stmt *statement = insert_statement(store, row->collection);
	bind_row(statement, *id, organization, row);
	return sql_finish(store->sql, statement, err) && write_details(store, *id, row, err) &&
	       update_search(store, *id, NULL, row, err);
}

static bool update(struct store *store, int64_t id, const struct row *old, const struct row *new,
		   struct error *err)
{
	sqlite3_stmt *statement = update_statement(store, old, new);

	sqlite3_bind_int64(statement, 1, id);
	sql_bind_text(statement, 3, new->list_row);
	for (size_t i = 0; i < new->collection->schema->field_count; i++)
		if (!cell_equal(&old->cells[i], &new->cells[i]))
			bind_cell(statement, VALUE_CELLS + (int)i, &new->cells[i]);
	if (!sql_finish(store->sql, statement, err))
		return false;
	if (strcmp(old->details, new->details) != 0 && !write_details(store, id, new, err))
		return false;
	return update_search(store, id, old, new, err);
}

/* A row came (old is NULL), changed or went (new is NULL): corrects what is remembered. */
static void remember_change(struct store *store, int64_t organization, const struct row *old,
			    const struct row *new)
{
	totals_correct(store->totals, organization, old, new);
	anchors_drop_changed(store->anchors, organization, old, new);
}

static bool read_row(struct store *store, const struct collection *collection, int64_t id,
		     struct row *row, struct error *err)
{
	char *document;

	if (!store_read(store, collection, id, &document, err))
		return false;
	if (!document)
		return error_set(err, ERROR_SYSTEM,
				 _("The database lacks a row that should be there"));
	row_init(row, collection, document);
	free(document);
	return true;
}

bool store_write(struct store *store, const struct collection *collection, int64_t organization,
		 int64_t *id, const char *document, struct error *err)
{
	struct row old = { 0 }, new;
	bool is_new = *id == 0;

	row_init(&new, collection, document);
	bool ok = is_new ? insert(store, organization, id, &new, err)
			 : read_row(store, collection, *id, &old, err) &&
				   update(store, *id, &old, &new, err);
	if (ok && !store->filling)
		remember_change(store, organization, is_new ? NULL : &old, &new);
	row_finish(&new);
	row_finish(&old);
	return ok;
}

static bool delete_from(struct store *store, const char *table, const char *suffix, int64_t id,
			struct error *err)
{
	char *sql = xasprintf("DELETE FROM %s%s WHERE id=?1", table, suffix);
	sqlite3_stmt *statement = sql_statement(store->sql, sql);

	free(sql);
	sqlite3_bind_int64(statement, 1, id);
	return sql_finish(store->sql, statement, err);
}

bool store_delete(struct store *store, const struct collection *collection, int64_t organization,
		  int64_t id, struct error *err)
{
	struct row old;

	if (!read_row(store, collection, id, &old, err))
		return false;
	bool ok = delete_from(store, collection->table, "", id, err) &&
		  delete_from(store, collection->table, "_details", id, err) &&
		  update_search(store, id, &old, NULL, err);
	if (ok)
		remember_change(store, organization, &old, NULL);
	row_finish(&old);
	return ok;
}
