/* price_words.h - prices in whole sentences: what a cell is, what a save replaces, what so many cost. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_WORDS_H
#define WORK_PRICE_WORDS_H
#include <stddef.h>
#include <stdint.h>

struct price_cell;
struct price_list;
struct price_matrix;
struct price_summary;

/* The caller frees each. Texts are clean. */

/* "Saving replaces all 5 stored prices: 4 kept, 1 changed, 1 new, 0 removed", "Saving
 * stores 2 prices" where there were none. */
char *price_words_summary(struct price_summary summary);

/* Of a tier (NULL: all) and a quantity (0: all): "Wholesale from 24", "Wholesale", "from 24 in all tiers",
 * "all prices". */
char *price_words_scope(const char *tier, int64_t at_quantity);
/* "Wholesale from 24". */
char *price_words_place(const struct price_cell *cell);
/* "Wholesale from 24: 30.25, was 31.20". */
char *price_words_cell(const struct price_cell *cell);
/* "! dearer than from 1 (29.00)", "? dearer than Distributor, for fewer it is cheaper", "? passes
 * Wholesale"; "" where nothing is to be said. */
char *price_words_warning(const struct price_matrix *matrix, const struct price_cell *cell);

/* "24 x ROPE-BRD-12 in Wholesale: 30.25 USD each, 726.00 in all, by the row from 24.", or why there is
 * no such price. key and currency are as they came; currency "" where it is not known. */
char *price_words_answer(const struct price_list *list, const char *key, const char *tier,
			 int64_t quantity, const char *currency);

#endif
