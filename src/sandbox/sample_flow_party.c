/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_flow_party.h"

#include <stdio.h>
#include <string.h>

#include "sandbox/sample_json.h"
#include "sandbox/sample_world.h"

/* Of every SHARES parties those of one country. The VAT numbers have the form of the country's. */
static const struct {
	const char *code;
	unsigned share;
	const char *vat_number;
} markets[] = {
	{ "NO", 10, "%########" },
	{ "SE", 4, "SE%#########01" },
	{ "DK", 3, "DK%#######" },
	{ "FI", 3, "FI%#######" },
};
enum { SHARES = 20, MARKETS = SAMPLE_COUNT(markets) };

static const struct sample_country *country_of(const char *code)
{
	size_t i = 0;

	while (strcmp(sample_nordic[i].code, code) != 0)
		i++;
	return &sample_nordic[i];
}

/* The market of a share, and which of the market's shares it is. */
static size_t market_of(unsigned share, unsigned *rank)
{
	size_t i = 0;

	for (; i + 1 < MARKETS && share >= markets[i].share; i++)
		share -= markets[i].share;
	*rank = share;
	return i;
}

void sample_flow_party_make(struct sample_flow_party *party, enum sample_flow_kind kind,
			    uint64_t seed, uint64_t i, unsigned company_percent)
{
	unsigned rank;
	size_t market = market_of((unsigned)sample_random_deal(seed, i, SHARES), &rank);

	*party = (struct sample_flow_party){
		.country = country_of(markets[market].code),
		.i = i,
		.random = sample_random_at(seed, kind, i),
	};
	party->is_company = sample_random_percent(&party->random, company_percent);
	/* The register's are others than the customers'. */
	party->city =
		sample_company_make(&party->company, party->country, seed + kind,
				    i / SHARES * markets[market].share + rank, &party->random);
	sample_person_make(&party->person, party->country->culture, &party->random);
}

void sample_flow_display_name(const struct sample_flow_party *party, char out[SAMPLE_NAME_SIZE])
{
	if (party->is_company)
		memcpy(out, party->company.name, SAMPLE_NAME_SIZE);
	else
		snprintf(out, SAMPLE_NAME_SIZE, "%s %s", party->person.first_name,
			 party->person.last_name);
}

void sample_flow_put_names(const struct sample_flow_party *party, struct sample_json *json)
{
	sample_json_text(json, "companyName", party->is_company ? party->company.name : "");
	sample_json_text(json, "firstname", party->is_company ? "" : party->person.first_name);
	sample_json_text(json, "lastname", party->is_company ? "" : party->person.last_name);
}

static void put_pattern(struct sample_flow_party *party, struct sample_json *json, const char *name,
			const char *pattern)
{
	char text[SAMPLE_PATTERN_SIZE];

	sample_random_pattern(&party->random, pattern, text);
	sample_json_text(json, name, text);
}

void sample_flow_put_place(struct sample_flow_party *party, struct sample_json *json,
			   bool elsewhere)
{
	const struct sample_country *country = party->country;
	const struct sample_list *streets = &country->streets;
	const struct sample_city *city = party->city;

	if (elsewhere)
		city = &country->cities[sample_random_below(&party->random,
							    (uint32_t)country->city_count)];
	put_pattern(party, json, "address",
		    streets->items[sample_random_below(&party->random, (uint32_t)streets->count)]);
	put_pattern(party, json, "postalCode", city->postal);
	sample_json_text(json, "city", city->name);
	sample_json_text(json, "countryCode", country->code);
}

void sample_flow_put_phone(struct sample_flow_party *party, struct sample_json *json,
			   const char *name)
{
	char text[SAMPLE_PATTERN_SIZE], *end = text;

	sample_random_pattern(&party->random, party->city->phone, text);
	for (const char *at = text; *at; at++)
		if (*at != ' ')
			*end++ = *at;
	*end = '\0';
	sample_json_text(json, name, text);
}

void sample_flow_put_email(struct sample_flow_party *party, struct sample_json *json,
			   const struct sample_person *person)
{
	static const char *const offices[] = { "post", "innkjop", "faktura", "order", "info" };
	uint32_t office = sample_random_below(&party->random, SAMPLE_COUNT(offices));
	char text[2 * SAMPLE_SLUG_SIZE + SAMPLE_DOMAIN_SIZE + 32];

	if (party->is_company)
		snprintf(text, sizeof(text), "%s@%s", person ? person->mailbox : offices[office],
			 party->company.domain);
	else
		snprintf(text, sizeof(text), "%s%u@mail.example", party->person.mailbox,
			 (unsigned)(party->i % 1000));
	sample_json_text(json, "email", text);
}

void sample_flow_put_vat_number(struct sample_flow_party *party, struct sample_json *json)
{
	for (size_t i = 0; i < MARKETS; i++)
		if (strcmp(markets[i].code, party->country->code) == 0)
			put_pattern(party, json, "vatNumber",
				    party->is_company ? markets[i].vat_number : "");
}
