/* flow_customer_groups.h - the customer groups of Flow Retail: they can be listed and chosen from. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_FLOW_CUSTOMER_GROUPS_H
#define MODEL_FLOW_CUSTOMER_GROUPS_H

struct resource;
struct schema;

extern const struct schema flow_customer_group_schema;
extern const struct resource flow_customer_groups; /* "customer-groups" */

#endif
