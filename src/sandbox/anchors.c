/* SPDX-License-Identifier: ISC */
#include "sandbox/anchors.h"

#include "sandbox/collection.h"
#include "sandbox/memory.h"
#include "sandbox/row.h"

/* A million rows are 80 kB of ids in each order. */
enum { ORDERS = 16 };

static struct memory *memory_of(struct anchors *anchors)
{
	return (struct memory *)anchors;
}

struct anchors *anchors_new(void)
{
	return (struct anchors *)memory_new(ORDERS, true);
}

void anchors_free(struct anchors *anchors)
{
	memory_free(memory_of(anchors));
}

void anchors_clear(struct anchors *anchors)
{
	memory_clear(memory_of(anchors));
}

const int64_t *anchors_find(struct anchors *anchors, const struct selection *selection,
			    size_t *count)
{
	const struct remembered *found = memory_find(memory_of(anchors), selection);

	if (!found)
		return NULL;
	*count = (size_t)found->number;
	return found->ids;
}

void anchors_remember_take(struct anchors *anchors, const struct selection *selection, int64_t *ids,
			   size_t count)
{
	struct remembered *place = memory_put(memory_of(anchors), selection);

	place->ids = ids;
	place->number = (int64_t)count;
}

static bool keeps_place(const struct selection *selection, const struct row *old,
			const struct row *new)
{
	const struct field *key = collection_key(selection->collection);

	return old && new &&
	       !selection->price_tier &&selection_matches(selection, old) ==
		       selection_matches(selection, new) &&
	       cell_equal(row_cell(old, selection->sort), row_cell(new, selection->sort)) &&
	       cell_equal(row_cell(old, key), row_cell(new, key));
}

void anchors_drop_changed(struct anchors *anchors, int64_t organization, const struct row *old,
			  const struct row *new)
{
	struct remembered *place;

	for (size_t i = 0; (place = memory_at(memory_of(anchors), i)); i++)
		if (place->key &&
		    selection_concerns(&place->selection, organization, old ? old : new) &&
		    !keeps_place(&place->selection, old, new))
			memory_forget(place);
}
