/* filter_line.h - a query typed as one line, with completion; a mistake comes back with its word. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_FILTER_LINE_H
#define SCREENS_FILTER_LINE_H

struct app;
struct query;

/* Begins with query. done is called, with what was typed (borrowed), when it reads as a query; not when
 * the user leaves with Esc. A line without sort or search keeps those of query. */
void filter_line_open(struct app *app, const struct query *query,
		      void (*done)(void *data, const struct query *query), void *data);

#endif
