/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
#include "model/products.h"
#include "sandbox/body.h"
#include "sandbox/collection.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "sandbox/products.h"
#include "sandbox/rules.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "sandbox/step.h"
#include "sandbox/upsert.h"
#include "schema/field.h"
#include "schema/json.h"

/* N21: a wrapper of one of these names, or the bare array. */
static const struct json *find_list(const struct json *body)
{
	static const char *const wrappers[] = { "products", "prices", "items", "productPrices" };

	if (json_type(body) == JSON_ARRAY)
		return body;
	for (size_t i = 0; i < sizeof(wrappers) / sizeof(wrappers[0]); i++)
		if (json_type(json_member(body, wrappers[i])) == JSON_ARRAY)
			return json_member(body, wrappers[i]);
	return NULL;
}

static bool is_repeated(const int64_t *ids, size_t i)
{
	for (size_t before = 0; before < i; before++)
		if (ids[before] == ids[i])
			return true;
	return false;
}

/* ids[i] becomes the product's, 0 when there is none. */
static bool check_sku(struct service *service, const struct organization *organization,
		      const struct json *entry, const char *place, int64_t *ids, size_t i,
		      struct faults *faults, struct error *err)
{
	const struct json *sku = json_member_exact(entry, "sku");
	char *name = xasprintf("%s.sku", place);
	const char *message = NULL;
	bool ok = true;

	if (json_type(sku) != JSON_STRING)
		message = sku ? "Must be text." : "Is needed.";
	else if (!store_find(service->store, &products_collection, organization->id,
			     collection_key(&products_collection), json_text(sku), &ids[i], err))
		ok = false;
	else if (ids[i] == 0)
		message = "No product has this SKU.";
	else if (is_repeated(ids, i))
		message = "This product is there twice.";
	if (message)
		faults_add(faults, name, message);
	free(name);
	return ok;
}

static void check_prices(const struct organization *organization, const struct json *entry,
			 const char *place, struct faults *faults)
{
	const struct json *prices = json_member_exact(entry, "prices");
	char *name = xasprintf("%s.prices", place);

	if (json_type(prices) != JSON_ARRAY)
		faults_add(faults, name, prices ? "Must be a list." : "Is needed.");
	else
		rules_check_prices(prices, organization, name, faults);
	free(name);
}

static bool replace_prices(struct service *service, const struct organization *organization,
			   int64_t id, const struct json *prices, struct error *err)
{
	struct json *product;

	if (!upsert_read(service->store, &products_collection, id, &product, err))
		return false;
	json_put_take(product, "prices", json_copy(prices));
	product_complete(product, organization);
	char *document = json_print(product);
	json_free(product);
	bool ok = store_write(service->store, &products_collection, organization->id, &id, document,
			      err);
	free(document);
	return ok;
}

/* Every product is checked before the first is written. */
static bool check_all(struct service *service, const struct organization *organization,
		      struct json *list, int64_t *ids, struct faults *faults, struct error *err)
{
	size_t i = 0;
	bool ok = true;

	for (const struct json *entry = json_first(list); ok && entry;
	     entry = json_next(entry), i++) {
		char *place = xasprintf("products[%zu]", i);
		if (json_type(entry) == JSON_OBJECT) {
			body_normalise(&nymble_product_schema, json_edit(list, entry));
			ok = check_sku(service, organization, entry, place, ids, i, faults, err);
			check_prices(organization, entry, place, faults);
		} else {
			faults_add(faults, place, "Must be an object.");
		}
		free(place);
	}
	return ok;
}

struct update {
	struct service *service;
	const struct organization *organization;
	struct json *list;
};

static bool write_all(const void *data, struct reply *reply, struct error *err)
{
	const struct update *update = data;
	struct service *service = update->service;
	const struct organization *organization = update->organization;
	struct json *list = update->list;
	int64_t *ids = xcalloc(json_size(list), sizeof(*ids));
	struct faults faults = { 0 };
	size_t i = 0;
	bool ok = check_all(service, organization, list, ids, &faults, err);

	if (ok && !faults_reply(&faults, reply)) {
		for (const struct json *entry = json_first(list); ok && entry;
		     entry = json_next(entry))
			ok = replace_prices(service, organization, ids[i++],
					    json_member_exact(entry, "prices"), err);
		if (ok)
			reply_nothing(reply);
	}
	faults_finish(&faults);
	free(ids);
	return ok;
}

void handle_update_prices(struct service *service, const struct request *request,
			  struct reply *reply)
{
	struct json *body = body_parse(request, reply);
	const struct json *list = find_list(body);

	if (!body)
		return;
	if (json_size(list) == 0)
		problem_reply_fault(reply, "products", "A list of at least one product is needed.");
	else
		step_run(service->store, write_all,
			 &(struct update){ service, request->principal->organization,
					   json_edit(body, list) },
			 reply);
	json_free(body);
}
