/* SPDX-License-Identifier: ISC */
#include "store/pager.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "store/pager_state.h"

struct pager *pager_new(const struct page_source *source, const struct query *query)
{
	struct pager *pager = xcalloc(1, sizeof(*pager));

	pager->query = query_copy(query);
	pager_fetch_init(pager, source);
	pager->cache = page_cache_new(PAGER_CACHE_BYTES);
	pager->vanished = cached_page_new(0, query_resource(query)->schema, NULL, 1);
	pager->page_size = PAGER_PAGE_SIZE;
	pager->total = -1;
	return pager;
}

void pager_free(struct pager *pager)
{
	if (!pager)
		return;
	fetches_finish(&pager->fetches);
	page_cache_free(pager->cache);
	free(pager->vanished);
	query_free(pager->next);
	query_free(pager->query);
	free(pager);
}

void pager_on_change(struct pager *pager, void (*changed)(void *data, unsigned what), void *data)
{
	pager->changed = changed;
	pager->changed_data = data;
}

void pager_want(struct pager *pager, int64_t first, int count, int direction)
{
	struct page_range shown;

	if (first < 0)
		first = 0;
	if (first != pager->first) {
		fetches_moved(&pager->fetches);
		pager->halted = pager->ahead_failed = false;
	}
	pager->first = first;
	pager->count = count;
	pager->direction = direction;
	shown = pager_shown_pages(pager);
	for (int number = shown.first; number <= shown.last; number++) {
		struct cached_page *page = page_cache_find(pager->cache, number);

		if (page)
			page_cache_show(pager->cache, page);
	}
	pager_fetch_missing(pager);
}

const struct pager_row *pager_row(const struct pager *pager, int64_t i)
{
	const struct cached_page *page =
		i < 0 ? NULL : page_cache_find(pager->cache, pager_page_of(pager, i));
	size_t at = (size_t)(i % pager->page_size);

	if (!page)
		return NULL;
	return at < page->row_count ? &page->rows[at] : &pager->vanished->rows[0];
}

int64_t pager_find(const struct pager *pager, const char *key)
{
	const struct cached_page *page;
	int64_t found = -1;

	for (size_t i = 0; *key && (page = page_cache_at(pager->cache, i)); i++) {
		for (size_t j = 0; j < page->row_count; j++) {
			int64_t at = (int64_t)(page->number - 1) * pager->page_size + (int64_t)j;

			if ((found < 0 || at < found) && strcmp(page->rows[j].key, key) == 0)
				found = at;
		}
	}
	return found;
}

void pager_each_key(const struct pager *pager, void (*fn)(void *data, const char *key), void *data)
{
	const struct cached_page *page;

	for (size_t i = 0; (page = page_cache_at(pager->cache, i)); i++)
		for (size_t j = 0; j < page->row_count; j++)
			fn(data, page->rows[j].key);
}

void pager_each_row(const struct pager *pager,
		    void (*fn)(void *data, int64_t at, const struct pager_row *row), void *data)
{
	const struct cached_page *page;

	for (size_t i = 0; (page = page_cache_at(pager->cache, i)); i++)
		for (size_t j = 0; j < page->row_count; j++)
			fn(data, (int64_t)(page->number - 1) * pager->page_size + (int64_t)j,
			   &page->rows[j]);
}

bool pager_is_partial(const struct pager *pager)
{
	return pager->partial;
}

int64_t pager_total(const struct pager *pager)
{
	return pager->total;
}

int64_t pager_extent(const struct pager *pager)
{
	if (pager->total >= 0)
		return pager->total;
	return pager->seen + (pager->more ? pager->page_size : 0);
}

const struct query *pager_query(const struct pager *pager)
{
	return pager->query;
}

static void ask_anew(struct pager *pager)
{
	pager->generation++;
	pager->halted = pager->ahead_failed = false;
	pager_fetch_missing(pager);
}

const struct query *pager_asked_query(const struct pager *pager)
{
	return pager->next ? pager->next : pager->query;
}

void pager_set_query(struct pager *pager, const struct query *query)
{
	if (query_equal(query, pager->next ? pager->next : pager->query))
		return;
	query_free(pager->next);
	pager->next = query_equal(query, pager->query) ? NULL : query_copy(query);
	ask_anew(pager);
}

void pager_reload(struct pager *pager)
{
	pager->fresh_from = pager->generation + 1;
	ask_anew(pager);
}

void pager_stop(struct pager *pager)
{
	fetches_cancel_needed(&pager->fetches);
	query_free(pager->next);
	pager->next = NULL;
	pager->halted = true;
	pager_note_loading(pager);
}

int64_t pager_loading_since_ms(const struct pager *pager)
{
	return pager->loading_since_ms;
}

const struct error *pager_error(const struct pager *pager)
{
	return pager->error.code == ERROR_NONE ? NULL : &pager->error;
}

int64_t pager_read_at_s(const struct pager *pager)
{
	struct page_range shown = pager_shown_pages(pager);
	int64_t oldest = 0;

	for (int number = shown.first; number <= shown.last; number++) {
		const struct cached_page *page = page_cache_find(pager->cache, number);

		if (page && (oldest == 0 || page->read_at_s < oldest))
			oldest = page->read_at_s;
	}
	return oldest;
}

bool pager_patch(struct pager *pager, const char *key, const struct json *members)
{
	const struct schema *schema = query_resource(pager->query)->schema;
	const struct cached_page *page;
	bool found = false;

	for (size_t i = 0; (page = page_cache_at(pager->cache, i)); i++) {
		struct cached_page *patched = cached_page_patched(page, schema, key, members);

		if (!patched)
			continue;
		page_cache_replace_take(pager->cache, i, patched);
		found = true;
	}
	pager->generation++;
	pager_fetch_missing(pager);
	return found;
}

bool pager_remove(struct pager *pager, const char *key)
{
	const struct schema *schema = query_resource(pager->query)->schema;
	const struct cached_page *page;
	bool found = false;

	for (size_t i = 0; (page = page_cache_at(pager->cache, i)); i++) {
		struct cached_page *rest = cached_page_without(page, schema, key);

		if (!rest)
			continue;
		page_cache_replace_take(pager->cache, i, rest);
		found = true;
	}
	if (found && pager->total > 0)
		pager->total--;
	pager->generation++;
	pager_fetch_missing(pager);
	return found;
}
