/* SPDX-License-Identifier: ISC */
#include "model/price_list.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/json.h"

static bool read_quantity(const struct json *entry, int64_t *out)
{
	const struct json *quantity = json_member(entry, "atQuantity");

	*out = 1;
	return json_type(quantity) == JSON_NULL || (json_integer(quantity, out) && *out >= 0);
}

bool price_list_key(const struct json *entry, const char **tier, int64_t *at_quantity)
{
	const struct json *name = json_member(entry, "tier");

	if (json_type(entry) != JSON_OBJECT || json_type(name) != JSON_STRING || !*json_text(name))
		return false;
	*tier = json_text(name);
	return read_quantity(entry, at_quantity);
}

bool price_list_entry(const struct json *entry, struct price_entry *out)
{
	if (!price_list_key(entry, &out->tier, &out->at_quantity))
		return false;
	out->text = json_member_text(entry, "price");
	out->exact = out->text && decimal_from_number(out->text, &out->price);
	return out->text && *out->text;
}

static int compare_keys(const struct price_entry *a, const char *tier, int64_t at_quantity)
{
	int by_tier = text_casecmp(a->tier, tier);

	return by_tier ? by_tier : (a->at_quantity > at_quantity) - (a->at_quantity < at_quantity);
}

static int compare_rows(const void *a, const void *b)
{
	const struct price_entry *one = a, *other = b;
	int by_key = compare_keys(one, other->tier, other->at_quantity);

	return by_key ? by_key : (one->index > other->index) - (one->index < other->index);
}

/* Of those with one key the first stays. */
static void drop_doubles(struct price_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (kept == 0 || compare_keys(&list->rows[kept - 1], list->rows[i].tier,
					      list->rows[i].at_quantity) != 0)
			list->rows[kept++] = list->rows[i];
	list->odd += list->count - kept;
	list->count = kept;
}

static void rank_tiers(struct price_list *list)
{
	for (size_t i = 1; i < list->count; i++)
		list->rows[i].rank = list->rows[i - 1].rank +
				     (text_casecmp(list->rows[i - 1].tier, list->rows[i].tier) != 0);
}

void price_list_read(struct price_list *list, const struct json *entries)
{
	size_t index = 0;

	*list = (struct price_list){ 0 };
	if (json_type(entries) != JSON_ARRAY || json_size(entries) == 0)
		return;
	list->rows = xcalloc(json_size(entries), sizeof(*list->rows));
	for (const struct json *entry = json_first(entries); entry;
	     entry = json_next(entry), index++)
		if (price_list_entry(entry, &list->rows[list->count]))
			list->rows[list->count++].index = index;
		else
			list->odd++;
	qsort(list->rows, list->count, sizeof(*list->rows), compare_rows);
	drop_doubles(list);
	rank_tiers(list);
}

void price_list_finish(struct price_list *list)
{
	free(list->rows);
	*list = (struct price_list){ 0 };
}

/* How many rows come before that tier and quantity, or are it. */
static size_t rows_up_to(const struct price_list *list, const char *tier, int64_t at_quantity)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_keys(&list->rows[middle], tier, at_quantity) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct price_entry *price_list_for(const struct price_list *list, const char *tier,
					 int64_t quantity)
{
	size_t before = rows_up_to(list, tier, quantity);
	const struct price_entry *row = before ? &list->rows[before - 1] : NULL;

	return row && text_casecmp(row->tier, tier) == 0 ? row : NULL;
}

const struct price_entry *price_list_at(const struct price_list *list, const char *tier,
					int64_t at_quantity)
{
	const struct price_entry *row = price_list_for(list, tier, at_quantity);

	return row && row->at_quantity == at_quantity ? row : NULL;
}

/* The first entry from entry on that has this tier and quantity, with a price or without. */
static const struct json *find_from(const struct json *entry, const char *tier, int64_t at_quantity)
{
	struct price_entry key;

	for (; entry; entry = json_next(entry))
		if (price_list_key(entry, &key.tier, &key.at_quantity) &&
		    compare_keys(&key, tier, at_quantity) == 0)
			return entry;
	return NULL;
}

static void append_entry(struct json *entries, const char *tier, int64_t at_quantity,
			 const char *amount)
{
	struct json *entry = json_new_object();

	json_put_take(entry, "tier", json_new_string(tier));
	json_put_take(entry, "atQuantity", json_new_integer(at_quantity));
	json_put_take(entry, "price", json_new_number(amount));
	json_append_take(entries, entry);
}

static void put_amount(struct json *entry, const char *amount)
{
	const struct json *price = json_member(entry, "price");
	struct json *value = json_new_number(amount);

	if (!price)
		json_put_take(entry, "price", value);
	else if (json_equal(price, value))
		json_free(value);
	else
		json_replace_take(entry, price, value);
}

static bool remove_from(struct json *entries, const struct json *entry, const char *tier,
			int64_t at_quantity)
{
	const struct json *found = find_from(entry, tier, at_quantity);
	bool any = found != NULL;

	while (found) {
		const struct json *next = json_next(found);
		json_remove(entries, found);
		found = find_from(next, tier, at_quantity);
	}
	return any;
}

void price_list_put(struct json *entries, const char *tier, int64_t at_quantity, const char *amount)
{
	const struct json *entry = find_from(json_first(entries), tier, at_quantity);

	if (!entry) {
		append_entry(entries, tier, at_quantity, amount);
		return;
	}
	put_amount(json_edit(entries, entry), amount);
	remove_from(entries, json_next(entry), tier, at_quantity);
}

bool price_list_remove(struct json *entries, const char *tier, int64_t at_quantity)
{
	return remove_from(entries, json_first(entries), tier, at_quantity);
}
