/* sample_customer.h - a customer of the sample as its JSON document. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_CUSTOMER_H
#define SANDBOX_SAMPLE_CUSTOMER_H
#include <stdint.h>
#include <stdio.h>

struct sample_organization;

/* Writes customer i of the organization as compact JSON. */
void sample_customer_write(const struct sample_organization *organization, uint64_t seed,
			   uint64_t i, FILE *out);

#endif
