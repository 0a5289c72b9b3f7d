/* filter.h - what a list asks for, built by keys: as a list of conditions, and as the one line that says
 * the same. Counts what would match before it is applied. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_FILTER_H
#define SCREENS_FILTER_H

#include "ui/screen.h"

struct app;
struct query;

/* Begins with query (copied); without conditions, with the choice of a field. apply is called once, after
 * the screen was closed, with the query to ask from now on (borrowed); not when the user cancels. */
void filter_open(struct app *app, const struct query *query,
		 void (*apply)(void *data, const struct query *query), void *data);

extern const struct screen_class filter_screen;

#endif
