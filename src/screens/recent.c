/* SPDX-License-Identifier: ISC */
#include "screens/recent.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/record.h"

static void free_row(struct recent_record *row)
{
	free(row->key);
	free(row->text);
}

/* Where it stands by now, else where one has to make room. */
static size_t place_of(const struct recent *recent, const struct resource *resource,
		       const char *key)
{
	for (size_t i = 0; i < recent->count; i++)
		if (recent->rows[i].resource == resource && strcmp(recent->rows[i].key, key) == 0)
			return i;
	return recent->count < RECENT_MAX ? recent->count : RECENT_MAX - 1;
}

void recent_note(struct recent *recent, const struct resource *resource,
		 const struct record *record)
{
	if (!*record_key(record))
		return; /* nothing to find it by again */
	struct recent_record row = { resource, xstrdup(record_key(record)),
				     xasprintf("%s %s", record_key(record), record_title(record)) };
	size_t place = place_of(recent, resource, row.key);

	if (place < recent->count)
		free_row(&recent->rows[place]);
	else
		recent->count++;
	memmove(&recent->rows[1], &recent->rows[0], place * sizeof(row));
	recent->rows[0] = row;
}

void recent_forget(struct recent *recent)
{
	for (size_t i = 0; i < recent->count; i++)
		free_row(&recent->rows[i]);
	recent->count = 0;
}
