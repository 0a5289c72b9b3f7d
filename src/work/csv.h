/* csv.h - cells of a file for spreadsheets and imports: RFC 4180, UTF-8. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_CSV_H
#define WORK_CSV_H
#include <stdbool.h>
#include <stdio.h>

struct json;

/* What a cell says of a value: the wire's value, not what people are shown of it. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front; so does text that already looks
 * protected, so that taking one off gives back any text. The caller frees. */
char *csv_text(const struct json *value);
char *csv_protect(const char *text);
/* Whether csv_protect made text: then its first character is to be taken off. */
bool csv_is_protected(const char *text);

/* Writes one cell, in quotes where it needs them. Commas and line ends are the caller's. */
void csv_put(FILE *out, const char *text);
/* The same for files with another sign between cells. */
void csv_put_between(FILE *out, const char *text, char delimiter);

#endif
