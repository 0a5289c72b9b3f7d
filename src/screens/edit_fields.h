/* edit_fields.h - the form of a record or of an entry, with what it asks for answered: lists of
 * values, entries as forms of their own, names of attributes. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_FIELDS_H
#define SCREENS_EDIT_FIELDS_H

#include "schema/edit.h"

struct canvas;
struct edit_session;
struct form;

/* Embedded in a screen's state. */
struct edit_fields {
	struct edit_session *session;
	struct place place;
	struct form *form;                          /* NULL: not yet */
	void (*finish)(struct edit_fields *fields); /* Enter on the button */
};

/* session->edit is there; button is translated. */
void edit_fields_begin(struct edit_fields *fields, struct edit_session *session, struct place place,
		       const char *button, void (*finish)(struct edit_fields *fields));
void edit_fields_end(struct edit_fields *fields); /* a zeroed one is fine */

/* Draws the form, and above it what is wrong with all of what it shows. */
void edit_fields_draw(struct edit_fields *fields, struct canvas *canvas);

#endif
