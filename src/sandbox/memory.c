/* SPDX-License-Identifier: ISC */
#include "sandbox/memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

struct memory {
	size_t capacity;
	bool by_order;
	uint64_t uses;
	struct remembered places[];
};

struct memory *memory_new(size_t capacity, bool by_order)
{
	struct memory *memory = xcalloc(1, sizeof(*memory) + capacity * sizeof(memory->places[0]));

	memory->capacity = capacity;
	memory->by_order = by_order;
	return memory;
}

void memory_free(struct memory *memory)
{
	if (memory)
		memory_clear(memory);
	free(memory);
}

void memory_clear(struct memory *memory)
{
	for (size_t i = 0; i < memory->capacity; i++)
		memory_forget(&memory->places[i]);
}

struct remembered *memory_find(struct memory *memory, const struct selection *selection)
{
	char *key = selection_key(selection, memory->by_order);
	struct remembered *found = NULL;

	for (size_t i = 0; i < memory->capacity && !found; i++)
		if (memory->places[i].key && strcmp(memory->places[i].key, key) == 0)
			found = &memory->places[i];
	free(key);
	if (found)
		found->used = ++memory->uses;
	return found;
}

struct remembered *memory_put(struct memory *memory, const struct selection *selection)
{
	struct remembered *oldest = &memory->places[0];

	for (size_t i = 1; i < memory->capacity; i++)
		if (memory->places[i].used < oldest->used)
			oldest = &memory->places[i];
	memory_forget(oldest);
	oldest->key = selection_key(selection, memory->by_order);
	selection_copy(&oldest->selection, selection);
	oldest->used = ++memory->uses;
	return oldest;
}

struct remembered *memory_at(struct memory *memory, size_t i)
{
	return i < memory->capacity ? &memory->places[i] : NULL;
}

void memory_forget(struct remembered *remembered)
{
	free(remembered->key);
	free(remembered->ids);
	selection_finish(&remembered->selection);
	*remembered = (struct remembered){ 0 };
}
