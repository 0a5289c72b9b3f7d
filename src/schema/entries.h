/* entries.h - which entry of a list was which in another version of it: most have no key. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_ENTRIES_H
#define SCHEMA_ENTRIES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct field;
struct json;
struct schema;

#define ENTRY_NEW SIZE_MAX

/* For each entry of after its index in before, or ENTRY_NEW; each index once. Equal entries are the
 * same one; of the rest, those of the same identity where items has one, else those that have most values
 * in common, and enough of them, are. NULL when after has none; the caller frees. */
size_t *entries_pair(const struct schema *items, const struct json *before, const struct json *after);

/* Whether field is one of those that say which entry it is. */
bool entries_identified_by(const struct schema *items, const struct field *field);

/* theirs with what mine changed of before, entry by entry; where both changed the same one, mine counts, and
 * *conflicts becomes true. items has an identity; lists may be NULL. The caller frees. */
struct json *entries_merge(const struct schema *items, const struct json *before,
			   const struct json *mine, const struct json *theirs, bool *conflicts);

#endif
