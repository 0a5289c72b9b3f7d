/* SPDX-License-Identifier: ISC */
#include "ui/paint.h"

#include <assert.h>
#include <curses.h>
#include <stdlib.h>
#include <term.h>

static_assert(sizeof(chtype) == sizeof(unsigned), "attributes are a chtype");

/* no-color.org: set, to anything but nothing. */
static bool colour_refused(void)
{
	const char *value = getenv("NO_COLOR");

	return value && *value;
}

/* How many of xterm's 256 the terminal has, from the first on. One of millions (xterm-direct) takes
 * a number above seven for a mixture of its own. */
static int colours_of_terminal(void)
{
	if (colour_refused() || !has_colors() || start_color() == ERR ||
	    use_default_colors() == ERR)
		return 0;
	return COLORS > COLOUR_COUNT ? COLOUR_BRIGHT : COLORS;
}

static unsigned attributes_of(const struct look *look)
{
	return (look->bold ? A_BOLD : 0) | (look->underline ? A_UNDERLINE : 0) |
	       (look->reverse ? A_REVERSE : 0);
}

static short or_else(short colour, short other)
{
	return colour == COLOUR_DEFAULT ? other : colour;
}

static unsigned colours_of(enum role role, short foreground, short background)
{
	short pair = (short)(role + 1);

	if (foreground == COLOUR_DEFAULT && background == COLOUR_DEFAULT)
		return 0;
	init_pair(pair, foreground, background);
	return COLOR_PAIR(pair);
}

void paint_init(struct paint *paint, const struct theme *theme)
{
	int colours = colours_of_terminal();
	struct theme plain = theme_without_colours(theme);
	const struct look *looks = colours < COLOUR_BRIGHT ? plain.looks : theme->looks;
	const struct look *normal = &looks[ROLE_NORMAL];

	for (enum role role = 0; role < ROLE_COUNT; role++) {
		short foreground = or_else(looks[role].foreground, normal->foreground);
		short background = or_else(looks[role].background, normal->background);
		bool fills = looks[role].reverse || looks[role].underline ||
			     background != normal->background;

		paint->attributes[role] = attributes_of(&looks[role]) |
					  colours_of(role, colour_within(foreground, colours),
						     colour_within(background, colours));
		paint->blanks[role] = fills ? role : ROLE_NORMAL;
	}
}
