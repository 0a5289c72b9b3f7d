/* SPDX-License-Identifier: ISC */
#include "screens/import_rows.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"

enum { CELL_LINE, CELL_KEY, CELL_SENTENCE, CELLS };
enum { LINE_COLS = 6, KEY_COLS = 14 };

/* What is said where the row has no sentence, and the sign in front. */
static const struct {
	const char *words;
	char sign;
} verdicts[IMPORT_VERDICTS] = {
	[IMPORT_AWAITED] = { N_("not compared yet"), ' ' },
	[IMPORT_NEW] = { N_("new"), '+' },
	[IMPORT_CHANGED] = { N_("changed"), '~' },
	[IMPORT_SAME] = { N_("same"), ' ' },
	[IMPORT_REMOVED] = { N_("removed"), '-' },
	[IMPORT_RENAMES] = { N_("renames"), '?' },
	[IMPORT_WRONG] = { N_("wrong"), '!' },
};

static size_t count_shown(const struct import_rows *rows)
{
	return rows->wrong_only ? rows->wrong_count : import_row_count(rows->import);
}

static size_t row_count(void *data)
{
	return count_shown(data);
}

static size_t row_of(const struct import_rows *rows, size_t row)
{
	return rows->wrong_only ? rows->wrong[row] : row;
}

/* "new: Harbour Lights AB". The caller frees. */
static char *sentence_of(const struct import_row *row)
{
	const char *words = _(verdicts[row->verdict].words);

	if (!*row->sentence)
		return xstrdup(words);
	if (row->verdict == IMPORT_NEW)
		return xasprintf("%s: %s", words, row->sentence);
	if (row->chosen)
		return xasprintf(_("%s, chosen"), row->sentence);
	return xstrdup(row->sentence);
}

static const char *const *row_cells(void *data, size_t row)
{
	struct import_rows *rows = data;

	import_row_finish(&rows->row);
	import_row_read(rows->import, row_of(rows, row), &rows->row);
	char *sentence = sentence_of(&rows->row);
	free(rows->row.sentence);
	rows->row.sentence = sentence;
	snprintf(rows->line, sizeof(rows->line), "%u", (unsigned)rows->row.line);
	rows->cells[CELL_LINE] = rows->line;
	rows->cells[CELL_KEY] = rows->row.key;
	rows->cells[CELL_SENTENCE] = rows->row.sentence;
	return rows->cells;
}

static char row_sign(void *data, size_t row)
{
	const struct import_rows *rows = data;

	return verdicts[import_verdict_at(rows->import, row_of(rows, row))].sign;
}

static enum role row_role(void *data, size_t row, size_t cell)
{
	const struct import_rows *rows = data;
	enum import_verdict verdict = import_verdict_at(rows->import, row_of(rows, row));

	(void)cell;
	return verdict == IMPORT_SAME || verdict == IMPORT_AWAITED ? ROLE_DIM : ROLE_NORMAL;
}

static const struct table_source source = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
	.role = row_role,
};

void import_rows_choose_columns(struct import_rows *rows, int cols)
{
	const struct table_column columns[CELLS] = {
		{ .label = _("Line"), .width_cols = LINE_COLS, .cell = CELL_LINE },
		{ .label = _("Record"), .width_cols = KEY_COLS, .cell = CELL_KEY },
		{ .cell = CELL_SENTENCE },
	};

	if (rows->cols == cols)
		return;
	rows->cols = cols;
	table_set_columns(&rows->table, columns, CELLS);
}

static void gather_wrong(struct import_rows *rows)
{
	size_t all = import_row_count(rows->import);

	rows->wrong_count = 0;
	rows->wrong = xreallocarray(rows->wrong,
				    import_verdict_count(rows->import, IMPORT_WRONG) + 1,
				    sizeof(*rows->wrong));
	for (size_t i = 0; i < all; i++)
		if (import_verdict_at(rows->import, i) == IMPORT_WRONG)
			rows->wrong[rows->wrong_count++] = (uint32_t)i;
}

void import_rows_update(struct import_rows *rows)
{
	if (rows->wrong_only)
		gather_wrong(rows);
	table_move(&rows->table, 0);
	table_touch(&rows->table);
}

void import_rows_show_wrong_only(struct import_rows *rows, bool wrong_only)
{
	rows->wrong_only = wrong_only;
	import_rows_update(rows);
	table_move_to(&rows->table, 0);
}

bool import_rows_at_cursor(const struct import_rows *rows, size_t *row)
{
	if (rows->table.cursor >= count_shown(rows))
		return false;
	*row = row_of(rows, rows->table.cursor);
	return true;
}

void import_rows_init(struct import_rows *rows, const struct import *import)
{
	rows->import = import;
	table_init(&rows->table, &source, rows);
}

void import_rows_finish(struct import_rows *rows)
{
	table_finish(&rows->table);
	import_row_finish(&rows->row);
	free(rows->wrong);
}
