/* run_rows.h - the records of a run as rows of a table: what needs a look stands first. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RUN_ROWS_H
#define SCREENS_RUN_ROWS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/table.h"

struct batch;
struct known_names;

struct run_rows {
	const struct batch *batch;
	const struct known_names *names;
	struct table table;
	int cols;        /* the width that the columns were chosen for */
	uint32_t *items; /* of each row */
	size_t count;
	bool failed_only;

	/* Of the row that was asked for last. */
	char *reason;
	char status[8];
	const char *cells[4];
};

/* batch and names must outlive it. */
void run_rows_init(struct run_rows *rows, const struct batch *batch,
		   const struct known_names *names);
void run_rows_finish(struct run_rows *rows);

void run_rows_choose_columns(struct run_rows *rows, int cols);

/* The batch has gone on, or failed_only was changed. At the top the cursor stays there, else with
 * its record. */
void run_rows_update(struct run_rows *rows);

/* Why the record under the cursor is not done; NULL: there is nothing to say. The caller frees
 * both. */
char *run_rows_reason(const struct run_rows *rows, char **key);

#endif
