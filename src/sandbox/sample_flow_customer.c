/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_flow_customer.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "sandbox/sample_flow.h"
#include "sandbox/sample_flow_party.h"
#include "sandbox/sample_json.h"

struct customer {
	struct sample_flow_party party;
	const struct sample_flow_tenant *tenant;
	char created[40], changed[40];
};

#define BELOW(customer, limit) sample_random_below(&(customer)->party.random, (uint32_t)(limit))
#define PERCENT(customer, percent) sample_random_percent(&(customer)->party.random, percent)
#define ONE_OF(customer, table) (table)[BELOW(customer, SAMPLE_COUNT(table))]

/* ---- Times ---- */

/* "2026-02-03T10:20:30.120Z" */
static void format_time(struct customer *customer, int64_t unix_s, char out[40])
{
	char text[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339(unix_s, text);
	snprintf(out, 40, "%.19s.%03uZ", text, (unsigned)BELOW(customer, 1000));
}

/* Created since 2024, changed later or never. */
static void make_times(struct customer *customer)
{
	const int64_t first = 1704096000, last = 1779292800; /* 2024-01-01, 2026-05-20 */
	int64_t created_s = first + (int64_t)BELOW(customer, last - first), changed_s = created_s;

	if (PERCENT(customer, 60))
		changed_s += 1 + (int64_t)BELOW(customer, last - created_s);
	format_time(customer, created_s, customer->created);
	memcpy(customer->changed, customer->created, sizeof(customer->changed));
	if (changed_s > created_s)
		format_time(customer, changed_s, customer->changed);
}

/* ---- The account ---- */

static void put_number(struct sample_json *json, const char *name, const char *pattern,
		       uint64_t number)
{
	char text[48];

	snprintf(text, sizeof(text), "%s%" PRIu64, pattern, number);
	sample_json_text(json, name, text);
}

/* What is not there is empty (flow.openapi.yaml, PrivateCustomer), and now and then not there. */
static void put_references(struct customer *customer, struct sample_json *json)
{
	uint64_t i = customer->party.i;
	bool company = customer->party.is_company;
	char text[32];

	snprintf(text, sizeof(text), "%07" PRIu64, 20000 + i);
	sample_json_text(json, "ledgerNumber", company && PERCENT(customer, 80) ? text : "");
	if (PERCENT(customer, 70))
		put_number(json, "externalId", company ? "erp-" : "pos-", 5000 + i);
	else if (PERCENT(customer, 50))
		sample_json_text(json, "externalId", "");
	if (!company && PERCENT(customer, 50))
		put_number(json, "loyaltyId", "club-", 90000 + i);
	else
		sample_json_text(json, "loyaltyId", "");
}

static void put_terms(struct customer *customer, struct sample_json *json)
{
	static const char *const origins[] = { "BACKOFFICE", "POS", "POS", "WEB", "WEB", "IMPORT" };
	static const char *const lists[] = { "pl-trade", "pl-club", "pl-schools", "pl-2026" };
	static const int days[] = { 10, 14, 14, 14, 21, 30, 30, 45, 60 };
	const struct sample_flow_tenant *tenant = customer->tenant;
	bool company = customer->party.is_company;

	sample_json_text(json, "origin", ONE_OF(customer, origins));
	sample_json_text(json, "pricelistUid",
			 PERCENT(customer, company ? 45 : 8) ? ONE_OF(customer, lists) : "");
	if (PERCENT(customer, 80))
		sample_json_text(json, "defaultStoreUid",
				 tenant->stores[BELOW(customer, tenant->store_count)].uid);
	sample_json_integer(json, "paymentTerms", company ? ONE_OF(customer, days) : 0);
}

static void put_note(struct customer *customer, struct sample_json *json)
{
	static const char *const notes[] = {
		"Henter selv på lager.",
		"Ring før levering.",
		"Vil ha samlefaktura.",
		"Leverans endast förmiddag.\nPortkod hos växeln.",
		"Skal altid bekræftes pr. e-mail.",
		"Toimitus takaovelle.",
		"Prefers pickup.",
	};

	sample_json_text(json, "internalNote",
			 PERCENT(customer, 18) ? ONE_OF(customer, notes) : "");
}

/* F12: the old switch alone, the new one alone, or both. */
static void put_ehf(struct customer *customer, struct sample_json *json)
{
	bool on = PERCENT(customer, 60);

	if (!customer->party.is_company)
		return;
	if (!PERCENT(customer, 30))
		sample_json_bool(json, "ehfEnabled", on);
	if (PERCENT(customer, 10))
		return;
	sample_json_open(json, "ehf", '{');
	sample_json_bool(json, "enabled", on);
	if (on && PERCENT(customer, 20))
		sample_json_text(json, "format", "EHF 3.0");
	sample_json_close(json, '}');
}

static void put_credit(struct customer *customer, struct sample_json *json)
{
	const struct sample_flow_tenant *tenant = customer->tenant;
	char name[128];

	if (!customer->party.is_company || !PERCENT(customer, 65))
		return;
	int64_t limit = 100000 * (1 + (int64_t)BELOW(customer, 100));
	sample_json_open(json, "credit", '{');
	sample_json_integer(json, "limit", limit);
	sample_json_integer(json, "balance", PERCENT(customer, 50) ? BELOW(customer, limit) : 0);
	sample_json_close(json, '}');
	const struct sample_flow_user *manager =
		&tenant->users[BELOW(customer, tenant->manager_count)];
	snprintf(name, sizeof(name), "%s %s", manager->first_name, manager->last_name);
	sample_json_open(json, "accountManager", '{');
	sample_json_text(json, "tenantUserUid", manager->uid);
	sample_json_text(json, "displayName", name);
	sample_json_text(json, "userCode", manager->code);
	sample_json_close(json, '}');
}

/* ---- Lists ---- */

static void put_address(struct customer *customer, struct sample_json *json, unsigned number)
{
	struct sample_flow_party *party = &customer->party;
	struct sample_person person;
	char text[SAMPLE_NAME_SIZE + 16];

	sample_person_make(&person, party->country->culture, &party->random);
	sample_json_open(json, NULL, '{');
	snprintf(text, sizeof(text), "adr-%" PRIu64 "-%u", party->i, number);
	sample_json_text(json, "customerAddressUid", text);
	sample_json_text(json, "type",
			 PERCENT(customer, 65) ? "DELIVERY_ADDRESS" : "INVOICE_ADDRESS");
	snprintf(text, sizeof(text), "%s %s", person.first_name, person.last_name);
	sample_json_text(json, "displayName", party->is_company ? party->company.name : text);
	sample_json_text(json, "companyName", party->is_company ? party->company.name : "");
	sample_json_text(json, "firstname", person.first_name);
	sample_json_text(json, "lastname", person.last_name);
	sample_flow_put_place(party, json, true);
	if (party->is_company && PERCENT(customer, 60))
		sample_flow_put_email(party, json, &person);
	sample_flow_put_phone(party, json, "phone");
	sample_json_close(json, '}');
}

static void put_contact(struct customer *customer, struct sample_json *json, unsigned number)
{
	struct sample_flow_party *party = &customer->party;
	struct sample_person person;
	char text[160];

	sample_person_make(&person, party->country->culture, &party->random);
	sample_json_open(json, NULL, '{');
	snprintf(text, sizeof(text), "con-%" PRIu64 "-%u", party->i, number);
	sample_json_text(json, "customerContactUid", text);
	snprintf(text, sizeof(text), "%s %s", person.first_name, person.last_name);
	sample_json_text(json, "displayName", text);
	sample_json_text(json, "firstname", person.first_name);
	sample_json_text(json, "lastname", person.last_name);
	if (!PERCENT(customer, 10))
		sample_flow_put_email(party, json, &person);
	sample_flow_put_phone(party, json, "mobile");
	sample_json_open(json, "extensions", '[');
	sample_json_close(json, ']');
	sample_json_text(json, "createdAt", customer->created);
	sample_json_text(json, "lastModifiedAt", customer->created);
	sample_json_close(json, '}');
}

static void
put_some(struct customer *customer, struct sample_json *json, const char *name, unsigned count,
	 void (*put)(struct customer *customer, struct sample_json *json, unsigned number))
{
	sample_json_open(json, name, '[');
	for (unsigned number = 1; number <= count; number++)
		put(customer, json, number);
	sample_json_close(json, ']');
}

static void put_consent(struct customer *customer, struct sample_json *json, unsigned number)
{
	static const struct {
		const char *uid, *name;
	} consents[] = { { "cns-news", "Newsletter" },
			 { "cns-sms", "SMS" },
			 { "cns-profile", "Personlige tilbud" } };
	static const char *const sources[] = { "POS", "WEB", "BACKOFFICE" };

	sample_json_open(json, NULL, '{');
	sample_json_text(json, "consentUid", consents[number - 1].uid);
	sample_json_text(json, "name", consents[number - 1].name);
	sample_json_bool(json, "status", PERCENT(customer, 70));
	sample_json_text(json, "source", ONE_OF(customer, sources));
	sample_json_text(json, "createdAt", customer->created);
	sample_json_close(json, '}');
}

static void put_extension(struct customer *customer, struct sample_json *json, unsigned number)
{
	(void)number;
	sample_json_open(json, NULL, '{');
	sample_json_text(json, "extensionCode", "TWO_INVOICE");
	sample_json_text(json, "organizationUid", customer->tenant->organization_uid);
	sample_json_close(json, '}');
}

/* number names a group: no customer is in one twice. */
static void put_group(struct customer *customer, struct sample_json *json, unsigned number)
{
	const struct sample_flow_tenant *tenant = customer->tenant;
	const struct sample_flow_group *group =
		&tenant->groups[(customer->party.i + number) % tenant->group_count];

	sample_json_open(json, NULL, '{');
	sample_json_text(json, "customerGroupUid", group->uid);
	sample_json_text(json, "name", group->name);
	sample_json_close(json, '}');
}

static void put_lists(struct customer *customer, struct sample_json *json)
{
	static const unsigned char of_company[] = { 0, 0, 0, 1, 1, 1, 2, 2, 3, 4 };
	static const unsigned char of_person[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1 };
	static const unsigned char consents[] = { 0, 0, 1, 1, 2, 3 };
	static const unsigned char groups[] = { 0, 0, 1, 1, 1, 2 };
	bool company = customer->party.is_company;
	const unsigned char *counts = company ? of_company : of_person;

	put_some(customer, json, "addresses", counts[BELOW(customer, 10)], put_address);
	put_some(customer, json, "contacts", company ? counts[BELOW(customer, 10)] : 0,
		 put_contact);
	put_some(customer, json, "extensions", company && PERCENT(customer, 12), put_extension);
	put_some(customer, json, "consents", ONE_OF(customer, consents), put_consent);
	put_some(customer, json, "customerGroups", ONE_OF(customer, groups), put_group);
	if (PERCENT(customer, 4)) { /* what no source knows of */
		sample_json_open(json, "tags", '[');
		sample_json_text(json, NULL, company ? "messe-2026" : "sykkelklubb");
		sample_json_close(json, ']');
	}
}

/* ---- Whole ---- */

void sample_flow_customer_write(const struct sample_flow_tenant *tenant, uint64_t seed, uint64_t i,
				FILE *out)
{
	struct sample_json json = { .out = out };
	struct customer customer = { .tenant = tenant };
	char name[SAMPLE_NAME_SIZE];

	if (i < tenant->customers.count) {
		fputs(tenant->customers.items[i], out);
		return;
	}
	sample_flow_party_make(&customer.party, SAMPLE_FLOW_CUSTOMER, seed, i, 55);
	make_times(&customer);
	sample_flow_display_name(&customer.party, name);
	sample_json_open(&json, NULL, '{');
	put_number(&json, "customerUid", "cus-", 2000 + i);
	if (customer.party.is_company || !PERCENT(&customer, 5)) /* F4: private is the default */
		sample_json_text(&json, "customerType",
				 customer.party.is_company ? "COMPANY" : "PRIVATE");
	sample_json_text(&json, "displayName", name);
	sample_flow_put_names(&customer.party, &json);
	sample_flow_put_place(&customer.party, &json, false);
	if (PERCENT(&customer, 92))
		sample_flow_put_email(&customer.party, &json, NULL);
	if (PERCENT(&customer, 88))
		sample_flow_put_phone(&customer.party, &json, "mobile");
	sample_flow_put_vat_number(&customer.party, &json);
	put_references(&customer, &json);
	put_terms(&customer, &json);
	put_note(&customer, &json);
	put_ehf(&customer, &json);
	put_credit(&customer, &json);
	put_lists(&customer, &json);
	sample_json_text(&json, "createdAt", customer.created);
	sample_json_text(&json, "lastModifiedAt", customer.changed);
	sample_json_close(&json, '}');
}

void sample_flow_entry_write(const struct sample_flow_tenant *tenant, uint64_t seed, uint64_t i,
			     FILE *out)
{
	struct sample_json json = { .out = out };
	struct sample_flow_party party;

	if (i < tenant->register_entries.count) {
		fputs(tenant->register_entries.items[i], out);
		return;
	}
	sample_flow_party_make(&party, SAMPLE_FLOW_ENTRY, seed, i, 85);
	sample_json_open(&json, NULL, '{');
	put_number(&json, "externalId", "reg-", 800000 + i);
	sample_json_text(&json, "customerType", party.is_company ? "COMPANY" : "PRIVATE");
	sample_flow_put_names(&party, &json);
	sample_flow_put_place(&party, &json, false);
	sample_flow_put_email(&party, &json, NULL);
	if (sample_random_percent(&party.random, 70))
		sample_flow_put_phone(&party, &json, "mobile");
	sample_flow_put_vat_number(&party, &json);
	if (party.is_company) /* F6: a register says more */
		sample_json_integer(&json, "employees", sample_random_below(&party.random, 400));
	sample_json_close(&json, '}');
}
