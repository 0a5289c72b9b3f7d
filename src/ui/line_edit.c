/* SPDX-License-Identifier: ISC */
#include "ui/line_edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/secret.h"
#include "base/text.h"
#include "ui/draw.h"
#include "ui/keys.h"

void line_edit_init(struct line_edit *edit, const char *text, size_t max_len, bool secret)
{
	*edit = (struct line_edit){ .max_len = max_len, .secret = secret };
	/* A secret's buffer never moves, so that no copy of it stays behind. */
	edit->size = secret ? max_len + 1 : 64;
	edit->text = xcalloc(edit->size, 1);
	line_edit_set(edit, text);
}

void line_edit_finish(struct line_edit *edit)
{
	if (edit->text)
		secret_wipe(edit->text, edit->size);
	free(edit->text);
	free(edit->killed);
	*edit = (struct line_edit){ .text = NULL };
}

static void grow(struct line_edit *edit, size_t len)
{
	if (len + 1 <= edit->size)
		return;
	edit->size = (len + 1) * 2;
	edit->text = xreallocarray(edit->text, edit->size, 1);
}

/* The longest start of text that is UTF-8 and fits into room bytes. */
static size_t usable(const char *text, size_t len, size_t room)
{
	size_t at = 0;
	uint32_t code;

	for (size_t used;
	     at < len && (used = text_char(text + at, len - at, &code)) > 0 && at + used <= room;)
		at += used;
	return at;
}

static void insert(struct line_edit *edit, const char *text, size_t len)
{
	len = usable(text, len, edit->max_len - edit->len);
	grow(edit, edit->len + len);
	memmove(edit->text + edit->at + len, edit->text + edit->at, edit->len - edit->at + 1);
	memcpy(edit->text + edit->at, text, len);
	edit->len += len;
	edit->at += len;
	edit->changed = edit->changed || len > 0;
}

static void erase(struct line_edit *edit, size_t from, size_t to)
{
	memmove(edit->text + from, edit->text + to, edit->len - to + 1);
	secret_wipe(edit->text + edit->len - (to - from) + 1, to - from);
	edit->len -= to - from;
	edit->at = from;
	edit->changed = edit->changed || to > from;
}

void line_edit_set(struct line_edit *edit, const char *text)
{
	erase(edit, 0, edit->len);
	edit->first = 0;
	if (text)
		insert(edit, text, strlen(text));
	edit->changed = false;
}

/* A combining mark typed behind the cursor joins the cluster before it: the cursor then stands
 * inside. */
static size_t cluster_start(const struct line_edit *edit, size_t at)
{
	size_t start = 0;

	for (size_t next = 0; next <= at && next < edit->len;
	     next += text_cluster(edit->text + next, edit->len - next))
		start = next;
	return at >= edit->len ? edit->len : start;
}

static size_t before(const struct line_edit *edit)
{
	return edit->at - text_last_cluster(edit->text, edit->at);
}

static size_t after(const struct line_edit *edit)
{
	return edit->at + text_cluster(edit->text + edit->at, edit->len - edit->at);
}

static size_t word_before(const struct line_edit *edit)
{
	size_t at = edit->at;

	while (at > 0 && edit->text[at - 1] == ' ')
		at--;
	while (at > 0 && edit->text[at - 1] != ' ')
		at--;
	return at;
}

static size_t word_after(const struct line_edit *edit)
{
	size_t at = edit->at;

	while (at < edit->len && edit->text[at] != ' ')
		at++;
	while (at < edit->len && edit->text[at] == ' ')
		at++;
	return at;
}

static void kill_text(struct line_edit *edit, size_t from, size_t to)
{
	if (from == to)
		return;
	if (!edit->secret) {
		free(edit->killed);
		edit->killed = xstrndup(edit->text + from, to - from);
	}
	erase(edit, from, to);
}

static bool move_key(struct line_edit *edit, uint32_t code)
{
	switch (code) {
	case K_LEFT:
	case K_CTRL | 'b':
		edit->at = before(edit);
		return true;
	case K_RIGHT:
	case K_CTRL | 'f':
		edit->at = after(edit);
		return true;
	case K_HOME:
	case K_CTRL | 'a':
		edit->at = 0;
		return true;
	case K_END:
	case K_CTRL | 'e':
		edit->at = edit->len;
		return true;
	case K_CTRL | K_LEFT:
		edit->at = word_before(edit);
		return true;
	case K_CTRL | K_RIGHT:
		edit->at = word_after(edit);
		return true;
	}
	return false;
}

static bool delete_key(struct line_edit *edit, uint32_t code)
{
	switch (code) {
	case K_BACKSPACE:
		erase(edit, before(edit), edit->at);
		return true;
	case K_DEL:
	case K_CTRL | 'd':
		erase(edit, edit->at, after(edit));
		return true;
	case K_CTRL | 'u':
		kill_text(edit, 0, edit->at);
		return true;
	case K_CTRL | 'k':
		kill_text(edit, edit->at, edit->len);
		return true;
	case K_CTRL | 'w':
		kill_text(edit, word_before(edit), edit->at);
		return true;
	case K_CTRL | 'y':
		if (edit->killed)
			insert(edit, edit->killed, strlen(edit->killed));
		return true;
	}
	return false;
}

bool line_edit_key(struct line_edit *edit, const struct key *key)
{
	if (key_is_text(key))
		insert(edit, key->text, strlen(key->text));
	else if (!move_key(edit, key->code) && !delete_key(edit, key->code))
		return false;
	return true;
}

/* What is drawn for a cluster: marks instead of what a terminal would obey, a dot for a secret. The
 * caller frees. */
static char *shown(const struct line_edit *edit, size_t at, size_t len)
{
	return edit->secret ? xstrdup(".") : text_clean(edit->text + at, len);
}

static int shown_cols(const struct line_edit *edit, size_t from, size_t to)
{
	int cols = 0;

	for (size_t at = from; at < to;) {
		size_t len = text_cluster(edit->text + at, edit->len - at);
		char *text = shown(edit, at, len);
		cols += text_width(text, strlen(text));
		free(text);
		at += len;
	}
	return cols;
}

/* Scrolls so that the cursor has a column of its own within width. */
static void keep_cursor_visible(struct line_edit *edit, int width_cols)
{
	size_t at = cluster_start(edit, edit->at);

	if (edit->first > edit->len)
		edit->first = edit->len;
	edit->first = cluster_start(edit, edit->first);
	if (at < edit->first)
		edit->first = at;
	while (edit->first < at && shown_cols(edit, edit->first, at) >= width_cols)
		edit->first += text_cluster(edit->text + edit->first, edit->len - edit->first);
	/* Text that was deleted lets what is left of it come back. */
	while (edit->first > 0) {
		size_t previous = edit->first - text_last_cluster(edit->text, edit->first);
		if (shown_cols(edit, previous, edit->len) >= width_cols)
			break;
		edit->first = previous;
	}
}

void line_edit_draw(struct line_edit *edit, const struct canvas *canvas, int row, int col,
		    int width_cols, bool focused)
{
	struct canvas field = draw_part(canvas, row, col, 1, width_cols);
	int at = 0;

	draw_cell(&field, 0, 0, field.cols, TEXT_LEFT, ROLE_FIELD, "");
	keep_cursor_visible(edit, field.cols);
	for (size_t i = edit->first; i < edit->len && at < field.cols;) {
		size_t len = text_cluster(edit->text + i, edit->len - i);
		char *text = shown(edit, i, len);
		at = draw_text(&field, 0, at, ROLE_FIELD, text);
		free(text);
		i += len;
	}
	if (focused)
		draw_cursor(&field, 0,
			    shown_cols(edit, edit->first, cluster_start(edit, edit->at)));
}
