/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_customers.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "sandbox/body.h"
#include "sandbox/collection.h"
#include "sandbox/document.h"
#include "sandbox/flow_caller.h"
#include "sandbox/flow_people.h"
#include "sandbox/flow_search.h"
#include "sandbox/handlers.h"
#include "sandbox/list_query.h"
#include "sandbox/list_reply.h"
#include "sandbox/list_style.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "sandbox/service.h"
#include "sandbox/store_records.h"
#include "sandbox/url.h"
#include "schema/field.h"
#include "schema/json.h"

/* ---- One ---- */

/* The store compares without case. */
static bool has_uid(const char *document, const char *uid)
{
	char *own = document_text(document, "customerUid");
	bool same = strcmp(own, uid) == 0;

	free(own);
	return same;
}

bool flow_customer_find(struct service *service, const struct request *request, const char *uid,
			int64_t *id, char **document, struct reply *reply)
{
	const struct collection *collection = &flow_customers_collection;
	struct error err;

	*document = NULL;
	if (!store_find(service->store, collection, request->caller->tenant->id,
			collection_key(collection), uid, id, &err) ||
	    (*id && !store_read(service->store, collection, *id, document, &err))) {
		problem_reply_failure(reply, &err);
		return false;
	}
	if (*document && has_uid(*document, uid))
		return true;
	free(*document);
	*document = NULL;
	problem_reply(reply, 404, "Customer does not exist.");
	return false;
}

void handle_flow_get_customer(struct service *service, const struct request *request,
			      struct reply *reply)
{
	char *customer;
	int64_t id;

	if (flow_customer_find(service, request, request->keys[1], &id, &customer, reply))
		reply_json_take(reply, 200, customer);
}

/* ---- Many ---- */

/* A page of a collection. read_body (NULL: none) reads what a search is about. */
static void reply_page(struct service *service, const struct request *request,
		       const struct collection *collection,
		       void (*read_body)(const struct json *body, struct selection *selection,
					 struct faults *faults),
		       const char *external_id, struct reply *reply)
{
	struct json *body = read_body ? body_parse_object(request, reply) : NULL;
	struct selection selection;
	struct faults faults = { 0 };

	if (read_body && !body)
		return;
	selection_init(&selection, collection, request->caller->tenant->id);
	list_query_read(request->url, &flow_lists, 0, &selection, &faults);
	if (read_body)
		read_body(body, &selection, &faults);
	if (external_id && *external_id)
		selection_add(&selection, schema_field(collection->schema, "externalId"), OP_EQUALS,
			      external_id);
	list_reply(service, &flow_lists, &selection, &faults, NULL, NULL, reply);
	faults_finish(&faults);
	selection_finish(&selection);
	json_free(body);
}

void handle_flow_list_customers(struct service *service, const struct request *request,
				struct reply *reply)
{
	reply_page(service, request, &flow_customers_collection, NULL,
		   url_param(request->url, "customerExternalId"), reply);
}

void handle_flow_search_customers(struct service *service, const struct request *request,
				  struct reply *reply)
{
	reply_page(service, request, &flow_customers_collection, flow_search_read, NULL, reply);
}

void handle_flow_search_external(struct service *service, const struct request *request,
				 struct reply *reply)
{
	if (request->caller->tenant->external_search)
		reply_page(service, request, &flow_external_collection, flow_search_read_query,
			   NULL, reply);
	else
		problem_reply(reply, 403, "EXTERNAL_CUSTOMER_SEARCH is required.");
}

void handle_flow_list_groups(struct service *service, const struct request *request,
			     struct reply *reply)
{
	reply_page(service, request, &flow_groups_collection, NULL, NULL, reply);
}
