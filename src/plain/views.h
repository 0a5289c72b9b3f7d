/* views.h - saved views of a list: conditions, search and order under a name, the same as the
 * screen's. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_VIEWS_H
#define PLAIN_VIEWS_H

struct plain;

/* The view that the command line or the profile wants to begin with, if any: its list is opened.
 * Says so where there is none of that name. */
void plain_views_begin(struct plain *plain);

/* Commands of a list (struct list): argument is the view's name, "" to be asked for it. */
void plain_views_show(struct plain *plain, void *state, const char *argument);
void plain_views_save(struct plain *plain, void *state, const char *argument);

#endif
