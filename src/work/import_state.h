/* import_state.h - an import from inside; for import*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_STATE_H
#define WORK_IMPORT_STATE_H
#include "api/client.h"
#include "base/error.h"
#include "base/text_index.h"
#include "work/import_class.h"

struct import_compare;
struct import_source;
struct text_file;
struct timer;

enum { ROW_NONE = UINT32_MAX, SAID_NONE = (1 << 27) - 1 };

/* What stays of a row; its cells are the text of its number in cells. */
struct row {
	uint32_t line;
	uint32_t key;  /* in keys; TEXT_INDEX_NONE: it has none, or is wrong */
	uint32_t next; /* of the same key; ROW_NONE */
	uint32_t said : 27; /* in said: what was found out about it; SAID_NONE: nothing */
	uint32_t verdict : 3;
	uint32_t chosen : 1;
	uint32_t too_long : 1; /* more cells than columns */
};

struct import_column {
	char *heading;
	char *target; /* NULL: not known */
};

struct import {
	struct client *client;
	struct loop *loop;
	const struct import_class *class;
	const struct resource *resource;
	struct import_options options;
	void (*changed)(void *data);
	void *data;
	void *state; /* the class's */

	char *path;
	struct import_source *source; /* NULL: all of it is in cells */
	char delimiter;
	struct import_column *columns;
	size_t column_count;

	enum import_phase phase;
	struct error err;
	struct timer *turn;  /* the next slice of work */
	bool is_prepared;
	size_t checked;	     /* rows that were looked at with this mapping */

	struct text_file *cells, *said;
	struct row *rows;
	size_t count, room;
	size_t verdicts[IMPORT_VERDICTS];
	struct text_index keys;
	uint32_t *first, *last; /* rows of each key */
	size_t key_room;
	struct import_compare *compare;
	uint32_t *sent; /* the first row of each item of the job */

	/* The row that import_cells gave. */
	char *cells_text;
	const char **cell_at;
	struct import_cells current;
};

/* What was found out about rows is forgotten: the mapping may be another one. */
void import_forget(struct import *import);
void import_fail(struct import *import, const struct error *err);
void import_enter(struct import *import, enum import_phase phase);
void import_tell(struct import *import);

/* import_read.c: the next slice of rows is read and checked, until all are. */
void import_read_on(struct import *import);

/* import_compare.c: takes over when all rows are read. */
void import_compare_start(struct import *import);
void import_compare_stop(struct import *import);

/* import_columns.c */
void import_columns_set(struct import *import, const char *const *headings, size_t count);
void import_columns_finish(struct import *import);
bool import_columns_are_known(const struct import *import, struct error *err);

/* import_key.c: the external id that key stands for, NULL: it stands for none; whether it stands for no more
 * than the row; and what is said of it, "" for such a row. Borrowed from key. */
const char *import_key_id(const char *key);
bool import_key_is_line(const char *key);
const char *import_key_text(const char *key);
/* Which key of the file stands for the external id of a list's row; TEXT_INDEX_NONE: none. */
uint32_t import_key_find_id(const struct import *import, const struct json *row);

/* import_rows.c */
void import_add_row(struct import *import, uint32_t line, bool too_long);
void import_free_rows(struct import *import);
/* The row's key is that from here on; the number of the row that had it already, or ROW_NONE. */
uint32_t import_give_key(struct import *import, uint32_t row, const char *key);
/* A row that is wrong although it has a key: key may be NULL. */
void import_judge_wrong(struct import *import, uint32_t row, const char *key, const char *sentence);

enum said { SAID_KEY, SAID_SENTENCE, SAID_WAS, SAID_BECOMES, SAID_PARTS };
/* What was said about a row: parts are texts in what is returned, which the caller frees. NULL: nothing. */
char *import_said(const struct import *import, size_t row, const char *parts[SAID_PARTS]);

#endif
