/* SPDX-License-Identifier: ISC */
#include "schema/entries.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/entry_text.h"
#include "schema/field.h"
#include "schema/json.h"

struct pairing {
	const struct json **before, **after; /* the entries, to be reached by index */
	size_t before_count, after_count;
	bool *taken; /* of before */
	size_t *origin; /* of after */
};

static const struct json **children(const struct json *list, size_t *count)
{
	*count = json_size(list);
	const struct json **rows = xcalloc(*count + 1, sizeof(*rows));
	size_t i = 0;
	for (const struct json *child = json_first(list); child; child = json_next(child))
		rows[i++] = child;
	return rows;
}

static void pair(struct pairing *pairing, size_t after, size_t before)
{
	pairing->origin[after] = before;
	pairing->taken[before] = true;
}

/* Lists mostly keep their order: the entry behind the last one found is looked at first. */
static void pair_equal(struct pairing *pairing)
{
	size_t guess = 0;

	for (size_t i = 0; i < pairing->after_count; i++) {
		for (size_t tried = 0; pairing->origin[i] == ENTRY_NEW && tried < pairing->before_count;
		     tried++) {
			size_t at = (guess + tried) % pairing->before_count;
			if (pairing->taken[at] || !json_equal(pairing->before[at], pairing->after[i]))
				continue;
			pair(pairing, i, at);
			guess = at + 1;
			break;
		}
	}
}

/* Yes and no say nothing: most entries share them. */
static bool tells(const struct json *member)
{
	return json_type(member) != JSON_NULL && json_type(member) != JSON_BOOL;
}

static size_t telling_count(const struct json *entry)
{
	size_t count = 0;

	for (const struct json *member = json_first(entry); member; member = json_next(member))
		count += tells(member);
	return count;
}

/* How many telling members have the same value; 0 where those are too few to take a for b. */
static size_t likeness(const struct json *a, const struct json *b)
{
	enum { AT_LEAST_ONE_IN = 3 };
	size_t same = 0, of_a = telling_count(a), of_b = telling_count(b);

	if (json_type(a) != JSON_OBJECT)
		return 0;
	for (const struct json *member = json_first(a); member; member = json_next(member))
		same += tells(member) && json_equal(member, json_member_exact(b, json_name(member)));
	return same * AT_LEAST_ONE_IN < (of_a > of_b ? of_a : of_b) ? 0 : same;
}

static void pair_alike(struct pairing *pairing)
{
	for (size_t i = 0; i < pairing->after_count; i++) {
		size_t found = ENTRY_NEW, best = 0;
		for (size_t at = 0; pairing->origin[i] == ENTRY_NEW && at < pairing->before_count; at++) {
			const struct json *before = pairing->before[at];
			size_t score = pairing->taken[at] ? 0 : likeness(before, pairing->after[i]);
			if (score > best) {
				found = at;
				best = score;
			}
		}
		if (found != ENTRY_NEW)
			pair(pairing, i, found);
	}
}

/* --- entries with a key -------------------------------------------------------------------------- */

bool entries_identified_by(const struct schema *items, const struct field *field)
{
	for (const char *const *name = items->identity; name && *name; name++)
		if (strcmp(*name, field->name) == 0)
			return true;
	return false;
}

static bool same_identity(const struct schema *items, const struct json *a, const struct json *b)
{
	bool same = json_type(a) == JSON_OBJECT && json_type(b) == JSON_OBJECT;

	for (const char *const *name = items->identity; same && *name; name++) {
		char *of_a = entry_identity_text(items, *name, a);
		char *of_b = entry_identity_text(items, *name, b);
		same = text_casecmp(of_a, of_b) == 0;
		free(of_a);
		free(of_b);
	}
	return same;
}

static void pair_by_identity(struct pairing *pairing, const struct schema *items)
{
	size_t guess = 0; /* as in pair_equal */

	for (size_t i = 0; i < pairing->after_count; i++) {
		for (size_t tried = 0; tried < pairing->before_count; tried++) {
			size_t at = (guess + tried) % pairing->before_count;
			if (pairing->taken[at] ||
			    !same_identity(items, pairing->before[at], pairing->after[i]))
				continue;
			pair(pairing, i, at);
			guess = at + 1;
			break;
		}
	}
}

/* --- in one call --------------------------------------------------------------------------------- */

static bool is_small(const struct json *entry)
{
	return telling_count(entry) <= 1;
}

/* Lists of one length: what says one thing, and says another now, was written over. */
static void pair_in_place(struct pairing *pairing)
{
	for (size_t i = 0; pairing->before_count == pairing->after_count && i < pairing->after_count; i++)
		if (pairing->origin[i] == ENTRY_NEW && !pairing->taken[i] &&
		    is_small(pairing->before[i]) && is_small(pairing->after[i]))
			pair(pairing, i, i);
}

size_t *entries_pair(const struct schema *items, const struct json *before, const struct json *after)
{
	struct pairing pairing = { 0 };

	if (json_size(after) == 0)
		return NULL;
	pairing.before = children(before, &pairing.before_count);
	pairing.after = children(after, &pairing.after_count);
	pairing.taken = xcalloc(pairing.before_count + 1, sizeof(*pairing.taken));
	pairing.origin = xcalloc(pairing.after_count, sizeof(*pairing.origin));
	for (size_t i = 0; i < pairing.after_count; i++)
		pairing.origin[i] = ENTRY_NEW;
	if (items->identity)
		pair_by_identity(&pairing, items);
	pair_equal(&pairing);
	if (!items->identity) {
		pair_alike(&pairing);
		pair_in_place(&pairing);
	}
	free(pairing.taken);
	free(pairing.before);
	free(pairing.after);
	return pairing.origin;
}
