/* theme.h - what text means (its role) and how each theme shows that. Colour only repeats what a
 * sign or a word says already; the terminal's own background is kept. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_THEME_H
#define UI_THEME_H
#include <stdbool.h>

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

struct theme;

/* dark, light, high-contrast, mono; NULL for any other name. */
const struct theme *theme_named(const char *name);

/* "dark, light, high-contrast, mono": for an error message. */
const char *theme_names(void);

/* Sets the terminal's colour pairs; mono is taken when the terminal has no colours or NO_COLOR is
 * set to anything (no-color.org). The terminal must have been started. Returns the theme taken. */
const struct theme *theme_start(const struct theme *wanted);

#endif
