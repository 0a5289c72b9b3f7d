/* SPDX-License-Identifier: ISC */
#include "ui/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/command_list.h"
#include "ui/keys.h"
#include "ui/line_edit.h"
#include "ui/screen.h"
#include "ui/table.h"

enum { MAX_LEN = 200, WIDE_COLS = 120 };

enum cell { CELL_KEYS, CELL_LABEL, CELL_WHERE, CELL_COUNT };

struct help {
	struct command_list list;
	struct line_edit edit;
	struct table table;
	const char *cells[CELL_COUNT]; /* of the row asked for last */
	int cols;                      /* that the columns were made for */
	bool explaining;               /* the next key is not obeyed but explained */
};

static size_t count(void *data)
{
	const struct help *help = data;

	return help->list.shown_count;
}

static const char *const *cells(void *data, size_t row)
{
	struct help *help = data;
	const struct command_entry *entry = help->list.shown[row];

	help->cells[CELL_KEYS] = entry->shown_keys;
	help->cells[CELL_LABEL] = entry->label;
	help->cells[CELL_WHERE] = entry->where;
	return help->cells;
}

static const struct table_source source = { .count = count, .cells = cells };

static void open_help(struct ui *ui, void *state, void *argument)
{
	struct help *help = state;

	(void)ui;
	help->list = *(struct command_list *)argument;
	line_edit_init(&help->edit, NULL, MAX_LEN, false);
	table_init(&help->table, &source, help);
}

/* A wide window has room for whole phrases, and for all keys of a command. */
static void choose_columns(struct help *help, int cols)
{
	bool wide = cols >= WIDE_COLS;
	const struct table_column columns[] = {
		{ _("Keys"), wide ? 32 : 18, TEXT_LEFT, CELL_KEYS },
		{ _("What it does"), wide ? 70 : 42, TEXT_LEFT, CELL_LABEL },
		{ _("Where"), 0, TEXT_LEFT, CELL_WHERE },
	};

	help->cols = cols;
	table_set_columns(&help->table, columns, sizeof(columns) / sizeof(columns[0]));
}

static void close_help(struct ui *ui, void *state)
{
	struct help *help = state;

	(void)ui;
	command_list_finish(&help->list);
	line_edit_finish(&help->edit);
	table_finish(&help->table);
}

static void explain(struct ui *ui, const struct help *help, uint32_t code)
{
	char name[KEY_NAME_SIZE];

	key_to_name(code, name);
	for (size_t i = 0; i < help->list.all_count; i++) {
		const struct command_entry *entry = &help->list.all[i];
		if (command_has_key(entry->keys, code)) {
			ui_message(ui, ROLE_MESSAGE, "%s: %s", name, entry->label);
			return;
		}
	}
	ui_message(ui, ROLE_MESSAGE, _("%s does nothing there."), name);
}

static void narrow(struct help *help)
{
	command_list_narrow(&help->list, help->edit.text);
	help->table.cursor = help->table.first = 0;
	table_touch(&help->table);
}

/* Letters narrow; the first one is also the key that is explained. */
static bool key(struct ui *ui, void *state, const struct key *typed)
{
	struct help *help = state;

	if (help->explaining && typed->code != K_MOUSE) {
		help->explaining = false;
		explain(ui, help, typed->code);
		return true;
	}
	if (help->edit.len == 0 && typed->code == '?')
		return false; /* explain_next */
	if (!key_is_text(typed) &&
	    (help->edit.len == 0 || (typed->code != K_BACKSPACE && typed->code != (K_CTRL | 'u'))))
		return false;
	if (help->edit.len == 0 && typed->code != K_PASTE)
		explain(ui, help, typed->code);
	line_edit_key(&help->edit, typed);
	narrow(help);
	return true;
}

static bool typing(struct ui *ui, void *state)
{
	(void)ui;
	(void)state;
	return true;
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct help *help = state;
	struct canvas list = draw_part(canvas, 1, 0, canvas->rows - 1, canvas->cols);

	(void)ui;
	if (help->cols != canvas->cols)
		choose_columns(help, canvas->cols);
	table_draw(&help->table, &list);
	int col = draw_text(canvas, 0, 1, ROLE_LABEL, _("Type to narrow: "));
	line_edit_draw(&help->edit, canvas, 0, col, canvas->cols - col - 1, help->edit.len > 0);
}

static void title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	(void)ui;
	(void)state;
	(void)right;
	fputs(_("Help"), left);
}

static void status(struct ui *ui, void *state, FILE *out)
{
	const struct help *help = state;

	(void)ui;
	if (help->list.shown_count == 0)
		fputs(_("No command matches. Backspace takes a letter back."), out);
	else /* the label in full: its cell may be too narrow */
		fprintf(out, _("%zu of %zu: %s"), help->table.cursor + 1, help->list.shown_count,
			help->list.shown[help->table.cursor]->label);
}

static void run(struct ui *ui, void *state)
{
	struct help *help = state;

	if (help->table.cursor >= help->list.shown_count)
		return;
	const struct command_entry entry = *help->list.shown[help->table.cursor];
	ui_pop(ui);
	command_run_offered(entry.command, ui, entry.state);
}

static void back(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static void *part(void *state)
{
	struct help *help = state;

	return &help->table;
}

static void explain_next(struct ui *ui, void *state)
{
	struct help *help = state;

	help->explaining = true;
	ui_message(ui, ROLE_MESSAGE, _("Press the key to explain."));
}

static const struct command help_commands[] = {
	{ "Enter", "run", N_("Run the line"), run, N_("run") },
	{ "? F1", "help", N_("Explain the next key"), explain_next, N_("explain a key") },
	{ "Esc F12 F3", "back", N_("One screen back"), back, N_("back") },
};
static const struct screen_class help_screen = {
	.name = "help",
	.label = N_("Help"),
	.state_size = sizeof(struct help),
	COMMANDS(help_commands),
	.part_commands = &table_commands,
	.part = part,
	.open = open_help,
	.key = key,
	.typing = typing,
	.draw = draw,
	.incremental = true,
	.title = title,
	.status = status,
	.close = close_help,
};

void help_open(struct ui *ui)
{
	struct command_list list;

	command_list_init(&list, ui, true);
	ui_push(ui, &help_screen, &list);
}
