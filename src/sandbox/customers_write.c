/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "sandbox/body.h"
#include "sandbox/collection.h"
#include "sandbox/customers.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "sandbox/rules.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "sandbox/step.h"
#include "sandbox/upsert.h"
#include "schema/json.h"

/* What a write needs on its way. */
struct change {
	struct service *service;
	const struct request *request;
	struct json *body;
	bool may_update; /* PUT; POST refuses what is there */
};

static int64_t organization_of(const struct change *change)
{
	return change->request->principal->organization->id;
}

/* The body, read and checked; false with the reply. */
static bool read_body(struct change *change, bool partial, struct reply *reply)
{
	struct faults faults = { 0 };

	change->body = body_parse_record(change->request, customers_collection.schema, reply);
	if (!change->body)
		return false;
	rules_check(&customer_rules, change->body, change->request->principal->organization,
		    partial, "", &faults);
	if (partial && json_size(change->body) == 0)
		faults_add(&faults, "body", "Send at least one member to change.");
	if (change->service->strict && (!partial || json_member_exact(change->body, "addresses")))
		rules_check_addresses(change->body, &faults);
	bool ok = !faults_reply(&faults, reply);
	faults_finish(&faults);
	return ok;
}

static bool same_text(const struct json *object, const char *member, const char *text)
{
	const char *there = json_text(json_member_exact(object, member));

	return text_casecmp(there ? there : "", text) == 0;
}

/* A sales representative keeps its customers and takes no others over. */
static bool changes_rep(const struct change *change, const struct json *customer)
{
	const char *rep = json_text(json_member_exact(change->body, "repNumber"));

	return rep && change->request->principal->account.role == ROLE_SALES_REP &&
	       !same_text(customer, "repNumber", rep);
}

/* Writes the document and answers with it. */
static bool store_document(const struct change *change, int64_t id, const struct json *customer,
			   int status, struct reply *reply, struct error *err)
{
	char *document = json_print(customer);

	if (!store_write(change->service->store, &customers_collection, organization_of(change),
			 &id, document, err)) {
		free(document);
		return false;
	}
	reply_json_take(reply, status, document);
	return true;
}

static bool is_active(const struct json *customer)
{
	return json_is_true(json_member_exact(customer, "active"));
}

/* Writes a customer that was there; one that becomes inactive loses its sessions. */
static bool update(const struct change *change, int64_t id, struct json *customer,
		   struct reply *reply, struct error *err)
{
	bool was_active = is_active(customer);

	upsert_merge(customer, change->body);
	if (was_active && !is_active(customer) &&
	    !store_end_sessions(change->service->store, id, err))
		return false;
	return store_document(change, id, customer, 200, reply, err);
}

static bool create(const struct change *change, struct reply *reply, struct error *err)
{
	const struct principal *principal = change->request->principal;
	struct json *customer = json_new_object();

	upsert_merge(customer, change->body);
	json_put_take(customer, "organizationId",
		      json_new_string(principal->organization->organization_id));
	json_put_take(customer, "currencyCode",
		      json_new_string(principal->organization->currency_code));
	if (!json_member_exact(customer, "active"))
		json_put_take(customer, "active", json_new_bool(true));
	if (principal->account.role == ROLE_SALES_REP)
		json_put_take(customer, "repNumber",
			      json_new_string(principal->account.rep_number));
	bool ok = store_document(change, 0, customer, 201, reply, err);
	json_free(customer);
	return ok;
}

static bool update_found(const struct change *change, int64_t id, struct reply *reply,
			 struct error *err)
{
	struct json *customer;

	if (!upsert_read(change->service->store, &customers_collection, id, &customer, err))
		return false;
	bool ok = true;
	if (!customer_is_visible(change->request->principal, customer))
		problem_reply(reply, 409, "This customer number or external id is already in use.");
	else if (changes_rep(change, customer))
		problem_reply(reply, 403, "A sales representative cannot reassign a customer.");
	else
		ok = update(change, id, customer, reply, err);
	json_free(customer);
	return ok;
}

static bool create_or_update(const void *data, struct reply *reply, struct error *err)
{
	const struct change *change = data;
	int64_t by_number, by_external_id;

	if (!upsert_find(change->service->store, &customers_collection, organization_of(change),
			 change->body, &by_number, &by_external_id, err))
		return false;
	if (!by_number && !by_external_id)
		return create(change, reply, err);
	if (by_number && (!change->may_update || (by_external_id && by_external_id != by_number)))
		problem_reply(
			reply, 409,
			change->may_update
				? "The customer number and the external id belong to two customers."
				: "This customer number is already in use.");
	else if (!change->may_update)
		problem_reply(reply, 409, "This external id is already in use.");
	else
		return update_found(change, by_number ? by_number : by_external_id, reply, err);
	return true;
}

static bool update_named(const void *data, struct reply *reply, struct error *err)
{
	const struct change *change = data;
	int64_t id, by_number, by_external_id;
	struct json *customer;
	bool ok = true;

	if (!customer_find(change->service, change->request, &id, &customer, reply))
		return true;
	if (!upsert_find(change->service->store, &customers_collection, organization_of(change),
			 change->body, &by_number, &by_external_id, err))
		ok = false;
	else if (by_external_id && by_external_id != id)
		problem_reply(reply, 409, "This external id is already in use.");
	else if (changes_rep(change, customer))
		problem_reply(reply, 403, "A sales representative cannot reassign a customer.");
	else
		ok = update(change, id, customer, reply, err);
	json_free(customer);
	return ok;
}

static void upsert(struct service *service, const struct request *request, bool may_update,
		   struct reply *reply)
{
	struct change change = { .service = service, .request = request, .may_update = may_update };

	if (read_body(&change, false, reply))
		step_run(service->store, create_or_update, &change, reply);
	json_free(change.body);
}

void handle_upsert_customer(struct service *service, const struct request *request,
			    struct reply *reply)
{
	upsert(service, request, true, reply);
}

void handle_create_customer(struct service *service, const struct request *request,
			    struct reply *reply)
{
	upsert(service, request, false, reply);
}

void handle_update_customer(struct service *service, const struct request *request,
			    struct reply *reply)
{
	struct change change = { .service = service, .request = request };
	bool ok = read_body(&change, true, reply);

	if (ok && json_member_exact(change.body, "customerNumber") &&
	    !same_text(change.body, "customerNumber", request->key)) {
		problem_reply_fault(reply, "customerNumber", "Differs from the one in the path.");
		ok = false;
	}
	if (ok)
		step_run(service->store, update_named, &change, reply);
	json_free(change.body);
}

static bool delete_named(const void *data, struct reply *reply, struct error *err)
{
	const struct change *change = data;
	struct store *store = change->service->store;
	struct json *customer;
	int64_t id;

	if (!customer_find(change->service, change->request, &id, &customer, reply))
		return true;
	json_free(customer);
	reply_nothing(reply);
	return store_delete(store, &customers_collection, organization_of(change), id, err) &&
	       store_end_sessions(store, id, err) && store_remove_logins(store, id, err);
}

void handle_delete_customer(struct service *service, const struct request *request,
			    struct reply *reply)
{
	step_run(service->store, delete_named,
		 &(struct change){ .service = service, .request = request }, reply);
}

/* body is {"active":...}: what an ordinary update would be sent. */
static bool set_active(const void *data, struct reply *reply, struct error *err)
{
	const struct change *change = data;
	int64_t id;
	struct json *customer;

	if (!customer_find(change->service, change->request, &id, &customer, reply))
		return true;
	bool same = is_active(customer) == is_active(change->body);
	bool ok = same || update(change, id, customer, reply, err);
	json_free(customer);
	if (ok)
		reply_nothing(reply);
	return ok;
}

static void handle_active(struct service *service, const struct request *request, bool active,
			  struct reply *reply)
{
	struct change change = { .service = service,
				 .request = request,
				 .body = json_new_object() };

	json_put_take(change.body, "active", json_new_bool(active));
	step_run(service->store, set_active, &change, reply);
	json_free(change.body);
}

void handle_activate_customer(struct service *service, const struct request *request,
			      struct reply *reply)
{
	handle_active(service, request, true, reply);
}

void handle_deactivate_customer(struct service *service, const struct request *request,
				struct reply *reply)
{
	handle_active(service, request, false, reply);
}
