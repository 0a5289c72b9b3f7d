/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/body.h"
#include "sandbox/exchange.h"
#include "sandbox/flow_caller.h"
#include "sandbox/flow_change.h"
#include "sandbox/flow_customers.h"
#include "sandbox/flow_people.h"
#include "sandbox/flow_rules.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"
#include "sandbox/url.h"
#include "schema/json.h"

/* The only one that a source names (flow.openapi.yaml, CustomerExtensionCode). */
static const char code[] = "TWO_INVOICE";

struct extension {
	struct flow_change change;
	bool add;
};

/* The store is the tenant's, and so is the organization that the extension is kept for (F7). */
static bool is_this(const struct json *extension, const struct flow_tenant *tenant)
{
	const char *there = json_text(json_member_exact(extension, "extensionCode"));
	const char *owner = json_text(json_member_exact(extension, "organizationUid"));

	return there && strcmp(there, code) == 0 &&
	       (!owner || strcmp(owner, tenant->organization_uid) == 0);
}

static const struct json *find(const struct json *extensions, const struct flow_tenant *tenant)
{
	for (const struct json *each = json_first(extensions); each; each = json_next(each))
		if (is_this(each, tenant))
			return each;
	return NULL;
}

static struct json *new_extension(const struct flow_tenant *tenant)
{
	struct json *extension = json_new_object();

	json_put_take(extension, "extensionCode", json_new_string(code));
	json_put_take(extension, "organizationUid", json_new_string(tenant->organization_uid));
	return extension;
}

/* The list is what it is to be; false with the reply. */
static bool change_list(const struct extension *extension, struct json *customer,
			struct reply *reply)
{
	const struct flow_tenant *tenant = extension->change.request->caller->tenant;
	const struct json *there = json_member_exact(customer, "extensions");
	struct json *list = json_type(there) == JSON_ARRAY ? json_copy(there) : json_new_array();
	const struct json *found = find(list, tenant);
	bool changed = extension->add != (found != NULL);

	if (!changed)
		problem_reply(reply, extension->add ? 409 : 404,
			      extension->add ? "The customer has TWO_INVOICE already."
					     : "The customer does not have TWO_INVOICE.");
	else if (extension->add)
		json_append_take(list, new_extension(tenant));
	else
		json_remove(list, found);
	if (changed)
		json_put_take(customer, "extensions", list);
	else
		json_free(list);
	return changed;
}

static bool change_customer(const struct extension *extension, int64_t id, const char *document,
			    struct reply *reply, struct error *err)
{
	struct json *customer = json_parse(document, strlen(document), err);

	if (!customer)
		return false;
	bool ok = !change_list(extension, customer, reply) ||
		  flow_change_store(&extension->change, id, customer, reply, err);
	json_free(customer);
	if (ok && !extension->add && reply->status == 200)
		reply_nothing(reply);
	return ok;
}

static bool change_named(const void *data, struct reply *reply, struct error *err)
{
	const struct extension *extension = data;
	const struct flow_change *change = &extension->change;
	char *document;
	int64_t id;

	if (!flow_customer_find(change->service, change->request, change->uid, &id, &document,
				reply))
		return true;
	bool ok = change_customer(extension, id, document, reply, err);
	free(document);
	return ok;
}

/* Some proxies drop the body of a DELETE: its storeUid may stand in the query then (F8). */
static struct json *read_body(const struct request *request, struct reply *reply)
{
	const char *in_query = request->body_len == 0 && strcmp(request->method, "DELETE") == 0
				       ? url_param(request->url, "storeUid")
				       : NULL;

	if (!in_query)
		return body_parse_object(request, reply);
	struct json *body = json_new_object();
	json_put_take(body, "storeUid", json_new_string(in_query));
	return body;
}

/* Whether the body names a store of the tenant; else the reply says why not. */
static bool names_store(struct service *service, const struct request *request,
			const struct json *body, struct reply *reply)
{
	struct faults faults = { 0 };
	struct error err;
	const char *uid = flow_rules_uid(body, "storeUid", &faults);
	const struct flow_people *people = flow_people(service->store, &err);

	if (!people)
		problem_reply_failure(reply, &err);
	else if (uid && !flow_store_named(people, request->caller->tenant->id, uid))
		faults_add(&faults, "storeUid", "There is no such store in this tenant.");
	bool named = people && !faults_reply(&faults, reply);
	faults_finish(&faults);
	return named;
}

static void handle(struct service *service, const struct request *request, bool add,
		   struct reply *reply)
{
	if (strcmp(request->keys[2], code) != 0) {
		problem_reply(reply, 404,
			      "There is no such extension; TWO_INVOICE is the only one.");
		return;
	}
	struct json *body = read_body(request, reply);
	if (body && names_store(service, request, body, reply))
		step_run(service->store, change_named,
			 &(struct extension){ .change = { .service = service,
							  .request = request,
							  .uid = request->keys[1] },
					      .add = add },
			 reply);
	json_free(body);
}

void handle_flow_add_extension(struct service *service, const struct request *request,
			       struct reply *reply)
{
	handle(service, request, true, reply);
}

void handle_flow_remove_extension(struct service *service, const struct request *request,
				  struct reply *reply)
{
	handle(service, request, false, reply);
}
