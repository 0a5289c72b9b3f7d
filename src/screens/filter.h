/* filter.h - what a list asks for, built by keys: as a list of conditions, and as the one line that says
 * the same. Counts what would match before it is applied. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_FILTER_H
#define SCREENS_FILTER_H

#include "ui/screen.h"

struct app;
struct query;

/* Whom the query is for. Both get it borrowed. */
struct filter_client {
	/* Called once, after the screen was closed, with the query to ask from now on; not when the user
	 * cancels. */
	void (*apply)(void *data, const struct query *query);
	/* Keeps it as a view; the screen stays. NULL: it cannot be kept. */
	void (*save_view)(void *data, const struct query *query);
	void *data;
};

/* Begins with query (copied); without conditions, with the choice of a field. */
void filter_open(struct app *app, const struct query *query, const struct filter_client *client);

extern const struct screen_class filter_screen;

#endif
