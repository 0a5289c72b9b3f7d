/* SPDX-License-Identifier: ISC */
#include "ui/command_list.h"

#include <stdio.h>
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
		if (command_has_key(list->all[i].keys, key))
			return true;
	return false;
}

/* A screen's own command hides the general one whose keys it takes, all of them. One without keys
 * of its own is for the palette. */
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

/* "Down, j" */
static char *with_commas(const char *keys)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (; *keys; keys++)
		fputs(*keys == ' ' ? ", " : (char[]){ *keys, '\0' }, out);
	fclose(out);
	return text;
}

static void add_command(struct command_list *list, struct ui *ui, const struct command_scope *scope,
			const struct command *command)
{
	char *keys = ui_keys_of(ui, scope, command);

	if (is_hidden(list, keys)) {
		free(keys);
		return;
	}
	list->all = xreallocarray(list->all, list->all_count + 1, sizeof(*list->all));
	list->all[list->all_count++] = (struct command_entry){
		.command = command,
		.state = scope->state,
		.label = command_label(command, ui, scope->state),
		.where = scope->label ? _(scope->label) : "",
		.keys = keys,
		.shown_keys = with_commas(keys),
	};
}

static void add_scope(struct command_list *list, struct ui *ui, const struct command_scope *scope,
		      bool moves)
{
	for (size_t i = 0; i < scope->table->count; i++) {
		const struct command *command = &scope->table->rows[i];
		if ((moves || !command->moves) && command_ready(command, ui, scope->state))
			add_command(list, ui, scope, command);
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
	for (size_t i = 0; i < list->all_count; i++) {
		free(list->all[i].keys);
		free(list->all[i].shown_keys);
	}
	free(list->all);
	free(list->shown);
}

enum match { MATCH_KEY, MATCH_START, MATCH_WITHIN, MATCH_NONE };

static bool has_word(const struct command *command, const char *text)
{
	return command->words && text_contains(_(command->words), text);
}

static enum match match(const struct command_entry *entry, const char *text)
{
	uint32_t key;

	if (key_parse(text, &key) && command_has_key(entry->keys, key))
		return MATCH_KEY;
	if (strncasecmp(entry->command->name, text, strlen(text)) == 0)
		return MATCH_START;
	if (text_contains(entry->command->name, text) ||
	    text_contains(entry->label, text) ||
	    text_contains(entry->shown_keys, text) || has_word(entry->command, text))
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
