/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_customer.h"

#include <inttypes.h>

#include "sandbox/sample_company.h"
#include "sandbox/sample_json.h"
#include "sandbox/sample_organization.h"
#include "sandbox/sample_random.h"

enum { KIND_CUSTOMER = 1 };

/* What the parts of one customer have in common. */
struct customer {
	const struct sample_organization *organization;
	const struct sample_country *country;
	const struct sample_city *city;
	struct sample_company company;
	struct sample_random random;
	uint64_t i;
};

/* A value and in how many of 100 cases; the rest has none. */
struct odds {
	const char *value;
	unsigned percent;
};

static const char *draw(struct sample_random *random, const struct odds *odds, size_t count)
{
	uint32_t at = sample_random_below(random, 100);

	for (size_t i = 0; i < count; at -= odds[i++].percent)
		if (at < odds[i].percent)
			return odds[i].value;
	return NULL;
}
#define DRAW(random, table) draw(random, table, SAMPLE_COUNT(table))

/* N14: free text, so written in more than one way. */
static const struct odds terms[] = {
	{ "NET30", 44 }, { "NET60", 16 }, { "COD", 13 },    { "Net30", 8 },       { "NET15", 7 },
	{ "NET90", 3 },  { "EOM", 2 },    { "Prepaid", 1 }, { "2/10 Net 30", 1 },
};
static const struct odds mailboxes[] = {
	{ "accounts", 24 }, { "orders", 20 }, { "buying", 14 }, { "purchasing", 12 },
	{ "office", 12 },   { "info", 10 },   { "hello", 4 },   { "ap", 4 },
};
static const struct odds contact_types[] = {
	{ "Purchasing", 30 }, { "Accounts Payable", 20 }, { "Receiving", 16 }, { "Primary", 10 },
	{ "Billing", 6 },     { "Shipping", 6 },          { "Owner", 4 },
};
static const struct odds grades[] = { { "Gold", 20 }, { "Silver", 35 }, { "Bronze", 45 } };
static const struct odds segments[] = {
	{ "Marine", 20 },        { "Hospitality", 20 }, { "Retail", 20 },
	{ "Public sector", 12 }, { "Industry", 18 },    { "Agriculture", 10 },
};
static const struct odds carriers[] = {
	{ "Will call", 30 },
	{ "Ground", 40 },
	{ "Freight", 20 },
	{ "Own fleet", 10 },
};

/* Letters from the name, digits that no other row has: 1100 to 9999, from row 8,900 on with more
 * digits. */
static void write_number(struct customer *customer, uint64_t seed, char out[32])
{
	enum { BLOCK = 8900, FIRST = 1100 };
	uint64_t block = customer->i / BLOCK;
	uint64_t digits = block * 10000 + FIRST + sample_random_deal(seed, customer->i, BLOCK);

	snprintf(out, 32, "%s-%04" PRIu64, customer->company.letters, digits);
}

/* Tiers are dear first and the dear ones common. */
static const char *pick_tier(struct customer *customer)
{
	const struct sample_list *tiers = &customer->organization->tiers;
	uint32_t a = sample_random_below(&customer->random, (uint32_t)tiers->count);
	uint32_t b = sample_random_below(&customer->random, (uint32_t)tiers->count);

	return tiers->items[a < b ? a : b];
}

static const char *pick_rep(struct customer *customer)
{
	const struct sample_list *reps = &customer->organization->rep_numbers;
	uint32_t a = sample_random_below(&customer->random, (uint32_t)reps->count);
	uint32_t b = sample_random_below(&customer->random, (uint32_t)reps->count);

	if (sample_random_percent(&customer->random, 7))
		return NULL;
	return reps->items[a < b ? a : b];
}

static void put_pattern(struct customer *customer, struct sample_json *json, const char *name,
			const char *pattern)
{
	char text[SAMPLE_PATTERN_SIZE];

	sample_random_pattern(&customer->random, pattern, text);
	sample_json_text(json, name, text);
}

static void put_account(struct customer *customer, struct sample_json *json)
{
	struct sample_random *random = &customer->random;
	char text[SAMPLE_DOMAIN_SIZE + 16];

	sample_json_text(json, "organizationId", customer->organization->id);
	sample_json_text(json, "companyName", customer->company.name);
	snprintf(text, sizeof(text), "%s@%s", DRAW(random, mailboxes), customer->company.domain);
	sample_json_text(json, "companyEmail", text);
	if (!sample_random_percent(random, 4))
		put_pattern(customer, json, "companyPhone", customer->city->phone);
	if (sample_random_percent(random, 20))
		put_pattern(customer, json, "companyFax", customer->city->phone);
	sample_json_text(json, "pricing", pick_tier(customer));
	sample_json_bool(json, "active", !sample_random_percent(random, 11));
	sample_json_text(json, "repNumber", pick_rep(customer));
	sample_json_text(json, "terms", DRAW(random, terms));
	sample_json_text(json, "currencyCode", customer->organization->currency_code);
	snprintf(text, sizeof(text), "erp-cust-%" PRIu64, 10000 + customer->i);
	if (sample_random_percent(random, 70))
		sample_json_text(json, "externalId", text);
}

static void put_address(struct customer *customer, struct sample_json *json, const char *type,
			bool is_primary, unsigned number)
{
	const struct sample_country *country = customer->country;
	const struct sample_list *streets = &country->streets, *second = &country->second_lines;
	struct sample_random *random = &customer->random;
	const struct sample_city *city = customer->city;
	char text[32];

	if (!is_primary || sample_random_percent(random, 20))
		city = &country->cities[sample_random_below(random, (uint32_t)country->city_count)];
	sample_json_open(json, NULL, '{');
	snprintf(text, sizeof(text), "addr-%" PRIu64 "-%u", customer->i, number);
	if (sample_random_percent(random, 50))
		sample_json_text(json, "externalId", text);
	put_pattern(customer, json, "line1",
		    streets->items[sample_random_below(random, (uint32_t)streets->count)]);
	if (second->count && sample_random_percent(random, 30))
		put_pattern(customer, json, "line2",
			    second->items[sample_random_below(random, (uint32_t)second->count)]);
	sample_json_text(json, "city", city->name);
	if (*city->state)
		sample_json_text(json, "state", city->state);
	put_pattern(customer, json, "postalCode", city->postal);
	sample_json_text(json, "country", country->code);
	sample_json_text(json, "addressType", type);
	if (sample_random_percent(random, 60))
		put_pattern(customer, json, "phone", city->phone);
	sample_json_bool(json, "isPrimary", is_primary);
	sample_json_close(json, '}');
}

/* Most have one to bill and one or more to ship to; N12 knows customers with Shipping alone. */
static void put_addresses(struct customer *customer, struct sample_json *json)
{
	static const unsigned char shipping[] = { 0, 1, 1, 1, 1, 1, 2, 2, 3, 5 };
	struct sample_random *random = &customer->random;
	unsigned depots = shipping[sample_random_below(random, sizeof(shipping))], number = 1;
	bool billed = depots == 0 || !sample_random_percent(random, 25);

	if (sample_random_percent(random, 3))
		return;
	sample_json_open(json, "addresses", '[');
	if (billed)
		put_address(customer, json, "Billing", true, number++);
	for (unsigned i = 0; i < depots; i++)
		put_address(customer, json, "Shipping", i == 0, number++);
	sample_json_close(json, ']');
}

static void put_contact(struct customer *customer, struct sample_json *json, unsigned number)
{
	struct sample_random *random = &customer->random;
	char text[2 * SAMPLE_SLUG_SIZE + SAMPLE_DOMAIN_SIZE + 2];
	struct sample_person person;

	sample_person_make(&person, customer->country->culture, random);
	sample_json_open(json, NULL, '{');
	snprintf(text, sizeof(text), "con-%" PRIu64 "-%u", customer->i, number);
	if (sample_random_percent(random, 50))
		sample_json_text(json, "externalId", text);
	sample_json_text(json, "title", person.title);
	sample_json_text(json, "firstName", person.first_name);
	sample_json_text(json, "lastName", person.last_name);
	snprintf(text, sizeof(text), "%s@%s", person.mailbox, customer->company.domain);
	if (!sample_random_percent(random, 10))
		sample_json_text(json, "email", text);
	if (sample_random_percent(random, 70))
		put_pattern(customer, json, "phone", customer->city->phone);
	if (sample_random_percent(random, 8))
		put_pattern(customer, json, "fax", customer->city->phone);
	sample_json_bool(json, "isPrimary", number == 1);
	sample_json_text(json, "contactType", DRAW(random, contact_types));
	sample_json_close(json, '}');
}

static void put_contacts(struct customer *customer, struct sample_json *json)
{
	static const unsigned char how_many[] = { 0, 1, 1, 1, 1, 2, 2, 2, 3, 4 };
	unsigned count = how_many[sample_random_below(&customer->random, sizeof(how_many))];

	if (count == 0)
		return;
	sample_json_open(json, "contacts", '[');
	for (unsigned number = 1; number <= count; number++)
		put_contact(customer, json, number);
	sample_json_close(json, ']');
}

/* Values are texts in every example of the contract; other scalars are allowed, so there are some.
 */
static void put_attributes(struct customer *customer, struct sample_json *json)
{
	struct sample_random *random = &customer->random;

	if (sample_random_percent(random, 25))
		return;
	sample_json_open(json, "customerAttributes", '{');
	sample_json_text(json, "region",
			 *customer->city->state ? customer->city->state : customer->city->name);
	sample_json_text(json, "accountTier", DRAW(random, grades));
	if (sample_random_percent(random, 50))
		sample_json_text(json, "segment", DRAW(random, segments));
	if (sample_random_percent(random, 25))
		sample_json_text(json, "carrier", DRAW(random, carriers));
	if (sample_random_percent(random, 25))
		sample_json_integer(json, "creditLimit",
				    500 * (1 + sample_random_below(random, 200)));
	if (sample_random_percent(random, 15))
		sample_json_bool(json, "taxExempt", sample_random_percent(random, 50));
	if (sample_random_percent(random, 30))
		put_pattern(customer, json, "customerSince", "201#");
	sample_json_close(json, '}');
}

void sample_customer_write(const struct sample_organization *organization, uint64_t seed,
			   uint64_t i, FILE *out)
{
	if (i < organization->customers.count) {
		fputs(organization->customers.items[i], out);
		return;
	}
	struct customer customer = { .organization = organization, .i = i };
	struct sample_share share =
		sample_world_share((unsigned)sample_random_deal(seed, i, SAMPLE_SHARES));
	struct sample_json json = { .out = out };
	char number[32];

	customer.random = sample_random_at(seed, KIND_CUSTOMER, i);
	customer.country = share.country;
	customer.city =
		sample_company_make(&customer.company, share.country, seed,
				    i / SAMPLE_SHARES * share.of + share.rank, &customer.random);
	write_number(&customer, seed, number);
	sample_json_open(&json, NULL, '{');
	sample_json_text(&json, "customerNumber", number);
	put_account(&customer, &json);
	put_addresses(&customer, &json);
	put_contacts(&customer, &json);
	put_attributes(&customer, &json);
	sample_json_close(&json, '}');
}
