/* cached_page.h - one page of a list as it is kept: rows as texts, all in one block of memory.
 * Trees of the same rows take five times as much, and a block for each leaves holes when they go.
 */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_CACHED_PAGE_H
#define STORE_CACHED_PAGE_H
#include <stddef.h>
#include <stdint.h>

#include "store/pager.h"

struct json;
struct schema;

struct cached_page {
	int number;          /* from 1 */
	unsigned generation; /* the pager's when it was asked for */
	int64_t read_at_s;   /* Unix seconds */
	uint64_t shown;      /* the cache's clock when it was last shown */
	size_t bytes;        /* all memory that it takes */
	size_t row_count;
	struct pager_row rows[];
};

/* Keeps the first row_count objects of an array in the schema's spelling; where there is none, a
 * row of empty texts. The caller frees it with free. */
struct cached_page *cached_page_new(int number, const struct schema *schema,
				    const struct json *rows, size_t row_count);

/* A copy in which the rows with that key have the values that members has (those that the row has too,
 * or that its cells are made of); NULL if there is none. */
struct cached_page *cached_page_patched(const struct cached_page *page, const struct schema *schema,
					const char *key, const struct json *members);
/* A copy without the rows of that key; NULL if there is none. */
struct cached_page *cached_page_without(const struct cached_page *page, const struct schema *schema,
					const char *key);

#endif
