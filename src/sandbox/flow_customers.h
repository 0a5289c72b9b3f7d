/* flow_customers.h - what the handlers of Flow Retail's customers share. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_FLOW_CUSTOMERS_H
#define SANDBOX_FLOW_CUSTOMERS_H
#include <stdbool.h>
#include <stdint.h>

struct reply;
struct request;
struct service;

/* The customer of that uid in the caller's tenant: its record's id and document, which the caller
 * frees. Uids are exact. False when there is none: the reply then says so. */
bool flow_customer_find(struct service *service, const struct request *request, const char *uid,
			int64_t *id, char **document, struct reply *reply);

#endif
