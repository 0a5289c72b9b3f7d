/* Two versions of a list whose entries have a key, made one. */
/* SPDX-License-Identifier: ISC */
#include "schema/entries.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "schema/json.h"

struct merge {
	const struct json *before, *mine, *theirs;
	size_t *my_origins, *their_origins; /* in before */
	size_t *same_in_theirs;             /* of each of mine that is new, one of the same key */
	struct json *result;                /* begins as theirs, entry by entry */
	bool *gone;                         /* by index in theirs */
	bool conflicts;
};

/* Their entry that was before[origin]; ENTRY_NEW: they took it away. */
static size_t theirs_of(const struct merge *merge, size_t origin)
{
	for (size_t i = 0; i < json_size(merge->theirs); i++)
		if (merge->their_origins[i] == origin)
			return i;
	return ENTRY_NEW;
}

/* was: what they began from; NULL: nothing. */
static void put(struct merge *merge, size_t at, const struct json *was, const struct json *mine)
{
	if (at == ENTRY_NEW) {
		merge->conflicts = merge->conflicts || was;
		json_append_take(merge->result, json_copy(mine));
		return;
	}
	const struct json *theirs = json_at(merge->theirs, at);
	if (json_equal(theirs, mine))
		return;
	merge->conflicts = merge->conflicts || !json_equal(theirs, was);
	json_replace_take(merge->result, json_at(merge->result, at), json_copy(mine));
}

static void put_mine(struct merge *merge)
{
	size_t i = 0;

	for (const struct json *mine = json_first(merge->mine); mine; mine = json_next(mine), i++) {
		size_t origin = merge->my_origins[i];
		if (origin == ENTRY_NEW)
			put(merge, merge->same_in_theirs[i], NULL, mine);
		else if (!json_equal(json_at(merge->before, origin), mine))
			put(merge, theirs_of(merge, origin), json_at(merge->before, origin), mine);
	}
}

static void take_away(struct merge *merge)
{
	size_t count = json_size(merge->before);
	bool *kept = xcalloc(count + 1, sizeof(*kept));

	for (size_t i = 0; i < json_size(merge->mine); i++)
		if (merge->my_origins[i] != ENTRY_NEW)
			kept[merge->my_origins[i]] = true;
	for (size_t i = 0; i < count; i++) {
		size_t at = kept[i] ? ENTRY_NEW : theirs_of(merge, i);
		if (at == ENTRY_NEW)
			continue;
		merge->gone[at] = true;
		if (!json_equal(json_at(merge->theirs, at), json_at(merge->before, i)))
			merge->conflicts = true;
	}
	for (size_t i = json_size(merge->theirs); i-- > 0;)
		if (merge->gone[i])
			json_remove(merge->result, json_at(merge->result, i));
	free(kept);
}

struct json *entries_merge(const struct schema *items, const struct json *before,
			   const struct json *mine, const struct json *theirs, bool *conflicts)
{
	struct merge merge = {
		.before = before,
		.mine = mine,
		.theirs = theirs,
		.my_origins = entries_pair(items, before, mine),
		.their_origins = entries_pair(items, before, theirs),
		.same_in_theirs = entries_pair(items, theirs, mine),
		.result = theirs ? json_copy(theirs) : json_new_array(),
		.gone = xcalloc(json_size(theirs) + 1, sizeof(bool)),
	};

	put_mine(&merge);
	take_away(&merge);
	*conflicts = merge.conflicts;
	free(merge.my_origins);
	free(merge.their_origins);
	free(merge.same_in_theirs);
	free(merge.gone);
	return merge.result;
}
