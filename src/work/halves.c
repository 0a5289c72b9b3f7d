/* SPDX-License-Identifier: ISC */
#include "work/halves.h"

#include <assert.h>
#include <string.h>

void halves_init(struct halves *halves, const uint8_t *items, size_t count)
{
	*halves = (struct halves){ .item_count = count, .part_count = count ? 1 : 0 };
	memcpy(halves->items, items, count);
	halves->counts[0] = (uint8_t)count;
}

/* The last part is the next: what is split lies at the end and needs no room elsewhere. */
const uint8_t *halves_next(const struct halves *halves, size_t *count)
{
	if (halves->part_count == 0)
		return NULL;
	*count = halves->counts[halves->part_count - 1];
	return halves->items + halves->item_count - *count;
}

static void add_part(struct halves *halves, size_t count)
{
	if (count)
		halves->counts[halves->part_count++] = (uint8_t)count;
}

void halves_over(struct halves *halves)
{
	halves->item_count -= halves->counts[--halves->part_count];
}

void halves_reduce(struct halves *halves, const bool *over)
{
	size_t count = halves->counts[--halves->part_count], kept = 0;
	uint8_t *items = halves->items + halves->item_count - count;

	for (size_t i = 0; i < count; i++)
		if (!over[items[i]])
			items[kept++] = items[i];
	halves->item_count -= count - kept;
	add_part(halves, kept);
}

/* The blamed first, each of its order. Returns how many they are. */
static size_t bring_blamed_forward(uint8_t *items, size_t count, const bool *blamed)
{
	uint8_t others[HALVES_MAX];
	size_t blamed_count = 0, other_count = 0;

	for (size_t i = 0; i < count; i++)
		if (blamed[i])
			items[blamed_count++] = items[i];
		else
			others[other_count++] = items[i];
	memcpy(items + blamed_count, others, other_count);
	return blamed_count;
}

void halves_split(struct halves *halves, const bool *blamed)
{
	size_t count = halves->counts[--halves->part_count];
	uint8_t *items = halves->items + halves->item_count - count;
	size_t alone = bring_blamed_forward(items, count, blamed);

	assert(count > 1);
	if (alone == 0) {
		add_part(halves, count / 2);
		add_part(halves, count - count / 2);
		return;
	}
	for (size_t i = 0; i < alone; i++)
		add_part(halves, 1);
	add_part(halves, count - alone);
}
