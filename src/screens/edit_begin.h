/* edit_begin.h - what the form's screen is pushed with. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_BEGIN_H
#define SCREENS_EDIT_BEGIN_H
#include <stdbool.h>

#include "schema/edit.h"

struct resource;

struct edit_argument {
	const struct resource *resource;
	struct edit *edit; /* taken over */
	char *draft_id;	   /* taken over; NULL: it has no draft yet */
	struct place place; /* where the cursor begins */
	const struct field *field;
	bool review; /* opens with the review; the form is for what has to be mended */
	const char *note; /* above the review; NULL: none */
};

#endif
