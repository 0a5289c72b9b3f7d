/* record_edit.h - from a line of a record page to its form. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_EDIT_H
#define SCREENS_RECORD_EDIT_H
#include <stdbool.h>

struct app;
struct page_line;
struct record;
struct resource;

/* Whether Enter on the line is to change its value: a field that a form may write, or an attribute.
 * line may be NULL. */
bool record_line_can_edit(const struct app *app, const struct resource *resource,
			  const struct page_line *line);

/* Opens the form of record with the cursor on the line, which may be NULL; an entry opens as its
 * own form. whole is the record as it was read; NULL: its key is known, and the form reads it. */
void record_edit_line(struct app *app, const struct resource *resource, const char *key,
		      const struct record *whole, const struct page_line *line);

#endif
