/* list_mark_all.h - the keys of every record that matches a query, read page by page. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LIST_MARK_ALL_H
#define SCREENS_LIST_MARK_ALL_H
#include <stdio.h>

struct app;
struct error;
struct mark_all;
struct marks;
struct query;

enum { MARK_ALL_MAX = 100000 }; /* keys; more than that is refused: they are all kept */

/* done gets the keys (borrowed), or the reason why there are none; the reading is gone then. */
typedef void mark_all_fn(void *data, struct marks *keys, const struct error *err);

/* query is copied. done is not called before this returns. */
struct mark_all *mark_all_start(struct app *app, const struct query *query, mark_all_fn *done,
				void *data);
void mark_all_free(struct mark_all *reading); /* stops it: done is not called; NULL is fine */

/* "Reading the numbers: 400 of 1,284, Esc stops" */
void mark_all_write_status(const struct mark_all *reading, FILE *out);

#endif
