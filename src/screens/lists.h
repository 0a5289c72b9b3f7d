/* lists.h - the screen of the service's lists: one is shown, the others keep their place. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LISTS_H
#define SCREENS_LISTS_H

#include "ui/screen.h"

struct app;
struct list;
struct pager;
struct resource;

/* Opens the first list of the service that app is connected to. */
void lists_open(struct ui *ui);

/* Somebody has logged in: lists that could not be read are read. */
void lists_logged_in(const struct app *app);

/* What the list that is shown is a list of; NULL: there is no list yet. */
const struct resource *lists_resource(const struct app *app);

/* Shows the list of resource, all screens above closed; NULL: the lists are not open. */
struct list *lists_show(struct app *app, const struct resource *resource);

/* Whether that list is the one that is shown here: there are lists elsewhere too. */
bool lists_shows(const struct list *list);

/* The rows of its list; NULL: it was not looked at yet. */
const struct pager *lists_pager(const struct app *app, const struct resource *resource);

/* Calls fn with each list whose order or columns are to be remembered (list->to_remember). */
void lists_each(struct app *app, void (*fn)(struct list *list));

extern const struct screen_class lists_screen;

#endif
