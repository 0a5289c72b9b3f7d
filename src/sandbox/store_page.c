/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "sandbox/anchors.h"
#include "sandbox/collection.h"
#include "sandbox/store_count.h"
#include "sandbox/store_internal.h"
#include "sandbox/totals.h"
#include "sandbox/selection.h"
#include "schema/field.h"

/* NARROW: so few rows that their ids are kept, all of them. DEEP: so far in that anchors pay. */
enum { NARROW = 1000, DEEP = 500 };

static void write_order(const struct selection *selection, bool descending, FILE *sql)
{
	const char *direction = descending ? " DESC" : "";

	fputs(" ORDER BY ", sql);
	selection_write_column(selection, selection->sort, sql);
	fputs(direction, sql);
	if (selection->sort !=
	    collection_key(selection->collection)) /* twice would make SQLite sort again */
		fprintf(sql, ",\"%s\"%s", selection->collection->schema->key, direction);
}

/* What a list answers of a row: part of the row, or its document (row.h, row_join). */
static void write_answer(const struct collection *collection, FILE *sql)
{
	if (collection->apart)
		fprintf(sql, "(SELECT '{'||substr(text,2)||'}' FROM %1$s_details WHERE id=%1$s.id)",
			collection->table);
	else
		fputs("list_row", sql);
}

/* ---- Narrow selections: by their ids ---- */

static sqlite3_stmt *ids_statement(struct store *store, const struct selection *selection, int rare)
{
	char *text;
	size_t len;
	FILE *sql = xmemstream(&text, &len);

	fputs("SELECT id", sql);
	store_write_from(selection, rare, sql);
	write_order(selection, selection->descending, sql);
	fclose(sql);
	sqlite3_stmt *statement = sql_statement(store->sql, text);
	free(text);
	store_bind_from(selection, rare, statement);
	return statement;
}

/* Every stride-th id; the caller frees. NULL on error. */
static int64_t *read_ids(struct store *store, sqlite3_stmt *statement, size_t stride, size_t *count,
			 struct error *err)
{
	int64_t *ids = xreallocarray(NULL, NARROW, sizeof(*ids));
	size_t size = NARROW, row = 0;
	enum sql_step step;

	*count = 0;
	for (; (step = sql_step(store->sql, statement, err)) == SQL_ROW; row++) {
		if (row % stride)
			continue;
		if (*count == size)
			ids = xreallocarray(ids, size *= 2, sizeof(*ids));
		ids[(*count)++] = sqlite3_column_int64(statement, 0);
	}
	if (step == SQL_DONE)
		return ids;
	free(ids);
	return NULL;
}

/* Reads the ids of all rows, by way of a rare clause (-1: none), and remembers them. */
static const int64_t *collect_ids(struct store *store, const struct selection *selection, int rare,
				  size_t *count, struct error *err)
{
	int64_t *ids = read_ids(store, ids_statement(store, selection, rare), 1, count, err);

	if (ids)
		anchors_remember_take(store->anchors, selection, ids, *count);
	return ids;
}

static const int64_t *narrow_ids(struct store *store, const struct selection *selection,
				 size_t *count, struct error *err)
{
	int rare;
	const int64_t *known = anchors_find(store->anchors, selection, count);

	if (known)
		return known;
	return store_rare_clause(store, selection, &rare, err)
		       ? collect_ids(store, selection, rare, count, err)
		       : NULL;
}

static sqlite3_stmt *answer_statement(struct store *store, const struct collection *collection)
{
	char *text;
	size_t len;
	FILE *sql = xmemstream(&text, &len);

	fputs("SELECT ", sql);
	write_answer(collection, sql);
	fprintf(sql, " FROM %s WHERE id=?1", collection->table);
	fclose(sql);
	sqlite3_stmt *statement = sql_statement(store->sql, text);
	free(text);
	return statement;
}

static bool narrow_page(struct store *store, const struct selection *selection, int64_t offset,
			int64_t rows, store_row_fn *fn, void *data, struct error *err)
{
	size_t count;
	const int64_t *ids = narrow_ids(store, selection, &count, err);

	if (!ids)
		return false;
	sqlite3_stmt *statement = answer_statement(store, selection->collection);
	for (int64_t i = offset; i < offset + rows && i < (int64_t)count; i++) {
		sqlite3_bind_int64(statement, 1, ids[i]);
		if (!sql_row(store->sql, statement, err))
			return false;
		fn(data, (const char *)sqlite3_column_text(statement, 0),
		   (size_t)sqlite3_column_bytes(statement, 0));
		sqlite3_reset(statement);
	}
	return true;
}

/* ---- Wide selections: a walk along the order's index ---- */

/* Where a walk begins, and how. */
struct walk {
	int64_t anchor; /* id of the row to begin with; 0: the first of all */
	int64_t skip;
	int64_t rows;
	bool descending;
};

/* The price of a tier is in no column. */
static bool walks_index(const struct selection *selection)
{
	return !selection->price_tier || strcmp(selection->sort->name, "price") != 0;
}

/* Gives ids, or what is answered. Values behind those of the selection: rows, skip, then column and key
 * of the anchor. */
static sqlite3_stmt *walk_statement(struct store *store, const struct selection *selection,
				    bool ids, const struct walk *walk)
{
	char *text;
	size_t len;
	const struct collection *collection = selection->collection;
	const char *column = selection->sort->name, *key = collection->schema->key;
	int next = selection_next_value(selection);
	FILE *sql = xmemstream(&text, &len);

	fputs("SELECT ", sql);
	if (ids)
		fputs("id", sql);
	else
		write_answer(collection, sql);
	fprintf(sql, " FROM %s", collection->table);
	if (walks_index(selection))
		fprintf(sql, " INDEXED BY \"%s_%s\"", collection->table, column);
	fputs(" WHERE ", sql);
	selection_write_where(selection, sql);
	if (walk->anchor)
		fprintf(sql, " AND (\"%s\",\"%s\")%s(?%d,?%d)", column, key,
			walk->descending ? "<=" : ">=", next + 2, next + 3);
	write_order(selection, walk->descending, sql);
	fprintf(sql, " LIMIT ?%d OFFSET ?%d", next, next + 1);
	fclose(sql);
	sqlite3_stmt *statement = sql_statement(store->sql, text);
	free(text);
	selection_bind(selection, statement);
	sqlite3_bind_int64(statement, next, walk->rows);
	sqlite3_bind_int64(statement, next + 1, walk->skip);
	return statement;
}

/* Gives the walk its anchor's column and key. */
static bool bind_anchor(struct store *store, const struct selection *selection,
			const struct walk *walk, sqlite3_stmt *statement, struct error *err)
{
	int next = selection_next_value(selection);

	if (!walk->anchor)
		return true;
	char *sql = xasprintf("SELECT \"%s\",\"%s\" FROM %s WHERE id=?1", selection->sort->name,
			      selection->collection->schema->key, selection->collection->table);
	sqlite3_stmt *anchor = sql_statement(store->sql, sql);
	free(sql);
	sqlite3_bind_int64(anchor, 1, walk->anchor);
	if (!sql_row(store->sql, anchor, err))
		return false;
	sqlite3_bind_value(statement, next + 2, sqlite3_column_value(anchor, 0));
	sqlite3_bind_value(statement, next + 3, sqlite3_column_value(anchor, 1));
	sqlite3_reset(anchor);
	return true;
}

/* Moves the walk's beginning to the last anchor before it. */
static bool find_anchor(struct store *store, const struct selection *selection, struct walk *walk,
			struct error *err)
{
	size_t count;
	const int64_t *ids = anchors_find(store->anchors, selection, &count);

	if (!ids) {
		const struct walk all = { .rows = INT64_MAX, .descending = selection->descending };
		int64_t *walked = read_ids(store, walk_statement(store, selection, true, &all),
					   ANCHOR_STRIDE, &count, err);
		if (!walked)
			return false;
		anchors_remember_take(store->anchors, selection, walked, count);
		ids = walked;
	}
	size_t place = (size_t)walk->skip / ANCHOR_STRIDE;
	if (place < count) {
		walk->anchor = ids[place];
		walk->skip %= ANCHOR_STRIDE;
	}
	return true;
}

static bool give_rows(struct store *store, sqlite3_stmt *statement, store_row_fn *fn, void *data,
		      struct error *err)
{
	enum sql_step step;

	while ((step = sql_step(store->sql, statement, err)) == SQL_ROW)
		fn(data, (const char *)sqlite3_column_text(statement, 0),
		   (size_t)sqlite3_column_bytes(statement, 0));
	return step == SQL_DONE;
}

static bool give_reversed(struct store *store, sqlite3_stmt *statement, size_t rows,
			  store_row_fn *fn, void *data, struct error *err)
{
	enum sql_step step;
	size_t count = 0, len, *ends = xreallocarray(NULL, rows + 1, sizeof(*ends));
	char *text;
	FILE *out = xmemstream(&text, &len);

	ends[0] = 0;
	while ((step = sql_step(store->sql, statement, err)) == SQL_ROW && count < rows) {
		size_t bytes = (size_t)sqlite3_column_bytes(statement, 0);
		fwrite(sqlite3_column_text(statement, 0), 1, bytes, out);
		ends[count + 1] = ends[count] + bytes;
		count++;
	}
	fclose(out);
	for (; count > 0; count--)
		fn(data, text + ends[count - 1], ends[count] - ends[count - 1]);
	free(text);
	free(ends);
	return step != SQL_FAILED;
}

static bool wide_page(struct store *store, const struct selection *selection, int64_t total,
		      int64_t offset, int64_t rows, store_row_fn *fn, void *data, struct error *err)
{
	struct walk walk = { .skip = offset, .rows = rows, .descending = selection->descending };
	int64_t behind = total - offset - rows;
	bool backwards = behind < offset && behind < DEEP;

	if (backwards) {
		walk.skip = behind;
		walk.descending = !walk.descending;
	} else if (offset >= DEEP && walks_index(selection) &&
		   !find_anchor(store, selection, &walk, err)) {
		return false;
	}
	sqlite3_stmt *statement = walk_statement(store, selection, false, &walk);
	if (!bind_anchor(store, selection, &walk, statement, err))
		return false;
	return backwards ? give_reversed(store, statement, (size_t)rows, fn, data, err)
			 : give_rows(store, statement, fn, data, err);
}

/* Where the rows are few by their trigrams, reading them counts them. */
static bool find_total(struct store *store, const struct selection *selection, int64_t *total,
		       struct error *err)
{
	int rare;
	size_t count = 0;

	if (totals_find(store->totals, selection, total))
		return true;
	if (!store_rare_clause(store, selection, &rare, err))
		return false;
	bool ok = rare >= 0 ? collect_ids(store, selection, rare, &count, err) != NULL
			    : store_count(store, selection, total, err);
	if (rare >= 0)
		*total = (int64_t)count;
	if (ok)
		totals_remember(store->totals, selection, *total);
	return ok;
}

bool store_page(struct store *store, const struct selection *selection, int64_t *total,
		store_row_fn *fn, void *data, struct error *err)
{
	if (!store_reading(store, err) || !find_total(store, selection, total, err))
		return false;
	/* page and page_size are at most INT32_MAX (list_query.h) */
	int64_t offset = (selection->page - 1) * selection->page_size;
	int64_t rows =
		*total - offset < selection->page_size ? *total - offset : selection->page_size;
	if (rows <= 0)
		return true;
	if (*total <= NARROW)
		return narrow_page(store, selection, offset, rows, fn, data, err);
	return wide_page(store, selection, *total, offset, rows, fn, data, err);
}
