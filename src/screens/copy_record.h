/* copy_record.h - what y copies of records: in their list, on their page, on the page of an entry. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_COPY_RECORD_H
#define SCREENS_COPY_RECORD_H

#include <stdbool.h>

struct app;
struct json;
struct list;
struct page_line;
struct record;
struct resource;
struct schema;

/* The record under the list's cursor: its key, the columns shown, the record, which is read for it. */
void copy_row(struct list *list);

/* A record, with the cursor on line (NULL: on none). */
struct copy_source {
	const struct resource *resource;
	const char *key;
	const struct record *record;
	bool sparse; /* it is what a list knows of it */
	const struct page_line *line;
};
void copy_record(struct app *app, const struct copy_source *source);

/* An entry of a record. items says what it looks like, record whose it is: NULL where that is not known. */
void copy_entry(struct app *app, const struct schema *items, const struct json *object,
		const struct resource *resource, const struct record *record, const struct page_line *line);

#endif
