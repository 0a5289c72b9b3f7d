/* edit_entry.h - an address, a contact: an entry of a list as a form of its own. It writes into the
 * same edit as the record's form below, so that leaving it saves nothing and loses nothing. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_ENTRY_H
#define SCREENS_EDIT_ENTRY_H

#include "schema/edit.h"

struct edit_session;

/* The cursor begins at field; NULL: at the first one. */
void edit_entry_open(struct edit_session *session, struct place place, const struct field *field);

/* Opens a new one. It goes again with the form when nothing was put into it. */
void edit_entry_add(struct edit_session *session, const struct field *list);

#endif
