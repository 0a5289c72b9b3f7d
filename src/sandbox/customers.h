/* customers.h - what the handlers of customers share. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_CUSTOMERS_H
#define SANDBOX_CUSTOMERS_H
#include <stdbool.h>
#include <stdint.h>

struct json;
struct principal;
struct reply;
struct request;
struct service;

/* The customer that the path names, as far as the caller may see it: a sales representative sees
 * its own alone. The caller frees *tree. False when there is none: the reply then says so. */
bool customer_find(struct service *service, const struct request *request, int64_t *id,
		   struct json **tree, struct reply *reply);

/* Whether this caller may see it. */
bool customer_is_visible(const struct principal *principal, const struct json *customer);

#endif
