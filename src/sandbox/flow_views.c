/* A customer in other shapes: as a store sees it, and all that is stored about it. */
/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "sandbox/document.h"
#include "sandbox/exchange.h"
#include "sandbox/flow_caller.h"
#include "sandbox/flow_customers.h"
#include "sandbox/flow_people.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"
#include "schema/json.h"

/* ---- Export: the shape is nobody's but the service's (F6); the same bytes each time ---- */

void handle_flow_export_customer(struct service *service, const struct request *request,
				 struct reply *reply)
{
	char *customer;
	int64_t id;

	if (!flow_customer_find(service, request, request->keys[1], &id, &customer, reply))
		return;
	FILE *out = reply_begin(reply, 200, "application/json");
	fputs("{\"tenantUid\":", out);
	json_write_string(request->caller->tenant->uid, out);
	fprintf(out, ",\"customer\":%s", customer);
	fputs(",\"orders\":[],\"invoices\":[],\"giftCards\":[],\"loyaltyTransactions\":[]}", out);
	fclose(out);
	free(customer);
}

/* ---- In a store ---- */

/* What a store does in its own way is the same each time: drawn from the names of the two. */
static unsigned draw(const char *customer, const char *store)
{
	const char *const names[] = { customer, store };
	uint32_t hash = 2166136261U; /* FNV-1a */

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		for (const char *at = names[i]; *at; at++)
			hash = (hash ^ (unsigned char)*at) * 16777619U;
	return hash ^ hash >> 16;
}

enum { OWN_PRICES = 1 << 0, OWN_TERMS = 1 << 1, OWN_CUSTOMER = 1 << 2, OWN_BITS = 7 };

/* A customer's own store sees what the tenant sees; of the others, most have something of their
 * own. */
static void put_differences(struct json *customer, const char *store)
{
	const char *uid = json_text(json_member_exact(customer, "customerUid"));
	const char *own = json_text(json_member_exact(customer, "defaultStoreUid"));
	unsigned differences = own && strcmp(own, store) == 0 ? 0 : draw(uid, store) & OWN_BITS;
	char pricelist[128];
	int64_t days = 0;

	if (differences & OWN_PRICES) {
		snprintf(pricelist, sizeof(pricelist), "pl-%.100s", store);
		json_put_take(customer, "pricelistUid", json_new_string(pricelist));
	}
	if (differences & OWN_TERMS) {
		json_integer(json_member_exact(customer, "paymentTerms"), &days);
		json_put_take(customer, "paymentTerms",
			      json_new_integer(days > 10 ? 10 : days + 5));
	}
	if (differences & OWN_CUSTOMER)
		json_put_take(customer, "defaultStoreUid", json_new_string(store));
}

static void reply_in_store(const struct flow_store *store, const char *document,
			   struct reply *reply)
{
	struct error err;
	struct json *customer = json_parse(document, strlen(document), &err);
	struct json *details = customer ? json_parse(store->document, strlen(store->document), &err)
					: NULL;

	if (details) {
		put_differences(customer, store->uid);
		json_put_take(customer, "storeDetails", details); /* F6: unknown to all */
		reply_json_take(reply, 200, json_print(customer));
	} else {
		problem_reply_failure(reply, &err);
	}
	json_free(customer);
}

void handle_flow_get_store_customer(struct service *service, const struct request *request,
				    struct reply *reply)
{
	struct error err;
	const struct flow_people *people = flow_people(service->store, &err);
	const struct flow_store *store =
		people ? flow_store_named(people, request->caller->tenant->id, request->keys[1])
		       : NULL;
	char *document;
	int64_t id;

	if (!people)
		problem_reply_failure(reply, &err);
	else if (!store)
		problem_reply(reply, 404, "Store does not exist.");
	else if (flow_customer_find(service, request, request->keys[2], &id, &document, reply)) {
		reply_in_store(store, document, reply);
		free(document);
	}
}
