/* SPDX-License-Identifier: ISC */
#include "screens/known_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/field.h"
#include "schema/resource.h"
#include "screens/lists.h"
#include "store/pager.h"

/* The pager's rows as they come. */
struct gathering {
	const struct text_list *keys;
	uint32_t *items;
	size_t count, room;
};

/* The place of key in keys; their count when it is none of them. */
static size_t place_of(const struct text_list *keys, const char *key)
{
	size_t low = 0, high = keys->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(text_list_at(keys, middle), key);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return keys->count;
}

static void see_row(void *data, const char *key)
{
	struct gathering *gathering = data;
	size_t place = place_of(gathering->keys, key);

	if (place == gathering->keys->count)
		return;
	if (gathering->count == gathering->room) {
		gathering->room = gathering->room ? 2 * gathering->room : 64;
		gathering->items = xreallocarray(gathering->items, gathering->room,
						 sizeof(*gathering->items));
	}
	gathering->items[gathering->count++] = (uint32_t)place;
}

static int rising(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

	return (left > right) - (left < right);
}

void known_names_gather(struct known_names *names, const struct app *app,
			const struct resource *resource, const struct text_list *keys)
{
	const struct schema *schema = resource->schema;
	const struct pager *pager = lists_pager(app, resource);
	size_t title = (size_t)(schema_field(schema, schema->title) - schema->fields);
	struct gathering found = { .keys = keys };

	if (pager)
		pager_each_key(pager, see_row, &found);
	if (found.count)
		qsort(found.items, found.count, sizeof(*found.items), rising);
	*names = (struct known_names){ .items = found.items, .all = keys->count };
	for (size_t i = 0; i < found.count; i++) {
		const char *key = text_list_at(keys, found.items[i]);
		const struct pager_row *row = pager_row(pager, pager_find(pager, key));

		text_list_add(&names->names, row ? row->cells[title] : "");
	}
}

void known_names_finish(struct known_names *names)
{
	free(names->items);
	text_list_finish(&names->names);
	*names = (struct known_names){ 0 };
}

const char *known_names_at(const struct known_names *names, size_t item)
{
	uint32_t wanted = (uint32_t)item;
	const uint32_t *found = NULL;

	if (names->names.count)
		found = bsearch(&wanted, names->items, names->names.count, sizeof(wanted), rising);
	return found ? text_list_at(&names->names, (size_t)(found - names->items)) : "";
}

int known_names_key_cols(const struct resource *resource)
{
	enum { KEY_COLS_MIN = 14 };
	int cols = schema_field(resource->schema, resource->schema->key)->width_cols;

	return cols < KEY_COLS_MIN ? KEY_COLS_MIN : cols;
}

int known_names_cols(const struct known_names *names, int cols)
{
	enum { FROM_COLS = 72, WIDE_FROM_COLS = 100, NAME_COLS = 22, WIDE_NAME_COLS = 36 };

	if (!names->names.count || names->names.count < names->all / 2 || cols < FROM_COLS)
		return 0;
	return cols < WIDE_FROM_COLS ? NAME_COLS : WIDE_NAME_COLS;
}
