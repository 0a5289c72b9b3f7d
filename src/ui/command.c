/* SPDX-License-Identifier: ISC */
#include "ui/command.h"

#include <string.h>

#include "ui/keys.h"

const struct command *command_named(const struct command_table *table, const char *name)
{
	for (size_t i = 0; i < table->count; i++)
		if (strcmp(table->rows[i].name, name) == 0)
			return &table->rows[i];
	return NULL;
}

bool command_has_key(const char *keys, uint32_t key)
{
	while (*keys) {
		char name[KEY_NAME_SIZE];
		size_t len = strcspn(keys, " ");
		uint32_t code;
		if (len < sizeof(name)) {
			memcpy(name, keys, len);
			name[len] = '\0';
			if (key_parse(name, &code) && code == key)
				return true;
		}
		keys += len;
		keys += strspn(keys, " ");
	}
	return false;
}

bool command_ready(const struct command *command, struct ui *ui, void *state)
{
	return !command->can || command->can(ui, state);
}
