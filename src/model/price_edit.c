/* SPDX-License-Identifier: ISC */
#include "model/price_edit.h"

#include <stdbool.h>

#include "base/text.h"
#include "model/price_list.h"
#include "schema/json.h"

static bool has_key(const struct json *entry, const char *tier, int64_t at_quantity)
{
	const char *of;
	int64_t from;

	return price_list_key(entry, &of, &from) && from == at_quantity &&
	       text_casecmp(of, tier) == 0;
}

/* One of the same key in another version; of what has none, one of the same bytes. */
static bool are_the_same(const struct json *entry, const struct json *other)
{
	const char *tier;
	int64_t at_quantity;

	return price_list_key(other, &tier, &at_quantity) ? has_key(entry, tier, at_quantity)
							  : json_same(entry, other);
}

/* Where base's entry stands, or stood, among entries: behind those before it that are still there.
 */
static size_t place_of(const struct json *entries, const struct json *base,
		       const struct json *entry)
{
	const struct json *behind = json_first(entries);
	size_t place = 0;

	for (const struct json *was = json_first(base); was != entry; was = json_next(was)) {
		const struct json *at = behind;
		size_t further = 1;
		for (; at && !are_the_same(at, was); at = json_next(at))
			further++;
		if (!at)
			continue;
		behind = json_next(at);
		place += further;
	}
	return place;
}

void price_edit_revert(struct json *entries, const struct json *base, const char *tier,
		       int64_t at_quantity)
{
	price_list_remove(entries, tier, at_quantity);
	for (const struct json *was = json_first(base); was; was = json_next(was))
		if (has_key(was, tier, at_quantity))
			json_insert_take(entries, place_of(entries, base, was), json_copy(was));
}

static const struct json *find(const struct json *entries, const char *tier, int64_t at_quantity)
{
	const struct json *entry = json_first(entries);

	while (entry && !has_key(entry, tier, at_quantity))
		entry = json_next(entry);
	return entry;
}

static bool says(const struct json *entry, const char *amount)
{
	struct json *value = json_new_number(amount);
	bool same = json_equal(json_member(entry, "price"), value);

	json_free(value);
	return same;
}

void price_edit_put(struct json *entries, const struct json *base, const char *tier,
		    int64_t at_quantity, const char *amount)
{
	const struct json *was = find(base, tier, at_quantity);

	if (was && (says(was, amount) || !find(entries, tier, at_quantity)))
		price_edit_revert(entries, base, tier, at_quantity);
	if (!was || !says(was, amount))
		price_list_put(entries, tier, at_quantity, amount);
}
