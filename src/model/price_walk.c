/* SPDX-License-Identifier: ISC */
#include "model/price_walk.h"

#include <string.h>

#include "base/text.h"
#include "model/price_list.h"

static const struct price_entry *entry_at(const struct price_list *list, size_t i)
{
	return i < list->count ? &list->rows[i] : NULL;
}

/* Below 0: only a has it, or a's comes first. */
static int compare_places(const struct price_entry *a, const struct price_entry *b)
{
	if (!a || !b)
		return !a - !b;
	int by_tier = text_casecmp(a->tier, b->tier);
	return by_tier ? by_tier
		       : (a->at_quantity > b->at_quantity) - (a->at_quantity < b->at_quantity);
}

static bool cost_the_same(const struct price_entry *a, const struct price_entry *b)
{
	return a->exact && b->exact ? decimal_compare(a->price, b->price) == 0
				    : strcmp(a->text, b->text) == 0;
}

bool price_walk_next(struct price_walk *walk, struct price_difference *out)
{
	for (;;) {
		const struct price_entry *before = entry_at(walk->before, walk->next_before);
		const struct price_entry *after = entry_at(walk->after, walk->next_after);
		int order = compare_places(before, after);

		if (!before && !after)
			return false;
		walk->next_before += order <= 0;
		walk->next_after += order >= 0;
		if (order == 0 && cost_the_same(before, after))
			continue;
		*out = (struct price_difference){ order <= 0 ? before : NULL,
						  order >= 0 ? after : NULL };
		return true;
	}
}

bool price_list_same(const struct price_list *a, const struct price_list *b)
{
	struct price_walk walk = { .before = a, .after = b };
	struct price_difference difference;

	return a->odd == b->odd && !price_walk_next(&walk, &difference);
}
