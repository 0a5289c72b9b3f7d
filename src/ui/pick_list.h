/* pick_list.h - the values of a pick, narrowed by words. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_PICK_LIST_H
#define UI_PICK_LIST_H
#include <stdbool.h>
#include <stddef.h>

struct pick_item;

struct pick_entry {
	char *value, *label; /* as they came; "" where there is none */
	char *folded;        /* both, as text_fold has them */
};

struct pick_list {
	struct pick_entry *all;
	size_t count;
	const struct pick_entry **shown; /* those that match: best first, else in their order */
	size_t shown_count;
	int value_cols; /* as wide as the widest value, within reason */
	bool has_labels;
};

/* Items are copied; all are shown. */
void pick_list_init(struct pick_list *list, const struct pick_item *items, size_t count);
void pick_list_finish(struct pick_list *list);

/* Shows the entries that have every word of text in value or label, in any case of any script:
 * first those whose value is text, then those whose value or label begins with it. */
void pick_list_narrow(struct pick_list *list, const char *text);

/* Index among those shown of the entry with that value (NULL is none); 0 if there is none. */
size_t pick_list_find(const struct pick_list *list, const char *value);

#endif
