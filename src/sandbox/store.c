/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"
#include "sandbox/anchors.h"
#include "sandbox/flow_people.h"
#include "sandbox/row.h"
#include "sandbox/store_internal.h"
#include "sandbox/totals.h"

/* "Nymb" and the layout of the tables: change it with them. */
enum { APPLICATION_ID = 0x4e796d62, LAYOUT = 1, KEY_BYTES = 32 };

static bool pragma(struct store *store, const char *name, int64_t *value, struct error *err)
{
	char *text = xasprintf("PRAGMA %s", name);
	bool ok = sql_integer(store->sql, sql_statement(store->sql, text), 0, value, err);

	free(text);
	return ok;
}

/* decimal_text(number): what cell_text says, so that SQL and C compare the same. */
static void decimal_text(sqlite3_context *context, int count, sqlite3_value **values)
{
	char space[DECIMAL_TEXT_SIZE];
	struct cell cell = { .type = CELL_EMPTY };

	(void)count;
	if (sqlite3_value_type(values[0]) == SQLITE_INTEGER)
		cell = (struct cell){ .type = CELL_INTEGER,
				      .integer = sqlite3_value_int64(values[0]) };
	else if (isfinite(sqlite3_value_double(values[0])))
		cell = (struct cell){ .type = CELL_REAL, .real = sqlite3_value_double(values[0]) };
	sqlite3_result_text(context, cell_text(&cell, COLUMN_NUMBER, space), -1, SQLITE_TRANSIENT);
}

/* contains(text, part): instr() takes half as long again over 100,000 names (measured). */
static void contains(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *part = (const char *)sqlite3_value_text(values[1]);

	(void)count;
	sqlite3_result_int(context, text && part && strstr(text, part) != NULL);
}

/* contains_any(part, text, ...): whether one of them does. */
static void contains_any(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *part = (const char *)sqlite3_value_text(values[0]);
	bool found = false;

	for (int i = 1; part && !found && i < count; i++) {
		const char *text = (const char *)sqlite3_value_text(values[i]);
		found = text && strstr(text, part);
	}
	sqlite3_result_int(context, found);
}

/* ---- Making the file ---- */

static bool put_meta(struct store *store, const char *name, const char *value, struct error *err)
{
	sqlite3_stmt *statement = sql_statement(store->sql, "INSERT INTO meta VALUES(?1,?2)");

	sql_bind_text(statement, 1, name);
	sql_bind_text(statement, 2, value);
	return sql_finish(store->sql, statement, err);
}

bool store_put_meta_number(struct store *store, const char *name, int64_t number, struct error *err)
{
	char text[32];

	snprintf(text, sizeof(text), "%" PRId64, number);
	return put_meta(store, name, text, err);
}

static bool put_signing_key(struct store *store, struct error *err)
{
	unsigned char bytes[KEY_BYTES];
	char text[2 * KEY_BYTES + 1];

	if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
		return error_set(err, ERROR_SYSTEM,
				 _("The machine gives no random numbers for a signing key"));
	for (size_t i = 0; i < KEY_BYTES; i++)
		snprintf(text + 2 * i, 3, "%02x", bytes[i]);
	return put_meta(store, "signing_key", text, err);
}

static bool fill(struct store *store, const struct store_options *options, struct error *err)
{
	struct store_size size = options->size;

	size.customers = size.customers < 0 ? STORE_DEFAULT_CUSTOMERS : size.customers;
	size.products = size.products < 0 ? STORE_DEFAULT_PRODUCTS : size.products;
	size.seed = size.seed < 0 ? STORE_DEFAULT_SEED : size.seed;
	return store_create_tables(store, err) && options->fill(store, &size, err) &&
	       store_create_indexes(store, err) &&
	       store_put_meta_number(store, "customers", size.customers, err) &&
	       store_put_meta_number(store, "products", size.products, err) &&
	       store_put_meta_number(store, "seed", size.seed, err) && put_signing_key(store, err);
}

/* The file is in its first journal mode here: new pages are written once, in place, and a process
 * that dies on the way leaves an empty file. */
static bool make(struct store *store, const struct store_options *options, struct error *err)
{
	int64_t id;

	if (!sql_run(store->sql, "PRAGMA synchronous=OFF; BEGIN EXCLUSIVE", err))
		return false;
	if (!pragma(store, "application_id", &id, err))
		return false;
	if (id == 0) { /* else another process was quicker */
		char *mark = xasprintf("PRAGMA application_id=%d; PRAGMA user_version=%d",
				       APPLICATION_ID, LAYOUT);
		store->filling = store->writing = true;
		bool ok = fill(store, options, err) && sql_run(store->sql, mark, err);
		store->filling = store->writing = false;
		free(mark);
		if (!ok)
			return false;
	}
	return sql_run(store->sql, "COMMIT", err);
}

/* ---- Opening an old one ---- */

struct mark {
	int64_t id, layout, pages;
};

/* In one transaction: another process may be making the file at this moment. */
static bool read_mark(struct store *store, struct mark *mark, struct error *err)
{
	bool ok = sql_run(store->sql, "BEGIN", err) && pragma(store, "application_id", &mark->id, err) &&
		  pragma(store, "user_version", &mark->layout, err) &&
		  pragma(store, "page_count", &mark->pages, err);

	sql_run(store->sql, "COMMIT", NULL);
	return ok;
}

static bool is_ours(struct store *store, const struct store_options *options, bool *new,
		    struct error *err)
{
	struct mark mark;

	if (!read_mark(store, &mark, err))
		return error_prefix(err, "%s", options->path);
	*new = mark.id == 0 && mark.pages == 0;
	if (*new)
		return true;
	if (mark.id != APPLICATION_ID)
		return error_set(
			err, ERROR_INPUT,
			_("%s is not a database of nymble-sandbox; --db names another file"),
			options->path);
	if (mark.layout != LAYOUT && !options->reset)
		return error_set(err, ERROR_INPUT,
				 _("%s was made by another version; --reset makes it anew"),
				 options->path);
	return true;
}

/* Takes the file away if it is ours and nobody else has it open: leaving the write-ahead log takes
 * being alone. */
static bool remove_old(struct store *store, const struct store_options *options, struct error *err)
{
	bool new;

	if (!is_ours(store, options, &new, err))
		return false;
	if (new)
		return true;
	if (!sql_run(store->sql, "PRAGMA busy_timeout=200; PRAGMA journal_mode=DELETE", NULL))
		return error_set(err, ERROR_REFUSED,
				 _("%s is in use by another sandbox; end that one first"),
				 options->path);
	sql_close(store->sql);
	store->sql = NULL;
	if (unlink(options->path) != 0)
		return error_set(err, ERROR_SYSTEM, _("%s cannot be removed"), options->path);
	store->sql = sql_open(options->path, err);
	return store->sql;
}

bool store_meta_number(struct store *store, const char *name, int64_t *number, struct error *err)
{
	sqlite3_stmt *statement =
		sql_statement(store->sql, "SELECT CAST(value AS INTEGER) FROM meta WHERE name=?1");

	sql_bind_text(statement, 1, name);
	return sql_integer(store->sql, statement, 0, number, err);
}

static bool differs(int64_t wanted, int64_t there)
{
	return wanted >= 0 && wanted != there;
}

static bool check_size(struct store *store, const struct store_options *options, struct error *err)
{
	const struct store_size *wanted = &options->size;
	struct store_size there;

	if (!store_meta_number(store, "customers", &there.customers, err) ||
	    !store_meta_number(store, "products", &there.products, err) ||
	    !store_meta_number(store, "seed", &there.seed, err))
		return false;
	if (!differs(wanted->customers, there.customers) &&
	    !differs(wanted->products, there.products) && !differs(wanted->seed, there.seed))
		return true;
	return error_set(err, ERROR_INPUT,
			 _("%s was made with %" PRId64 " customers, %" PRId64
			   " products and seed %" PRId64 ", not %" PRId64 ", %" PRId64
			   " and %" PRId64 "; --reset makes it anew, --db names another file"),
			 options->path, there.customers, there.products, there.seed,
			 wanted->customers < 0 ? there.customers : wanted->customers,
			 wanted->products < 0 ? there.products : wanted->products,
			 wanted->seed < 0 ? there.seed : wanted->seed);
}

static bool load_signing_key(struct store *store, struct error *err)
{
	sqlite3_stmt *statement =
		sql_statement(store->sql, "SELECT value FROM meta WHERE name='signing_key'");

	if (!sql_row(store->sql, statement, err))
		return false;
	store->signing_key = xstrdup((const char *)sqlite3_column_text(statement, 0));
	sqlite3_reset(statement);
	return true;
}

/* NORMAL survives the end of the process, FULL would survive the end of the machine at a third of
 * the speed (measured). 2.5 MiB of pages hold the early pages of every order at any size. */
static const char settings[] =
	"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-2560";

static bool open_store(struct store *store, const struct store_options *options, struct error *err)
{
	bool new;

	store->sql = sql_open(options->path, err);
	if (!store->sql)
		return false;
	if (options->reset && !remove_old(store, options, err))
		return false;
	sql_function(store->sql, "decimal_text", 1, decimal_text);
	sql_function(store->sql, "contains", 2, contains);
	sql_function(store->sql, "contains_any", -1, contains_any);
	return is_ours(store, options, &new, err) && (!new || make(store, options, err)) &&
	       check_size(store, options, err) && sql_run(store->sql, settings, err) &&
	       load_signing_key(store, err) && store_load_organizations(store, err) &&
	       store_open_flow(store, err);
}

struct store *store_open(const struct store_options *options, struct error *err)
{
	struct store *store = xcalloc(1, sizeof(*store));

	store->totals = totals_new();
	store->anchors = anchors_new();
	store->flow = options->flow;
	bool memory = strcmp(options->path, ":memory:") == 0;
	if ((memory || path_make_parent(options->path, err)) && open_store(store, options, err))
		return store;
	store_close(store);
	return NULL;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	if (store->sql) {
		store_rest(store);
		store_settle(store, NULL);
	}
	totals_free(store->totals);
	anchors_free(store->anchors);
	store_free_organizations(store);
	flow_people_free(store->people);
	sql_close(store->sql);
	free(store->signing_key);
	free(store);
}

const char *store_signing_key(const struct store *store)
{
	return store->signing_key;
}
