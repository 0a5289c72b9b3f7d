/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_company.h"

#include <stdio.h>
#include <string.h>

#include "sandbox/sample_random.h"
#include "sandbox/sample_world.h"

/* The three ways a name is found, and in how many of eight cases each. */
enum way { WAY_WORD, WAY_COMPOUND, WAY_FAMILY };
enum { WAYS_EACH = 8 };
static const unsigned char ways[WAYS_EACH] = {
	WAY_COMPOUND, WAY_FAMILY,   WAY_WORD,   WAY_COMPOUND,
	WAY_WORD,     WAY_COMPOUND, WAY_FAMILY, WAY_WORD,
};

/* The name in front of the trade. */
struct lead {
	char name[SAMPLE_NAME_SIZE];
	char slug[SAMPLE_SLUG_SIZE];
};

static enum way way_of(const struct sample_culture *culture, uint64_t ordinal)
{
	enum way way = ways[ordinal % WAYS_EACH];
	return way == WAY_COMPOUND && !culture->beginnings.count ? WAY_WORD : way;
}

static uint64_t count_leads(const struct sample_culture *culture, enum way way)
{
	switch (way) {
	case WAY_WORD:
		return culture->words.count;
	case WAY_COMPOUND:
		return culture->beginnings.count * culture->endings.count;
	case WAY_FAMILY:
		break;
	}
	return culture->last_names.count * culture->families.count;
}

/* Which of those found the same way it is, counted from 0. */
static uint64_t ordinal_in_way(const struct sample_culture *culture, uint64_t ordinal)
{
	uint64_t each = 0, before = 0;

	for (uint64_t i = 0; i < WAYS_EACH; i++)
		if (way_of(culture, i) == way_of(culture, ordinal)) {
			each++;
			before += i < ordinal % WAYS_EACH;
		}
	return ordinal / WAYS_EACH * each + before;
}

static void lead_from_word(struct lead *lead, const char *word)
{
	snprintf(lead->name, sizeof(lead->name), "%.*s", (int)sample_written(word), word);
	sample_slug(word, lead->slug);
}

static void lead_from_family(struct lead *lead, const char *last_name, const char *style)
{
	struct lead bare;

	lead_from_word(&bare, last_name);
	sample_style(style, bare.name, " ", lead->name);
	memcpy(lead->slug, bare.slug, sizeof(lead->slug));
}

static void lead_make(struct lead *lead, const struct sample_culture *culture, enum way way,
		      uint64_t i)
{
	const char *word;

	switch (way) {
	case WAY_WORD:
		lead_from_word(lead, culture->words.items[i]);
		break;
	case WAY_COMPOUND:
		word = culture->beginnings.items[i / culture->endings.count];
		snprintf(lead->name, sizeof(lead->name), "%s%s", word,
			 culture->endings.items[i % culture->endings.count]);
		sample_slug(lead->name, lead->slug);
		break;
	case WAY_FAMILY:
		word = culture->last_names.items[i / culture->families.count];
		lead_from_family(lead, word, culture->families.items[i % culture->families.count]);
		break;
	}
}

static void add(char name[SAMPLE_NAME_SIZE], const char *gap, const char *word)
{
	size_t len = strlen(name);
	snprintf(name + len, SAMPLE_NAME_SIZE - len, "%s%.*s", gap, (int)sample_written(word),
		 word);
}

static void put_form(struct sample_company *company, const struct sample_country *country,
		     struct sample_random *random)
{
	const struct sample_list *forms = &country->forms;
	char bare[SAMPLE_NAME_SIZE];

	memcpy(bare, company->name, sizeof(bare));
	sample_style(forms->items[sample_random_below(random, (uint32_t)forms->count)], bare, " ",
		     company->name);
}

static void put_domain(struct sample_company *company, const struct lead *lead, const char *trade)
{
	char slug[SAMPLE_SLUG_SIZE] = "";

	if (trade)
		sample_slug(trade, slug);
	snprintf(company->domain, sizeof(company->domain), "%s%s%s.example", lead->slug,
		 *slug ? "-" : "", slug);
	sample_letters(lead->slug, company->letters);
}

/* One in 150 has a name that no column holds. */
static bool put_long_name(struct sample_company *company, const struct sample_culture *culture,
			  const struct lead *lead, struct sample_random *random)
{
	if (sample_random_below(random, 150))
		return false;
	const struct sample_list *styles = &culture->long_names;
	sample_style(styles->items[sample_random_below(random, (uint32_t)styles->count)],
		     lead->name, " ", company->name);
	return true;
}

/* How the names of one way and the trades of a culture are dealt to an ordinal. */
struct dealt {
	uint64_t lead, trade, round; /* round: how often all have been dealt before */
};

static struct dealt deal(const struct sample_culture *culture, uint64_t seed, uint64_t ordinal)
{
	enum way way = way_of(culture, ordinal);
	uint64_t place = ordinal_in_way(culture, ordinal), trades = culture->trades.count;
	uint64_t count = count_leads(culture, way) * trades;
	uint64_t at = sample_random_deal(seed + (uint64_t)way, place, count);

	return (struct dealt){ at / trades, at % trades, place / count };
}

const struct sample_city *sample_company_make(struct sample_company *company,
					      const struct sample_country *country, uint64_t seed,
					      uint64_t ordinal, struct sample_random *random)
{
	const struct sample_culture *culture = country->culture;
	struct dealt dealt = deal(culture, seed, ordinal);
	const char *trade = culture->trades.items[dealt.trade];
	uint64_t at = dealt.round ? dealt.round % country->city_count
				  : sample_random_below(random, (uint32_t)country->city_count);
	const struct sample_city *city = &country->cities[at];
	struct lead lead;

	lead_make(&lead, culture, way_of(culture, ordinal), dealt.lead);
	put_domain(company, &lead, sample_random_percent(random, 40) ? trade : NULL);
	if (put_long_name(company, culture, &lead, random))
		return city;
	memcpy(company->name, lead.name, sizeof(company->name));
	add(company->name, culture->gap, trade);
	if (dealt.round)
		add(company->name, culture->gap, city->name);
	if (sample_random_percent(random, culture == &sample_english ? 35 : 70))
		put_form(company, country, random);
	return city;
}

static const char *pick(const struct sample_list *list, struct sample_random *random)
{
	return list->count ? list->items[sample_random_below(random, (uint32_t)list->count)] : NULL;
}

void sample_person_make(struct sample_person *person, const struct sample_culture *culture,
			struct sample_random *random)
{
	const char *first = pick(&culture->first_names, random),
		   *last = pick(&culture->last_names, random);
	char first_slug[SAMPLE_SLUG_SIZE], last_slug[SAMPLE_SLUG_SIZE];

	person->title = sample_random_percent(random, 40) ? pick(&culture->titles, random) : NULL;
	snprintf(person->first_name, sizeof(person->first_name), "%.*s", (int)sample_written(first),
		 first);
	snprintf(person->last_name, sizeof(person->last_name), "%.*s", (int)sample_written(last),
		 last);
	sample_slug(first, first_slug);
	sample_slug(last, last_slug);
	if (sample_random_percent(random, 60))
		snprintf(person->mailbox, sizeof(person->mailbox), "%s.%s", first_slug, last_slug);
	else
		snprintf(person->mailbox, sizeof(person->mailbox), "%s", first_slug);
}
