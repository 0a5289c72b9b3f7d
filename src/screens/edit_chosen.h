/* edit_chosen.h - another entry for a list whose entries are chosen (work/entry_choice.h): the list of values opens
 * instead of a form. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_CHOSEN_H
#define SCREENS_EDIT_CHOSEN_H
#include <stdbool.h>

struct edit_session;
struct field;

/* False: entries of list have a form. */
bool edit_chosen_add(struct edit_session *session, const struct field *list);

#endif
