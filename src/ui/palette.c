/* SPDX-License-Identifier: ISC */
#include "ui/palette.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "ui/command_list.h"
#include "ui/keys.h"
#include "ui/line_edit.h"
#include "ui/screen.h"

enum { MAX_LEN = 200, MAX_LINES = 8, NAME_COLS = 18 };

struct palette {
	struct command_list list;
	struct line_edit edit;
	size_t at;   /* the line that Enter runs */
	bool can_go; /* a last line offers the text as a record's number */
};

static size_t line_count(const struct palette *palette)
{
	return palette->list.shown_count + (palette->can_go && palette->edit.len > 0 ? 1 : 0);
}

static void open_palette(struct ui *ui, void *state, void *argument)
{
	struct palette *palette = state;

	palette->list = *(struct command_list *)argument;
	palette->can_go = ui->options.go_to;
	line_edit_init(&palette->edit, NULL, MAX_LEN, false);
}

static void close_palette(struct ui *ui, void *state)
{
	struct palette *palette = state;

	(void)ui;
	command_list_finish(&palette->list);
	line_edit_finish(&palette->edit);
}

static bool key(struct ui *ui, void *state, const struct key *typed)
{
	struct palette *palette = state;

	(void)ui;
	if (!line_edit_key(&palette->edit, typed))
		return false;
	command_list_narrow(&palette->list, palette->edit.text);
	palette->at = 0;
	return true;
}

static void draw_line(const struct palette *palette, const struct canvas *canvas, int row,
		      size_t line)
{
	enum role role = line == palette->at ? ROLE_KEY_CELL : ROLE_NORMAL;

	if (line == palette->at)
		draw_text(canvas, row, 0, ROLE_NORMAL, ">");
	if (line == palette->list.shown_count) {
		draw_format(canvas, row, 3, role,
			    line ? _("Open the record with the number %s")
				 : _("No such command. Open the record with the number %s"),
			    palette->edit.text);
		return;
	}
	const struct command_entry *entry = palette->list.shown[line];
	int label_col = 3 + NAME_COLS + 2;
	int keys_col = label_col + (canvas->cols - label_col) * 2 / 3;
	draw_cell(canvas, row, 3, NAME_COLS, TEXT_LEFT, role, entry->command->name);
	draw_cell(canvas, row, label_col, keys_col - label_col - 2, TEXT_LEFT, ROLE_NORMAL,
		  _(entry->command->label));
	draw_cell(canvas, row, keys_col, canvas->cols - keys_col, TEXT_LEFT, ROLE_DIM,
		  entry->shown_keys);
}

static void draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct palette *palette = state;
	size_t room = canvas->rows > 2 ? (size_t)canvas->rows - 2 : 0;
	size_t first = palette->at >= room ? palette->at - room + 1 : 0;

	(void)ui;
	draw_rule(canvas, 0);
	for (size_t i = 0; i < room && first + i < line_count(palette); i++)
		draw_line(palette, canvas, (int)i + 1, first + i);
	int col = draw_text(canvas, canvas->rows - 1, 1, ROLE_QUESTION, ": ");
	line_edit_draw(&palette->edit, canvas, canvas->rows - 1, col, canvas->cols - col, true);
}

/* Always as high, so that what is typed stays where it is. */
static int height(struct ui *ui, void *state, int cols)
{
	(void)ui;
	(void)state;
	(void)cols;
	return MAX_LINES + 2;
}

static void down(struct ui *ui, void *state)
{
	struct palette *palette = state;

	(void)ui;
	if (palette->at + 1 < line_count(palette))
		palette->at++;
}

static void up(struct ui *ui, void *state)
{
	struct palette *palette = state;

	(void)ui;
	if (palette->at > 0)
		palette->at--;
}

static void run(struct ui *ui, void *state)
{
	struct palette *palette = state;

	if (palette->at < palette->list.shown_count) {
		const struct command_entry entry = *palette->list.shown[palette->at];
		ui_pop(ui);
		command_run_offered(entry.command, ui, entry.state);
	} else if (palette->at < line_count(palette)) {
		char *text = xstrdup(palette->edit.text);
		ui_pop(ui);
		ui->options.go_to(ui->options.data, text);
		free(text);
	}
}

static void cancel(struct ui *ui, void *state)
{
	(void)state;
	ui_pop(ui);
}

static const struct command palette_commands[] = {
	{ "Enter", "run", N_("Run the line"), run, N_("run") },
	{ "Down Tab", "down", N_("Next line"), down, N_("next") },
	{ "Up Shift-Tab", "up", N_("Previous line"), up },
	{ "Esc Ctrl-c", "cancel", N_("Cancel"), cancel, N_("cancel") },
};
static const struct screen_class palette_screen = {
	.name = "palette",
	.state_size = sizeof(struct palette),
	COMMANDS(palette_commands),
	.open = open_palette,
	.key = key,
	.draw = draw,
	.close = close_palette,
	.height = height,
};

void palette_open(struct ui *ui)
{
	struct command_list list;

	command_list_init(&list, ui, false);
	ui_push(ui, &palette_screen, &list);
}
