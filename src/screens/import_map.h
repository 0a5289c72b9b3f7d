/* import_map.h - what the columns of a file are taken for, as a screen. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_IMPORT_MAP_H
#define SCREENS_IMPORT_MAP_H
#include <stdbool.h>

#include "ui/screen.h"

struct import;

/* done is called when the screen was left: changed says whether a column means something else now. import
 * must outlive it. */
void import_map_open(struct ui *ui, struct import *import, void (*done)(void *data, bool changed),
		     void *data);

extern const struct screen_class import_map_screen;

#endif
