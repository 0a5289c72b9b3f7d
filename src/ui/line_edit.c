/* SPDX-License-Identifier: ISC */
#include "ui/line_edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/secret.h"
#include "base/text.h"
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
	edit->selected = false;
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
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
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
	if (key_is_text(key)) {
		if (edit->selected)
			erase(edit, 0, edit->len);
		insert(edit, key->text, strlen(key->text));
	} else if (!move_key(edit, key->code) && !delete_key(edit, key->code)) {
		return false;
	}
	edit->selected = false;
	return true;
}
