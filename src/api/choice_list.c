/* SPDX-License-Identifier: ISC */
#include "api/choice_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

static void put(struct choice_list *list, size_t at, const char *value, const char *label,
		enum choice_from from)
{
	list->rows = xreallocarray(list->rows, list->count + 1, sizeof(*list->rows));
	memmove(&list->rows[at + 1], &list->rows[at], (list->count - at) * sizeof(*list->rows));
	list->rows[at] = (struct choice){ xstrdup(value), xstrdup(label), from };
	list->count++;
}

static bool append(struct choice_list *list, const char *value, const char *label,
		   enum choice_from from)
{
	if (!*value)
		return false;
	for (size_t i = 0; i < list->count; i++)
		if (text_casecmp(list->rows[i].value, value) == 0)
			return false;
	put(list, list->count, value, label, from);
	return true;
}

bool choice_list_add(struct choice_list *list, const char *value, const char *label)
{
	return append(list, value, label, CHOICE_SERVICE);
}

bool choice_list_add_from(struct choice_list *list, const char *value, enum choice_from from)
{
	return append(list, value, "", from);
}

void choice_list_add_all(struct choice_list *list, const struct choice_list *other)
{
	for (size_t i = 0; i < other->count; i++)
		append(list, other->rows[i].value, other->rows[i].label, other->rows[i].from);
}

void choice_list_insert(struct choice_list *list, const char *value, const char *label, size_t max)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = text_casecmp(value, list->rows[middle].value);
		if (order == 0)
			return;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	if (*value && list->count < max)
		put(list, low, value, label, CHOICE_RECORDS);
}

void choice_list_finish(struct choice_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->rows[i].value);
		free(list->rows[i].label);
	}
	free(list->rows);
	*list = (struct choice_list){ 0 };
}
