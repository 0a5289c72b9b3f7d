/* row.h - a document taken apart for its table: the list row, the rest, and a cell for each column.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_ROW_H
#define SANDBOX_ROW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"
#include "sandbox/collection.h"

struct field;

enum cell_type { CELL_EMPTY, CELL_INTEGER, CELL_REAL, CELL_TEXT };

struct cell {
	enum cell_type type;
	int64_t integer; /* a yes/no as 1 or 0, a number in ten-thousandths */
	double real;     /* a number that ten-thousandths cannot hold */
	char *text;      /* folded; owned by the row */
};

struct row {
	const struct collection *collection;
	char *list_row; /* {"customerNumber":...}: what a list answers */
	char *details;  /* ,"addresses":[...]: the other members, each behind a comma; "" if none */
	struct cell cells[COLLECTION_MAX_FIELDS]; /* by the field's place in the schema */
};

/* Takes a document (compact JSON) apart. The caller calls row_finish. */
void row_init(struct row *row, const struct collection *collection, const char *document);
void row_finish(struct row *row);

/* The document from its two halves; the caller frees. */
char *row_join(const char *list_row, const char *details);

const struct cell *row_cell(const struct row *row, const struct field *field);
bool cell_equal(const struct cell *a, const struct cell *b);

/* A number, ten-thousandths where they can hold it. */
struct cell cell_number(const char *number);

/* What text operators see of a cell: "12.5", "true", the folded text, "" for none. Valid as long as
 * the cell and space are. */
const char *cell_text(const struct cell *cell, enum column_type type,
		      char space[DECIMAL_TEXT_SIZE]);

#endif
