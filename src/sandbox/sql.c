/* SPDX-License-Identifier: ISC */
#include "sandbox/sql.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"

enum { STATEMENTS = 96, BUSY_MS = 60000 };

struct prepared {
	char *text;
	uint32_t hash;
	uint64_t used;
	sqlite3_stmt *statement;
};

struct sql {
	sqlite3 *db;
	struct prepared prepared[STATEMENTS];
	uint64_t uses;
};

static bool failed(const struct sql *sql, struct error *err)
{
	return error_set(err, ERROR_SYSTEM, _("The database says: %s"), sqlite3_errmsg(sql->db));
}

struct sql *sql_open(const char *path, struct error *err)
{
	struct sql *sql = xcalloc(1, sizeof(*sql));
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
		    SQLITE_OPEN_EXRESCODE;

	if (sqlite3_open_v2(path, &sql->db, flags, NULL) == SQLITE_OK) {
		sqlite3_busy_timeout(sql->db, BUSY_MS);
		return sql;
	}
	error_set(err, ERROR_SYSTEM, _("%s cannot be opened: %s"), path, sqlite3_errmsg(sql->db));
	sql_close(sql);
	return NULL;
}

static void forget(struct prepared *prepared)
{
	sqlite3_finalize(prepared->statement);
	free(prepared->text);
	*prepared = (struct prepared){ 0 };
}

void sql_close(struct sql *sql)
{
	if (!sql)
		return;
	for (size_t i = 0; i < STATEMENTS; i++)
		forget(&sql->prepared[i]);
	sqlite3_close(sql->db);
	free(sql);
}

bool sql_run(struct sql *sql, const char *text, struct error *err)
{
	return sqlite3_exec(sql->db, text, NULL, NULL, NULL) == SQLITE_OK || failed(sql, err);
}

static uint32_t hash_of(const char *text)
{
	uint32_t hash = 2166136261U; /* FNV-1a */

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619U;
	return hash;
}

/* Where text is, or the place that was not used for longest. */
static struct prepared *place_of(struct sql *sql, const char *text, uint32_t hash)
{
	struct prepared *oldest = &sql->prepared[0];

	for (size_t i = 0; i < STATEMENTS; i++) {
		struct prepared *prepared = &sql->prepared[i];
		if (prepared->hash == hash && prepared->text && strcmp(prepared->text, text) == 0)
			return prepared;
		if (prepared->used < oldest->used)
			oldest = prepared;
	}
	return oldest;
}

sqlite3_stmt *sql_statement(struct sql *sql, const char *text)
{
	uint32_t hash = hash_of(text);
	struct prepared *prepared = place_of(sql, text, hash);

	prepared->used = ++sql->uses;
	if (prepared->hash == hash && prepared->text && strcmp(prepared->text, text) == 0) {
		sqlite3_reset(prepared->statement);
		sqlite3_clear_bindings(prepared->statement);
		return prepared->statement;
	}
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v3(sql->db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
	    SQLITE_OK)
		return NULL;
	forget(prepared);
	*prepared = (struct prepared){ xstrdup(text), hash, sql->uses, statement };
	return statement;
}

void sql_function(struct sql *sql, const char *name, int values,
		  void (*function)(sqlite3_context *context, int count, sqlite3_value **given))
{
	sqlite3_create_function(sql->db, name, values, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
				function, NULL, NULL);
}

void sql_bind_text(sqlite3_stmt *statement, int i, const char *text)
{
	sqlite3_bind_text(statement, i, text, -1, SQLITE_STATIC);
}

enum sql_step sql_step(struct sql *sql, sqlite3_stmt *statement, struct error *err)
{
	int result = statement ? sqlite3_step(statement) : SQLITE_ERROR;

	if (result == SQLITE_ROW)
		return SQL_ROW;
	if (result != SQLITE_DONE)
		failed(sql, err);
	if (statement)
		sqlite3_reset(statement);
	return result == SQLITE_DONE ? SQL_DONE : SQL_FAILED;
}

bool sql_row(struct sql *sql, sqlite3_stmt *statement, struct error *err)
{
	enum sql_step step = sql_step(sql, statement, err);

	if (step == SQL_DONE)
		error_set(err, ERROR_SYSTEM, _("The database lacks a row that should be there"));
	return step == SQL_ROW;
}

bool sql_finish(struct sql *sql, sqlite3_stmt *statement, struct error *err)
{
	enum sql_step step = sql_step(sql, statement, err);

	sqlite3_reset(statement);
	return step != SQL_FAILED;
}

bool sql_integer(struct sql *sql, sqlite3_stmt *statement, int64_t otherwise, int64_t *out,
		 struct error *err)
{
	enum sql_step step = sql_step(sql, statement, err);

	if (step == SQL_FAILED)
		return false;
	*out = step == SQL_ROW ? sqlite3_column_int64(statement, 0) : otherwise;
	sqlite3_reset(statement);
	return true;
}
