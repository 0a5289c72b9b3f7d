/* SPDX-License-Identifier: ISC */
#include "base/text_list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

void text_list_finish(struct text_list *list)
{
	free(list->texts);
	free(list->at);
	*list = (struct text_list){ 0 };
}

static void make_room(struct text_list *list, size_t len)
{
	if (list->len + len > list->room) {
		list->room = 2 * list->room + len;
		list->texts = xreallocarray(list->texts, list->room, 1);
	}
	if (list->count == list->count_room) {
		list->count_room = list->count_room ? 2 * list->count_room : 16;
		list->at = xreallocarray(list->at, list->count_room, sizeof(*list->at));
	}
}

void text_list_add(struct text_list *list, const char *text)
{
	size_t len = strlen(text) + 1;

	assert(list->len + len <= UINT32_MAX);
	make_room(list, len);
	memcpy(list->texts + list->len, text, len);
	list->at[list->count++] = (uint32_t)list->len;
	list->len += len;
}

const char *text_list_at(const struct text_list *list, size_t i)
{
	assert(i < list->count);
	return list->texts + list->at[i];
}
