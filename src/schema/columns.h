/* columns.h - which fields a list shows, in which order and how wide. Prints as one word of text and reads
 * back: "customerNumber,companyName:30". The first field of the table, the key, stays first whatever is
 * said: it tells rows apart. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_COLUMNS_H
#define SCHEMA_COLUMNS_H
#include <stdbool.h>
#include <stddef.h>

struct error;
struct field;
struct schema;

enum { COLUMN_MIN_COLS = 3, COLUMN_MAX_COLS = 120 };

struct column {
	const struct field *field;
	int width_cols; /* 0: the table's own */
	bool shown;
};

/* All fields that a list can show, those that are not shown behind those that are. */
struct columns {
	struct column *rows;
	size_t count;
};

/* As the tables have them: all shown. */
void columns_init(struct columns *columns, const struct schema *schema);
void columns_copy(struct columns *to, const struct columns *from);
void columns_finish(struct columns *columns); /* a zeroed one is fine */

/* Reads text; "" is columns_init's. False with the word that is wrong, then *columns is columns_init's. */
bool columns_parse(struct columns *columns, const struct schema *schema, const char *text, struct error *err);
/* "" when they are as the tables have them. The caller frees. */
char *columns_print(const struct columns *columns, const struct schema *schema);

int column_width(const struct column *column);

/* The key can be neither hidden nor moved: false then, and where there is nothing to do. */
bool columns_show(struct columns *columns, size_t i, bool shown);
bool columns_move(struct columns *columns, size_t i, int steps);
bool columns_widen(struct columns *columns, size_t i, int cols);

#endif
