/* entry.h - one line of a record in full: an address or a contact as a page, a value as a text. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_ENTRY_H
#define SCREENS_ENTRY_H

#include "ui/screen.h"

struct page_line;
struct record;
struct resource;

/* The record that a line is of, so that its entries can be edited. */
struct entry_owner {
	const struct resource *resource;
	const struct record *record; /* whole; NULL: it is on its way */
};

/* What is needed of line and owner is copied; title is the breadcrumb so far. owner is NULL where nothing
 * can be edited. */
void entry_open(struct ui *ui, const char *title, const struct page_line *line,
		const struct entry_owner *owner);

extern const struct screen_class entry_screen;

#endif
