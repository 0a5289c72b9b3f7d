/* table_line.h - one line of a text table: the cells of a row side by side, as wide as the fields'
 * table says. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_TABLE_LINE_H
#define CLI_TABLE_LINE_H
#include <stdbool.h>
#include <stdint.h>

struct columns;
struct field;
struct json;
struct output;
struct schema;

struct table_shape {
	const struct schema *schema;
	unsigned in;           /* only fields with one of these bits (enum field_in); 0: all */
	uint64_t columns;      /* and only those (a bit a field of schema) and the key; 0: all */
	const struct columns *chosen; /* a view's, in its order and width: in and columns do not count;
				       * NULL: none */
	const int *width_cols; /* of each field of schema, as table_line_measure says; NULL: the
				* fields' own */
	int max_cols; /* of the terminal: the columns that fit whole, in table order, texts cut with
		       * ~, but never the key; 0: all columns and whole texts */
	int indent_cols;
};

/* Writes the line of row (an object in the schema's spelling; NULL: the headings) with its line
 * end. */
void table_line_write(const struct table_shape *shape, const struct json *row,
		      const struct output *output);

/* How wide each column of shape wants to be so that the texts of rows (an array) fit: at least as
 * the field says, at most TABLE_COLUMN_MAX. width_cols has room for all fields of the schema. */
enum { TABLE_COLUMN_MAX = 60 };
void table_line_measure(const struct table_shape *shape, const struct json *rows, int *width_cols);

/* Columns that a line with everything takes. */
int table_line_cols(const struct table_shape *shape);

#endif
