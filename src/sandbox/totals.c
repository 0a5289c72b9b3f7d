/* SPDX-License-Identifier: ISC */
#include "sandbox/totals.h"

#include "sandbox/memory.h"
#include "sandbox/row.h"

/* Each write tests its row against all of them: a microsecond or two. */
enum { TOTALS = 64 };

static struct memory *memory_of(struct totals *totals)
{
	return (struct memory *)totals;
}

struct totals *totals_new(void)
{
	return (struct totals *)memory_new(TOTALS, false);
}

void totals_free(struct totals *totals)
{
	memory_free(memory_of(totals));
}

void totals_clear(struct totals *totals)
{
	memory_clear(memory_of(totals));
}

bool totals_find(struct totals *totals, const struct selection *selection, int64_t *total)
{
	const struct remembered *found = memory_find(memory_of(totals), selection);

	if (found)
		*total = found->number;
	return found;
}

void totals_remember(struct totals *totals, const struct selection *selection, int64_t total)
{
	memory_put(memory_of(totals), selection)->number = total;
}

void totals_correct(struct totals *totals, int64_t organization, const struct row *old,
		    const struct row *new)
{
	struct remembered *place;

	for (size_t i = 0; (place = memory_at(memory_of(totals), i)); i++) {
		const struct selection *selection = &place->selection;
		if (!place->key || !selection_concerns(selection, organization, old ? old : new))
			continue;
		if (selection->price_tier) /* prices of a tier are in no cell */
			memory_forget(place);
		else
			place->number += (new &&selection_matches(selection, new)) -
					 (old && selection_matches(selection, old));
	}
}
