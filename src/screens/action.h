/* action.h - what can be done to records: the menu, the question, the call, and what came of it. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_ACTION_H
#define SCREENS_ACTION_H

struct marks;
struct pager;
struct resource;
struct ui;

/* Offers the actions on one record; json is its text, as its list or the record's screen has it. */
void action_menu_row(struct ui *ui, const struct resource *resource, const char *json);

/* Offers the actions on all marked records (copied); rows is the list they were marked in, which stays
 * below what opens. */
void action_menu_marked(struct ui *ui, const struct pager *rows, const struct marks *marks);

#endif
