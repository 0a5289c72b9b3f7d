/* pager_state.h - the inside of a pager, for pager.c (what a screen asks) and pager_fetch.c (what
 * is asked of the service, and what comes of it). */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_PAGER_STATE_H
#define STORE_PAGER_STATE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "store/fetches.h"
#include "store/cached_page.h"
#include "store/page_cache.h"
#include "store/pager.h"

struct pager {
	struct query *query; /* what the rows answer */
	struct query *next;  /* what is asked instead; NULL: nothing else */
	struct fetches fetches;
	struct page_cache *cache;
	struct cached_page *vanished; /* stands where a page has fewer rows than it should */

	int page_size; /* PAGER_PAGE_SIZE, until the service shows that it has its own */
	bool partial;  /* of the page that came last */
	int64_t total; /* -1: unknown; then: */
	int64_t seen;  /* rows up to the last that was seen, */
	bool more;     /* and whether there may be some behind it */

	int64_t first; /* what the screen shows, and where it is heading */
	int count;
	int direction;

	unsigned generation; /* grows with each reason not to believe what was asked before */
	unsigned fresh_from; /* pages of an older generation are shown, but fetched again */

	bool halted; /* nothing is fetched until the screen moves: after a failure, after Esc */
	bool ahead_failed; /* the same for the page ahead, whose failure is nobody's business yet */
	struct error error;
	int64_t loading_since_ms;
	void (*changed)(void *data, unsigned what);
	void *changed_data;
};

struct page_range {
	int first, last; /* page numbers */
};

/* The page that a row is on. */
int pager_page_of(const struct pager *pager, int64_t row);
/* The pages that the screen shows. The first one always counts: it tells how many there are. */
struct page_range pager_shown_pages(const struct pager *pager);

/* Prepares pager->fetches. */
void pager_fetch_init(struct pager *pager, const struct page_source *source);
/* Asks for what the screen lacks, then for the page ahead. */
void pager_fetch_missing(struct pager *pager);
/* Sets loading_since_ms from everything else. */
void pager_note_loading(struct pager *pager);

#endif
