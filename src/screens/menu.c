/* SPDX-License-Identifier: ISC */
#include "screens/menu.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/target.h"
#include "ui/ui.h"

enum {
	MENU_MAX_ROWS = 12,
	ROWS_ABOVE = 2, /* a line and the title */
};

/* The keys of the items, in order; j, k and q move and leave. */
static const char item_keys[] = "1234567890abcdefghilmnoprstuvwxyz";

/* A menu_item with texts of its own. */
struct own_item {
	char *label, *note;
	bool disabled;
};

struct menu {
	char *title;
	struct own_item *items;
	size_t count;
	size_t cursor, first;
	void (*choose)(void *data, int item);
	void *data;
	int chosen;
};

static void menu_screen_open(struct ui *ui, void *state, void *argument)
{
	(void)ui;
	*(struct menu *)state = *(struct menu *)argument;
}

static void menu_close(struct ui *ui, void *state)
{
	struct menu *menu = state;

	(void)ui;
	for (size_t i = 0; i < menu->count; i++) {
		free(menu->items[i].label);
		free(menu->items[i].note);
	}
	free(menu->items);
	free(menu->title);
	menu->choose(menu->data, menu->chosen);
}

static void choose(struct ui *ui, struct menu *menu, size_t item)
{
	menu->cursor = item;
	if (menu->items[item].disabled) {
		char *why = xasprintf("%s: %s", menu->items[item].label, menu->items[item].note);

		ui_pop(ui);
		ui_message(ui, ROLE_ERROR, "%s", why);
		free(why);
		return;
	}
	menu->chosen = (int)item;
	ui_pop(ui);
}

static void choose_cursor(struct ui *ui, void *state)
{
	struct menu *menu = state;

	if (menu->count)
		choose(ui, menu, menu->cursor);
}

static void move_up(struct ui *ui, void *state)
{
	struct menu *menu = state;

	(void)ui;
	if (menu->cursor)
		menu->cursor--;
}

static void move_down(struct ui *ui, void *state)
{
	struct menu *menu = state;

	(void)ui;
	if (menu->cursor + 1 < menu->count)
		menu->cursor++;
}

static void leave(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

/* A digit or a letter that stands before an item chooses it at once. */
static bool menu_key(struct ui *ui, void *state, const struct key *key)
{
	struct menu *menu = state;
	const char *found = key->code && key->code < 0x80 ? strchr(item_keys, (int)key->code) : NULL;
	size_t item = found ? (size_t)(found - item_keys) : menu->count;

	if (item >= menu->count)
		return false;
	choose(ui, menu, item);
	return true;
}

static int menu_height(struct ui *ui, void *state, int cols)
{
	const struct menu *menu = state;

	(void)ui;
	(void)cols;
	return ROWS_ABOVE + (menu->count < MENU_MAX_ROWS ? (int)menu->count : MENU_MAX_ROWS);
}

static void draw_item(const struct menu *menu, size_t i, const struct canvas *canvas, int row)
{
	const struct own_item *item = &menu->items[i];
	bool here = i == menu->cursor;
	enum role role = item->disabled ? ROLE_DIM : here ? ROLE_KEY_CELL : ROLE_NORMAL;

	draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
	if (i < sizeof(item_keys) - 1)
		draw_format(canvas, row, 2, ROLE_HINT_KEY, "%c", item_keys[i]);
	int col = draw_text(canvas, row, 4, role, item->label);
	if (item->note)
		draw_text(canvas, row, col + 2, ROLE_DIM, item->note);
	if (here)
		draw_cursor(canvas, row, 4);
}

static bool click(void *data, size_t item)
{
	((struct menu *)data)->cursor = item;
	return true;
}

static const struct target_class target = { .click = click };

static void menu_draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct menu *menu = state;
	size_t rows = canvas->rows > ROWS_ABOVE ? (size_t)(canvas->rows - ROWS_ABOVE) : 1;

	(void)ui;
	if (menu->cursor < menu->first)
		menu->first = menu->cursor;
	if (menu->cursor >= menu->first + rows)
		menu->first = menu->cursor - rows + 1;
	draw_rule(canvas, 0);
	draw_text(canvas, 1, 1, ROLE_QUESTION, menu->title);
	target_area(canvas, &target, menu);
	for (size_t i = 0; i < rows && menu->first + i < menu->count; i++) {
		int row = ROWS_ABOVE + (int)i;

		target_item(canvas, row, 0, 1, canvas->cols, &target, menu, menu->first + i);
		draw_item(menu, menu->first + i, canvas, row);
	}
}

static const struct command menu_commands[] = {
	{ "Enter", "choose", N_("Choose"), choose_cursor, .hint = N_("choose") },
	{ "Down j Tab", "down", N_("Down"), move_down, .moves = true },
	{ "Up k Shift-Tab", "up", N_("Up"), move_up, .moves = true },
	{ "Esc q F12 F3 Ctrl-c", "leave", N_("Leave the menu"), leave, .hint = N_("leave") },
};

const struct screen_class menu_screen = {
	.name = "menu",
	.label = N_("Menu"),
	.state_size = sizeof(struct menu),
	COMMANDS(menu_commands),
	.open = menu_screen_open,
	.key = menu_key,
	.draw = menu_draw,
	.close = menu_close,
	.height = menu_height,
};

/* Where the cursor begins: rather at something that can be chosen. */
static size_t first_choice(const struct menu_item *items, size_t count, size_t start)
{
	for (size_t i = start; i < count; i++)
		if (!items[i].disabled)
			return i;
	return start < count ? start : 0;
}

void menu_open(struct ui *ui, const char *title, const struct menu_item *items, size_t count,
	       size_t start, void (*chosen)(void *data, int item), void *data)
{
	struct menu menu = { .title = xstrdup(title),
			     .items = xcalloc(count, sizeof(struct own_item)),
			     .count = count,
			     .cursor = first_choice(items, count, start),
			     .choose = chosen,
			     .data = data,
			     .chosen = MENU_LEFT };

	for (size_t i = 0; i < count; i++)
		menu.items[i] = (struct own_item){
			.label = xstrdup(items[i].label),
			.note = items[i].note ? xstrdup(items[i].note) : NULL,
			.disabled = items[i].disabled,
		};
	ui_push(ui, &menu_screen, &menu);
}
