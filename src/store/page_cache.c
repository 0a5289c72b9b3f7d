/* SPDX-License-Identifier: ISC */
#include "store/page_cache.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "store/cached_page.h"

/* Few enough pages that looking at each is quicker than any index. */
struct page_cache {
	struct cached_page *pages[PAGE_CACHE_PAGES];
	size_t count;
	size_t bytes, max_bytes;
	uint64_t clock;
};

struct page_cache *page_cache_new(size_t max_bytes)
{
	struct page_cache *cache = xcalloc(1, sizeof(*cache));

	cache->max_bytes = max_bytes;
	return cache;
}

void page_cache_free(struct page_cache *cache)
{
	if (!cache)
		return;
	page_cache_clear(cache);
	free(cache);
}

static void drop(struct page_cache *cache, size_t i)
{
	cache->bytes -= cache->pages[i]->bytes;
	free(cache->pages[i]);
	cache->pages[i] = cache->pages[--cache->count];
}

static void drop_number(struct page_cache *cache, int number)
{
	for (size_t i = 0; i < cache->count; i++)
		if (cache->pages[i]->number == number)
			return drop(cache, i);
}

static bool drop_oldest(struct page_cache *cache, int keep_first, int keep_last)
{
	size_t oldest = cache->count;

	for (size_t i = 0; i < cache->count; i++) {
		const struct cached_page *page = cache->pages[i];

		if (page->number >= keep_first && page->number <= keep_last)
			continue;
		if (oldest == cache->count || page->shown < cache->pages[oldest]->shown)
			oldest = i;
	}
	if (oldest == cache->count)
		return false;
	drop(cache, oldest);
	return true;
}

static bool fits(const struct page_cache *cache, const struct cached_page *page)
{
	return cache->count < PAGE_CACHE_PAGES && cache->bytes + page->bytes <= cache->max_bytes;
}

void page_cache_put_take(struct page_cache *cache, struct cached_page *page, int keep_first,
			 int keep_last)
{
	assert(keep_last - keep_first < PAGE_CACHE_PAGES);
	drop_number(cache, page->number);
	while (!fits(cache, page) && drop_oldest(cache, keep_first, keep_last))
		;
	page->shown = ++cache->clock;
	cache->bytes += page->bytes;
	cache->pages[cache->count++] = page;
}

void page_cache_replace_take(struct page_cache *cache, size_t i, struct cached_page *page)
{
	cache->bytes += page->bytes - cache->pages[i]->bytes;
	free(cache->pages[i]);
	cache->pages[i] = page;
}

void page_cache_clear(struct page_cache *cache)
{
	while (cache->count > 0)
		drop(cache, cache->count - 1);
}

void page_cache_drop_behind(struct page_cache *cache, int last)
{
	for (size_t i = cache->count; i-- > 0;)
		if (cache->pages[i]->number > last)
			drop(cache, i);
}

struct cached_page *page_cache_find(const struct page_cache *cache, int number)
{
	for (size_t i = 0; i < cache->count; i++)
		if (cache->pages[i]->number == number)
			return cache->pages[i];
	return NULL;
}

struct cached_page *page_cache_at(const struct page_cache *cache, size_t i)
{
	return i < cache->count ? cache->pages[i] : NULL;
}

void page_cache_show(struct page_cache *cache, struct cached_page *page)
{
	page->shown = ++cache->clock;
}

size_t page_cache_bytes(const struct page_cache *cache)
{
	return cache->bytes;
}
