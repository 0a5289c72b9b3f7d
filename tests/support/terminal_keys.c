/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "terminal_state.h"

static const struct {
	const char *name;
	VTermKey key;
} named[] = {
	{ "Enter", VTERM_KEY_ENTER },
	{ "Tab", VTERM_KEY_TAB },
	{ "Backspace", VTERM_KEY_BACKSPACE },
	{ "Esc", VTERM_KEY_ESCAPE },
	{ "Up", VTERM_KEY_UP },
	{ "Down", VTERM_KEY_DOWN },
	{ "Left", VTERM_KEY_LEFT },
	{ "Right", VTERM_KEY_RIGHT },
	{ "Home", VTERM_KEY_HOME },
	{ "End", VTERM_KEY_END },
	{ "PgUp", VTERM_KEY_PAGEUP },
	{ "PgDn", VTERM_KEY_PAGEDOWN },
	{ "Ins", VTERM_KEY_INS },
	{ "Del", VTERM_KEY_DEL },
};

static bool named_key(const char *name, VTermKey *key)
{
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++)
		if (strcmp(named[i].name, name) == 0) {
			*key = named[i].key;
			return true;
		}
	if (name[0] != 'F' || name[1] < '1' || name[1] > '9')
		return false;
	char *end;
	long number = strtol(name + 1, &end, 10);
	*key = (VTermKey)VTERM_KEY_FUNCTION((int)number);
	return *end == '\0';
}

static const char *after(const char *name, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(name, prefix, len) == 0 && name[len] ? name + len : NULL;
}

static void type(struct terminal *term, const char *name)
{
	VTermModifier modifier = VTERM_MOD_NONE;
	const char *rest;
	VTermKey key;

	if ((rest = after(name, "Shift-")))
		modifier = VTERM_MOD_SHIFT;
	else if ((rest = after(name, "Ctrl-")))
		modifier = VTERM_MOD_CTRL;
	else if ((rest = after(name, "Alt-")))
		modifier = VTERM_MOD_ALT;
	if (named_key(rest ? rest : name, &key))
		vterm_keyboard_key(term->vterm, key, modifier);
	else if (strcmp(name, "Space") == 0)
		terminal_send(term, " ", 1);
	else if (rest && strlen(rest) == 1 && modifier == VTERM_MOD_CTRL)
		terminal_send(term, (char[]){ (char)(rest[0] & 0x1f) }, 1);
	else if (rest && modifier == VTERM_MOD_ALT) {
		terminal_send(term, "\033", 1);
		terminal_send(term, rest, strlen(rest));
	} else
		terminal_send(term, name, strlen(name));
}

void terminal_keys(struct terminal *term, const char *const *names)
{
	for (; *names; names++)
		type(term, *names);
}

void terminal_paste(struct terminal *term, const char *text)
{
	vterm_keyboard_start_paste(term->vterm);
	terminal_send(term, text, strlen(text));
	vterm_keyboard_end_paste(term->vterm);
}
