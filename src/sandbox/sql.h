/* sql.h - one SQLite connection and its prepared statements. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SQL_H
#define SANDBOX_SQL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

struct error;
struct sql;

/* Opens or makes the file; NULL on error. */
struct sql *sql_open(const char *path, struct error *err);
void sql_close(struct sql *sql); /* NULL is fine */

/* Runs statements without parameters and results. */
bool sql_run(struct sql *sql, const char *text, struct error *err);

/* The statement of that text, reset and without values, prepared at the first use. Borrowed: until
 * 32 others were asked for, or the connection closes. NULL when it cannot be prepared; sqlite3_bind
 * and sql_step take that, the latter saying why. */
sqlite3_stmt *sql_statement(struct sql *sql, const char *text);

/* A function of so many values (-1: any number) for use in statements; it depends on nothing else. */
void sql_function(struct sql *sql, const char *name, int values,
		  void (*function)(sqlite3_context *context, int count, sqlite3_value **given));

/* Borrowed by the statement until it is reset. */
void sql_bind_text(sqlite3_stmt *statement, int i, const char *text);

enum sql_step { SQL_FAILED, SQL_DONE, SQL_ROW };

/* One row on. A statement that is done or failed is reset. */
enum sql_step sql_step(struct sql *sql, sqlite3_stmt *statement, struct error *err);

/* For statements that give a row for certain: it is an error when they do not. */
bool sql_row(struct sql *sql, sqlite3_stmt *statement, struct error *err);

/* For statements that give no rows. */
bool sql_finish(struct sql *sql, sqlite3_stmt *statement, struct error *err);

/* The integer in the first column of the first row; otherwise when there is no row. Resets. */
bool sql_integer(struct sql *sql, sqlite3_stmt *statement, int64_t otherwise, int64_t *out,
		 struct error *err);

#endif
