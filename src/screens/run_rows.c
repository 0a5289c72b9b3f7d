/* SPDX-License-Identifier: ISC */
#include "screens/run_rows.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "screens/known_names.h"
#include "work/batch.h"

enum { CELL_KEY, CELL_NAME, CELL_STATUS, CELL_REASON };
enum { STATUS_COLS = 6 };

static const struct {
	enum item_state state;
	const char *words; /* where there is no reason */
	char sign;
	bool failed;
} groups[] = {
	{ ITEM_FAILED, N_("failed"), '!', true },
	{ ITEM_MAY_BE_DONE, N_("may have been applied"), '?', true },
	{ ITEM_UNDER_WAY, N_("waiting for the answer"), ' ', false },
	{ ITEM_WAITING, N_("not sent yet"), ' ', false },
	{ ITEM_DONE, N_("done"), ' ', false },
};

enum { GROUPS = sizeof(groups) / sizeof(groups[0]) };

static size_t group_of(const struct run_rows *rows, size_t row)
{
	enum item_state state = batch_state(rows->batch, rows->items[row]);
	size_t i = 0;

	while (groups[i].state != state)
		i++;
	return i;
}

/* What is said of a row that has no reason. */
static const char *words_of(const struct run_rows *rows, size_t row)
{
	size_t group = group_of(rows, row);

	if (groups[group].state == ITEM_UNDER_WAY &&
	    !batch_is_asked(rows->batch, rows->items[row]))
		return _("not sent yet");
	return _(groups[group].words);
}

/* --- for the table ---------------------------------------------------------------------------- */

static size_t row_count(void *data)
{
	return ((struct run_rows *)data)->count;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct run_rows *rows = data;
	int status;

	free(rows->reason);
	rows->reason = batch_reason(rows->batch, rows->items[row], &status);
	rows->status[0] = '\0';
	if (status)
		snprintf(rows->status, sizeof(rows->status), "%d", status);
	rows->cells[CELL_KEY] = text_list_at(&batch_job(rows->batch)->keys, rows->items[row]);
	rows->cells[CELL_NAME] = known_names_at(rows->names, rows->items[row]);
	rows->cells[CELL_STATUS] = rows->status;
	rows->cells[CELL_REASON] = *rows->reason ? rows->reason : words_of(rows, row);
	return rows->cells;
}

static char row_sign(void *data, size_t row)
{
	return groups[group_of(data, row)].sign;
}

static const struct table_source source = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

void run_rows_choose_columns(struct run_rows *rows, int cols)
{
	int name_cols = known_names_cols(rows->names, cols);
	int key_cols = known_names_key_cols(batch_job(rows->batch)->resource);
	struct table_column columns[CELL_REASON + 1] = { { .width_cols = key_cols, .cell = CELL_KEY } };
	size_t count = 1;

	if (rows->cols == cols)
		return;
	rows->cols = cols;
	if (name_cols)
		columns[count++] =
			(struct table_column){ .width_cols = name_cols, .cell = CELL_NAME };
	columns[count++] = (struct table_column){ .width_cols = STATUS_COLS, .cell = CELL_STATUS };
	columns[count++] = (struct table_column){ .cell = CELL_REASON };
	table_set_columns(&rows->table, columns, count);
}

/* --- which rows ------------------------------------------------------------------------------- */

static void gather(struct run_rows *rows)
{
	size_t all = batch_job(rows->batch)->keys.count;

	rows->count = 0;
	for (size_t group = 0; group < GROUPS; group++) {
		if (rows->failed_only && !groups[group].failed)
			continue;
		for (size_t item = 0; item < all; item++)
			if (batch_state(rows->batch, item) == groups[group].state)
				rows->items[rows->count++] = (uint32_t)item;
	}
}

static size_t row_of(const struct run_rows *rows, uint32_t item)
{
	for (size_t row = 0; row < rows->count; row++)
		if (rows->items[row] == item)
			return row;
	return 0;
}

void run_rows_update(struct run_rows *rows)
{
	bool at_top = rows->table.cursor == 0 || !rows->count;
	uint32_t item = at_top ? 0 : rows->items[rows->table.cursor];

	gather(rows);
	table_move_to(&rows->table, at_top ? 0 : row_of(rows, item));
	table_touch(&rows->table);
}

void run_rows_init(struct run_rows *rows, const struct batch *batch,
		   const struct known_names *names)
{
	rows->names = names;
	rows->batch = batch;
	rows->items = xcalloc(batch_job(batch)->keys.count, sizeof(*rows->items));
	table_init(&rows->table, &source, rows);
	rows->table.headings = false;
	gather(rows);
}

void run_rows_finish(struct run_rows *rows)
{
	table_finish(&rows->table);
	free(rows->items);
	free(rows->reason);
}

char *run_rows_reason(const struct run_rows *rows, char **key)
{
	int status;

	if (rows->table.cursor >= rows->count)
		return NULL;
	uint32_t item = rows->items[rows->table.cursor];
	char *reason = batch_reason(rows->batch, item, &status);
	if (*reason) {
		*key = xstrdup(text_list_at(&batch_job(rows->batch)->keys, item));
		return reason;
	}
	free(reason);
	return NULL;
}
