/* SPDX-License-Identifier: ISC */
#include "base/i18n.h"
#include "ui/command.h"
#include "ui/table.h"

static void down(struct ui *ui, void *table)
{
	(void)ui;
	table_move(table, 1);
}

static void up(struct ui *ui, void *table)
{
	(void)ui;
	table_move(table, -1);
}

/* A page further: the rows as well as the cursor, so that it keeps its place on the screen. */
static void move_page(struct table *table, int direction)
{
	long page = table->page_rows;
	size_t before = table->cursor;

	table_move(table, direction * page);
	size_t moved = table->cursor > before ? table->cursor - before : before - table->cursor;
	if (direction > 0)
		table->first += moved;
	else
		table->first -= moved < table->first ? moved : table->first;
}

static void page_down(struct ui *ui, void *table)
{
	(void)ui;
	move_page(table, 1);
}

static void page_up(struct ui *ui, void *table)
{
	(void)ui;
	move_page(table, -1);
}

static void first(struct ui *ui, void *table)
{
	(void)ui;
	table_move_to(table, 0);
}

static void last(struct ui *ui, void *table)
{
	(void)ui;
	table_move_to(table, SIZE_MAX);
}

static void left(struct ui *ui, void *table)
{
	(void)ui;
	table_move_columns(table, -1);
}

static void right(struct ui *ui, void *table)
{
	(void)ui;
	table_move_columns(table, 1);
}

static const struct command rows[] = {
	{ "Down j", "down", N_("Next row"), down, .moves = true },
	{ "Up k", "up", N_("Previous row"), up, .moves = true },
	{ "PgDn Ctrl-f", "page-down", N_("Next page"), page_down, .moves = true },
	{ "PgUp Ctrl-b", "page-up", N_("Previous page"), page_up, .moves = true },
	{ "Home g", "first", N_("First row"), first, .moves = true },
	{ "End G", "last", N_("Last row"), last, .moves = true },
	{ "Right l", "right", N_("Columns to the right"), right, .moves = true },
	{ "Left h", "left", N_("Columns to the left"), left, .moves = true },
};
const struct command_table table_commands = COMMAND_TABLE(rows);
