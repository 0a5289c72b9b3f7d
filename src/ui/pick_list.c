/* SPDX-License-Identifier: ISC */
#include "ui/pick_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "ui/pick.h"

enum { VALUE_MAX_COLS = 40 };

static int shown_cols(const char *text)
{
	char *clean = text_clean(text, strlen(text));
	int cols = text_width(clean, strlen(clean));

	free(clean);
	return cols;
}

/* Value and label apart by a line end, which nobody types: no word matches across it. */
static char *fold(const struct pick_entry *entry)
{
	char *both = xasprintf("%s\n%s", entry->value, entry->label);
	char *folded = text_fold(both, strlen(both));

	free(both);
	return folded;
}

void pick_list_init(struct pick_list *list, const struct pick_item *items, size_t count)
{
	*list = (struct pick_list){ .all = xcalloc(count + 1, sizeof(*list->all)),
				    .count = count,
				    .shown = xcalloc(count + 1, sizeof(*list->shown)) };
	for (size_t i = 0; i < count; i++) {
		struct pick_entry *entry = &list->all[i];
		int cols = shown_cols(items[i].value);

		entry->value = xstrdup(items[i].value);
		entry->label = xstrdup(items[i].label ? items[i].label : "");
		entry->folded = fold(entry);
		list->has_labels = list->has_labels || *entry->label;
		if (cols > list->value_cols)
			list->value_cols = cols < VALUE_MAX_COLS ? cols : VALUE_MAX_COLS;
	}
	pick_list_narrow(list, "");
}

void pick_list_finish(struct pick_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->all[i].value);
		free(list->all[i].label);
		free(list->all[i].folded);
	}
	free(list->all);
	free(list->shown);
	*list = (struct pick_list){ .all = NULL };
}

enum match { MATCH_WHOLE, MATCH_START, MATCH_WITHIN, MATCH_NONE };

static bool has_every_word(const char *folded, const char *words)
{
	while (*(words += strspn(words, " "))) {
		size_t len = strcspn(words, " ");

		if (!memmem(folded, strlen(folded), words, len))
			return false;
		words += len;
	}
	return true;
}

static enum match match(const struct pick_entry *entry, const char *text)
{
	size_t len = strlen(text), value_len = strcspn(entry->folded, "\n");
	const char *label = entry->folded + value_len + 1;

	if (!has_every_word(entry->folded, text))
		return MATCH_NONE;
	if (value_len == len && memcmp(entry->folded, text, len) == 0)
		return MATCH_WHOLE;
	if (strncmp(entry->folded, text, len) == 0 || strncmp(label, text, len) == 0)
		return MATCH_START;
	return MATCH_WITHIN;
}

void pick_list_narrow(struct pick_list *list, const char *text)
{
	char *folded = text_fold(text, strlen(text));

	list->shown_count = 0;
	for (enum match wanted = MATCH_WHOLE; wanted < MATCH_NONE; wanted++)
		for (size_t i = 0; i < list->count; i++)
			if (match(&list->all[i], folded) == wanted)
				list->shown[list->shown_count++] = &list->all[i];
	free(folded);
}

size_t pick_list_find(const struct pick_list *list, const char *value)
{
	for (size_t i = 0; value && i < list->shown_count; i++)
		if (strcmp(list->shown[i]->value, value) == 0)
			return i;
	return 0;
}
