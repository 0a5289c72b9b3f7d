/* entries.h - which entry of a list was which in another version of it: entries have no key. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_ENTRIES_H
#define SCHEMA_ENTRIES_H
#include <stddef.h>
#include <stdint.h>

struct json;

#define ENTRY_NEW SIZE_MAX

/* For each entry of after its index in before, or ENTRY_NEW; each index once. Equal entries are the
 * same one; of the rest, those that have most values in common, and enough of them, are. NULL when after has none; the
 * caller frees. */
size_t *entries_pair(const struct json *before, const struct json *after);

#endif
