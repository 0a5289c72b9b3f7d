/* SPDX-License-Identifier: ISC */
#include "work/price_matrix.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

void price_axes_finish(struct price_axes *axes)
{
	for (size_t i = 0; i < axes->tier_count; i++)
		free(axes->tiers[i]);
	free(axes->tiers);
	free(axes->quantities);
	*axes = (struct price_axes){ 0 };
}

bool price_axes_add_tier(struct price_axes *axes, const char *tier)
{
	for (size_t i = 0; i < axes->tier_count; i++)
		if (text_casecmp(axes->tiers[i], tier) == 0)
			return false;
	axes->tiers = xreallocarray(axes->tiers, axes->tier_count + 1, sizeof(*axes->tiers));
	axes->tiers[axes->tier_count++] = xstrdup(tier);
	return true;
}

bool price_axes_add_quantity(struct price_axes *axes, int64_t quantity)
{
	size_t at = 0;

	while (at < axes->quantity_count && axes->quantities[at] < quantity)
		at++;
	if (at < axes->quantity_count && axes->quantities[at] == quantity)
		return false;
	axes->quantities = xreallocarray(axes->quantities, axes->quantity_count + 1,
					 sizeof(*axes->quantities));
	memmove(&axes->quantities[at + 1], &axes->quantities[at],
		(axes->quantity_count++ - at) * sizeof(*axes->quantities));
	axes->quantities[at] = quantity;
	return true;
}
