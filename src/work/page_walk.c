/* SPDX-License-Identifier: ISC */
#include "work/page_walk.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "schema/field.h"
#include "schema/json.h"

static bool is_repeated(struct page_walk *walk, const struct schema *schema,
			const struct page *page)
{
	const char *key = json_member_text(json_first(page->rows), schema->key);
	bool same = key && walk->first_key && strcmp(key, walk->first_key) == 0;

	xreplace(&walk->first_key, key);
	return same;
}

/* The total says when all have come, the number of pages only where there is no total, and an empty
 * page always. */
static bool is_last(const struct page_walk *walk, const struct page *page, int64_t wanted)
{
	if (page->row_count == 0 || (int64_t)page->row_count >= wanted)
		return true;
	return page->total >= 0 ? walk->seen >= page->total
				: page->pages >= 0 && walk->page >= page->pages;
}

enum page_turn page_walk_turn(struct page_walk *walk, const struct schema *schema,
			      const struct page *page, int64_t wanted)
{
	if (is_repeated(walk, schema, page))
		return PAGE_AGAIN;
	walk->seen += (int64_t)page->row_count;
	return is_last(walk, page, wanted) ? PAGE_LAST : PAGE_MORE;
}

void page_walk_finish(struct page_walk *walk)
{
	free(walk->first_key);
	*walk = (struct page_walk){ 0 };
}
