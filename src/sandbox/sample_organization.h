/* sample_organization.h - the two organizations of the sample, whole: what is not generated but
 * written down. The first is that of the contract's examples (nymble.openapi.yaml). */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_ORGANIZATION_H
#define SANDBOX_SAMPLE_ORGANIZATION_H
#include <stdbool.h>
#include <stddef.h>

#include "sandbox/sample_world.h"
#include "sandbox/store.h"

struct sample_organization {
	const char *id; /* "org_7d21c0e4" */
	const char *org_code;
	const char *currency_code;
	const char *document;               /* OrganizationDetails, with the tiers */
	struct sample_list tiers;           /* dearest first */
	const unsigned char *tier_percents; /* what each pays of the first one's price */
	const char *images_url;
	bool is_metric;          /* kg and cm, else lb and in */
	struct sample_list reps; /* documents, most customers first */
	struct sample_list rep_numbers;

	/* Documents that stand before the generated rows. */
	struct sample_list customers, products;

	const struct store_login *logins;
	size_t login_count;
};

/* NULL behind the last. */
const struct sample_organization *sample_organization_at(size_t i);

#endif
