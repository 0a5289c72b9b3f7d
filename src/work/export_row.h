/* export_row.h - a record as a line of CSV or an object; for export.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_EXPORT_ROW_H
#define WORK_EXPORT_ROW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/text_index.h"
#include "work/csv_style.h"

struct columns;
struct field;
struct json;
struct schema;

/* What lines are made of. */
struct export_row {
	const struct schema *schema;
	const struct field **fields; /* the columns, */
	size_t field_count;
	const struct field *map; /* and attributes behind them, of all that were seen; NULL: none */
	struct text_index attributes;

	struct csv_style style;
};

/* columns: NULL: all. with_attributes: as columns of their own. */
void export_row_init(struct export_row *row, const struct schema *schema, const struct columns *columns,
		     bool with_attributes);
void export_row_finish(struct export_row *row);

/* Whether object, a row of a list, has all that the line asks for. */
bool export_row_is_enough(const struct export_row *row, const struct json *object);
/* Remembers the names of its attributes. False: they are more than a file can have. */
bool export_row_see(struct export_row *row, const struct json *object);

void export_row_write_heading(const struct export_row *row, FILE *out);
void export_row_write_csv(const struct export_row *row, const struct json *object, FILE *out);
/* The members of the columns alone; whole: all there is. */
void export_row_write_json(const struct export_row *row, const struct json *object, bool whole,
			   FILE *out);

#endif
