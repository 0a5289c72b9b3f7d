/* history_list.h - H: what was changed in this session, to read and to undo. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_HISTORY_LIST_H
#define SCREENS_HISTORY_LIST_H

#include "ui/screen.h"

struct app;
struct resource;

void history_list_open(struct app *app);

/* z: what was discarded of that record last comes back (discarded.h); else its last saved change, turned
 * round as a review. Says so when there is none. key "": there is no record here. */
void history_undo_last(struct app *app, const struct resource *resource, const char *key);

extern const struct screen_class history_screen;

#endif
