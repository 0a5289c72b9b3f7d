/* line_edit.h - one line of text being typed. Moves and deletes by whole clusters, scrolls
 * sideways. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_LINE_EDIT_H
#define UI_LINE_EDIT_H
#include <stdbool.h>
#include <stddef.h>

#include "base/theme.h"

struct canvas;
struct key;

struct line_edit {
	char *text; /* UTF-8, never NULL between init and finish */
	size_t len, size;
	size_t at;    /* byte offset of the cursor, at a cluster's start */
	size_t first; /* byte offset of the leftmost cluster shown */
	size_t max_len;
	char *killed;
	bool secret;  /* shown as dots, wiped at the end, never put into the kill buffer */
	bool changed; /* since init or set */
	/* Text typed or pasted takes the place of all of it; any other key keeps it. The owner says so after
	 * init or set. */
	bool selected;
};

/* text is copied, NULL is "". At most max_len bytes can be typed. */
void line_edit_init(struct line_edit *edit, const char *text, size_t max_len, bool secret);
void line_edit_finish(struct line_edit *edit);
void line_edit_set(struct line_edit *edit, const char *text);

/* True when the key edits or moves: text, pastes, arrows, Home End, Backspace Del, Ctrl-a e b f d;
 * by words Ctrl-Left Ctrl-Right Alt-b Alt-f; kills Ctrl-u k w, Alt-d, Alt-Backspace, brought back
 * by Ctrl-y (into another text too: line_edit_set keeps what was killed). Enter, Esc, Tab, Up and
 * Down are the caller's. */
bool line_edit_key(struct line_edit *edit, const struct key *key);

/* Exactly width_cols columns, with the hardware cursor if focused. */
void line_edit_draw(struct line_edit *edit, const struct canvas *canvas, int row, int col,
		    int width_cols, bool focused);

#endif
