/* SPDX-License-Identifier: ISC */
#include "sandbox/anchors.h"
#include "sandbox/store_internal.h"
#include "sandbox/totals.h"

/* What was remembered is of something that is not, or not only, so. */
static void forget(struct store *store)
{
	totals_clear(store->totals);
	anchors_clear(store->anchors);
	store->flow_ready = false;
	store->version++;
}

static bool begin_reading(struct store *store, struct error *err)
{
	int64_t version;

	if (!sql_integer(store->sql, sql_statement(store->sql, "PRAGMA data_version"), 0, &version,
			 err))
		return false;
	if (version != store->data_version)
		forget(store);
	store->data_version = version;
	return true;
}

bool store_reading(struct store *store, struct error *err)
{
	if (store->reading || store->writing)
		return true;
	/* A deferred transaction sees the file as it is at its first read: that one asks for the
	 * version. */
	if (!sql_finish(store->sql, sql_statement(store->sql, "BEGIN"), err))
		return false;
	store->reading = true;
	return begin_reading(store, err);
}

bool store_version(struct store *store, uint64_t *version, struct error *err)
{
	if (!store_reading(store, err))
		return false;
	*version = store->version;
	return true;
}

void store_rest(struct store *store)
{
	if (store->reading)
		sql_finish(store->sql, sql_statement(store->sql, "COMMIT"), NULL);
	store->reading = false;
}

bool store_begin(struct store *store, struct error *err)
{
	if (!store->writing) {
		store_rest(store);
		if (!sql_finish(store->sql, sql_statement(store->sql, "BEGIN IMMEDIATE"), err))
			return false;
		store->writing = true;
		if (!begin_reading(store, err))
			return false;
	}
	store->in_step = sql_finish(store->sql, sql_statement(store->sql, "SAVEPOINT step"), err);
	return store->in_step;
}

bool store_commit(struct store *store, struct error *err)
{
	if (!sql_finish(store->sql, sql_statement(store->sql, "RELEASE step"), err)) {
		store_rollback(store);
		return false;
	}
	store->in_step = false;
	store->version++;
	return true;
}

void store_rollback(struct store *store)
{
	if (!store->in_step)
		return;
	sql_finish(store->sql, sql_statement(store->sql, "ROLLBACK TO step"), NULL);
	sql_finish(store->sql, sql_statement(store->sql, "RELEASE step"), NULL);
	store->in_step = false;
	forget(store);
}

bool store_is_settled(const struct store *store)
{
	return !store->writing;
}

bool store_settle(struct store *store, struct error *err)
{
	if (!store->writing)
		return true;
	store->writing = false;
	if (sql_finish(store->sql, sql_statement(store->sql, "COMMIT"), err))
		return true;
	sql_finish(store->sql, sql_statement(store->sql, "ROLLBACK"), NULL);
	forget(store);
	return false;
}
