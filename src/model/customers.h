/* customers.h - the customers of Nymble Commerce: their fields and what can be done to them. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_CUSTOMERS_H
#define MODEL_CUSTOMERS_H

struct resource;
struct schema;

extern const struct schema nymble_customer_schema;
extern const struct schema nymble_address_schema;
extern const struct schema nymble_contact_schema;
extern const struct resource nymble_customers;

#endif
