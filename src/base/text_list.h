/* text_list.h - many short texts in one piece of memory: the keys of ten thousand records. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_TEXT_LIST_H
#define BASE_TEXT_LIST_H
#include <stddef.h>
#include <stdint.h>

/* Empty when zeroed. */
struct text_list {
	char *texts; /* one behind the other, each with its NUL */
	size_t len, room;
	uint32_t *at; /* where each begins */
	size_t count, count_room;
};

void text_list_finish(struct text_list *list);

/* Appends a copy. All of them together may have 4 GiB. */
void text_list_add(struct text_list *list, const char *text);

/* Borrowed: valid until the next one is added. */
const char *text_list_at(const struct text_list *list, size_t i);

#endif
