/* sample_flow_party.h - a company or a private person in one of the Nordic countries: what
 * customers and entries of the external register have in common. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_FLOW_PARTY_H
#define SANDBOX_SAMPLE_FLOW_PARTY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sandbox/sample_company.h"
#include "sandbox/sample_random.h"

struct sample_json;

enum sample_flow_kind { SAMPLE_FLOW_CUSTOMER = 11, SAMPLE_FLOW_ENTRY };

struct sample_flow_party {
	const struct sample_country *country;
	const struct sample_city *city;
	struct sample_company
		company; /* of a private person: where the name of the culture is drawn */
	struct sample_person person;
	bool is_company;
	uint64_t i;
	struct sample_random random;
};

/* Party i of that kind; companies do not repeat their names. */
void sample_flow_party_make(struct sample_flow_party *party, enum sample_flow_kind kind,
			    uint64_t seed, uint64_t i, unsigned company_percent);

/* "Fjordtek AS", "Sunniva Dahl" */
void sample_flow_display_name(const struct sample_flow_party *party, char out[SAMPLE_NAME_SIZE]);

/* companyName, firstname, lastname: those that do not fit are empty. */
void sample_flow_put_names(const struct sample_flow_party *party, struct sample_json *json);
/* address, postalCode, city, countryCode: in its city, or some city of its country. */
void sample_flow_put_place(struct sample_flow_party *party, struct sample_json *json,
			   bool elsewhere);
/* As the service takes them: a plus sign and digits. */
void sample_flow_put_phone(struct sample_flow_party *party, struct sample_json *json,
			   const char *name);
void sample_flow_put_email(struct sample_flow_party *party, struct sample_json *json,
			   const struct sample_person *person);
void sample_flow_put_vat_number(struct sample_flow_party *party, struct sample_json *json);

#endif
