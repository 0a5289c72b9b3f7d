/* config_text.h - makes a configuration text ready for libconfuse, which miscounts lines behind a
 * comment, does not say where an open quote began, and takes the file's end for a }. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_CONFIG_TEXT_H
#define STORE_CONFIG_TEXT_H
#include <stdbool.h>
#include <stddef.h>

struct error;

/* Puts spaces in place of comments (# and // to the line's end, and those of C), line ends stay.
 * False with *line and the reason when a quote, comment or { is not closed, or a byte cannot be in
 * a text. */
bool config_text_prepare(char *text, size_t len, int *line, struct error *err);

#endif
