/* word.h - words of one line of text, quoted where they have to be: a query, a saved view. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_WORD_H
#define BASE_WORD_H
#include <stdbool.h>
#include <stdio.h>

/* Writes text so that it reads back as one word of one line: as it is, or in double quotes, in which
 * \" \\ \n \r \t stand for those signs. */
void word_print(FILE *out, const char *text);

/* The next word of *line, which is moved behind it, with its quotes resolved; the caller frees. NULL at
 * the end. *open says that a quote is missing at the end. */
char *word_next(const char **line, bool *open);

#endif
