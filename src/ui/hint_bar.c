/* SPDX-License-Identifier: ISC */
#include "ui/hint_bar.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/command.h"
#include "ui/draw.h"
#include "ui/keys.h"

enum { MAX_HINTS = 40, GAP_COLS = 2 };

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

/* The first of "Down j" into out. */
static const char *first_key(const char *keys, char out[KEY_NAME_SIZE])
{
	size_t len = strcspn(keys, " ");

	len = len < KEY_NAME_SIZE ? len : KEY_NAME_SIZE - 1;
	memcpy(out, keys, len);
	out[len] = '\0';
	return out;
}

void hint_bar_draw(const struct canvas *canvas, struct ui *ui, const struct command_scope *scopes,
		   size_t count)
{
	struct hint hints[MAX_HINTS];
	char names[MAX_HINTS][KEY_NAME_SIZE];
	size_t used = 0;
	int col = 1;

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < scopes[i].table->count && used < MAX_HINTS; j++) {
			const struct command *command = &scopes[i].table->rows[j];
			if (!command->hint || !command_ready(command, ui, scopes[i].state))
				continue;
			hints[used].key = first_key(command->keys, names[used]);
			hints[used].text = _(command->hint);
			hints[used].keep = strcmp(command->name, "help") == 0;
			used++;
		}
	used = hint_bar_fit(hints, used, canvas->cols - col);
	draw_blank_row(canvas, 0);
	for (size_t i = 0; i < used; i++) {
		col = draw_text(canvas, 0, col, ROLE_HINT_KEY, hints[i].key);
		col = draw_text(canvas, 0, col + 1, ROLE_HINT, hints[i].text) + GAP_COLS;
	}
}
