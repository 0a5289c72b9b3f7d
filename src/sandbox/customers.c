/* SPDX-License-Identifier: ISC */
#include "sandbox/customers.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/text.h"
#include "sandbox/collection.h"
#include "sandbox/document.h"
#include "sandbox/handlers.h"
#include "sandbox/list_query.h"
#include "sandbox/list_reply.h"
#include "sandbox/list_style.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "sandbox/upsert.h"
#include "schema/field.h"
#include "schema/json.h"

bool customer_is_visible(const struct principal *principal, const struct json *customer)
{
	const char *rep = json_text(json_member_exact(customer, "repNumber"));

	return principal->account.role == ROLE_ADMIN ||
	       (rep && text_casecmp(rep, principal->account.rep_number) == 0);
}

bool customer_find(struct service *service, const struct request *request, int64_t *id,
		   struct json **tree, struct reply *reply)
{
	struct error err;

	*tree = NULL;
	if (!store_find(service->store, &customers_collection, request->principal->organization->id,
			collection_key(&customers_collection), request->key, id, &err) ||
	    (*id && !upsert_read(service->store, &customers_collection, *id, tree, &err))) {
		problem_reply_failure(reply, &err);
		return false;
	}
	if (*tree && customer_is_visible(request->principal, *tree))
		return true;
	json_free(*tree);
	*tree = NULL;
	problem_reply(reply, 404, NULL);
	return false;
}

void handle_list_customers(struct service *service, const struct request *request,
			   struct reply *reply)
{
	const struct principal *principal = request->principal;
	struct selection selection;
	struct faults faults = { 0 };

	selection_init(&selection, &customers_collection, principal->organization->id);
	list_query_read(request->url, &nymble_lists, OPS_ALL, &selection, &faults);
	if (principal->account.role == ROLE_SALES_REP)
		selection_add(&selection, schema_field(customers_collection.schema, "repNumber"),
			      OP_EQUALS, principal->account.rep_number);
	list_reply(service, &nymble_lists, &selection, &faults, NULL, NULL, reply);
	faults_finish(&faults);
	selection_finish(&selection);
}

/* What customer_is_visible says, of a document that nobody has to take apart. */
static bool is_visible_document(const struct principal *principal, const char *document)
{
	if (principal->account.role == ROLE_ADMIN)
		return true;
	char *rep = document_text(document, "repNumber");
	bool own = text_casecmp(rep, principal->account.rep_number) == 0;
	free(rep);
	return own;
}

void handle_get_customer(struct service *service, const struct request *request,
			 struct reply *reply)
{
	char *customer = NULL;
	int64_t id;
	struct error err;

	if (!store_find(service->store, &customers_collection, request->principal->organization->id,
			collection_key(&customers_collection), request->key, &id, &err) ||
	    (id && !store_read(service->store, &customers_collection, id, &customer, &err)))
		problem_reply_failure(reply, &err);
	else if (!customer || !is_visible_document(request->principal, customer))
		problem_reply(reply, 404, NULL);
	else {
		reply_json_take(reply, 200, customer);
		return;
	}
	free(customer);
}
