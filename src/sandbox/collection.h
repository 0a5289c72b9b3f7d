/* collection.h - the kinds of record the store keeps, one row each: which table, which columns have
 * an index, what a list row leaves out. Columns are the scalar fields of the record's schema, those
 * inside of a member too; what clients work out themselves (field.h, derived) has none. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_COLLECTION_H
#define SANDBOX_COLLECTION_H
#include <stdbool.h>
#include <stddef.h>

struct field;
struct schema;

enum { COLLECTION_MAX_FIELDS = 48 };

/* How a column is kept, which decides how it compares. */
enum column_type {
	COLUMN_NONE,   /* lists and maps have no column */
	COLUMN_TEXT,   /* folded: compares without case; absent is "" */
	COLUMN_BOOL,   /* 1, 0; absent is -Infinity */
	COLUMN_NUMBER, /* ten-thousandths; absent is -Infinity */
};

struct collection {
	const char *table; /* in SQL; the searched columns are in TABLE_search, the rest of the
			    * document in TABLE_details */
	const struct schema *schema;
	const char *const *row_members; /* what a list row has; NULL: all of the document */
	/* The document stands apart from its columns, whole: walks over many columns then pass less of it,
	 * and each index is made in half the time. row_members is NULL. */
	bool apart;
	const char *const *searched;    /* columns in which contains is quick; NULL: none */
	const char *default_sort;
};

extern const struct collection customers_collection;
extern const struct collection products_collection;
extern const struct collection sales_reps_collection;

extern const struct collection flow_customers_collection;
extern const struct collection flow_groups_collection;
extern const struct collection flow_external_collection;

/* Those of /api and those of /v2, whose organization is a tenant; NULL-terminated. */
extern const struct collection *const collections[];
extern const struct collection *const flow_collections[];

enum column_type column_type(const struct field *field);
const struct field *collection_key(const struct collection *collection);
bool collection_is_searched(const struct collection *collection, const struct field *field);
bool collection_row_has(const struct collection *collection, const char *member, size_t len);

#endif
