/* memory.h - something known about a selection, kept until it was not asked for longest: what
 * totals.h and anchors.h are made of. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_MEMORY_H
#define SANDBOX_MEMORY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sandbox/selection.h"

struct memory;

struct remembered {
	char *key;
	struct selection selection; /* a copy */
	uint64_t used;
	int64_t number; /* totals: the total; anchors: how many ids */
	int64_t *ids;
};

/* Keeps up to capacity selections; by_order: those that differ in their order alone count as two.
 */
struct memory *memory_new(size_t capacity, bool by_order);
void memory_free(struct memory *memory); /* NULL is fine */
void memory_clear(struct memory *memory);

/* Borrowed until memory_put. NULL when nothing is known. */
struct remembered *memory_find(struct memory *memory, const struct selection *selection);
/* An empty place for it, which was not known before. */
struct remembered *memory_put(struct memory *memory, const struct selection *selection);

/* All places in turn; those without key are empty. NULL behind the last. */
struct remembered *memory_at(struct memory *memory, size_t i);
void memory_forget(struct remembered *remembered);

#endif
