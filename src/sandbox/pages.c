/* SPDX-License-Identifier: ISC */
#include "sandbox/pages.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "sandbox/selection.h"

/* In bytes; where there is no room all go, which is rare and simple. */
enum { PAGES = 64, MAX_LEN = 96 << 10, MAX_TOTAL = 1 << 20 };

struct kept {
	char *key;
	char *text;
	size_t len;
};

struct pages {
	uint64_t version;
	size_t total;
	struct kept kept[PAGES];
};

struct pages *pages_new(void)
{
	return xcalloc(1, sizeof(struct pages));
}

static void forget(struct pages *pages, struct kept *kept)
{
	pages->total -= kept->len;
	free(kept->key);
	free(kept->text);
	*kept = (struct kept){ 0 };
}

static void forget_all(struct pages *pages)
{
	for (size_t i = 0; i < PAGES; i++)
		forget(pages, &pages->kept[i]);
}

void pages_free(struct pages *pages)
{
	if (pages)
		forget_all(pages);
	free(pages);
}

/* The place for a page, and the key that is there if it is that page's. */
static struct kept *place_of(struct pages *pages, const struct selection *selection, char **key)
{
	uint32_t hash = 2166136261U; /* FNV-1a */

	*key = selection_page_key(selection);
	for (const char *at = *key; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619U;
	return &pages->kept[hash % PAGES];
}

char *pages_find(struct pages *pages, const struct selection *selection, uint64_t version,
		 size_t *len)
{
	char *key, *page = NULL;

	if (pages->version != version)
		return NULL;
	const struct kept *kept = place_of(pages, selection, &key);
	if (kept->key && strcmp(kept->key, key) == 0) {
		*len = kept->len;
		page = xmalloc(kept->len + 1);
		memcpy(page, kept->text, kept->len + 1);
	}
	free(key);
	return page;
}

void pages_remember(struct pages *pages, const struct selection *selection, uint64_t version,
		    const char *page, size_t len)
{
	char *key;

	if (pages->version != version)
		forget_all(pages);
	pages->version = version;
	if (len > MAX_LEN)
		return;
	if (pages->total + len > MAX_TOTAL)
		forget_all(pages);
	struct kept *kept = place_of(pages, selection, &key);
	forget(pages, kept);
	*kept = (struct kept){ key, xstrndup(page, len), len };
	pages->total += len;
}
