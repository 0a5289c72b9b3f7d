/* What a person had better look at in a price list (model/price_list.h). Tiers are compared at the
 * quantities where one of the two changes its price: between them nothing can differ. */
/* SPDX-License-Identifier: ISC */
#include "model/price_list.h"

#include "base/text.h"

/* The rows of one tier; first is NULL where there are none. */
struct span {
	const struct price_entry *first;
	size_t count;
};

/* The rows of a tier from row on; row may be the end of the list. */
static struct span span_from(const struct price_list *list, size_t row)
{
	struct span span = { row < list->count ? &list->rows[row] : NULL, 0 };

	while (row + span.count < list->count &&
	       span.first->rank == list->rows[row + span.count].rank)
		span.count++;
	return span;
}

static struct span span_of(const struct price_list *list, const char *tier)
{
	size_t row = 0;

	while (row < list->count && text_casecmp(list->rows[row].tier, tier) != 0)
		row++;
	return span_from(list, row);
}

static const struct price_entry *at(struct span span, int64_t quantity)
{
	const struct price_entry *found = NULL;

	for (size_t i = 0; i < span.count && span.first[i].at_quantity <= quantity; i++)
		found = &span.first[i];
	return found;
}

/* Whether a costs more (1) or less (-1) than b; 0: the same, or it cannot be said. */
static int side(const struct price_entry *a, const struct price_entry *b)
{
	return a && b && a->exact && b->exact ? decimal_compare(a->price, b->price) : 0;
}

const struct price_entry *price_list_cheaper(const struct price_list *list, size_t row)
{
	const struct price_entry *entry = &list->rows[row], *cheapest = entry;

	for (size_t i = row; i > 0 && list->rows[i - 1].rank == entry->rank; i--)
		if (side(&list->rows[i - 1], cheapest) < 0)
			cheapest = &list->rows[i - 1];
	return cheapest == entry ? NULL : cheapest;
}

/* Which of the two costs more where they first differ: walks both at once. */
static int first_side(struct span a, struct span b)
{
	size_t i = 0, j = 0;

	while (i < a.count || j < b.count) {
		int64_t next = j == b.count || (i < a.count &&
						a.first[i].at_quantity <= b.first[j].at_quantity)
				       ? a.first[i].at_quantity
				       : b.first[j].at_quantity;
		i += i < a.count && a.first[i].at_quantity == next;
		j += j < b.count && b.first[j].at_quantity == next;
		int now = i && j ? side(&a.first[i - 1], &b.first[j - 1]) : 0;
		if (now)
			return now;
	}
	return 0;
}

const char *price_list_crossed(const struct price_list *list, size_t row)
{
	const struct price_entry *entry = &list->rows[row];
	struct span own = span_of(list, entry->tier);

	for (size_t i = 0; i < list->count;) {
		struct span other = span_from(list, i);
		i += other.count;
		if (other.first != own.first &&
		    side(entry, at(other, entry->at_quantity)) * first_side(own, other) < 0)
			return other.first->tier;
	}
	return NULL;
}

enum price_warning price_list_warning(const struct price_list *list, size_t row)
{
	if (price_list_cheaper(list, row))
		return PRICE_RISES;
	return price_list_crossed(list, row) ? PRICE_CROSSES : PRICE_FINE;
}

/* Of one tier and one that it may pass, before and after. */
struct pair {
	struct span own, other;
};

static bool passes_at(const struct pair *before, const struct pair *after, int64_t quantity)
{
	int was = side(at(before->own, quantity), at(before->other, quantity));
	const struct price_entry *own = at(after->own, quantity),
				 *other = at(after->other, quantity);

	/* Where it cannot be said which is dearer, nothing is. */
	return was && own && other && own->exact && other->exact && side(own, other) != was;
}

static bool passes_at_any(const struct pair *before, const struct pair *after,
			  struct span quantities)
{
	for (size_t i = 0; i < quantities.count; i++)
		if (passes_at(before, after, quantities.first[i].at_quantity))
			return true;
	return false;
}

const char *price_list_passed(const struct price_list *before, const struct price_list *after,
			      const char *tier)
{
	struct span was = span_of(before, tier), is = span_of(after, tier);

	for (size_t i = 0; i < after->count;) {
		struct span other = span_from(after, i);
		const struct pair old = { was, span_of(before, other.first->tier) },
				  new = { is, other };
		i += other.count;
		if (other.first == is.first)
			continue;
		if (passes_at_any(&old, &new, old.own) || passes_at_any(&old, &new, old.other) ||
		    passes_at_any(&old, &new, new.own) || passes_at_any(&old, &new, new.other))
			return other.first->tier;
	}
	return NULL;
}

const char *price_list_passed_at(const struct price_list *before, const struct price_list *after,
				 size_t row)
{
	const struct price_entry *entry = &after->rows[row];
	struct span was = span_of(before, entry->tier), is = span_of(after, entry->tier);

	for (size_t i = 0; i < after->count;) {
		struct span other = span_from(after, i);
		const struct pair old = { was, span_of(before, other.first->tier) },
				  new = { is, other };
		i += other.count;
		if (other.first != is.first && passes_at(&old, &new, entry->at_quantity))
			return other.first->tier;
	}
	return NULL;
}
