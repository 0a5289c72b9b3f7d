/* taken.h - whether the number, or the external id, that a new record is given is somebody else's
 * already (N9): looked up while the form is filled in, which never waits for it. The save looks
 * again (work/save.h): this only tells earlier. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_TAKEN_H
#define SCREENS_TAKEN_H

struct app;
struct complaints;
struct edit;
struct record;
struct resource;

struct taken; /* opaque */

/* edit is a new record's, and borrowed. told is called when taken_complain would say something else
 * than before, from the loop, never from within these functions. Asks nothing yet. */
struct taken *taken_new(struct app *app, const struct resource *resource, const struct edit *edit,
			void (*told)(void *data), void *data);
void taken_free(struct taken *taken); /* NULL is fine */

/* The edit was changed: asks when no more is typed for a moment, once for each number. */
void taken_touched(struct taken *taken);

/* Complains about what is known to be taken: "HRB-1042 is taken by Harborline Marine Supply." */
void taken_complain(const struct taken *taken, struct complaints *complaints);

/* edit could not be saved because theirs is there: Enter opens that above the form, which stays. */
void taken_offer(struct app *app, const struct resource *resource, const struct edit *edit,
		 const struct record *theirs);

#endif
