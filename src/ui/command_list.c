/* SPDX-License-Identifier: ISC */
#include "ui/command_list.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/keys.h"

static bool is_taken(const struct command_list *list, uint32_t key)
{
	for (size_t i = 0; i < list->all_count; i++)
		if (command_has_key(list->all[i].command->keys, key))
			return true;
	return false;
}

/* A screen's own command hides the general one whose keys it takes, all of them. One without keys
 * is for the palette. */
static bool is_hidden(const struct command_list *list, const char *keys)
{
	char name[KEY_NAME_SIZE];
	uint32_t key;
	bool hidden = false;

	while (command_next_key(&keys, name, &key)) {
		if (!is_taken(list, key))
			return false;
		hidden = true;
	}
	return hidden;
}

static void add_scope(struct command_list *list, struct ui *ui, const struct command_scope *scope,
		      bool moves)
{
	for (size_t i = 0; i < scope->table->count; i++) {
		const struct command *command = &scope->table->rows[i];
		if ((command->moves && !moves) || !command_ready(command, ui, scope->state) ||
		    is_hidden(list, command->keys))
			continue;
		list->all = xreallocarray(list->all, list->all_count + 1, sizeof(*list->all));
		list->all[list->all_count++] =
			(struct command_entry){ command, scope->state,
						scope->label ? _(scope->label) : "",
						ui_keys_of(ui, scope, command) };
	}
}

void command_list_init(struct command_list *list, struct ui *ui, bool moves)
{
	struct command_scope scopes[UI_MAX_SCOPES];
	size_t count = ui_scopes(ui, scopes);

	*list = (struct command_list){ .all = NULL };
	for (size_t i = 0; i < count; i++)
		add_scope(list, ui, &scopes[i], moves);
	list->shown = xcalloc(list->all_count, sizeof(*list->shown));
	command_list_narrow(list, "");
}

void command_list_finish(struct command_list *list)
{
	for (size_t i = 0; i < list->all_count; i++)
		free(list->all[i].keys);
	free(list->all);
	free(list->shown);
}

enum match { MATCH_KEY, MATCH_START, MATCH_WITHIN, MATCH_NONE };

static enum match match(const struct command_entry *entry, const char *text)
{
	uint32_t key;

	if (key_parse(text, &key) && command_has_key(entry->command->keys, key))
		return MATCH_KEY;
	if (strncasecmp(entry->command->name, text, strlen(text)) == 0)
		return MATCH_START;
	if (text_contains(entry->command->name, text) ||
	    text_contains(_(entry->command->label), text) || text_contains(entry->keys, text))
		return MATCH_WITHIN;
	return MATCH_NONE;
}

void command_list_narrow(struct command_list *list, const char *text)
{
	list->shown_count = 0;
	if (!*text) {
		for (; list->shown_count < list->all_count; list->shown_count++)
			list->shown[list->shown_count] = &list->all[list->shown_count];
		return;
	}
	for (enum match wanted = MATCH_KEY; wanted < MATCH_NONE; wanted++)
		for (size_t i = 0; i < list->all_count; i++)
			if (match(&list->all[i], text) == wanted)
				list->shown[list->shown_count++] = &list->all[i];
}
