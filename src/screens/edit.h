/* edit.h - changing a record, or making one: a form, a review of what would be sent, the save. The
 * form keeps a draft of what was typed until the service has it; nothing but a saved edit or an
 * explicit discard ends it. Whoever opens one is left where it stands: the screen below is shown
 * again. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_H
#define SCREENS_EDIT_H
#include <stdbool.h>
#include <stdint.h>

#include "schema/edit.h"
#include "ui/screen.h"

struct app;
struct record;
struct resource;
struct saved_change;

/* Each of these says why not, and opens nothing, where save_is_allowed (work/save_words.h) is
 * false: what it was given to take over is freed. */

/* The record of that key: read from the service first, all of it (N17). The cursor begins at field;
 * NULL: at the first one. */
void edit_open_record(struct app *app, const struct resource *resource, const char *key,
		      const struct field *field);

/* The same for a record that was read whole already (copied). The cursor begins at field in place;
 * an entry opens as its own form above the record's. */
void edit_open_known(struct app *app, const struct resource *resource, const struct record *record,
		     struct place place, const struct field *field);

/* The same, and a new entry opens, or the name of a new attribute is asked for; or another name for
 * the attribute at i. */
void edit_open_add(struct app *app, const struct resource *resource, const struct record *record,
		   const struct field *list);
void edit_open_rename(struct app *app, const struct resource *resource, const struct record *record,
		      const struct field *map, size_t i);

/* Its prices as a matrix above the form (price_matrix.h): what leaves the matrix leaves the form. record
 * NULL: it is read by its key. */
void edit_open_prices(struct app *app, const struct resource *resource, const char *key,
		      const struct record *record, const char *tier, int64_t at_quantity);

/* A new record; start is what the form begins with (taken over; NULL: nothing). */
void edit_open_new(struct app *app, const struct resource *resource, struct record *start);

/* A draft that was taken (store/draft.h): both are taken over. */
void edit_open_draft(struct app *app, const struct resource *resource, struct edit *edit,
		     char *draft_id);

/* An edit that was discarded goes on, as it was (taken over). */
void edit_open_again(struct app *app, const struct resource *resource, struct edit *edit);

/* Changes that were made elsewhere (an undo, entries of a list in bulk): their review, at once. Esc
 * there drops them, e goes on in the form. edit is taken over; note is a sentence above the review,
 * copied; NULL: none. */
void edit_open_review(struct app *app, const struct resource *resource, struct edit *edit,
		      const char *note);

/* A saved change turned round (work/history.h; copied), on the record as the service has it now:
 * its review, as above. */
void edit_open_undo(struct app *app, const struct saved_change *change);

extern const struct screen_class edit_screen, edit_entry_screen, review_screen;

#endif
