/* price_line.h - a line of a price list as a file: one price, of one product in one tier from one
 *quantity.
 *
 *	sku,tier,atQuantity,price,currency
 *	ROPE-BRD-12,Wholesale,24,30.25,USD
 *
 * The first column is called as the resource's key is. Columns may stand in any order, under these
 *names, the names that screens give them, or other spellings that the model knows. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_LINE_H
#define WORK_PRICE_LINE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct csv_style;
struct error;
struct json;
struct resource;

enum price_column {
	PRICE_KEY,
	PRICE_TIER,
	PRICE_QUANTITY, /* may be left out: from 1 */
	PRICE_AMOUNT,
	PRICE_CURRENCY, /* may be left out: what the product has */
	PRICE_COLUMNS
};

/* "atQuantity", and "From quantity" (translated). Borrowed. */
const char *price_column_name(const struct resource *resource, enum price_column column);
const char *price_column_label(const struct resource *resource, enum price_column column);
bool price_column_is_needed(enum price_column column);
/* Which column a heading names. False: none. */
bool price_column_of(const struct resource *resource, const char *heading,
		     enum price_column *column);

/* Whether a file with these headings is a price list, and no list of records. */
bool price_line_is_heading(const struct resource *resource, const char *const *headings,
			   size_t count);

/* --- reading ---------------------------------------------------------------------------------- */

struct price_line {
	char *key, *tier; /* without blanks at their ends */
	char *currency;   /* "" where the file does not say */
	int64_t at_quantity;
	char *amount; /* a JSON number's text; NULL: this price is to go */
};

/* Takes the cells of a line, by column; NULL: the file has no such column, or the line ends before
 * it. False: err says what is wrong, with the column's label in front. Amounts have one point or
 * comma and as many decimals as they like, which all count; grouping is refused, and so is a comma
 * with three digits behind it, which half of the world takes for grouping. What a service sends as
 * a number is taken as it is. */
bool price_line_parse(const struct resource *resource, const char *const cells[PRICE_COLUMNS],
		      struct price_line *line, struct error *err);
void price_line_finish(struct price_line *line); /* a zeroed one is fine */

/* --- writing ---------------------------------------------------------------------------------- */

void price_line_write_heading(const struct resource *resource, const struct csv_style *style,
			      FILE *out);
/* A line for each price of a product (an object in the schema's spelling), in tier alone or, with
 * NULL, in all: in the order and with the very amounts that the service sent. Returns how many of
 * its entries are no prices that a line could say: they are left out. */
size_t price_line_write_product(const struct resource *resource, const struct json *product,
				const char *tier, const struct csv_style *style, FILE *out);

#endif
