/* SPDX-License-Identifier: ISC */
#include "base/theme.h"

#include <string.h>
#include <strings.h>

enum { OWN = COLOUR_DEFAULT };

#define BOLD .bold = true
#define UNDERLINE .underline = true
#define REVERSE .reverse = true

/* Foreground and background. Numbers above 15 are for terminals of 256 colours, and their hue for
 * all others. The key cell is reverse alone in every theme: one step of the cursor costs four
 * bytes. */
/* clang-format off */
static const struct theme themes[] = {
	{
		"dark",
		{
			[ROLE_NORMAL] = { OWN, OWN },
			[ROLE_HEADER] = { COLOUR_CYAN, OWN },
			[ROLE_PROD] = { OWN, OWN, BOLD, REVERSE },
			[ROLE_TITLE] = { OWN, OWN, BOLD },
			[ROLE_COLUMN] = { COLOUR_CYAN, OWN },
			[ROLE_KEY_CELL] = { OWN, OWN, REVERSE },
			[ROLE_MARK] = { COLOUR_YELLOW, OWN, BOLD },
			[ROLE_LABEL] = { COLOUR_CYAN, OWN },
			[ROLE_DIM] = { 246, OWN },
			[ROLE_CHANGED] = { COLOUR_YELLOW, OWN },
			[ROLE_ERROR] = { 203, OWN, BOLD },
			[ROLE_MESSAGE] = { OWN, OWN },
			[ROLE_QUESTION] = { OWN, OWN, BOLD },
			[ROLE_FIELD] = { OWN, OWN, UNDERLINE },
			[ROLE_FOUND] = { OWN, OWN, REVERSE },
			[ROLE_HINT_KEY] = { OWN, OWN, BOLD },
			[ROLE_HINT] = { 246, OWN },
		},
	},
	{
		"light",
		{
			[ROLE_NORMAL] = { OWN, OWN },
			[ROLE_HEADER] = { 25, OWN },
			[ROLE_PROD] = { OWN, OWN, BOLD, REVERSE },
			[ROLE_TITLE] = { OWN, OWN, BOLD },
			[ROLE_COLUMN] = { 25, OWN },
			[ROLE_KEY_CELL] = { OWN, OWN, REVERSE },
			[ROLE_MARK] = { 90, OWN, BOLD },
			[ROLE_LABEL] = { 25, OWN },
			[ROLE_DIM] = { 241, OWN },
			[ROLE_CHANGED] = { 94, OWN }, /* a brown that white does not swallow */
			[ROLE_ERROR] = { 124, OWN, BOLD },
			[ROLE_MESSAGE] = { OWN, OWN },
			[ROLE_QUESTION] = { OWN, OWN, BOLD },
			[ROLE_FIELD] = { OWN, OWN, UNDERLINE },
			[ROLE_FOUND] = { OWN, OWN, REVERSE },
			[ROLE_HINT_KEY] = { OWN, OWN, BOLD },
			[ROLE_HINT] = { 241, OWN },
		},
	},
	{
		"high-contrast",
		{
			[ROLE_NORMAL] = { OWN, OWN },
			[ROLE_HEADER] = { OWN, OWN, BOLD },
			[ROLE_PROD] = { OWN, OWN, BOLD, REVERSE },
			[ROLE_TITLE] = { OWN, OWN, BOLD, UNDERLINE },
			[ROLE_COLUMN] = { OWN, OWN, BOLD, UNDERLINE },
			[ROLE_KEY_CELL] = { OWN, OWN, REVERSE },
			[ROLE_MARK] = { OWN, OWN, BOLD },
			[ROLE_LABEL] = { OWN, OWN, BOLD },
			[ROLE_DIM] = { OWN, OWN },
			[ROLE_CHANGED] = { COLOUR_YELLOW, OWN, BOLD, UNDERLINE },
			[ROLE_ERROR] = { COLOUR_RED, OWN, BOLD, REVERSE },
			[ROLE_MESSAGE] = { OWN, OWN, BOLD },
			[ROLE_QUESTION] = { OWN, OWN, BOLD },
			[ROLE_FIELD] = { OWN, OWN, UNDERLINE },
			[ROLE_FOUND] = { OWN, OWN, REVERSE },
			[ROLE_HINT_KEY] = { OWN, OWN, BOLD, UNDERLINE },
			[ROLE_HINT] = { OWN, OWN },
		},
	},
	{
		"mono",
		{
			[ROLE_NORMAL] = { OWN, OWN },
			[ROLE_HEADER] = { OWN, OWN },
			[ROLE_PROD] = { OWN, OWN, BOLD, REVERSE },
			[ROLE_TITLE] = { OWN, OWN, BOLD },
			[ROLE_COLUMN] = { OWN, OWN, UNDERLINE },
			[ROLE_KEY_CELL] = { OWN, OWN, REVERSE },
			[ROLE_MARK] = { OWN, OWN, BOLD },
			[ROLE_LABEL] = { OWN, OWN },
			[ROLE_DIM] = { OWN, OWN },
			[ROLE_CHANGED] = { OWN, OWN, UNDERLINE },
			[ROLE_ERROR] = { OWN, OWN, BOLD },
			[ROLE_MESSAGE] = { OWN, OWN },
			[ROLE_QUESTION] = { OWN, OWN, BOLD },
			[ROLE_FIELD] = { OWN, OWN, UNDERLINE },
			[ROLE_FOUND] = { OWN, OWN, REVERSE },
			[ROLE_HINT_KEY] = { OWN, OWN, BOLD },
			[ROLE_HINT] = { OWN, OWN },
		},
	},
};
/* clang-format on */

static const char *const role_names[ROLE_COUNT] = {
	[ROLE_NORMAL] = "normal",     [ROLE_HEADER] = "header", [ROLE_PROD] = "prod",
	[ROLE_TITLE] = "title",       [ROLE_COLUMN] = "column", [ROLE_KEY_CELL] = "key-cell",
	[ROLE_MARK] = "mark",         [ROLE_LABEL] = "label",   [ROLE_DIM] = "dim",
	[ROLE_CHANGED] = "changed",   [ROLE_ERROR] = "error",   [ROLE_MESSAGE] = "message",
	[ROLE_QUESTION] = "question", [ROLE_FIELD] = "field",   [ROLE_FOUND] = "found",
	[ROLE_HINT_KEY] = "hint-key", [ROLE_HINT] = "hint",
};

const char *role_name(enum role role)
{
	return role_names[role];
}

enum role role_named(const char *name)
{
	enum role role = 0;

	while (role < ROLE_COUNT && strcasecmp(role_names[role], name) != 0)
		role++;
	return role;
}

const struct theme *theme_at(size_t i)
{
	return i < sizeof(themes) / sizeof(themes[0]) ? &themes[i] : NULL;
}

const struct theme *theme_named(const char *name)
{
	const struct theme *theme;

	for (size_t i = 0; (theme = theme_at(i)); i++)
		if (strcasecmp(theme->name, name) == 0)
			return theme;
	return NULL;
}

struct theme theme_without_colours(const struct theme *theme)
{
	const struct theme *mono = theme_named("mono");
	struct theme out = *theme;

	for (enum role role = 0; role < ROLE_COUNT; role++) {
		struct look *look = &out.looks[role];

		look->foreground = look->background = COLOUR_DEFAULT;
		look->bold = look->bold || mono->looks[role].bold;
		look->underline = look->underline || mono->looks[role].underline;
		look->reverse = look->reverse || mono->looks[role].reverse;
	}
	return out;
}
