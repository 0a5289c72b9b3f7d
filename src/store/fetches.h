/* fetches.h - the calls of a pager that are under way: two at most, so that a screen across two
 * pages takes one round trip, and a jump need not wait for the page fetched ahead. A call that
 * nobody needs any more may run out, since cancelling one costs its connection (HTTP/1.1); it is
 * cancelled after a pause in the moves, and one in a pause at most. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_FETCHES_H
#define STORE_FETCHES_H
#include <stdbool.h>

#include "store/page_source.h"

enum { FETCHES_MAX = 2 };

struct fetch {
	struct fetches *all;
	void *call; /* NULL: this place is free */
	int page;
	unsigned generation; /* of what was asked; an answer to an older question is thrown away */
};

struct fetches {
	struct page_source source;
	struct fetch under_way[FETCHES_MAX];
	void *pause; /* the timer; NULL: none runs */

	/* What the owner is told, from the loop. Exactly one of page and failure is NULL. */
	void (*arrived)(void *owner, const struct fetch *fetch, const struct page *page,
			const struct failure *failure);
	/* Whether anybody still needs it. */
	bool (*needed)(const void *owner, const struct fetch *fetch);
	/* A place has become free, or a pause is over: time to look what is missing. */
	void (*next)(void *owner);
	void *owner;
};

/* Cancels all that is under way. */
void fetches_finish(struct fetches *fetches);

bool fetches_idle(const struct fetches *fetches);
/* Whether that page of that generation is on its way. */
bool fetches_have(const struct fetches *fetches, int page, unsigned generation);
/* Asks, if there is a free place. */
void fetches_start(struct fetches *fetches, const struct query *query, int page, int page_size,
		   unsigned generation);

/* Waits for a pause if a call is under way that nobody needs. To be called when all was asked
 * for. */
void fetches_await_pause(struct fetches *fetches);
/* Somebody moved: the pause begins anew. */
void fetches_moved(struct fetches *fetches);
/* Cancels what the owner needs at this moment. */
void fetches_cancel_needed(struct fetches *fetches);

#endif
