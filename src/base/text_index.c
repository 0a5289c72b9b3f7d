/* SPDX-License-Identifier: ISC */
#include "base/text_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/hash.h"

void text_index_finish(struct text_index *index)
{
	text_list_finish(&index->texts);
	free(index->slots);
	*index = (struct text_index){ 0 };
}

/* Where text is, or the free slot where it would be. */
static uint32_t *slot_of(const struct text_index *index, const char *text)
{
	uint64_t hash = hash_text(HASH_START, text);
	/* FNV's low bits know little of what is in front: keys that count up would stand in a row. */
	size_t at = (size_t)((hash ^ hash >> 32) * HASH_START >> 32) & (index->room - 1);

	while (index->slots[at] &&
	       strcmp(text_list_at(&index->texts, index->slots[at] - 1), text) != 0)
		at = (at + 1) & (index->room - 1);
	return &index->slots[at];
}

static void grow(struct text_index *index)
{
	index->room = index->room ? 2 * index->room : 64;
	free(index->slots);
	index->slots = xcalloc(index->room, sizeof(*index->slots));
	for (size_t i = 0; i < index->texts.count; i++)
		*slot_of(index, text_list_at(&index->texts, i)) = (uint32_t)i + 1;
}

uint32_t text_index_find(const struct text_index *index, const char *text)
{
	uint32_t slot = index->room ? *slot_of(index, text) : 0;

	return slot ? slot - 1 : TEXT_INDEX_NONE;
}

uint32_t text_index_add(struct text_index *index, const char *text, bool *is_new)
{
	uint32_t found = text_index_find(index, text);

	if (is_new)
		*is_new = found == TEXT_INDEX_NONE;
	if (found != TEXT_INDEX_NONE)
		return found;
	if (2 * (index->texts.count + 1) > index->room)
		grow(index);
	*slot_of(index, text) = (uint32_t)index->texts.count + 1;
	text_list_add(&index->texts, text);
	return (uint32_t)index->texts.count - 1;
}
