/* text_index.h - different texts with a number each, found by what they say: the keys of a hundred thousand
 * rows. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_TEXT_INDEX_H
#define BASE_TEXT_INDEX_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text_list.h"

enum { TEXT_INDEX_NONE = UINT32_MAX };

/* Empty when zeroed. */
struct text_index {
	struct text_list texts; /* in the order they were added */
	uint32_t *slots;	/* a number and one, where its text's hash says, or behind that; 0: free */
	size_t room;		/* a power of two, at least twice the texts */
};

void text_index_finish(struct text_index *index);

/* TEXT_INDEX_NONE: it was never added. */
uint32_t text_index_find(const struct text_index *index, const char *text);
/* The number of text, which is copied where it is new: *is_new (may be NULL) says so. */
uint32_t text_index_add(struct text_index *index, const char *text, bool *is_new);

#endif
