/* price_matrix.h - the prices of a record as a table: quantities down, price tiers across; what each cell
 * was and is, and what a save would replace. Knows no screen. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_MATRIX_H
#define WORK_PRICE_MATRIX_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/price_list.h"

struct json;

/* Tiers and quantities that there are to be besides those that have prices: the organization's tiers, what
 * a person added. Empty when zeroed. */
struct price_axes {
	char **tiers;
	size_t tier_count;
	int64_t *quantities;
	size_t quantity_count;
};

void price_axes_finish(struct price_axes *axes);
/* False: it is there already (tiers without case). */
bool price_axes_add_tier(struct price_axes *axes, const char *tier);
bool price_axes_add_quantity(struct price_axes *axes, int64_t quantity);

struct price_matrix {
	struct price_list before, now;
	/* Columns: those of the axes, then those of before and now as they come. Rows: the smallest first; one
	 * from 1 where there would be none. */
	struct price_axes axes;
};

/* before and now are arrays of prices or NULL, borrowed as long as the matrix is used; axes are copied. */
void price_matrix_read(struct price_matrix *matrix, const struct json *before,
		       const struct json *now, const struct price_axes *axes);
void price_matrix_finish(struct price_matrix *matrix); /* a zeroed one is fine */

/* The column or row of that tier or quantity; the first one, and the one below which it would stand,
 * where there is none. */
size_t price_matrix_column(const struct price_matrix *matrix, const char *tier);
size_t price_matrix_row(const struct price_matrix *matrix, int64_t at_quantity);

enum price_cell_state { PRICE_CELL_SAME, PRICE_CELL_CHANGED, PRICE_CELL_NEW, PRICE_CELL_REMOVED };

struct price_cell {
	const char *tier;
	int64_t at_quantity;
	const struct price_entry *before, *now; /* NULL: no price */
	enum price_cell_state state;
	enum price_warning warning; /* of now */
};

struct price_cell price_matrix_cell(const struct price_matrix *matrix, size_t row, size_t column);

/* "30.25", "~30.123456" where it cannot be held exactly (design.md 4), "-" for none. Clean; the caller
 * frees. */
char *price_cell_text(const struct price_entry *entry);

/* What a save does to the prices that are stored: it replaces them all. Odd ones count as kept. */
struct price_summary {
	size_t stored, kept, changed, added, removed;
};

struct price_summary price_matrix_summary(const struct price_matrix *matrix);

#endif
