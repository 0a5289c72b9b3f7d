/* sample_company.h - what a company or a person is called. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_COMPANY_H
#define SANDBOX_SAMPLE_COMPANY_H
#include <stdint.h>

#include "sandbox/sample_text.h"

struct sample_city;
struct sample_country;
struct sample_culture;
struct sample_random;

enum { SAMPLE_DOMAIN_SIZE = 2 * SAMPLE_SLUG_SIZE + 16 };

struct sample_company {
	char name[SAMPLE_NAME_SIZE];
	char domain[SAMPLE_DOMAIN_SIZE]; /* "harborline.example": RFC 2606, nobody's */
	char letters[4];                 /* "HRB" */
};

/* The company of that ordinal in the country's culture, and the city it is in. Names do not repeat
 * until a culture has no more of them (thousands in English); from then on they carry their city.
 */
const struct sample_city *sample_company_make(struct sample_company *company,
					      const struct sample_country *country, uint64_t seed,
					      uint64_t ordinal, struct sample_random *random);

struct sample_person {
	const char *title; /* NULL for most */
	char first_name[64], last_name[64];
	char mailbox[2 * SAMPLE_SLUG_SIZE]; /* "odile.barrow" */
};

void sample_person_make(struct sample_person *person, const struct sample_culture *culture,
			struct sample_random *random);

#endif
