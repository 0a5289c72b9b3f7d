/* price_matrix.h - the prices of a record as a table to change: quantities down, price tiers across. It
 * writes into the same edit as the record's form (edit_session.h): review, conflicts, drafts and undo
 * are the form's. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_MATRIX_H
#define SCREENS_PRICE_MATRIX_H
#include <stdint.h>

#include "ui/screen.h"

struct app;
struct edit_session;
struct record;
struct resource;

/* All of these need a resource with prices (schema/resource.h). The cursor begins at tier and at_quantity,
 * or near it where there is no such row; NULL and 0: at the first cell that
 * was changed, or else at the first. tier is copied. */

/* The record of that key: drafts are asked about and the record is read first (edit.h). Leaving the matrix
 * leaves the form that lies below it. */
void price_matrix_open(struct app *app, const struct resource *resource, const char *key,
		       const char *tier, int64_t at_quantity);
/* The same for a record that was read whole already (copied). */
void price_matrix_open_known(struct app *app, const struct resource *resource,
			     const struct record *record, const char *tier, int64_t at_quantity);
/* Above the form of session; where it is open already, it comes to the top. */
void price_matrix_show(struct edit_session *session, const char *tier, int64_t at_quantity);

extern const struct screen_class price_matrix_screen;

#endif
