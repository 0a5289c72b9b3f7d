/* import_screen.h - a file that is to be imported: what each row would do, before anything is sent. For
 * imports of any class (work/import.h). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_IMPORT_SCREEN_H
#define SCREENS_IMPORT_SCREEN_H
#include "ui/screen.h"

struct app;
struct resource;

/* Asks for the file, reads its heading, which says whether it holds records or a price list, and shows the
 * comparison. */
void import_ask(struct app *app, const struct resource *resource);

extern const struct screen_class import_screen;

#endif
