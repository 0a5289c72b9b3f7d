/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/keys.h"
#include "ui/screen.h"
#include "ui/ui_state.h"

size_t ui_scopes(struct ui *ui, struct command_scope scopes[UI_MAX_SCOPES])
{
	struct layer *top = ui_top_layer(ui);
	size_t count = 0;

	if (!top)
		return 0;
	const struct screen_class *class = top->class;
	bool typing = class->typing && class->typing(ui, top->state);
	scopes[count++] = (struct command_scope){ class->name, &class->commands, top->state,
						  class->label, typing };
	if (class->shared_commands)
		scopes[count++] = (struct command_scope){ class->name, class->shared_commands,
							  class->shared(top->state), class->label,
							  typing };
	if (!ui_is_dialog(top)) { /* a question wants its answer first */
		if (class->part_commands)
			scopes[count++] = (struct command_scope){ class->name, class->part_commands,
								  class->part(top->state),
								  N_("Moving"), typing };
		if (ui->options.commands)
			scopes[count++] = (struct command_scope){ class->name, ui->options.commands,
								  ui->options.data,
								  N_("Everywhere"), typing };
		scopes[count++] = (struct command_scope){ class->name, &ui_commands, NULL,
							  N_("Everywhere"), typing };
	}
	scopes[count++] = (struct command_scope){ class->name, &ui_dialog_commands, NULL,
						  N_("Everywhere"), typing };
	return count;
}

static const struct command *row_of(struct ui *ui, const struct command_scope *scope, uint32_t key,
				    const char *bound)
{
	for (size_t i = 0; i < scope->table->count; i++) {
		const struct command *command = &scope->table->rows[i];
		bool meant = bound ? strcmp(command->name, bound) == 0
				   : command_has_key(command->keys, key);
		if (meant && command_ready(command, ui, scope->state))
			return command;
	}
	return NULL;
}

const struct command *ui_command_of(struct ui *ui, const struct command_scope *scopes, size_t count,
				    uint32_t key, void **state)
{
	for (size_t i = 0; i < count; i++) {
		const char *bound = ui_bound_command(ui, scopes[i].screen, key);
		const struct command *command = row_of(ui, &scopes[i], key, bound);
		if (command) {
			*state = scopes[i].state;
			return command;
		}
	}
	return NULL;
}

static bool run_command(struct ui *ui, uint32_t key)
{
	struct command_scope scopes[UI_MAX_SCOPES];
	size_t count = ui_scopes(ui, scopes);
	void *state;
	const struct command *command = ui_command_of(ui, scopes, count, key, &state);

	if (!command)
		return false;
	command->run(ui, state);
	return true;
}

/* What no screen and no command wanted. */
static void say_unused(struct ui *ui, const struct key *key)
{
	const struct layer *top = ui_top_layer(ui);
	bool typing = top->class->typing && top->class->typing(ui, top->state);
	char name[KEY_NAME_SIZE];

	key_to_name(key->code, name);
	if (key->code == K_PASTE)
		ui_message(ui, ROLE_MESSAGE, _("Pasted text is ignored here."));
	else if (key->code != K_ESC && (typing || !ui_is_dialog(top)))
		ui_message(ui, ROLE_MESSAGE, _("%s does nothing here. %s shows the keys that do."),
			   name, typing ? "F1" : "?");
}

/* Alt-x that no field wanted: the two keys that a terminal sends for it. */
static void dispatch_as_two(struct ui *ui, const struct key *key)
{
	struct key rest = { key->code & ~(uint32_t)K_ALT, "" };
	char text[TEXT_CHAR_SIZE];

	if (rest.code < K_ENTER) {
		text_from_char(rest.code, text);
		rest.text = text;
	}
	ui_dispatch(ui, &(struct key){ K_ESC, "" });
	ui_dispatch(ui, &rest);
}

void ui_dispatch(struct ui *ui, const struct key *key)
{
	struct layer *top = ui_top_layer(ui);

	if (!top)
		return;
	if (key->code & K_ALT) {
		ui_message_clear(ui);
		if (ui_too_small() || !top->class->key || !top->class->key(ui, top->state, key))
			dispatch_as_two(ui, key);
		return;
	}
	if (ui_too_small() && key->code != K_ESC) {
		if (key->code == 'Q')
			ui->options.quit(ui->options.data);
		else
			ui->typed_blindly = true;
		return;
	}
	ui_message_clear(ui);
	if (ui->options.key && ui->options.key(ui->options.data, key))
		return;
	if (top->class->key && top->class->key(ui, top->state, key))
		return;
	if (!run_command(ui, key->code))
		say_unused(ui, key);
}
