/* reader.h - a long text as a screen of its own, with search. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_READER_H
#define SCREENS_READER_H

#include "ui/screen.h"

/* Both are copied. title is the breadcrumb. */
void reader_open(struct ui *ui, const char *title, const char *text);

extern const struct screen_class reader_screen;

#endif
