/* selection.h - what a list call asks for, checked: clauses, order and page. In SQL for the store,
 * and as a test of one row, so that totals can be corrected without counting again. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SELECTION_H
#define SANDBOX_SELECTION_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "schema/query.h"

struct collection;
struct field;
struct row;
struct sqlite3_stmt;

enum { SELECTION_MAX_CLAUSES = 18 };

struct clause {
	const struct field *field; /* NULL: any of the searched columns */
	unsigned without;          /* of those: 1 << its place in collection->searched */
	enum filter_op op;
	char *value; /* folded */
};

struct selection {
	const struct collection *collection;
	int64_t organization;
	struct clause clauses[SELECTION_MAX_CLAUSES]; /* all must match */
	size_t clause_count;
	const struct field *sort;
	bool descending;
	int64_t page; /* from 1 */
	int64_t page_size;
	/* The catalog as one price tier sees it: price is then that tier's. NULL: the price as
	 * stored. */
	char *price_tier; /* folded */
};

void selection_init(struct selection *selection, const struct collection *collection,
		    int64_t organization);
void selection_finish(struct selection *selection);
void selection_copy(struct selection *copy, const struct selection *selection);

/* Adds a clause; value is copied and folded. False when there are too many. */
bool selection_add(struct selection *selection, const struct field *field, enum filter_op op,
		   const char *value);

/* Takes a column out of those that clauses about any of them look at. */
void selection_search_without(struct selection *selection, const struct field *field);

/* Whether it is about rows like this one, of this organization. */
bool selection_concerns(const struct selection *selection, int64_t organization,
			const struct row *row);

/* Whether a row of the collection and organization is one of those asked for. */
bool selection_matches(const struct selection *selection, const struct row *row);

/* The text that is the same for two selections when their rows are; with_sort: in the same order
 * too. The caller frees. */
char *selection_key(const struct selection *selection, bool with_sort);
/* The same for the page as well. */
char *selection_page_key(const struct selection *selection);

/* Where the values stand in SQL: ?1 is the organization, ?2 the tier, clauses follow. */
enum { SELECTION_FIRST_VALUE = 3 };

/* Writes the clauses as SQL: "organization=?1 AND ...". */
void selection_write_where(const struct selection *selection, FILE *sql);
void selection_bind(const struct selection *selection, struct sqlite3_stmt *statement);
/* The number of the first free value. */
int selection_next_value(const struct selection *selection);

/* Writes the column, or the expression that stands for it in this selection. */
void selection_write_column(const struct selection *selection, const struct field *field,
			    FILE *sql);

#endif
