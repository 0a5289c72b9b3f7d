/* store_count.h - how many rows a selection has, and how its rows are best found. Part of the
 * store. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_STORE_COUNT_H
#define SANDBOX_STORE_COUNT_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct error;
struct selection;
struct sqlite3_stmt;
struct store;

/* Looks at every row. */
bool store_count(struct store *store, const struct selection *selection, int64_t *total,
		 struct error *err);

/* The clause that the trigram index answers with few rows; -1: none, walk instead. */
bool store_rare_clause(struct store *store, const struct selection *selection, int *clause,
		       struct error *err);

/* Writes FROM and WHERE for a selection, with the rare clause (-1: none) looked up first, and gives
 * a statement made of it its values. */
void store_write_from(const struct selection *selection, int rare, FILE *sql);
void store_bind_from(const struct selection *selection, int rare, struct sqlite3_stmt *statement);

#endif
