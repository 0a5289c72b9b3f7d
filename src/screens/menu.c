/* SPDX-License-Identifier: ISC */
#include "screens/menu.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/pick_item.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/line_edit.h"
#include "ui/pick_list.h"
#include "ui/target.h"
#include "ui/ui.h"

enum {
	MENU_MAX_ROWS = 12,
	ROWS_ABOVE = 2, /* a line and the title */
	TYPED_MAX_LEN = 100,
};

/* The keys of the first items, in order: they stay with them when letters narrow the menu. */
static const char item_keys[] = "1234567890";

/* A menu_item with texts of its own. */
struct own_item {
	char *label, *note;
	bool disabled;
};

struct menu {
	char *title;
	struct own_item *items;
	size_t count;
	struct line_edit edit;
	struct pick_list labels; /* those shown are the lines */
	size_t cursor, first;    /* lines */
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
	line_edit_finish(&menu->edit);
	pick_list_finish(&menu->labels);
	menu->choose(menu->data, menu->chosen);
}

/* The item that a line shows. */
static size_t item_at(const struct menu *menu, size_t line)
{
	return (size_t)(menu->labels.shown[line] - menu->labels.all);
}

/* Where the cursor begins: rather at something that can be chosen. */
static size_t first_choice(const struct menu *menu, size_t start)
{
	for (size_t i = start; i < menu->labels.shown_count; i++)
		if (!menu->items[item_at(menu, i)].disabled)
			return i;
	return start < menu->labels.shown_count ? start : 0;
}

static void choose(struct ui *ui, struct menu *menu, size_t item)
{
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

	if (menu->cursor < menu->labels.shown_count)
		choose(ui, menu, item_at(menu, menu->cursor));
	else
		ui_message(ui, ROLE_MESSAGE, "%s",
			   _("Nothing to take: Backspace takes letters back, Esc leaves."));
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
	if (menu->cursor + 1 < menu->labels.shown_count)
		menu->cursor++;
}

static void leave(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

/* The digit that stands before an item chooses it at once. */
static bool take_digit(struct ui *ui, struct menu *menu, uint32_t code)
{
	const char *found = code && code < 0x80 ? strchr(item_keys, (int)code) : NULL;
	size_t item = found ? (size_t)(found - item_keys) : menu->count;

	if (item >= menu->count)
		return false;
	choose(ui, menu, item);
	return true;
}

/* As long as nothing was typed, j, k and q move and leave. */
static bool begins_a_word(uint32_t code)
{
	return code < K_ENTER && (code >= 0x80 || (isalpha((int)code) && !strchr("jkq", (int)code)));
}

static bool menu_key(struct ui *ui, void *state, const struct key *key)
{
	struct menu *menu = state;

	if (take_digit(ui, menu, key->code))
		return true;
	if ((menu->edit.len == 0 && !begins_a_word(key->code)) || !line_edit_key(&menu->edit, key))
		return false;
	if (menu->edit.changed) {
		pick_list_narrow(&menu->labels, menu->edit.text);
		menu->cursor = first_choice(menu, 0);
		menu->first = 0;
	}
	menu->edit.changed = false;
	return true;
}

static bool menu_typing(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct menu *)state)->edit.len > 0;
}

static int menu_height(struct ui *ui, void *state, int cols)
{
	const struct menu *menu = state;

	(void)ui;
	(void)cols;
	return ROWS_ABOVE + (menu->count < MENU_MAX_ROWS ? (int)menu->count : MENU_MAX_ROWS);
}

static void draw_item(const struct menu *menu, size_t line, const struct canvas *canvas, int row)
{
	size_t i = item_at(menu, line);
	const struct own_item *item = &menu->items[i];
	bool here = line == menu->cursor;
	enum role role = item->disabled ? ROLE_DIM : here ? ROLE_KEY_CELL : ROLE_NORMAL;

	draw_text(canvas, row, 0, ROLE_NORMAL, here ? ">" : " ");
	if (i < sizeof(item_keys) - 1)
		draw_format(canvas, row, 2, ROLE_HINT_KEY, "%c", item_keys[i]);
	int col = draw_text(canvas, row, 4, role, item->label);
	if (item->note)
		draw_text(canvas, row, col + 2, ROLE_DIM, item->note);
	if (here && menu->edit.len == 0)
		draw_cursor(canvas, row, 4);
}

/* What was typed stands behind the title. */
static void draw_title(struct menu *menu, const struct canvas *canvas, int row)
{
	if (menu->edit.len == 0) {
		draw_text(canvas, row, 1, ROLE_QUESTION, menu->title);
		return;
	}
	int col = draw_format(canvas, row, 1, ROLE_QUESTION, "%s: ", menu->title);

	line_edit_draw(&menu->edit, canvas, row, col, canvas->cols - col, true);
}

static bool click(void *data, size_t line)
{
	((struct menu *)data)->cursor = line;
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
	target_area(canvas, &target, menu);
	if (menu->labels.shown_count == 0)
		draw_text(canvas, ROWS_ABOVE, 4, ROLE_DIM, _("No value is like this."));
	for (size_t i = 0; i < rows && menu->first + i < menu->labels.shown_count; i++) {
		int row = ROWS_ABOVE + (int)i;

		target_item(canvas, row, 0, 1, canvas->cols, &target, menu, menu->first + i);
		draw_item(menu, menu->first + i, canvas, row);
	}
	draw_title(menu, canvas, 1);
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
	.typing = menu_typing,
	.draw = menu_draw,
	.close = menu_close,
	.height = menu_height,
};

void menu_open(struct ui *ui, const char *title, const struct menu_item *items, size_t count,
	       size_t start, void (*chosen)(void *data, int item), void *data)
{
	struct menu menu = { .title = xstrdup(title),
			     .items = xcalloc(count, sizeof(struct own_item)),
			     .count = count,
			     .choose = chosen,
			     .data = data,
			     .chosen = MENU_LEFT };

	struct pick_item *labels = xcalloc(count + 1, sizeof(*labels));

	for (size_t i = 0; i < count; i++) {
		menu.items[i] = (struct own_item){
			.label = xstrdup(items[i].label),
			.note = items[i].note ? xstrdup(items[i].note) : NULL,
			.disabled = items[i].disabled,
		};
		labels[i].value = items[i].label;
	}
	pick_list_init(&menu.labels, labels, count);
	free(labels);
	line_edit_init(&menu.edit, NULL, TYPED_MAX_LEN, false);
	menu.cursor = first_choice(&menu, start);
	ui_push(ui, &menu_screen, &menu);
}
