/* SPDX-License-Identifier: ISC */
#include "base/i18n.h"
#include "ui/confirm.h"
#include "ui/help.h"
#include "ui/palette.h"
#include "ui/term.h"
#include "ui/ui_state.h"

static void answer_leave(void *data, bool yes)
{
	struct ui *ui = data;

	if (yes)
		ui->options.quit(ui->options.data);
}

static void ask_leave(struct ui *ui, void *state)
{
	(void)state;
	confirm_yes_no(ui, _("Leave nymble-tui?"), answer_leave, ui);
}

static void leave(struct ui *ui, void *state)
{
	(void)state;
	ui->options.quit(ui->options.data);
}

static void back(struct ui *ui, void *state)
{
	(void)state;
	if (ui_depth(ui) > 1)
		ui_pop(ui);
}

static bool has_screen_below(struct ui *ui, void *state)
{
	(void)state;
	return ui_depth(ui) > 1;
}

static void help(struct ui *ui, void *state)
{
	(void)state;
	help_open(ui);
}

static void palette(struct ui *ui, void *state)
{
	(void)state;
	palette_open(ui);
}

static void redraw(struct ui *ui, void *state)
{
	(void)state;
	term_forget();
	ui_touch_all(ui);
}

static void suspend(struct ui *ui, void *state)
{
	(void)state;
	ui_suspend(ui);
}

static const struct command rows[] = {
	{ "? F1", "help", N_("Help: all keys; ? and a key explains it"), help, N_("help") },
	{ ": Ctrl-p", "palette", N_("Run a command, go to a list, a view or a record"), palette,
	  .moves = true },
	{ "q", "close", N_("One screen back"), back, N_("back"), has_screen_below },
	{ "Esc F12 F3", "back", N_("One screen back"), back },
	{ "Q", "quit", N_("Leave the program"), leave },
	{ "q Ctrl-c", "ask-quit", N_("Leave the program after a question; q: on the first screen"),
	  ask_leave, N_("quit") },
};
const struct command_table ui_commands = COMMAND_TABLE(rows);

static const struct command dialog_rows[] = {
	{ "Ctrl-l", "redraw", N_("Draw the screen anew"), redraw },
	{ "Ctrl-z", "suspend", N_("Back to the shell; fg returns"), suspend },
};
const struct command_table ui_dialog_commands = COMMAND_TABLE(dialog_rows);
