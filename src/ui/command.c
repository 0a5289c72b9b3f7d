/* SPDX-License-Identifier: ISC */
#include "ui/command.h"

#include <string.h>

#include "base/i18n.h"

const struct command *command_named(const struct command_table *table, const char *name)
{
	for (size_t i = 0; i < table->count; i++)
		if (strcmp(table->rows[i].name, name) == 0)
			return &table->rows[i];
	return NULL;
}

bool command_next_key(const char **keys, char name[KEY_NAME_SIZE], uint32_t *code)
{
	const char *start = *keys + strspn(*keys, " ");
	size_t len = strcspn(start, " ");
	size_t kept = len < KEY_NAME_SIZE ? len : KEY_NAME_SIZE - 1;

	*keys = start + len;
	memcpy(name, start, kept);
	name[kept] = '\0';
	if (len > 0 && !key_parse(name, code))
		*code = 0;
	return len > 0;
}

bool command_has_key(const char *keys, uint32_t key)
{
	char name[KEY_NAME_SIZE];
	uint32_t code;

	while (command_next_key(&keys, name, &code))
		if (code == key)
			return true;
	return false;
}

bool command_ready(const struct command *command, struct ui *ui, void *state)
{
	return !command->can || command->can(ui, state);
}

bool command_hinted(const struct command *command, struct ui *ui, void *state)
{
	return command->hint && command_ready(command, ui, state) &&
	       (!command->useful || command->useful(ui, state));
}

const char *command_label(const struct command *command, struct ui *ui, void *state)
{
	return command->called ? command->called(ui, state) : _(command->label);
}

const char *command_hint(const struct command *command, struct ui *ui, void *state)
{
	return command->called ? command->called(ui, state) : _(command->hint);
}

void command_run_offered(const struct command *command, struct ui *ui, void *state)
{
	if (command_ready(command, ui, state))
		command->run(ui, state);
}
