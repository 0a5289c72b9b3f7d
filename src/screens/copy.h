/* copy.h - y: what is under the cursor as a text for the clipboard of the terminal, in one of a few
 * forms. What the terminal cannot take is shown, to be selected. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_COPY_H
#define SCREENS_COPY_H

struct app;
struct resource;

/* In struct app; zeroed at start. */
struct copied {
	char *text; /* what was sent last; NULL: nothing was */
	unsigned keys; /* typed since */
};

/* The forms, each with its digit in every menu. */
enum copy_form { COPY_VALUE, COPY_CSV, COPY_JSON, COPY_CURL, COPY_FORMS };

struct copy_offer {
	const char *label; /* translated, copied */
	char *text;	   /* taken over; NULL: it cannot be copied, */
	const char *note;  /* because of this: translated, copied; NULL: the label says all */
	/* In the place of text: the JSON of this record, which is read when it is chosen. key is copied. */
	const struct resource *resource;
	const char *key;
};

/* Asks which of offers (COPY_FORMS of them) to copy, and does. Right after a copy it shows the text that
 * was sent instead. */
void copy_menu(struct app *app, const struct copy_offer *offers);

/* A key was typed, before anybody has seen it. */
void copied_see_key(struct copied *copied);
void copied_finish(struct copied *copied);

#endif
