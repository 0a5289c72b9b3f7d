/* page_walk.h - when a walk over the pages of a list is at its end. Pages may be shorter than asked
 * for, totals may change between them, and a service that cannot page sends the first one again. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PAGE_WALK_H
#define WORK_PAGE_WALK_H
#include <stdint.h>

struct page;
struct schema;

/* Zeroed before the first page. */
struct page_walk {
	int page;        /* asked for last, counted from 1; whoever asks counts it up */
	int64_t seen;    /* rows that came */
	char *first_key; /* of the page before */
};

enum page_turn {
	PAGE_MORE, /* take its rows, and ask for the next one */
	PAGE_LAST, /* take its rows */
	PAGE_AGAIN /* it is the one before once more: the walk is at its end, its rows are known */
};

/* Looks at the page that came. wanted: as many rows are enough. */
enum page_turn page_walk_turn(struct page_walk *walk, const struct schema *schema,
			      const struct page *page, int64_t wanted);
void page_walk_finish(struct page_walk *walk);

#endif
