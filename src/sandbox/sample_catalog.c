/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_catalog.h"

struct shelf {
	const struct sample_type *types;
	size_t count;
};

enum { SHELVES = 4 };

static struct shelf shelf_at(size_t i)
{
	switch (i) {
	case 0:
		return (struct shelf){ sample_marine_types, sample_marine_count };
	case 1:
		return (struct shelf){ sample_trade_types, sample_trade_count };
	case 2:
		return (struct shelf){ sample_house_types, sample_house_count };
	default:
		return (struct shelf){ sample_supply_types, sample_supply_count };
	}
}

static uint64_t articles_of(const struct sample_type *type)
{
	return type->sizes.count * (type->colours.count ? type->colours.count : 1);
}

uint64_t sample_catalog_count(void)
{
	uint64_t count = 0;

	for (size_t i = 0; i < SHELVES; i++) {
		struct shelf shelf = shelf_at(i);
		for (size_t j = 0; j < shelf.count; j++)
			count += articles_of(&shelf.types[j]);
	}
	return count;
}

static struct sample_article article_of(const struct sample_type *type, uint64_t place)
{
	return (struct sample_article){
		.type = type,
		.size = place % type->sizes.count,
		.colour =
			type->colours.count ? type->colours.items[place / type->sizes.count] : NULL,
	};
}

struct sample_article sample_catalog_at(uint64_t place)
{
	for (size_t i = 0; i < SHELVES; i++) {
		struct shelf shelf = shelf_at(i);
		for (size_t j = 0; j < shelf.count; place -= articles_of(&shelf.types[j++]))
			if (place < articles_of(&shelf.types[j]))
				return article_of(&shelf.types[j], place);
	}
	return article_of(&sample_marine_types[0],
			  0); /* place is below sample_catalog_count: not reached */
}
