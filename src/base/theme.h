/* theme.h - what text means (its role) and how each theme shows that, as data: src/ui makes it what
 * a terminal understands, src/store reads it from files. Colour only repeats what a sign or a word
 * says already. The themes that are built in keep the terminal's own background and never set red
 * against green. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_THEME_H
#define BASE_THEME_H
#include <stdbool.h>
#include <stddef.h>

#include "base/colour.h"

enum role {
	ROLE_NORMAL,
	ROLE_HEADER,   /* row 1: who and where */
	ROLE_PROD,     /* row 1 on a production profile, and the word PROD */
	ROLE_TITLE,    /* row 2: breadcrumb, list name */
	ROLE_COLUMN,   /* headings of a table, names of tabs */
	ROLE_KEY_CELL, /* key cell of the cursor row, the open tab */
	ROLE_MARK,     /* * of a marked row */
	ROLE_LABEL,    /* name of a field */
	ROLE_DIM,      /* said quietly: read only, placeholders */
	ROLE_CHANGED,  /* with ~ */
	ROLE_ERROR,    /* with ! */
	ROLE_MESSAGE,  /* the row above the hints */
	ROLE_QUESTION, /* first line of a question */
	ROLE_FIELD,    /* text being edited */
	ROLE_FOUND,    /* a hit of a search */
	ROLE_HINT_KEY, /* a key in the hint bar */
	ROLE_HINT,
	ROLE_COUNT,
};

/* A role's name in a theme's file: "key-cell". */
const char *role_name(enum role role);

/* ROLE_COUNT when there is none of that name. */
enum role role_named(const char *name);

struct look {
	short foreground, background; /* colour.h */
	bool bold, underline, reverse;
};

struct theme {
	const char *name; /* of those that are built in: NULL in all others */
	struct look looks[ROLE_COUNT];
};

/* dark, light, high-contrast, mono; NULL for any other name. Case has no say. */
const struct theme *theme_named(const char *name);
const struct theme *theme_at(size_t i); /* NULL behind the last */

/* Where a terminal shows no colours, or NO_COLOR forbids them: what is left of a theme, and what
 * mono says on top, so that nothing that was a colour alone is lost. */
struct theme theme_without_colours(const struct theme *theme);

#endif
