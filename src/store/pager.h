/* pager.h - a list of unknown length, of which some pages are here. A row is answered at once, with
 * what is here or «not yet»; what the screen shows is fetched first, then one page in the direction
 * of travel. Rows are kept as texts, never as trees, and no more of them than PAGER_CACHE_BYTES
 * hold.
 *
 * A list changes while it is read: totals move between pages, pages come short, a row may turn up
 * on two of them. None of that is an error. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_PAGER_H
#define STORE_PAGER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;
struct json;
struct page_source;
struct query;

enum {
	PAGER_PAGE_SIZE = 50,        /* rows a call asks for */
	PAGER_PAGE_ROWS_MAX = 10000, /* and what is taken from a service that sends more */
	/* Of rows kept; what the screen shows is kept whatever its size. */
	PAGER_CACHE_BYTES = 512 * 1024,
	/* A call that nobody needs any more is cancelled after such a pause. */
	PAGER_PAUSE_MS = 250,
};

struct pager;

/* One row. Its cells are raw text: whoever draws or prints them cleans them. */
struct pager_row {
	const char *key;  /* "" for a place whose row has vanished from the list */
	const char *json; /* the whole row, as JSON text */
	/* By index into the schema's fields; "" for those that are in no list. */
	const char *const *cells;
};

/* What happened, ORed together. */
enum pager_change {
	PAGER_ROWS = 1 << 0,  /* a row that the screen shows is other than before */
	PAGER_TOTAL = 1 << 1, /* the number of rows */
	PAGER_STATE = 1 << 2, /* loading began or ended, an error came or went */
	/* The rows are the answer to another query now: start at its top. */
	PAGER_REPLACED = 1 << 3,
};

/* A pager on every row of query (copied). Fetches nothing before pager_want. source is copied; what
 * it points to must outlive the pager. */
struct pager *pager_new(const struct page_source *source, const struct query *query);
/* Cancels what is under way; NULL is fine. */
void pager_free(struct pager *pager);

/* changed runs from the loop, never from inside a call of this header, and may call all of it but
 * pager_free. After a call here, ask what you need to know. */
void pager_on_change(struct pager *pager, void (*changed)(void *data, unsigned what), void *data);

/* Says which rows the screen shows and where it is heading (-1 up, 1 down, 0 nowhere). To be called
 * after every move: it starts, and in good time cancels, what is fetched. After an error, the next
 * call with another first row tries again. */
void pager_want(struct pager *pager, int64_t first, int count, int direction);

/* The row at i (from 0), or NULL: not here yet. Borrowed: until the next return to the loop, or a
 * call here that changes something. */
const struct pager_row *pager_row(const struct pager *pager, int64_t i);

/* Where the row with that key is, among those that are here; -1 if it is not. */
int64_t pager_find(const struct pager *pager, const char *key);
/* Calls fn with the key of each row that is here, in no order; a row on two pages comes twice. */
void pager_each_key(const struct pager *pager, void (*fn)(void *data, const char *key), void *data);

/* The same with its row, and where that is. */
void pager_each_row(const struct pager *pager,
		    void (*fn)(void *data, int64_t at, const struct pager_row *row), void *data);

/* How many rows there are; -1 while no page has said so. */
int64_t pager_total(const struct pager *pager);
/* The service would not list them: these are known otherwise (struct page, partial). */
bool pager_is_partial(const struct pager *pager);
/* How far one may go: the total; where it is unknown, as far as rows were seen, and one page more
 * if there may be some. */
int64_t pager_extent(const struct pager *pager);

/* The query that the rows answer. Borrowed: until it is replaced. */
const struct query *pager_query(const struct pager *pager);
/* The same, or the one that was asked since and has not answered yet: what a further change begins
 * with. */
const struct query *pager_asked_query(const struct pager *pager);
/* Asks another query (copied). The old rows stay until its first page is here, then PAGER_REPLACED
 * is said; if it cannot be had, old query and rows stay and pager_error says why. */
void pager_set_query(struct pager *pager, const struct query *query);

/* Reads again what the screen shows, and the rest when it is shown again. The old rows stay
 * meanwhile. */
void pager_reload(struct pager *pager);
/* Gives up what is under way for the screen; old rows stay. */
void pager_stop(struct pager *pager);

/* Since when (clock_now_ms) something the screen needs is under way; 0: nothing is. */
int64_t pager_loading_since_ms(const struct pager *pager);
/* Why the last thing the screen needed could not be had; NULL: it could. Borrowed: until it
 * changes. */
const struct error *pager_error(const struct pager *pager);
/* When (Unix seconds) the oldest row that the screen shows was read; 0: none is here. */
int64_t pager_read_at_s(const struct pager *pager);

/* Writes members (an object, copied) into the rows that are here with that key, after an action or a
 * save has changed them: those that the row has, or that the list has a column for. What was asked for
 * before is not believed any more. False when no row has that key. */
bool pager_patch(struct pager *pager, const char *key, const struct json *members);
/* Takes the row with that key out, after the record was deleted; its page is one row short until it is
 * read again. False when no row has that key. */
bool pager_remove(struct pager *pager, const char *key);

#endif
