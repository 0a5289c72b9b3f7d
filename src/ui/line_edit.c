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

static bool is_ascii(char c)
{
	return c >= ' ' && c <= '~';
}

/* Whether a cluster begins at at for certain: both neighbours are plain letters. */
static bool is_plain_break(const struct line_edit *edit, size_t at)
{
	return at == 0 || at >= edit->len || (is_ascii(edit->text[at - 1]) && is_ascii(edit->text[at]));
}

/* A combining mark typed behind the cursor joins the cluster before it: the cursor then stands
 * inside. */
static size_t cluster_start(const struct line_edit *edit, size_t at)
{
	size_t start = 0;

	if (is_plain_break(edit, at))
		return at < edit->len ? at : edit->len;
	for (size_t next = 0; next <= at; next += text_cluster(edit->text + next, edit->len - next))
		start = next;
	return start;
}

static size_t before(const struct line_edit *edit)
{
	return edit->at - text_last_cluster(edit->text, edit->at);
}

static size_t after(const struct line_edit *edit)
{
	return edit->at + text_cluster(edit->text + edit->at, edit->len - edit->at);
}

/* Letters and digits of any script. A secret does not tell where its words end. */
static bool is_word(const struct line_edit *edit, size_t at)
{
	unsigned char c = (unsigned char)edit->text[at];

	if (edit->secret)
		return c != ' ';
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t word_before(const struct line_edit *edit)
{
	size_t at = edit->at;

	while (at > 0 && !is_word(edit, at - 1))
		at--;
	while (at > 0 && is_word(edit, at - 1))
		at--;
	return at;
}

static size_t word_end(const struct line_edit *edit)
{
	size_t at = edit->at;

	while (at < edit->len && !is_word(edit, at))
		at++;
	while (at < edit->len && is_word(edit, at))
		at++;
	return at;
}

static size_t next_word(const struct line_edit *edit)
{
	size_t at = edit->at;

	while (at < edit->len && is_word(edit, at))
		at++;
	while (at < edit->len && !is_word(edit, at))
		at++;
	return at;
}

/* As shells do it: everything up to a blank, an e-mail address at once. */
static size_t blank_before(const struct line_edit *edit)
{
	size_t at = edit->at;

	while (at > 0 && edit->text[at - 1] == ' ')
		at--;
	while (at > 0 && edit->text[at - 1] != ' ')
		at--;
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
	case K_ALT | 'b':
		edit->at = word_before(edit);
		return true;
	case K_CTRL | K_RIGHT:
	case K_ALT | 'f':
		edit->at = next_word(edit);
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
		kill_text(edit, blank_before(edit), edit->at);
		return true;
	case K_ALT | K_BACKSPACE:
		kill_text(edit, word_before(edit), edit->at);
		return true;
	case K_ALT | 'd':
		kill_text(edit, edit->at, word_end(edit));
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

static int cluster_cols(const struct line_edit *edit, size_t at, size_t len)
{
	if (edit->secret || (len == 1 && is_ascii(edit->text[at])))
		return 1;
	char *text = shown(edit, at, len);
	int cols = text_width(text, strlen(text));
	free(text);
	return cols;
}

static int shown_cols(const struct line_edit *edit, size_t from, size_t to)
{
	int cols = 0;

	for (size_t at = from, len; at < to; at += len) {
		len = text_cluster(edit->text + at, edit->len - at);
		cols += cluster_cols(edit, at, len);
	}
	return cols;
}

/* Where the longest text begins that ends at end and is at most cols wide. */
static size_t back_by_cols(const struct line_edit *edit, size_t end, int cols)
{
	size_t at = end;

	while (at > 0) {
		size_t len = is_plain_break(edit, at - 1) && is_ascii(edit->text[at - 1])
				     ? 1
				     : text_last_cluster(edit->text, at);
		cols -= cluster_cols(edit, at - len, len);
		if (cols < 0)
			break;
		at -= len;
	}
	return at;
}

/* Scrolls so that the cursor has a column of its own within width: by a quarter of it at once, or every
 * further letter would draw the whole field again. */
static void keep_cursor_visible(struct line_edit *edit, int width_cols)
{
	size_t at = cluster_start(edit, edit->at);
	int step = width_cols / 4;

	edit->first = cluster_start(edit, edit->first);
	if (edit->first > at)
		edit->first = back_by_cols(edit, at, step);
	if (edit->first < back_by_cols(edit, at, width_cols - 1))
		edit->first = back_by_cols(edit, at, width_cols - 1 - step);
	/* Text was deleted: what is left of it comes back. */
	if (edit->first > back_by_cols(edit, edit->len, width_cols / 2))
		edit->first = back_by_cols(edit, edit->len, width_cols - 1 - step);
	if (back_by_cols(edit, edit->len, width_cols - 1) == 0)
		edit->first = 0;
}

/* Bytes of plain letters from at on, which are drawn at once. */
static size_t ascii_run(const struct line_edit *edit, size_t at)
{
	size_t end = at;

	while (!edit->secret && end < edit->len && is_ascii(edit->text[end]) &&
	       is_plain_break(edit, end + 1))
		end++;
	return end - at;
}

void line_edit_draw(struct line_edit *edit, const struct canvas *canvas, int row, int col,
		    int width_cols, bool focused)
{
	struct canvas field = draw_part(canvas, row, col, 1, width_cols);
	int at = 0;

	if (field.cols <= 0)
		return;
	draw_cell(&field, 0, 0, field.cols, TEXT_LEFT, ROLE_FIELD, "");
	keep_cursor_visible(edit, field.cols);
	for (size_t i = edit->first, len; i < edit->len && at < field.cols; i += len) {
		size_t run = ascii_run(edit, i);

		len = run ? run : text_cluster(edit->text + i, edit->len - i);
		if (len > (size_t)(field.cols - at) && run)
			len = (size_t)(field.cols - at);
		char *text = shown(edit, i, len);
		at = draw_text(&field, 0, at, ROLE_FIELD, text);
		free(text);
	}
	if (focused)
		draw_cursor(&field, 0,
			    shown_cols(edit, edit->first, cluster_start(edit, edit->at)));
}
