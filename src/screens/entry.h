/* entry.h - one line of a record in full: an address or a contact as a page, a value as a text. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_ENTRY_H
#define SCREENS_ENTRY_H

#include "ui/screen.h"

struct page_line;

/* What is needed of line is copied; title is the breadcrumb so far. */
void entry_open(struct ui *ui, const char *title, const struct page_line *line);

extern const struct screen_class entry_screen;

#endif
