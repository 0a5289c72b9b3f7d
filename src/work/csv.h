/* csv.h - cells of a file for spreadsheets and imports: RFC 4180, UTF-8. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_CSV_H
#define WORK_CSV_H
#include <stdbool.h>
#include <stdio.h>

struct field;
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

/* Whether a field can stand in one cell: a value, or a list of entries that are sent as one text each (struct
 * schema, sent_as): they stand there one behind the other, CSV_LIST between. */
#define CSV_LIST ';'
bool csv_can_hold(const struct field *field);
/* The cell of a value of such a field, before it is protected; NULL: it is what csv_text makes of it. The
 * caller frees. */
char *csv_list_text(const struct field *field, const struct json *value);
/* The cell of what object has of field, as csv_text. The caller frees. */
char *csv_field_text(const struct field *field, const struct json *object);

#endif
