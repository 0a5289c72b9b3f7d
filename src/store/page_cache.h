/* page_cache.h - the pages of a list that are here. Of too many, the least recently shown go. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_PAGE_CACHE_H
#define STORE_PAGE_CACHE_H
#include <stddef.h>

enum { PAGE_CACHE_PAGES = 64 };

struct cached_page;
struct page_cache; /* opaque */

/* At most max_bytes of pages, and PAGE_CACHE_PAGES of them. */
struct page_cache *page_cache_new(size_t max_bytes);
void page_cache_free(struct page_cache *cache); /* NULL is fine */

/* Takes page over, in place of one of the same number. To make room, the pages that were shown
 * longest ago go; those from keep_first to keep_last, fewer than PAGE_CACHE_PAGES, stay. */
void page_cache_put_take(struct page_cache *cache, struct cached_page *page, int keep_first,
			 int keep_last);
/* Exchanges the i-th page for another of the same number. */
void page_cache_replace_take(struct page_cache *cache, size_t i, struct cached_page *page);
void page_cache_clear(struct page_cache *cache);
/* Drops pages with a number above last. */
void page_cache_drop_behind(struct page_cache *cache, int last);

/* NULL: not here. Borrowed: until the cache changes. */
struct cached_page *page_cache_find(const struct page_cache *cache, int number);
/* The i-th, in no order; NULL behind the last. */
struct cached_page *page_cache_at(const struct page_cache *cache, size_t i);
/* Notes that the page is on the screen. */
void page_cache_show(struct page_cache *cache, struct cached_page *page);

size_t page_cache_bytes(const struct page_cache *cache);

#endif
