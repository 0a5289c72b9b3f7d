/* SPDX-License-Identifier: ISC */
#include "base/colour.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"

static const struct {
	const char *name;
	short colour;
} names[] = {
	{ "default", COLOUR_DEFAULT },
	{ "black", COLOUR_BLACK },
	{ "red", COLOUR_RED },
	{ "green", COLOUR_GREEN },
	{ "yellow", COLOUR_YELLOW },
	{ "blue", COLOUR_BLUE },
	{ "magenta", COLOUR_MAGENTA },
	{ "cyan", COLOUR_CYAN },
	{ "white", COLOUR_WHITE },
	{ "bright-black", COLOUR_BRIGHT | COLOUR_BLACK },
	{ "bright-red", COLOUR_BRIGHT | COLOUR_RED },
	{ "bright-green", COLOUR_BRIGHT | COLOUR_GREEN },
	{ "bright-yellow", COLOUR_BRIGHT | COLOUR_YELLOW },
	{ "bright-blue", COLOUR_BRIGHT | COLOUR_BLUE },
	{ "bright-magenta", COLOUR_BRIGHT | COLOUR_MAGENTA },
	{ "bright-cyan", COLOUR_BRIGHT | COLOUR_CYAN },
	{ "bright-white", COLOUR_BRIGHT | COLOUR_WHITE },
};

enum { NAMES = sizeof(names) / sizeof(names[0]) };

static bool parse_number(const char *text, short *colour)
{
	char *end;
	long number = strtol(text, &end, 10);

	if (!isdigit((unsigned char)*text) || *end || number >= COLOUR_COUNT)
		return false;
	*colour = (short)number;
	return true;
}

bool colour_parse(const char *text, short *colour, struct error *err)
{
	struct nearest nearest = nearest_to(text);

	for (int i = 0; i < NAMES; i++) {
		if (strcasecmp(text, names[i].name) == 0) {
			*colour = names[i].colour;
			return true;
		}
		nearest_offer(&nearest, names[i].name);
	}
	if (parse_number(text, colour))
		return true;
	char *question = nearest_question(&nearest);
	error_set(
		err, ERROR_INPUT,
		_("%s is no colour%s (expected default, black, red, green, yellow, blue, magenta, "
		  "cyan, white, one of these with bright- in front, or a number from 0 to 255)"),
		text, question);
	free(question);
	return false;
}

/* --- fewer colours --------------------------------------------------------- */

enum { CUBE = 16, CUBE_SIDE = 6, GREYS = 232 };

/* How strong each part of a colour of the cube is, 0 to 5. */
struct parts {
	int red, green, blue;
};

static struct parts parts_of(short colour)
{
	int at = colour - CUBE;

	return (struct parts){ at / (CUBE_SIDE * CUBE_SIDE), at / CUBE_SIDE % CUBE_SIDE,
			       at % CUBE_SIDE };
}

static int max_of(struct parts p)
{
	int most = p.red > p.green ? p.red : p.green;

	return most > p.blue ? most : p.blue;
}

static int min_of(struct parts p)
{
	int least = p.red < p.green ? p.red : p.green;

	return least < p.blue ? least : p.blue;
}

/* A part belongs to the hue when it is at least halfway from the weakest to the strongest; the bits
 * of red, green and blue are those of the plain colours' numbers. */
static short plain_of(struct parts p)
{
	int middle = max_of(p) + min_of(p);

	return (short)((p.red * 2 >= middle ? COLOUR_RED : 0) |
		       (p.green * 2 >= middle ? COLOUR_GREEN : 0) |
		       (p.blue * 2 >= middle ? COLOUR_BLUE : 0));
}

static short among_sixteen(short colour)
{
	struct parts parts = parts_of(colour);
	bool strong = max_of(parts) == CUBE_SIDE - 1;

	if (colour >= GREYS)
		return COLOUR_DEFAULT;
	if (max_of(parts) == min_of(parts)) /* the cube has greys too, from black to white */
		return max_of(parts) == 0 ? COLOUR_BLACK
		       : strong           ? COLOUR_BRIGHT | COLOUR_WHITE
					  : COLOUR_DEFAULT;
	return (short)(plain_of(parts) | (strong ? COLOUR_BRIGHT : 0));
}

short colour_within(short colour, int colours)
{
	if (colours < COLOUR_BRIGHT)
		return COLOUR_DEFAULT;
	if (colour >= CUBE && colours < COLOUR_COUNT)
		colour = among_sixteen(colour);
	if (colour >= COLOUR_BRIGHT && colours < CUBE)
		colour = (short)(colour - COLOUR_BRIGHT);
	return colour;
}
