/* views_screen.h - the saved views of the service's lists: opened, edited, renamed, removed; and saving
 * one. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_VIEWS_SCREEN_H
#define SCREENS_VIEWS_SCREEN_H

#include "ui/screen.h"

struct app;
struct list;
struct query;
struct view;

void views_open(struct app *app);

/* Asks for a name and saves query (copied) with the columns of the list. */
void views_save(struct list *list, const struct query *query);

/* Shows the list of that name as the view says; what is wrong with it is said. */
void views_show(struct app *app, const struct view *view);
/* The view of that name, of whichever list; false when there is none. */
bool views_show_named(struct app *app, const char *name);

extern const struct screen_class views_screen;

#endif
