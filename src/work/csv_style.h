/* csv_style.h - how the cells of a file look: for a spreadsheet of some locale, for a program, or
 * on a terminal. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_CSV_STYLE_H
#define WORK_CSV_STYLE_H
#include <stdbool.h>
#include <stdio.h>

struct json;

struct csv_style {
	char delimiter, decimal; /* between cells, and the point of numbers */
	bool raw;                /* no apostrophe before what a spreadsheet would run */
	bool is_terminal;        /* nothing of a record may act on it */
};

/* Each writes one cell; what stands between them is the caller's. */
void csv_style_put(const struct csv_style *style, const struct json *value, FILE *out);
/* A text of a record, protected (csv.h) unless raw. */
void csv_style_put_text(const struct csv_style *style, const char *text, FILE *out);
/* A name of ours, or a number's text, as it is. */
void csv_style_put_plain(const struct csv_style *style, const char *text, FILE *out);

#endif
