/* theme_attributes.h - a role as ncurses' attributes; for draw.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_THEME_ATTRIBUTES_H
#define UI_THEME_ATTRIBUTES_H
#include "ui/theme.h"

/* A chtype without its character. */
unsigned theme_attributes(const struct theme *theme, enum role role);

#endif
