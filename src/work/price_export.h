/* price_export.h - prices of many products as a price list (price_line.h): walks them, page by
 * page. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_EXPORT_H
#define WORK_PRICE_EXPORT_H
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct client;
struct error;
struct query;
struct resource;
struct text_list;

struct price_export; /* opaque */

/* What is exported. All of it is borrowed while it runs. */
struct price_export_of {
	const struct resource *resource;
	const struct query
		*query; /* the products of a list; NULL: all, in the order of their keys */
	const struct text_list *keys; /* these instead; NULL: those of the list */
	const char *tier;             /* this price tier alone; NULL: all */
};

/* Called from the loop. */
struct price_export_listener {
	void (*moved)(void *data); /* more has been written; may be NULL */
	/* All is written, or err says why not: the service, or a tier that it does not have.
	 * Whether out could take it is whoever closes it to see. */
	void (*ended)(void *data, const struct error *err);
	void *data;
};

/* Writes heading and lines to out, which is the caller's to close when it has ended. */
struct price_export *price_export_start(struct client *client, const struct price_export_of *of,
					FILE *out, const struct price_export_listener *listener);
void price_export_free(struct price_export *export); /* stops it; NULL is fine */

/* Products so far, and of how many; total -1: not known. */
void price_export_progress(const struct price_export *export, int64_t *done, int64_t *total);
/* Lines written. */
size_t price_export_lines(const struct price_export *export);
/* What could not be exported, as a whole sentence; NULL: nothing. The caller frees. */
char *price_export_left_out(const struct price_export *export);

#endif
