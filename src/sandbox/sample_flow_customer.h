/* sample_flow_customer.h - a customer of a tenant, and an entry of its external register, as JSON. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_FLOW_CUSTOMER_H
#define SANDBOX_SAMPLE_FLOW_CUSTOMER_H
#include <stdint.h>
#include <stdio.h>

struct sample_flow_tenant;

/* Write customer i, entry i, as compact JSON. */
void sample_flow_customer_write(const struct sample_flow_tenant *tenant, uint64_t seed, uint64_t i,
				FILE *out);
void sample_flow_entry_write(const struct sample_flow_tenant *tenant, uint64_t seed, uint64_t i,
			     FILE *out);

#endif
