/* SPDX-License-Identifier: ISC */
#include "work/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* Where key is, or would have to stand. */
static size_t place_of(const struct marks *marks, const char *key, bool *found)
{
	size_t low = 0, high = marks->count;

	*found = false;
	while (low < high && !*found) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(marks->keys[middle], key);

		*found = order == 0;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return high;
}

bool marks_has(const struct marks *marks, const char *key)
{
	bool found;

	place_of(marks, key, &found);
	return found;
}

void marks_add(struct marks *marks, const char *key)
{
	bool found;
	size_t place = place_of(marks, key, &found);

	if (found)
		return;
	if (marks->count == marks->room) {
		marks->room = marks->room ? 2 * marks->room : 16;
		marks->keys = xreallocarray(marks->keys, marks->room, sizeof(*marks->keys));
	}
	memmove(&marks->keys[place + 1], &marks->keys[place],
		(marks->count - place) * sizeof(*marks->keys));
	marks->keys[place] = xstrdup(key);
	marks->count++;
}

void marks_remove(struct marks *marks, const char *key)
{
	bool found;
	size_t place = place_of(marks, key, &found);

	if (!found)
		return;
	free(marks->keys[place]);
	marks->count--;
	memmove(&marks->keys[place], &marks->keys[place + 1],
		(marks->count - place) * sizeof(*marks->keys));
}

void marks_clear(struct marks *marks)
{
	for (size_t i = 0; i < marks->count; i++)
		free(marks->keys[i]);
	marks->count = 0;
}

void marks_finish(struct marks *marks)
{
	marks_clear(marks);
	free(marks->keys);
	*marks = (struct marks){ 0 };
}
