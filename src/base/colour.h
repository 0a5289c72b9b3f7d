/* colour.h - the colours of a terminal by name and number, and what stands for one where there are
 * fewer. Numbers are those of xterm's 256: 0-7 the plain ones, 8-15 the bright ones, 16-231 a cube
 * of 6x6x6, 232-255 greys. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H
#include <stdbool.h>

struct error;

enum {
	COLOUR_DEFAULT = -1, /* the terminal's own, whatever that is */
	COLOUR_BLACK,
	COLOUR_RED,
	COLOUR_GREEN,
	COLOUR_YELLOW,
	COLOUR_BLUE,
	COLOUR_MAGENTA,
	COLOUR_CYAN,
	COLOUR_WHITE,
	COLOUR_BRIGHT, /* added to one of these */
	COLOUR_COUNT = 256,
};

/* "cyan", "bright-red", "default" or a number; case has no say. Refused with what was expected. */
bool colour_parse(const char *text, short *colour, struct error *err);

/* What a terminal of that many colours shows: the colour itself, the plain or bright one of the
 * same hue, or with fewer than eight its own. A grey of the long row becomes the terminal's own as
 * well: among eight there is none that stands out against every background. */
short colour_within(short colour, int colours);

#endif
