/* import_screen.h - a file that is to be imported: what each row would do, before anything is sent. For
 * imports of any class (work/import.h). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_IMPORT_SCREEN_H
#define SCREENS_IMPORT_SCREEN_H
#include "ui/screen.h"

struct app;
struct import;

/* One that is open (import_open): compares it. */
void import_show_take(struct app *app, struct import *import);

extern const struct screen_class import_screen;

#endif
