/* set_rows.h - the records whose field is to be set, as rows of a table: those that cannot be read,
 * then what each is now and what it becomes. Those that are so already are counted. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_SET_ROWS_H
#define SCREENS_SET_ROWS_H
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/text_list.h"
#include "screens/known_names.h"
#include "ui/table.h"

struct field;
struct field_values;
struct job;
struct json;
struct resource;

struct set_rows {
	const struct field *field;
	struct json *value; /* what it becomes, */
	char *after;        /* and how that is shown */
	struct text_list keys;
	struct known_names names;    /* of the keys: whoever knows puts them here */
	struct field_values *values; /* what it is now: whoever reads them puts them here */
	struct table table;
	int cols; /* the width that the columns were chosen for */

	/* Once all values are known. */
	uint32_t *items; /* index into keys of each row; NULL: they are being read */
	size_t count, missing, same;

	/* Of the row that was asked for last. */
	char *now;
	const char *cells[4];
};

/* value and keys are taken over; *keys is empty afterwards. */
void set_rows_init_take(struct set_rows *rows, const struct field *field, struct json *value,
			struct text_list *keys);
void set_rows_finish(struct set_rows *rows); /* stops what is being read, too */

/* All values are known. */
void set_rows_gather(struct set_rows *rows);
/* How many records would be changed. */
size_t set_rows_changes(const struct set_rows *rows);

void set_rows_choose_columns(struct set_rows *rows, const struct resource *resource, int cols);

/* The job that changes them; the caller frees. */
struct job *set_rows_job(const struct set_rows *rows, const struct resource *resource);
/* "4 are so already, 1 cannot be read." */
void set_rows_write_left_out(const struct set_rows *rows, FILE *out);

#endif
