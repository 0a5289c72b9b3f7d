/* SPDX-License-Identifier: ISC */
#include "ui/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static const struct {
	const char *name;
	uint32_t code;
} names[] = {
	{ "Enter", K_ENTER }, { "Esc", K_ESC },   { "Tab", K_TAB },   { "Backspace", K_BACKSPACE },
	{ "Up", K_UP },       { "Down", K_DOWN }, { "Left", K_LEFT }, { "Right", K_RIGHT },
	{ "Home", K_HOME },   { "End", K_END },   { "PgUp", K_PGUP }, { "PgDn", K_PGDN },
	{ "Ins", K_INS },     { "Del", K_DEL },   { "Space", ' ' },
};

enum { LAST_F_KEY = 20, MODIFIERS = K_CTRL | K_SHIFT | K_ALT };

static bool parse_f_key(const char *name, uint32_t *code)
{
	char *end;

	if ((name[0] != 'F' && name[0] != 'f') || name[1] < '1' || name[1] > '9')
		return false;
	long number = strtol(name + 1, &end, 10);
	if (*end || number > LAST_F_KEY)
		return false;
	*code = K_F0 + (uint32_t)number;
	return true;
}

static bool parse_plain(const char *name, uint32_t *code)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_casecmp(names[i].name, name) == 0) {
			*code = names[i].code;
			return true;
		}
	return parse_f_key(name, code) ||
	       (len > 0 && text_char(name, len, code) == len && *code > ' ');
}

/* Takes "Ctrl-" or "Shift-" off the front, unless nothing would be left of the name. */
static bool take_prefix(const char **name, const char *prefix)
{
	size_t len = strlen(prefix);
	char start[8] = "";

	if (strlen(*name) <= len)
		return false;
	memcpy(start, *name, len);
	if (text_casecmp(start, prefix) != 0)
		return false;
	*name += len;
	return true;
}

/* Most keys are one sign. They are looked at some thousand times for each frame: which of them the
 * hints may name is found out anew. */
static bool is_sign(const char *name)
{
	return *name > ' ' && *name <= '~' && !name[1];
}

bool key_parse(const char *name, uint32_t *code)
{
	uint32_t modifiers = 0, plain;

	if (is_sign(name)) {
		*code = (unsigned char)*name;
		return true;
	}
	for (;;) {
		if (take_prefix(&name, "Ctrl-"))
			modifiers |= K_CTRL;
		else if (take_prefix(&name, "Shift-"))
			modifiers |= K_SHIFT;
		else
			break;
	}
	if (!parse_plain(name, &plain))
		return false;
	bool is_char = plain < K_ENTER;
	if (modifiers & K_CTRL && plain >= 'A' && plain <= 'Z')
		plain += 'a' - 'A'; /* a terminal sends the same for both */
	if (is_char &&
	    (modifiers & K_SHIFT || (modifiers & K_CTRL && (plain < 'a' || plain > 'z'))))
		return false; /* no terminal sends these as keys of their own */
	*code = plain | modifiers;
	return true;
}

static const char *plain_name(uint32_t code)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (names[i].code == code)
			return names[i].name;
	return NULL;
}

void key_to_name(uint32_t code, char out[KEY_NAME_SIZE])
{
	uint32_t plain = code & ~(uint32_t)MODIFIERS;
	const char *ctrl = code & K_CTRL ? "Ctrl-" : code & K_ALT ? "Alt-" : "";
	const char *shift = code & K_SHIFT ? "Shift-" : "";
	char text[TEXT_CHAR_SIZE];

	if (plain_name(plain)) {
		snprintf(out, KEY_NAME_SIZE, "%s%s%s", ctrl, shift, plain_name(plain));
	} else if (plain > K_F0) {
		snprintf(out, KEY_NAME_SIZE, "%s%sF%u", ctrl, shift,
			 (unsigned)(plain - K_F0) % 100);
	} else {
		text_from_char(plain, text);
		snprintf(out, KEY_NAME_SIZE, "%s%s%s", ctrl, shift, text);
	}
}

bool key_is_text(const struct key *key)
{
	return key->code < K_ENTER || key->code == K_PASTE;
}

bool key_is_for_field(uint32_t code)
{
	return code < K_ENTER || code == K_HOME || code == K_END || code == K_LEFT || code == K_RIGHT ||
	       code == K_BACKSPACE || code == K_DEL;
}
