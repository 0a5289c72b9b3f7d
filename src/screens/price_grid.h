/* price_grid.h - a price matrix on the screen: a cursor, the quantities at the left, which stay when the
 * tiers scroll sideways, and signs beside the amounts: ~ changed, ! dearer than a smaller quantity, ?
 * tiers cross. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_GRID_H
#define SCREENS_PRICE_GRID_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/command.h"
#include "work/price_matrix.h"

struct canvas;
struct json;
struct line_edit;

struct price_grid {
	struct price_matrix matrix;
	size_t row, column;		/* of the cursor */
	size_t first_row, first_column; /* seen at the top left */
	size_t rows_seen, columns_seen; /* of the last frame */
	struct line_edit *typed;	/* into the cursor's cell; NULL: nothing */
};

void price_grid_finish(struct price_grid *grid); /* a zeroed one is fine */

/* Shows these prices (price_matrix_read); the cursor stays on its tier and quantity where it can. */
void price_grid_read(struct price_grid *grid, const struct json *before, const struct json *now,
		     const struct price_axes *axes);

/* False: there are no tiers, and with them no cells. */
bool price_grid_has_cells(const struct price_grid *grid);
/* The cursor's; there is one. Borrows from the grid. */
struct price_cell price_grid_cell(const struct price_grid *grid);
void price_grid_go_to(struct price_grid *grid, const char *tier, int64_t at_quantity);
/* The first cell that was changed; none: the first one. */
void price_grid_go_to_changed(struct price_grid *grid);
void price_grid_move(struct price_grid *grid, long rows, long columns);

/* Uses as many rows as it needs of canvas and returns how many that were. */
int price_grid_draw(struct price_grid *grid, const struct canvas *canvas);
/* "Tiers 2 to 4 of 6"; the caller frees. NULL: all are seen. */
char *price_grid_seen(const struct price_grid *grid);

/* The moves, for screen_class.part_commands; part() returns the struct price_grid. */
extern const struct command_table price_grid_commands;

#endif
