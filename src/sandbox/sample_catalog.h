/* sample_catalog.h - what the sample's organizations sell: types of article, each in sizes and
 * colours. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_CATALOG_H
#define SANDBOX_SAMPLE_CATALOG_H
#include <stddef.h>
#include <stdint.h>

#include "sandbox/sample_world.h"

struct sample_type {
	const char *category;
	const char *code;                          /* what the SKU begins with */
	const char *name, *description, *material; /* material: NULL for none */
	struct sample_list sizes;                  /* "12 mm|12": in the name, in the SKU */
	struct sample_list colours;                /* "navy|NVY"; may be empty */
	unsigned price_cents;                      /* the smallest one for one, in the first tier */
	unsigned grams;                            /* weight of the smallest one */
	unsigned growth;   /* percent that each size is dearer and heavier than the one before */
	unsigned break_at; /* quantity from which it is cheaper; 0: never */
};

/* One article: a type in one size and colour. */
struct sample_article {
	const struct sample_type *type;
	size_t size;
	const char *colour; /* NULL where the type has none */
};

/* How many different articles there are, and the one of that place below it. */
uint64_t sample_catalog_count(void);
struct sample_article sample_catalog_at(uint64_t place);

extern const struct sample_type sample_supply_types[], sample_marine_types[], sample_trade_types[],
	sample_house_types[];
extern const size_t sample_supply_count, sample_marine_count, sample_trade_count,
	sample_house_count;

#endif
