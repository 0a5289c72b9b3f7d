/* edit_begin.h - what the form's screen is pushed with. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_BEGIN_H
#define SCREENS_EDIT_BEGIN_H
#include <stdbool.h>
#include <stdint.h>

#include "schema/edit.h"

struct resource;

/* What is done first in the form. */
enum edit_first {
	EDIT_GO_TO,  /* the cursor goes to the field in its place */
	EDIT_GO_TO_CHANGED, /* to the first field that was changed */
	EDIT_ADD,    /* an entry or attribute is added to the field */
	EDIT_PRICES, /* the price matrix opens, at tier and at_quantity */
	EDIT_RENAME, /* the attribute place.entry of the field gets another name */
};

struct edit_argument {
	const struct resource *resource;
	struct edit *edit; /* taken over */
	char *draft_id;    /* taken over; NULL: it has no draft yet */
	bool again;	   /* it was discarded: it is to have a draft again */
	enum edit_first first;
	struct place place; /* where the cursor begins */
	const struct field *field;
	const char *tier; /* of EDIT_PRICES; NULL: the first */
	int64_t at_quantity;
	bool review;      /* opens with the review; the form is for what has to be mended */
	const char *note; /* above the review; NULL: none */
};

#endif
