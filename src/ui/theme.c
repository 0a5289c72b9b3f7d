/* SPDX-License-Identifier: ISC */
#include "ui/theme.h"

#include <assert.h>
#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "ui/theme_attributes.h"

enum { DEFAULT = -1 };

/* Colours of the terminal's first eight, and of its 256 where it has them (0: the same). */
struct look {
	short colour, colour256;
	attr_t attributes;
};

struct theme {
	const char *name;
	bool colours;
	const struct look *looks; /* by role */
};

/* The key cell is reverse alone in every theme: one step of the cursor costs four bytes for it. */
static const struct look dark[ROLE_COUNT] = {
	[ROLE_NORMAL] = { DEFAULT, 0, A_NORMAL },
	[ROLE_HEADER] = { COLOR_CYAN, 0, A_NORMAL },
	[ROLE_PROD] = { DEFAULT, 0, A_REVERSE | A_BOLD },
	[ROLE_TITLE] = { DEFAULT, 0, A_BOLD },
	[ROLE_COLUMN] = { COLOR_CYAN, 0, A_NORMAL },
	[ROLE_KEY_CELL] = { DEFAULT, 0, A_REVERSE },
	[ROLE_MARK] = { COLOR_YELLOW, 0, A_BOLD },
	[ROLE_LABEL] = { COLOR_CYAN, 0, A_NORMAL },
	[ROLE_DIM] = { DEFAULT, 246, A_NORMAL },
	[ROLE_CHANGED] = { COLOR_YELLOW, 0, A_NORMAL },
	[ROLE_ERROR] = { COLOR_RED, 203, A_BOLD },
	[ROLE_MESSAGE] = { DEFAULT, 0, A_NORMAL },
	[ROLE_QUESTION] = { DEFAULT, 0, A_BOLD },
	[ROLE_FIELD] = { DEFAULT, 0, A_UNDERLINE },
	[ROLE_FOUND] = { DEFAULT, 0, A_REVERSE },
	[ROLE_HINT_KEY] = { DEFAULT, 0, A_BOLD },
	[ROLE_HINT] = { DEFAULT, 246, A_NORMAL },
};

static const struct look light[ROLE_COUNT] = {
	[ROLE_NORMAL] = { DEFAULT, 0, A_NORMAL },
	[ROLE_HEADER] = { COLOR_BLUE, 25, A_NORMAL },
	[ROLE_PROD] = { DEFAULT, 0, A_REVERSE | A_BOLD },
	[ROLE_TITLE] = { DEFAULT, 0, A_BOLD },
	[ROLE_COLUMN] = { COLOR_BLUE, 25, A_NORMAL },
	[ROLE_KEY_CELL] = { DEFAULT, 0, A_REVERSE },
	[ROLE_MARK] = { COLOR_MAGENTA, 90, A_BOLD },
	[ROLE_LABEL] = { COLOR_BLUE, 25, A_NORMAL },
	[ROLE_DIM] = { DEFAULT, 241, A_NORMAL },
	[ROLE_CHANGED] = { COLOR_YELLOW, 94, A_NORMAL }, /* a brown that white does not swallow */
	[ROLE_ERROR] = { COLOR_RED, 124, A_BOLD },
	[ROLE_MESSAGE] = { DEFAULT, 0, A_NORMAL },
	[ROLE_QUESTION] = { DEFAULT, 0, A_BOLD },
	[ROLE_FIELD] = { DEFAULT, 0, A_UNDERLINE },
	[ROLE_FOUND] = { DEFAULT, 0, A_REVERSE },
	[ROLE_HINT_KEY] = { DEFAULT, 0, A_BOLD },
	[ROLE_HINT] = { DEFAULT, 241, A_NORMAL },
};

static const struct look high_contrast[ROLE_COUNT] = {
	[ROLE_NORMAL] = { DEFAULT, 0, A_NORMAL },
	[ROLE_HEADER] = { DEFAULT, 0, A_BOLD },
	[ROLE_PROD] = { DEFAULT, 0, A_REVERSE | A_BOLD },
	[ROLE_TITLE] = { DEFAULT, 0, A_BOLD | A_UNDERLINE },
	[ROLE_COLUMN] = { DEFAULT, 0, A_BOLD | A_UNDERLINE },
	[ROLE_KEY_CELL] = { DEFAULT, 0, A_REVERSE },
	[ROLE_MARK] = { DEFAULT, 0, A_BOLD },
	[ROLE_LABEL] = { DEFAULT, 0, A_BOLD },
	[ROLE_DIM] = { DEFAULT, 0, A_NORMAL },
	[ROLE_CHANGED] = { COLOR_YELLOW, 0, A_BOLD | A_UNDERLINE },
	[ROLE_ERROR] = { COLOR_RED, 0, A_BOLD | A_REVERSE },
	[ROLE_MESSAGE] = { DEFAULT, 0, A_BOLD },
	[ROLE_QUESTION] = { DEFAULT, 0, A_BOLD },
	[ROLE_FIELD] = { DEFAULT, 0, A_UNDERLINE },
	[ROLE_FOUND] = { DEFAULT, 0, A_REVERSE },
	[ROLE_HINT_KEY] = { DEFAULT, 0, A_BOLD | A_UNDERLINE },
	[ROLE_HINT] = { DEFAULT, 0, A_NORMAL },
};

static const struct look mono[ROLE_COUNT] = {
	[ROLE_NORMAL] = { DEFAULT, 0, A_NORMAL },
	[ROLE_HEADER] = { DEFAULT, 0, A_NORMAL },
	[ROLE_PROD] = { DEFAULT, 0, A_REVERSE | A_BOLD },
	[ROLE_TITLE] = { DEFAULT, 0, A_BOLD },
	[ROLE_COLUMN] = { DEFAULT, 0, A_UNDERLINE },
	[ROLE_KEY_CELL] = { DEFAULT, 0, A_REVERSE },
	[ROLE_MARK] = { DEFAULT, 0, A_BOLD },
	[ROLE_LABEL] = { DEFAULT, 0, A_NORMAL },
	[ROLE_DIM] = { DEFAULT, 0, A_NORMAL },
	[ROLE_CHANGED] = { DEFAULT, 0, A_UNDERLINE },
	[ROLE_ERROR] = { DEFAULT, 0, A_BOLD },
	[ROLE_MESSAGE] = { DEFAULT, 0, A_NORMAL },
	[ROLE_QUESTION] = { DEFAULT, 0, A_BOLD },
	[ROLE_FIELD] = { DEFAULT, 0, A_UNDERLINE },
	[ROLE_FOUND] = { DEFAULT, 0, A_REVERSE },
	[ROLE_HINT_KEY] = { DEFAULT, 0, A_BOLD },
	[ROLE_HINT] = { DEFAULT, 0, A_NORMAL },
};

static const struct theme themes[] = {
	{ "dark", true, dark },
	{ "light", true, light },
	{ "high-contrast", true, high_contrast },
	{ "mono", false, mono },
};

static_assert(sizeof(chtype) == sizeof(unsigned), "theme_attributes returns a chtype");

const struct theme *theme_named(const char *name)
{
	for (size_t i = 0; i < sizeof(themes) / sizeof(themes[0]); i++)
		if (strcmp(themes[i].name, name) == 0)
			return &themes[i];
	return NULL;
}

const char *theme_names(void)
{
	return "dark, light, high-contrast, mono";
}

/* no-color.org: set, to anything but nothing. */
static bool colour_refused(void)
{
	const char *value = getenv("NO_COLOR");

	return value && *value;
}

static short pair_of(enum role role)
{
	return (short)(role + 1);
}

const struct theme *theme_start(const struct theme *wanted)
{
	if (!wanted->colours || colour_refused() || !has_colors() || start_color() == ERR ||
	    COLORS < 8 || use_default_colors() == ERR)
		return theme_named("mono");
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		const struct look *look = &wanted->looks[role];
		bool many = COLORS >= 256 && look->colour256;
		init_pair(pair_of(role), many ? look->colour256 : look->colour, DEFAULT);
	}
	return wanted;
}

unsigned theme_attributes(const struct theme *theme, enum role role)
{
	const struct look *look = &theme->looks[role];
	bool coloured = theme->colours && (look->colour != DEFAULT || look->colour256);

	return look->attributes | (coloured ? COLOR_PAIR(pair_of(role)) : 0);
}
