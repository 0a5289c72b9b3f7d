/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/alloc.h"
#include "base/clock.h"
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
#include "schema/json.h"

/* ---- Images: names come in, objects go out (N23) ---- */

static void write_percent_encoded(const char *text, FILE *out)
{
	for (; *text; text++)
		if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
		    (*text >= '0' && *text <= '9') || strchr("-._~", *text))
			fputc(*text, out);
		else
			fprintf(out, "%%%02X", (unsigned char)*text);
}

static struct json *new_image(const char *name, const struct organization *organization)
{
	struct json *image = json_new_object();
	char *url;
	size_t len;
	FILE *out = xmemstream(&url, &len);

	fprintf(out, "https://%s/", organization->image_host);
	write_percent_encoded(name, out);
	fclose(out);
	json_put_take(image, "name", json_new_string(name));
	json_put_take(image, "url", json_new_string(url));
	free(url);
	return image;
}

/* Names, and objects with a name, become what a reader is given. */
static void complete_images(struct json *body, const struct organization *organization)
{
	const struct json *given = json_member_exact(body, "images");
	struct json *images = json_new_array();

	for (const struct json *image = json_first(given); image; image = json_next(image)) {
		const char *name = json_text(image) ? json_text(image)
						    : json_text(json_member_exact(image, "name"));
		json_append_take(images, name ? new_image(name, organization) : json_copy(image));
	}
	if (given)
		json_put_take(body, "images", images);
	else
		json_free(images);
}

/* ---- The upsert ---- */

static struct json *new_product(const struct organization *organization)
{
	struct json *product = json_new_object();
	uint64_t id = 0;

	if (getrandom(&id, sizeof(id), 0) < 0)
		id = (uint64_t)clock_now_ms();
	char *product_id = xasprintf("prod_%016" PRIx64, id);
	json_put_take(product, "productId", json_new_string(product_id));
	json_put_take(product, "organizationId", json_new_string(organization->organization_id));
	free(product_id);
	return product;
}

/* The document that body makes of the stored one, or of none. */
static struct json *complete(struct json *product, const struct json *body,
			     const struct organization *organization)
{
	bool is_new = !json_member_exact(product, "sku");

	upsert_merge(product, body);
	json_put_take(product, "currencyCode", json_new_string(organization->currency_code));
	if (!json_member_exact(product, "active"))
		json_put_take(product, "active", json_new_bool(true));
	product_complete(product, organization);
	if (is_new)
		json_put_take(product, "createdAt",
			      json_copy(json_member_exact(product, "updatedAt")));
	return product;
}

struct upsert {
	struct service *service;
	const struct organization *organization;
	struct json *body;
};

static bool write_product(const void *data, struct reply *reply, struct error *err)
{
	const struct upsert *upsert = data;
	struct service *service = upsert->service;
	const struct organization *organization = upsert->organization;
	struct json *body = upsert->body;
	int64_t by_sku, by_external_id, id;
	struct json *product = NULL;

	if (!upsert_find(service->store, &products_collection, organization->id, body, &by_sku,
			 &by_external_id, err))
		return false;
	if (by_sku && by_external_id && by_sku != by_external_id) {
		problem_reply(reply, 409, "The SKU and the external id belong to two products.");
		return true;
	}
	id = by_sku ? by_sku : by_external_id;
	bool is_new = id == 0;
	if (!is_new && !upsert_read(service->store, &products_collection, id, &product, err))
		return false;
	complete_images(body, organization);
	if (is_new)
		product = new_product(organization);
	complete(product, body, organization);
	char *document = json_print(product);
	json_free(product);
	bool ok = store_write(service->store, &products_collection, organization->id, &id, document,
			      err);
	reply_json_take(reply, is_new ? 201 : 200, document);
	return ok;
}

void handle_upsert_product(struct service *service, const struct request *request,
			   struct reply *reply)
{
	const struct organization *organization = request->principal->organization;
	struct json *body = body_parse_record(request, products_collection.schema, reply);
	struct faults faults = { 0 };

	if (!body)
		return;
	rules_check(&product_rules, body, organization, false, "", &faults);
	if (!faults_reply(&faults, reply))
		step_run(service->store, write_product,
			 &(struct upsert){ service, organization, body }, reply);
	faults_finish(&faults);
	json_free(body);
}
