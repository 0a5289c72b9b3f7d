/* SPDX-License-Identifier: ISC */
#include "ui/hint_bar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/command.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/target.h"
#include "ui/ui_state.h"

enum { LEFT_COLS = 1, GAP_COLS = 2 };

static int hint_cols(const struct hint *hint)
{
	return text_width(hint->key, strlen(hint->key)) + 1 +
	       text_width(hint->text, strlen(hint->text));
}

size_t hint_bar_fit(struct hint *hints, size_t count, int width_cols)
{
	int used = 0; /* with a gap behind each */
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (hints[i].keep)
			used += hint_cols(&hints[i]) + GAP_COLS;
	bool full = false;
	for (size_t i = 0; i < count; i++) {
		int cols = hint_cols(&hints[i]);
		if (!hints[i].keep && (full || used + cols > width_cols)) {
			full = true; /* a later, shorter one would look as if it mattered more */
			continue;
		}
		used += hints[i].keep ? 0 : cols + GAP_COLS;
		hints[kept++] = hints[i];
	}
	return kept;
}

/* The first key of "F1 ?" that reaches the command, into out; false when all of them are typed as
 * text. */
static bool reachable_key(const struct command_scope *scope, const char *keys,
			  char out[KEY_NAME_SIZE])
{
	uint32_t code;

	while (command_next_key(&keys, out, &code))
		if (!scope->typing || !key_is_for_field(code))
			return true;
	return false;
}

static bool is_taken(const struct hint *hints, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(hints[i].key, key) == 0)
			return true; /* a scope before has it: that is what the key does */
	return false;
}

/* reachable_key with the user's own keys in mind; most users have none. */
static bool hinted_key(struct ui *ui, const struct command_scope *scope,
		       const struct command *command, char out[KEY_NAME_SIZE])
{
	if (ui->binding_count == 0)
		return reachable_key(scope, command->keys, out);
	char *keys = ui_keys_of(ui, scope, command);
	bool found = reachable_key(scope, keys, out);
	free(keys);
	return found;
}

/* Whether the key does something else in a scope before, hinted at or not. */
static bool is_shadowed(struct ui *ui, const struct command_scope *scopes, size_t count,
			const char *name)
{
	uint32_t code;
	void *state;

	return count && key_parse(name, &code) && ui_command_of(ui, scopes, count, code, &state);
}

static void gather(struct hint_list *list, struct ui *ui, const struct command_scope *scopes,
		   size_t at)
{
	const struct command_scope *scope = &scopes[at];

	for (size_t i = 0; i < scope->table->count && list->count < HINTS_MAX; i++) {
		const struct command *command = &scope->table->rows[i];
		char *name = list->names[list->count];
		if (command_hinted(command, ui, scope->state) &&
		    hinted_key(ui, scope, command, name) &&
		    !is_taken(list->hints, list->count, name) &&
		    !is_shadowed(ui, scopes, at, name))
			list->hints[list->count++] =
				(struct hint){ name, command_hint(command, ui, scope->state),
					       strcmp(command->name, "help") == 0 };
	}
}

void hint_bar_gather(struct hint_list *list, struct ui *ui, const struct command_scope *scopes,
		     size_t count, int width_cols)
{
	list->count = 0;
	for (size_t i = 0; i < count; i++)
		gather(list, ui, scopes, i);
	list->count = hint_bar_fit(list->hints, list->count, width_cols - LEFT_COLS);
}

char *hint_bar_text(const struct hint_list *list)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < list->count; i++)
		fprintf(out, "%s %s\n", list->hints[i].key, list->hints[i].text);
	fclose(out);
	return text;
}

void hint_bar_draw(const struct canvas *canvas, const struct hint_list *list)
{
	int col = LEFT_COLS;

	draw_blank_row(canvas, 0);
	for (size_t i = 0; i < list->count; i++) {
		int start = col;
		uint32_t key;

		col = draw_text(canvas, 0, col, ROLE_HINT_KEY, list->hints[i].key);
		col = draw_text(canvas, 0, col + 1, ROLE_HINT, list->hints[i].text);
		if (key_parse(list->hints[i].key, &key))
			target_key(canvas, 0, start, col - start, key);
		col += GAP_COLS;
	}
}
