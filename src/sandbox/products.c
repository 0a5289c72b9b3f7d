/* SPDX-License-Identifier: ISC */
#include "sandbox/products.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "sandbox/collection.h"
#include "sandbox/handlers.h"
#include "sandbox/list_query.h"
#include "sandbox/list_reply.h"
#include "sandbox/list_style.h"
#include "sandbox/money.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "schema/field.h"
#include "schema/json.h"

static void format_price(struct json *object, const char *currency_code)
{
	char text[MONEY_TEXT_SIZE];
	const char *price = json_text(json_member_exact(object, "price"));

	if (!price)
		return;
	money_format(price, currency_code, text);
	json_put_take(object, "priceFormatted", json_new_string(text));
}

void product_complete(struct json *product, const struct organization *organization)
{
	char now[CLOCK_RFC3339_SIZE];
	struct json *prices = json_edit(product, json_member_exact(product, "prices"));

	format_price(product, organization->currency_code);
	for (const struct json *price = json_first(prices); price; price = json_next(price))
		format_price(json_edit(prices, price), organization->currency_code);
	clock_format_rfc3339(clock_unix_s(), now);
	json_put_take(product, "updatedAt", json_new_string(now));
}

/* ---- The catalog as a customer sees it: its own tier and currency, resolved, and nothing of the
 * others. How a service comes to amounts of another currency is not documented: the stored ones are
 * taken as they are. ---- */

static bool is_of_tier(const struct json *price, const char *tier)
{
	const char *name = json_text(json_member_exact(price, "tier"));

	return name && text_casecmp(name, tier) == 0;
}

/* The price of the tier from the smallest quantity. */
static const struct json *first_price(const struct json *prices)
{
	const struct json *first = NULL;
	int64_t quantity, smallest = 0;

	for (const struct json *price = json_first(prices); price; price = json_next(price)) {
		if (!json_integer(json_member_exact(price, "atQuantity"), &quantity))
			quantity = 1;
		if (!first || quantity < smallest) {
			first = price;
			smallest = quantity;
		}
	}
	return first;
}

static const char *currency_of(const struct principal *principal)
{
	return *principal->currency_code ? principal->currency_code
					 : principal->organization->currency_code;
}

static void keep_tier(struct json *prices, const struct principal *principal)
{
	const struct json *next;

	for (const struct json *price = json_first(prices); price; price = next) {
		next = json_next(price);
		if (is_of_tier(price, principal->price_tier))
			format_price(json_edit(prices, price), currency_of(principal));
		else
			json_remove(prices, price);
	}
}

static void show_tier(struct json *product, const struct principal *principal)
{
	struct json *prices = json_edit(product, json_member_exact(product, "prices"));

	keep_tier(prices, principal);
	const struct json *own = first_price(prices);
	if (own)
		json_put_take(product, "price", json_copy(json_member_exact(own, "price")));
	json_put_take(product, "currencyCode", json_new_string(currency_of(principal)));
	format_price(product, currency_of(principal));
}

static void write_catalog_row(const void *data, const char *row, size_t len, FILE *out)
{
	struct json *product = json_parse(row, len, NULL);

	show_tier(product, data);
	json_write(product, out);
	json_free(product);
}

/* ---- Handlers ---- */

static void list_products(struct service *service, const struct request *request, bool search,
			  struct reply *reply)
{
	const struct principal *principal = request->principal;
	bool catalog = principal->account.role == ROLE_CUSTOMER;
	struct selection selection;
	struct faults faults = { 0 };

	selection_init(&selection, &products_collection, principal->organization->id);
	list_query_read(request->url, &nymble_lists, OPS_TEXT, &selection, &faults);
	if (search)
		list_query_read_search(request->url, &selection, &faults);
	if (catalog) {
		selection_add(&selection, schema_field(products_collection.schema, "active"),
			      OP_EQUALS, "true");
		selection.price_tier =
			text_fold(principal->price_tier, strlen(principal->price_tier));
	}
	list_reply(service, &nymble_lists, &selection, &faults, catalog ? write_catalog_row : NULL, principal,
		   reply);
	faults_finish(&faults);
	selection_finish(&selection);
}

void handle_list_products(struct service *service, const struct request *request,
			  struct reply *reply)
{
	list_products(service, request, false, reply);
}

void handle_search_products(struct service *service, const struct request *request,
			    struct reply *reply)
{
	list_products(service, request, true, reply);
}

/* The document as this caller sees it; NULL when it sees none. Takes the stored one over. */
static char *view_take(const struct principal *principal, char *document)
{
	if (!document || principal->account.role != ROLE_CUSTOMER)
		return document;
	struct json *product = json_parse(document, strlen(document), NULL);
	char *view = NULL;
	free(document);
	if (json_is_true(json_member_exact(product, "active"))) {
		show_tier(product, principal);
		view = json_print(product);
	}
	json_free(product);
	return view;
}

void handle_get_product(struct service *service, const struct request *request, struct reply *reply)
{
	char *document = NULL;
	struct error err;
	int64_t id;

	if (!store_find(service->store, &products_collection, request->principal->organization->id,
			collection_key(&products_collection), request->key, &id, &err) ||
	    (id && !store_read(service->store, &products_collection, id, &document, &err))) {
		problem_reply_failure(reply, &err);
		return;
	}
	char *view = view_take(request->principal, document);
	if (view)
		reply_json_take(reply, 200, view);
	else
		problem_reply(reply, 404, NULL);
}
