/* import_rows.h - the rows of an import as rows of a table, in the order of the file. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_IMPORT_ROWS_H
#define SCREENS_IMPORT_ROWS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/table.h"
#include "work/import.h"

struct import_rows {
	const struct import *import;
	struct table table;
	int cols; /* the width that the columns were chosen for */
	bool wrong_only;
	uint32_t *wrong; /* the rows that are, where only these are shown */
	size_t wrong_count;

	/* Of the row that was asked for last. */
	struct import_row row;
	char line[16];
	const char *cells[3];
};

/* import must outlive it. */
void import_rows_init(struct import_rows *rows, const struct import *import);
void import_rows_finish(struct import_rows *rows);

void import_rows_choose_columns(struct import_rows *rows, int cols);
/* The import has gone on. */
void import_rows_update(struct import_rows *rows);
void import_rows_show_wrong_only(struct import_rows *rows, bool wrong_only);

/* The row of the import under the cursor; false: there is none. */
bool import_rows_at_cursor(const struct import_rows *rows, size_t *row);

#endif
