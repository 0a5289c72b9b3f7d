/* SPDX-License-Identifier: ISC */
#include "screens/price_grid.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"

void price_grid_finish(struct price_grid *grid)
{
	price_matrix_finish(&grid->matrix);
}

bool price_grid_has_cells(const struct price_grid *grid)
{
	return grid->row < grid->matrix.axes.quantity_count &&
	       grid->column < grid->matrix.axes.tier_count;
}

struct price_cell price_grid_cell(const struct price_grid *grid)
{
	return price_matrix_cell(&grid->matrix, grid->row, grid->column);
}

void price_grid_go_to(struct price_grid *grid, const char *tier, int64_t at_quantity)
{
	grid->column = price_matrix_column(&grid->matrix, tier);
	grid->row = price_matrix_row(&grid->matrix, at_quantity);
}

static bool is_changed(const struct price_grid *grid, size_t row, size_t column)
{
	return price_matrix_cell(&grid->matrix, row, column).state != PRICE_CELL_SAME;
}

void price_grid_go_to_changed(struct price_grid *grid)
{
	const struct price_axes *axes = &grid->matrix.axes;

	for (grid->row = 0; grid->row < axes->quantity_count; grid->row++)
		for (grid->column = 0; grid->column < axes->tier_count; grid->column++)
			if (is_changed(grid, grid->row, grid->column))
				return;
	grid->row = grid->column = 0;
}

void price_grid_read(struct price_grid *grid, const struct json *before, const struct json *now,
		     const struct price_axes *axes)
{
	bool had_cells = price_grid_has_cells(grid);
	char *tier = had_cells ? xstrdup(grid->matrix.axes.tiers[grid->column]) : NULL;
	int64_t at_quantity = had_cells ? grid->matrix.axes.quantities[grid->row] : 0;

	price_matrix_finish(&grid->matrix);
	price_matrix_read(&grid->matrix, before, now, axes);
	price_grid_go_to(grid, tier, at_quantity);
	free(tier);
}

static size_t moved(size_t from, long by, size_t count)
{
	long to = (long)from + by;

	if (to < 0 || !count)
		return 0;
	return to < (long)count ? (size_t)to : count - 1;
}

void price_grid_move(struct price_grid *grid, long rows, long columns)
{
	grid->row = moved(grid->row, rows, grid->matrix.axes.quantity_count);
	grid->column = moved(grid->column, columns, grid->matrix.axes.tier_count);
}

char *price_grid_seen(const struct price_grid *grid)
{
	size_t count = grid->matrix.axes.tier_count;

	if (grid->columns_seen >= count)
		return NULL;
	return xasprintf(_("Tiers %zu to %zu of %zu"), grid->first_column + 1,
			 grid->first_column + grid->columns_seen, count);
}

/* --- commands -------------------------------------------------------------- */

static void move_up(struct ui *ui, void *state)
{
	(void)ui;
	price_grid_move(state, -1, 0);
}

static void move_down(struct ui *ui, void *state)
{
	(void)ui;
	price_grid_move(state, 1, 0);
}

static void move_left(struct ui *ui, void *state)
{
	(void)ui;
	price_grid_move(state, 0, -1);
}

static void move_right(struct ui *ui, void *state)
{
	(void)ui;
	price_grid_move(state, 0, 1);
}

static void page_up(struct ui *ui, void *state)
{
	(void)ui;
	price_grid_move(state, -(long)((struct price_grid *)state)->rows_seen, 0);
}

static void page_down(struct ui *ui, void *state)
{
	(void)ui;
	price_grid_move(state, (long)((struct price_grid *)state)->rows_seen, 0);
}

static void move_first(struct ui *ui, void *state)
{
	(void)ui;
	((struct price_grid *)state)->row = 0;
}

static void move_last(struct ui *ui, void *state)
{
	struct price_grid *grid = state;

	(void)ui;
	price_grid_move(grid, (long)grid->matrix.axes.quantity_count, 0);
}

static const struct command commands[] = {
	{ "Down j", "down", N_("Next quantity"), move_down, .moves = true },
	{ "Up k", "up", N_("Previous quantity"), move_up, .moves = true },
	{ "Right l Tab", "right", N_("Next price tier"), move_right, .moves = true },
	{ "Left h Shift-Tab", "left", N_("Previous price tier"), move_left, .moves = true },
	{ "PgDn Ctrl-f", "page-down", N_("Next page"), page_down, .moves = true },
	{ "PgUp Ctrl-b", "page-up", N_("Previous page"), page_up, .moves = true },
	{ "Home g", "first", N_("Smallest quantity"), move_first, .moves = true },
	{ "End G", "last", N_("Largest quantity"), move_last, .moves = true },
};

const struct command_table price_grid_commands = COMMAND_TABLE(commands);
