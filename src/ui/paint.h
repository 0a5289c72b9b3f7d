/* paint.h - a theme as this terminal can show it: its colours, or the nearest it has, or none. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_PAINT_H
#define UI_PAINT_H
#include "base/theme.h"

struct paint {
	unsigned attributes[ROLE_COUNT]; /* as ncurses has them: a chtype without its character */
	/* What blanks of a role are drawn as: itself when it fills them, else ROLE_NORMAL. A colour
	 * of letters or bold on a blank is not seen, and would be sent all the same. */
	enum role blanks[ROLE_COUNT];
};

/* Sets the terminal's colour pairs, one a role; what a role leaves to the terminal it has from
 * ROLE_NORMAL, if that says more. Without colours (theme_without_colours) when the
 * terminal has fewer than eight, or NO_COLOR is set to anything (no-color.org). The terminal must
 * have been started. */
void paint_init(struct paint *paint, const struct theme *theme);

#endif
