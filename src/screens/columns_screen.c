/* SPDX-License-Identifier: ISC */
#include "screens/columns_screen.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "schema/columns.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/list.h"
#include "screens/list_memory.h"
#include "ui/table.h"
#include "ui/ui.h"

enum { CELL_FIELD, CELL_SHOWN, CELL_WIDTH, CELL_COUNT };

struct state {
	struct list *list;
	struct columns columns; /* the list's, as far as they were changed here */
	struct table table;
	char width[16];
	const char *cells[CELL_COUNT];
};

/* --- rows ------------------------------------------------------------------ */

static size_t row_count(void *data)
{
	return ((struct state *)data)->columns.count;
}

static const char *const *row_cells(void *data, size_t row)
{
	struct state *state = data;
	const struct column *column = &state->columns.rows[row];

	snprintf(state->width, sizeof(state->width), "%d", column_width(column));
	state->cells[CELL_FIELD] = _(column->field->label);
	state->cells[CELL_SHOWN] = row == 0 ? _("always") : column->shown ? _("yes") : _("no");
	state->cells[CELL_WIDTH] = state->width;
	return state->cells;
}

static const struct table_source rows = { .count = row_count, .cells = row_cells };

static void set_table_columns(struct state *state)
{
	const struct table_column columns[] = {
		{ .label = _("Column"), .width_cols = 24, .cell = CELL_FIELD },
		{ .label = _("Shown"), .width_cols = 8, .cell = CELL_SHOWN },
		{ .label = _("Width"), .width_cols = 6, .align = TEXT_RIGHT, .cell = CELL_WIDTH },
	};

	table_set_columns(&state->table, columns, CELL_COUNT);
}

/* --- commands -------------------------------------------------------------- */

static void changed(struct state *state, bool done)
{
	if (!done)
		ui_message(state->list->app->ui, ROLE_MESSAGE, "%s",
			   _("This column stays: it tells the rows apart, or there is no further."));
	table_touch(&state->table);
}

static void show_or_hide(struct ui *ui, void *data)
{
	struct state *state = data;
	size_t row = state->table.cursor;

	(void)ui;
	changed(state, columns_show(&state->columns, row, !state->columns.rows[row].shown));
}

static void move(struct state *state, int steps)
{
	bool moved = columns_move(&state->columns, state->table.cursor, steps);

	if (moved)
		table_move(&state->table, steps);
	changed(state, moved);
}

static void move_down(struct ui *ui, void *state)
{
	(void)ui;
	move(state, 1);
}

static void move_up(struct ui *ui, void *state)
{
	(void)ui;
	move(state, -1);
}

static void wider(struct ui *ui, void *data)
{
	struct state *state = data;

	(void)ui;
	changed(state, columns_widen(&state->columns, state->table.cursor, 1));
}

static void narrower(struct ui *ui, void *data)
{
	struct state *state = data;

	(void)ui;
	changed(state, columns_widen(&state->columns, state->table.cursor, -1));
}

static void reset(struct ui *ui, void *data)
{
	struct state *state = data;

	(void)ui;
	columns_finish(&state->columns);
	columns_init(&state->columns, state->list->resource->schema);
	changed(state, true);
}

static void apply(struct ui *ui, void *data)
{
	struct state *state = data;
	struct list *list = state->list;

	list_set_columns(list, &state->columns);
	list_remember(list);
	ui_pop(ui);
}

static void cancel(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
	ui_message(ui, ROLE_MESSAGE, "%s", _("The columns stay as they were."));
}

static const struct command columns_commands[] = {
	{ "Space Enter", "show", N_("Show the column or hide it"), show_or_hide, .hint = N_("show, hide") },
	{ "J +", "move-down", N_("Move the column to the right"), move_down, .hint = N_("down") },
	{ "K -", "move-up", N_("Move the column to the left"), move_up, .hint = N_("up") },
	{ "> Right l", "wider", N_("Make the column wider"), wider, .hint = N_("wider") },
	{ "< Left h", "narrower", N_("Make the column narrower"), narrower, .hint = N_("narrower") },
	{ "0", "reset", N_("As they are by default"), reset, .hint = N_("default") },
	{ "g", "apply", N_("Use these columns"), apply, .hint = N_("apply") },
	{ "Esc q F12 F3", "cancel", N_("Leave the columns as they were"), cancel, .hint = N_("cancel") },
};

/* --- screen ---------------------------------------------------------------- */

static void open_screen(struct ui *ui, void *data, void *argument)
{
	struct state *state = data;

	(void)ui;
	state->list = argument;
	columns_copy(&state->columns, &state->list->columns);
	table_init(&state->table, &rows, state);
	state->table.headings = true;
	set_table_columns(state);
}

static void close_screen(struct ui *ui, void *data)
{
	struct state *state = data;

	(void)ui;
	columns_finish(&state->columns);
	table_finish(&state->table);
}

static void write_title(struct ui *ui, void *data, FILE *left, FILE *right)
{
	const struct state *state = data;

	(void)ui;
	(void)right;
	fprintf(left, _("%s > Columns"), _(state->list->resource->label));
}

static void *part(void *state)
{
	return &((struct state *)state)->table;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	(void)ui;
	table_draw(&((struct state *)state)->table, canvas);
}

const struct screen_class columns_screen = {
	.name = "columns",
	.label = N_("Columns"),
	.state_size = sizeof(struct state),
	COMMANDS(columns_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_screen,
	.draw = draw,
	.incremental = true,
	.title = write_title,
	.close = close_screen,
};

void columns_open(struct list *list)
{
	ui_push(list->app->ui, &columns_screen, list);
}
