/* SPDX-License-Identifier: ISC */
#include <limits.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "store/pager_state.h"

enum {
	/* A screen of that many pages does not exist; a service whose pages hold one row may. */
	SHOWN_PAGES_MAX = PAGE_CACHE_PAGES / 2,
	PAGE_MAX = INT_MAX - 1, /* loops over pages count one further */
};

/* --- what is where ------------------------------------------------------- */

int pager_page_of(const struct pager *pager, int64_t row)
{
	int64_t page = row / pager->page_size + 1;

	return page < PAGE_MAX ? (int)page : PAGE_MAX;
}

static int last_page(const struct pager *pager)
{
	int64_t extent = pager_extent(pager);

	return extent > 0 ? pager_page_of(pager, extent - 1) : 1;
}

struct page_range pager_shown_pages(const struct pager *pager)
{
	int last = last_page(pager);
	int top = pager_page_of(pager, pager->first);
	int bottom = pager_page_of(pager, pager->first + (pager->count > 0 ? pager->count - 1 : 0));
	struct page_range range = { top < last ? top : last, bottom < last ? bottom : last };

	if (range.last - range.first >= SHOWN_PAGES_MAX)
		range.last = range.first + SHOWN_PAGES_MAX - 1;
	return range;
}

static bool is_shown(const struct pager *pager, int page)
{
	struct page_range shown = pager_shown_pages(pager);

	return page >= shown.first && page <= shown.last;
}

/* The page to have before it is needed; 0: none. */
static int page_ahead(const struct pager *pager)
{
	struct page_range shown = pager_shown_pages(pager);

	if (pager->direction < 0)
		return shown.first - 1;
	return shown.last < last_page(pager) ? shown.last + 1 : 0;
}

static bool is_fresh(const struct pager *pager, int number)
{
	const struct cached_page *page = page_cache_find(pager->cache, number);

	return page && page->generation >= pager->fresh_from;
}

static bool shows_all(const struct pager *pager)
{
	struct page_range shown = pager_shown_pages(pager);

	for (int page = shown.first; page <= shown.last; page++)
		if (!is_fresh(pager, page))
			return false;
	return true;
}

/* --- fetching ------------------------------------------------------------ */

static bool fetch_is_needed(const void *owner, const struct fetch *fetch)
{
	const struct pager *pager = owner;

	if (fetch->generation != pager->generation)
		return false;
	if (pager->next)
		return fetch->page == 1;
	return is_shown(pager, fetch->page) || fetch->page == page_ahead(pager);
}

static void ask(struct pager *pager, int page)
{
	const struct query *query = pager->next ? pager->next : pager->query;

	if (!fetches_have(&pager->fetches, page, pager->generation))
		fetches_start(&pager->fetches, query, page, pager->page_size, pager->generation);
}

static void ask_for_shown(struct pager *pager)
{
	struct page_range shown = pager_shown_pages(pager);

	for (int page = shown.first; page <= shown.last; page++)
		if (!is_fresh(pager, page))
			ask(pager, page);
}

static void ask_ahead(struct pager *pager)
{
	int page = page_ahead(pager);

	if (page > 0 && !pager->ahead_failed && !is_fresh(pager, page) &&
	    fetches_idle(&pager->fetches))
		ask(pager, page);
}

void pager_note_loading(struct pager *pager)
{
	bool loading = !pager->halted && (pager->next || !shows_all(pager));

	if (!loading)
		pager->loading_since_ms = 0;
	else if (pager->loading_since_ms == 0)
		pager->loading_since_ms = clock_now_ms();
}

void pager_fetch_missing(struct pager *pager)
{
	if (!pager->halted && pager->next) {
		ask(pager, 1);
	} else if (!pager->halted) {
		ask_for_shown(pager);
		if (shows_all(pager))
			ask_ahead(pager);
	}
	fetches_await_pause(&pager->fetches);
	pager_note_loading(pager);
}

static void tell(struct pager *pager, unsigned what)
{
	if (what && pager->changed)
		pager->changed(pager->changed_data, what);
}

static void fetch_next(void *owner)
{
	struct pager *pager = owner;
	bool loading = pager->loading_since_ms != 0;

	pager_fetch_missing(pager);
	if (loading != (pager->loading_since_ms != 0))
		tell(pager, PAGER_STATE);
}

/* --- what arrives -------------------------------------------------------- */

/* A service may cap the size of a page, or know no pages at all; its count of pages tells.
 * Positions of rows follow its size from then on. */
static bool adopt_page_size(struct pager *pager, int number, const struct page *page)
{
	int64_t rows = (int64_t)page->row_count;
	bool capped = number == 1 && rows > 0 && rows < pager->page_size && page->total > rows &&
		      page->pages == (page->total + rows - 1) / rows;

	if (!capped && rows <= pager->page_size)
		return false;
	pager->page_size = (int)rows;
	pager->generation++;
	page_cache_clear(pager->cache);
	return true;
}

static void count_rows(struct pager *pager, int number, const struct page *page)
{
	int64_t end = (int64_t)(number - 1) * pager->page_size + (int64_t)page->row_count;
	bool full = page->row_count == (size_t)pager->page_size;

	pager->partial = page->partial;
	pager->total = page->total;
	if (!full || end >= pager->seen) {
		pager->seen = end;
		pager->more = full;
	}
	page_cache_drop_behind(pager->cache, last_page(pager));
}

/* Under the number that was asked for: what a service says about its numbers is not always true. */
static void keep_page(struct pager *pager, const struct fetch *fetch, const struct page *page)
{
	const struct schema *schema = query_resource(pager->query)->schema;
	struct cached_page *cached =
		cached_page_new(fetch->page, schema, page->rows, page->row_count);
	struct page_range shown = pager_shown_pages(pager);

	cached->generation = fetch->generation;
	cached->read_at_s = clock_unix_s();
	page_cache_put_take(pager->cache, cached, shown.first, shown.last);
}

/* The new query has answered: nothing of the old one counts any more. */
static void replace_query(struct pager *pager)
{
	query_free(pager->query);
	pager->query = pager->next;
	pager->next = NULL;
	page_cache_clear(pager->cache);
	pager->page_size = PAGER_PAGE_SIZE;
	pager->seen = 0;
	pager->first = 0;
}

/* Some services send all they have as one page. */
static bool page_fits(const struct page *page, struct error *err)
{
	return page->row_count <= PAGER_PAGE_ROWS_MAX ||
	       error_set(err, ERROR_NETWORK,
			 _("The service sent a page of %zu rows; no more than %d are read"),
			 page->row_count, PAGER_PAGE_ROWS_MAX);
}

static unsigned take_page(struct pager *pager, const struct fetch *fetch, const struct page *page)
{
	int64_t extent = pager_extent(pager), total = pager->total;
	unsigned what = 0;

	if (pager->next) {
		replace_query(pager);
		what |= PAGER_REPLACED | PAGER_ROWS;
	}
	if (adopt_page_size(pager, fetch->page, page))
		what |= PAGER_ROWS;
	keep_page(pager, fetch, page);
	count_rows(pager, fetch->page, page);
	if (extent != pager_extent(pager) || total != pager->total)
		what |= PAGER_TOTAL;
	if (is_shown(pager, fetch->page))
		what |= PAGER_ROWS;
	return what;
}

static unsigned take_failure(struct pager *pager, const struct fetch *fetch,
			     const struct error *error)
{
	if (!pager->next && !is_shown(pager, fetch->page)) {
		pager->ahead_failed = true;
		return 0;
	}
	query_free(pager->next);
	pager->next = NULL;
	pager->halted = true;
	pager->error = *error;
	return PAGER_STATE;
}

static unsigned forget_error(struct pager *pager)
{
	if (pager->halted || pager->error.code == ERROR_NONE)
		return 0;
	pager->error.code = ERROR_NONE;
	return PAGER_STATE;
}

static void fetch_arrived(void *owner, const struct fetch *fetch, const struct page *page,
			  const struct failure *failure)
{
	struct pager *pager = owner;
	bool loading = pager->loading_since_ms != 0;
	struct error error;
	unsigned what;

	if (fetch->generation != pager->generation)
		return;
	if (!page)
		error = failure->error;
	if (page && page_fits(page, &error))
		what = take_page(pager, fetch, page) | forget_error(pager);
	else if (fetch_is_needed(pager, fetch))
		what = take_failure(pager, fetch, &error);
	else
		return;
	pager_note_loading(pager);
	if (loading != (pager->loading_since_ms != 0))
		what |= PAGER_STATE;
	tell(pager, what);
}

void pager_fetch_init(struct pager *pager, const struct page_source *source)
{
	pager->fetches = (struct fetches){ .source = *source,
					   .arrived = fetch_arrived,
					   .needed = fetch_is_needed,
					   .next = fetch_next,
					   .owner = pager };
}
