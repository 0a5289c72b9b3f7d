/* record_title.h - the lines over a record: its breadcrumb with its state, and its tabs. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_RECORD_TITLE_H
#define SCREENS_RECORD_TITLE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct canvas;
struct record;
struct resource;
struct store_view;

/* "Customers > HRB-1042 Harborline Marine Supply" and "ACTIVE"; record may be NULL: not here yet.
 */
void record_write_title(const struct resource *resource, const char *key,
			const struct record *record, FILE *left, FILE *right);

/* "[1 Account]  2 Addresses (2)": counts of entries only when they are known. Where there is no room for all,
 * the open one is seen, and < and > say that there are more. */
void record_draw_tabs(const struct canvas *canvas, const struct record *record,
		      const struct store_view *store, size_t open, bool counts);

#endif
