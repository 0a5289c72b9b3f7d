/* How the grid of prices stands in its window:
 *
 *    From qty        Retail     Wholesale
 *          24             -  ~      30.25
 */
/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/price_grid.h"
#include "ui/draw.h"
#include "ui/line_edit.h"
#include "ui/target.h"

enum {
	QUANTITY_MIN_COLS = 11, /* the cursor's > included */
	TIER_MIN_COLS = 14,
	TIER_NAME_MAX_COLS = 24,
	NAME_ROOM = 2,  /* before a tier's name */
	SIGNS_ROOM = 5, /* before an amount: a gap, ~, ! or ?, a bracket; and one behind */
	CHANGED_AT = 2,
	WARNING_AT = 3,
};

/* One frame's measures. */
struct layout {
	struct price_grid *grid;
	const struct canvas *canvas;
	int quantity_cols;
	int *tier_cols; /* by column */
};

static int width_of(const char *text)
{
	return text_width(text, strlen(text));
}

static int at_least(int cols, int least)
{
	return cols > least ? cols : least;
}

/* Clean, and no wider than it may be. The caller frees. */
static char *tier_name(const char *tier)
{
	char *name = text_clean(tier, strlen(tier)), *cut;

	if (width_of(name) <= TIER_NAME_MAX_COLS)
		return name;
	cut = text_fit(name, TIER_NAME_MAX_COLS, TEXT_LEFT);
	free(name);
	return cut;
}

static void quantity_text(int64_t quantity, char out[24])
{
	snprintf(out, 24, "%" PRId64, quantity);
}

static int amount_cols(const struct price_matrix *matrix, size_t column)
{
	int widest = 0;

	for (size_t row = 0; row < matrix->axes.quantity_count; row++) {
		char *text = price_cell_text(price_list_at(&matrix->now, matrix->axes.tiers[column],
							   matrix->axes.quantities[row]));
		widest = at_least(width_of(text), widest);
		free(text);
	}
	return widest;
}

static void measure(struct layout *layout)
{
	const struct price_axes *axes = &layout->grid->matrix.axes;
	char quantity[24];

	quantity_text(axes->quantities[axes->quantity_count - 1], quantity);
	layout->quantity_cols = at_least(width_of(_("From qty")) + 2, QUANTITY_MIN_COLS);
	layout->quantity_cols = at_least(width_of(quantity) + 2, layout->quantity_cols);
	layout->tier_cols = xcalloc(axes->tier_count + 1, sizeof(*layout->tier_cols));
	for (size_t i = 0; i < axes->tier_count; i++) {
		char *name = tier_name(axes->tiers[i]);
		int cols = at_least(width_of(name) + NAME_ROOM,
				    amount_cols(&layout->grid->matrix, i) + SIGNS_ROOM);
		layout->tier_cols[i] = at_least(cols, TIER_MIN_COLS);
		free(name);
	}
}

/* How many columns from first on fit; one column of the window stays for the sign that there are
 * more. */
static size_t columns_from(const struct layout *layout, size_t first)
{
	size_t count = layout->grid->matrix.axes.tier_count, fits = 0;
	int col = layout->quantity_cols;

	while (first + fits < count) {
		col += layout->tier_cols[first + fits];
		if (col >= layout->canvas->cols && fits)
			break;
		fits++;
	}
	return fits;
}

static void scroll(struct layout *layout)
{
	struct price_grid *grid = layout->grid;
	const struct price_axes *axes = &grid->matrix.axes;
	size_t rows = layout->canvas->rows > 1 ? (size_t)layout->canvas->rows - 1 : 1;

	grid->rows_seen = rows < axes->quantity_count ? rows : axes->quantity_count;
	if (grid->first_row + grid->rows_seen > axes->quantity_count)
		grid->first_row = axes->quantity_count - grid->rows_seen;
	if (grid->row < grid->first_row)
		grid->first_row = grid->row;
	if (grid->row >= grid->first_row + grid->rows_seen)
		grid->first_row = grid->row + 1 - grid->rows_seen;

	if (grid->column < grid->first_column)
		grid->first_column = grid->column;
	while (grid->first_column + columns_from(layout, grid->first_column) <= grid->column)
		grid->first_column++;
	/* No empty room at the right while there are tiers at the left. */
	while (grid->first_column && columns_from(layout, grid->first_column - 1) >
					     columns_from(layout, grid->first_column))
		grid->first_column--;
	grid->columns_seen = columns_from(layout, grid->first_column);
}

static void draw_heading(const struct layout *layout)
{
	const struct price_grid *grid = layout->grid;
	const struct price_axes *axes = &grid->matrix.axes;
	int col = layout->quantity_cols;

	draw_cell(layout->canvas, 0, 0, col, TEXT_RIGHT, ROLE_COLUMN, _("From qty"));
	for (size_t i = grid->first_column; i < grid->first_column + grid->columns_seen; i++) {
		char *name = tier_name(axes->tiers[i]);
		draw_cell(layout->canvas, 0, col, layout->tier_cols[i], TEXT_RIGHT, ROLE_COLUMN,
			  name);
		col += layout->tier_cols[i];
		free(name);
	}
	if (grid->first_column)
		draw_text(layout->canvas, 0, layout->quantity_cols, ROLE_DIM, "<");
	if (grid->first_column + grid->columns_seen < axes->tier_count)
		draw_text(layout->canvas, 0, layout->canvas->cols - 1, ROLE_DIM, ">");
}

/* "[28.00]": brackets close to the text, the cursor on what it is before; cut at the left. */
static void draw_typed(const struct layout *layout, int row, int col, int cols)
{
	struct line_edit *typed = layout->grid->typed;
	char *clean = text_clean(typed->text, typed->len),
	     *before = text_clean(typed->text, typed->at);
	int width = width_of(clean), room = cols - CHANGED_AT - 2;
	struct canvas field;

	if (width > room) {
		field = draw_part(layout->canvas, row, col + CHANGED_AT, 1, cols - CHANGED_AT);
		line_edit_draw(typed, &field, 0, 1, room, true);
	} else {
		field = draw_part(layout->canvas, row, col + cols - width - 2, 1, width + 2);
		draw_text(&field, 0, 1, ROLE_FIELD, clean);
		draw_cursor(&field, 0, 1 + width_of(before));
	}
	draw_text(&field, 0, 0, ROLE_NORMAL, "[");
	draw_text(&field, 0, field.cols - 1, ROLE_NORMAL, "]");
	free(clean);
	free(before);
}

/* A second click opens the cell; what is typed into one is taken first. */
static bool click(void *data, size_t item)
{
	struct price_grid *grid = data;
	size_t tiers = grid->matrix.axes.tier_count, row = item / tiers, column = item % tiers;
	bool here = row == grid->row && column == grid->column;

	if (grid->typed)
		return false;
	grid->row = row;
	grid->column = column;
	return here;
}

static const struct target_class target = { .click = click };

static enum role amount_role(const struct price_cell *cell, bool here)
{
	if (here)
		return ROLE_KEY_CELL;
	if (cell->state != PRICE_CELL_SAME)
		return ROLE_CHANGED;
	return cell->now ? ROLE_NORMAL : ROLE_DIM;
}

static void draw_amount(const struct layout *layout, int row, int col, int cols,
			const struct price_cell *cell, bool here)
{
	char *text = price_cell_text(cell->now);
	int at = col + cols - width_of(text);

	draw_text(layout->canvas, row, at, amount_role(cell, here), text);
	if (here)
		draw_cursor(layout->canvas, row, at);
	free(text);
}

static void draw_price(const struct layout *layout, int row, int col, size_t at_row,
		       size_t at_column)
{
	const struct price_grid *grid = layout->grid;
	struct price_cell cell = price_matrix_cell(&grid->matrix, at_row, at_column);
	bool here = at_row == grid->row && at_column == grid->column;
	int cols = layout->tier_cols[at_column];

	target_item(layout->canvas, row, col, 1, cols, &target, layout->grid,
		    at_row * grid->matrix.axes.tier_count + at_column);
	if (cell.state != PRICE_CELL_SAME)
		draw_text(layout->canvas, row, col + CHANGED_AT, ROLE_CHANGED, "~");
	if (cell.warning == PRICE_RISES)
		draw_text(layout->canvas, row, col + WARNING_AT, ROLE_ERROR, "!");
	if (cell.warning == PRICE_CROSSES || cell.warning == PRICE_PASSES)
		draw_text(layout->canvas, row, col + WARNING_AT, ROLE_CHANGED, "?");
	if (here && grid->typed)
		draw_typed(layout, row, col, cols);
	else
		draw_amount(layout, row, col, cols, &cell, here);
}

static void draw_quantity(const struct layout *layout, int row, size_t at_row)
{
	const struct price_grid *grid = layout->grid;
	int col = layout->quantity_cols;
	char quantity[24];

	quantity_text(grid->matrix.axes.quantities[at_row], quantity);
	draw_cell(layout->canvas, row, 0, col, TEXT_RIGHT, ROLE_LABEL, quantity);
	if (at_row == grid->row)
		draw_text(layout->canvas, row, 0, ROLE_NORMAL, ">");
	for (size_t i = 0; i < grid->columns_seen; i++) {
		size_t column = grid->first_column + i;
		draw_price(layout, row, col, at_row, column);
		col += layout->tier_cols[column];
	}
}

int price_grid_draw(struct price_grid *grid, const struct canvas *canvas)
{
	struct layout layout = { .grid = grid, .canvas = canvas };

	measure(&layout);
	scroll(&layout);
	target_area(canvas, &target, grid);
	draw_heading(&layout);
	for (size_t i = 0; i < grid->rows_seen; i++)
		draw_quantity(&layout, 1 + (int)i, grid->first_row + i);
	free(layout.tier_cols);
	return 1 + (int)grid->rows_seen;
}
