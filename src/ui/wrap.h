/* wrap.h - long text as lines of the screen. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_WRAP_H
#define UI_WRAP_H
#include <stddef.h>

/* text_clean for a text of several lines: \n stays, \r before it goes, tabs become blanks. The
 * caller frees. */
char *wrap_clean(const char *text);

/* Bytes of the first screen line of clean text: up to \n, or as much as fits into cols, up to a
 * blank if there is one. *next is where the line after it begins. */
size_t wrap_line(const char *clean, int cols, size_t *next);

/* How many screen lines clean text makes. */
int wrap_count(const char *clean, int cols);

#endif
