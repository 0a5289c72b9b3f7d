/* flow_customers.h - the customers of Flow Retail: companies and private persons, their addresses,
 * contacts, consents, groups and extensions; and the hits of its external register, which are no customers
 * yet. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_FLOW_CUSTOMERS_H
#define MODEL_FLOW_CUSTOMERS_H

struct kind;
struct resource;
struct schema;

/* Company, or anything else: a private person (F4). */
extern const struct kind kind_address_type; /* in words; what is unknown as it came */
extern const struct kind kind_customer_type;
#define FLOW_COMPANY "COMPANY"
#define FLOW_PRIVATE "PRIVATE" /* ours for whatever else the service says; api/flow.c knows what is sent */

extern const struct schema flow_customer_schema;
extern const struct schema flow_address_schema;
extern const struct schema flow_contact_schema;
extern const struct schema flow_consent_schema;
extern const struct schema flow_extension_schema;
extern const struct schema flow_group_entry_schema; /* of a customer: customerGroupUid, name */
extern const struct schema flow_customer_criteria;  /* what a search can be about */
extern const struct resource flow_customers;	    /* "customers" */

extern const struct schema flow_external_schema;
extern const struct resource flow_external_customers; /* "external-customers" */

#endif
