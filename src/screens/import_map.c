/* SPDX-License-Identifier: ISC */
#include "screens/import_map.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ui/pick.h"
#include "ui/table.h"
#include "ui/ui.h"
#include "work/import.h"

enum { CELL_HEADING, CELL_TARGET, CELLS };
enum { HEADING_COLS = 34 };

struct import_map {
	struct ui *ui;
	struct import *import;
	struct table table;
	const char *cells[CELLS];
	bool changed;
	void (*done)(void *data, bool changed);
	void *data;
};

/* --- rows ------------------------------------------------------------------------------------------ */

static size_t row_count(void *data)
{
	return import_column_count(((struct import_map *)data)->import);
}

static const char *const *row_cells(void *data, size_t row)
{
	struct import_map *map = data;
	const char *target = import_target(map->import, row);

	map->cells[CELL_HEADING] = import_heading(map->import, row);
	map->cells[CELL_TARGET] = !target   ? _("not known: Enter chooses")
				  : *target ? target
					    : _("left out");
	return map->cells;
}

static char row_sign(void *data, size_t row)
{
	return import_target(((struct import_map *)data)->import, row) ? ' ' : '!';
}

static const struct table_source rows = {
	.count = row_count,
	.cells = row_cells,
	.sign = row_sign,
};

/* --- commands ---------------------------------------------------------------------------------------- */

static void take(struct import_map *map, const char *target)
{
	struct error err;

	if (import_map(map->import, map->table.cursor, target, &err))
		map->changed = true;
	else
		ui_message(map->ui, ROLE_ERROR, "%s", err.message);
	table_touch(&map->table);
}

static void chosen(void *data, const char *value)
{
	if (value)
		take(data, value);
}

static size_t count_targets(const struct import *import)
{
	const char *name, *label;
	size_t count = 0;

	while (import_target_at(import, count, &name, &label))
		count++;
	return count;
}

static void choose(struct ui *ui, void *state)
{
	struct import_map *map = state;
	size_t count = count_targets(map->import);
	struct pick_item *items = xcalloc(count + 1, sizeof(*items));
	char *title = xasprintf(_("What is the column %s?"),
				import_heading(map->import, map->table.cursor));

	items[0] = (struct pick_item){ "", _("leave it out") };
	for (size_t i = 0; i < count; i++)
		import_target_at(map->import, i, &items[i + 1].value, &items[i + 1].label);
	pick_open(ui, &(struct pick){ .title = title,
				      .items = items,
				      .count = count + 1,
				      .current = import_target(map->import, map->table.cursor),
				      .open = true,
				      .done = chosen,
				      .data = map });
	free(title);
	free(items);
}

static void leave_out(struct ui *ui, void *state)
{
	(void)ui;
	take(state, "");
}

static void go_on(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static const struct command commands[] = {
	{ "Enter", "choose", N_("Choose what the column is taken for"), choose, .hint = N_("choose") },
	{ "d", "leave-out", N_("Leave the column out"), leave_out, .hint = N_("leave out") },
	{ "g F2 Esc q F12 F3", "compare", N_("Compare with these columns"), go_on,
	  .hint = N_("compare") },
};

/* --- screen -------------------------------------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *state, void *argument)
{
	struct import_map *map = state;
	const struct table_column columns[] = {
		{ .label = _("Column of the file"), .width_cols = HEADING_COLS, .cell = CELL_HEADING },
		{ .label = _("is taken for"), .cell = CELL_TARGET },
	};

	*map = *(struct import_map *)argument;
	map->ui = ui;
	table_init(&map->table, &rows, map);
	table_set_columns(&map->table, columns, CELLS);
	for (size_t i = 0; i < row_count(map); i++)
		if (!import_target(map->import, i)) {
			table_move_to(&map->table, i);
			break;
		}
}

static void close_screen(struct ui *ui, void *state)
{
	struct import_map *map = state;

	(void)ui;
	table_finish(&map->table);
	map->done(map->data, map->changed);
}

static void write_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	fprintf(left, _("Import %s > Columns"), import_name(((struct import_map *)state)->import));
	fputs(_("nothing is sent yet"), right);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	table_draw(&((struct import_map *)state)->table, canvas);
}

static void *part(void *state)
{
	return &((struct import_map *)state)->table;
}

const struct screen_class import_map_screen = {
	.name = "import-columns",
	.label = N_("Columns of an import"),
	.state_size = sizeof(struct import_map),
	COMMANDS(commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.close = close_screen,
};

void import_map_open(struct ui *ui, struct import *import, void (*done)(void *data, bool changed),
		     void *data)
{
	ui_push(ui, &import_map_screen,
		&(struct import_map){ .import = import, .done = done, .data = data });
}
