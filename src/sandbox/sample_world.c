/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

#include <stdbool.h>

static const struct {
	const struct sample_country *countries;
	size_t count;
} regions[] = {
	{ sample_north_america, SAMPLE_COUNT(sample_north_america) },
	{ sample_britain_australia, SAMPLE_COUNT(sample_britain_australia) },
	{ sample_nordic, SAMPLE_COUNT(sample_nordic) },
	{ sample_europe, SAMPLE_COUNT(sample_europe) },
	{ sample_east, SAMPLE_COUNT(sample_east) },
};

static const struct sample_country *country_at(size_t i)
{
	for (size_t j = 0; j < SAMPLE_COUNT(regions); i -= regions[j++].count)
		if (i < regions[j].count)
			return &regions[j].countries[i];
	return NULL;
}

static const struct sample_country *country_of(unsigned share, unsigned *rank)
{
	const struct sample_country *country;

	*rank = share;
	for (size_t i = 0; (country = country_at(i)) != NULL && *rank >= country->share; i++)
		*rank -= country->share;
	return country;
}

struct sample_share sample_world_share(unsigned share)
{
	struct sample_share found = { 0 };
	const struct sample_country *other;
	bool before = true;

	found.country = country_of(share % SAMPLE_SHARES, &found.rank);
	for (size_t i = 0; (other = country_at(i)) != NULL; i++) {
		before = before && other != found.country;
		if (other->culture != found.country->culture)
			continue;
		found.of += other->share;
		if (before)
			found.rank += other->share;
	}
	return found;
}
