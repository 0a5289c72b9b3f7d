/* import_screen.h - a file that is to be imported: what each row would do, before anything is sent. For
 * imports of any class (work/import.h). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_IMPORT_SCREEN_H
#define SCREENS_IMPORT_SCREEN_H
#include "ui/screen.h"

struct app;
struct import_class;
struct resource;

/* Asks for the file, reads its heading, and shows the comparison. */
void import_ask(struct app *app, const struct import_class *class, const struct resource *resource);

extern const struct screen_class import_screen;

#endif
