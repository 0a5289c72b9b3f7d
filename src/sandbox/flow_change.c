/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_change.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "model/flow_customers.h"
#include "sandbox/collection.h"
#include "sandbox/document.h"
#include "sandbox/exchange.h"
#include "sandbox/flow_caller.h"
#include "sandbox/flow_customers.h"
#include "sandbox/flow_members.h"
#include "sandbox/flow_people.h"
#include "sandbox/flow_rules.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"
#include "sandbox/store_records.h"
#include "sandbox/upsert.h"
#include "schema/json.h"

static int64_t tenant_of(const struct flow_change *change)
{
	return change->request->caller->tenant->id;
}

/* ---- Writing ---- */

bool flow_change_store(const struct flow_change *change, int64_t id, struct json *customer,
		       struct reply *reply, struct error *err)
{
	bool is_new = id == 0;
	char now[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339_ms(clock_unix_ms(), now);
	if (is_new)
		json_put_take(customer, "createdAt", json_new_string(now));
	json_put_take(customer, "lastModifiedAt", json_new_string(now));
	char *document = json_print(customer);
	if (!store_write(change->service->store, &flow_customers_collection, tenant_of(change), &id,
			 document, err)) {
		free(document);
		return false;
	}
	reply_json_take(reply, is_new ? 201 : 200, document);
	return true;
}

/* Makes body part of customer and writes it, if what comes of it is right. */
static bool merge_and_store(const struct flow_change *change, int64_t id, struct json *customer,
			    struct reply *reply, struct error *err)
{
	struct faults faults = { 0 };
	bool ok = flow_members_merge(change->service->store, tenant_of(change), customer,
				     change->body, &faults, err);

	if (ok)
		flow_rules_check_whole(customer, id ? change->body : customer, &faults);
	if (ok && !faults_reply(&faults, reply))
		ok = flow_change_store(change, id, customer, reply, err);
	faults_finish(&faults);
	return ok;
}

static void reply_duplicate(struct reply *reply, const char *what, const struct json *body,
			    const char *member)
{
	const char *value = json_text(json_member_exact(body, member));
	char *message = xasprintf("%s %s is already used.", what, value ? value : "");

	problem_reply(reply, 409, message);
	free(message);
}

/* ---- New ones ---- */

static bool store_new(const struct flow_change *change, struct reply *reply, struct error *err)
{
	struct json *customer = flow_members_new();
	bool ok = merge_and_store(change, 0, customer, reply, err);

	json_free(customer);
	return ok;
}

static bool create(const void *data, struct reply *reply, struct error *err)
{
	const struct flow_change *change = data;
	int64_t by_uid, by_external_id;

	if (!upsert_find(change->service->store, &flow_customers_collection, tenant_of(change),
			 change->body, &by_uid, &by_external_id, err))
		return false;
	if (!by_uid && !by_external_id)
		return store_new(change, reply, err);
	reply_duplicate(reply, by_uid ? "Customer uid" : "External id", change->body,
			by_uid ? "customerUid" : "externalId");
	return true;
}

/* ---- Those that are there ---- */

static bool store_changed(const struct flow_change *change, int64_t id, const char *document,
			  struct reply *reply, struct error *err)
{
	struct json *customer = json_parse(document, strlen(document), err);

	if (!customer)
		return false;
	/* The Uid is how it was found: it never changes. */
	const struct json *uid = json_member_exact(change->body, "customerUid");
	if (uid)
		json_remove(change->body, uid);
	bool ok = merge_and_store(change, id, customer, reply, err);
	json_free(customer);
	return ok;
}

static bool update_found(const struct flow_change *change, int64_t id, const char *document,
			 struct reply *reply, struct error *err)
{
	int64_t by_uid, by_external_id;

	if (!upsert_find(change->service->store, &flow_customers_collection, tenant_of(change),
			 change->body, &by_uid, &by_external_id, err))
		return false;
	if (!by_external_id || by_external_id == id)
		return store_changed(change, id, document, reply, err);
	reply_duplicate(reply, "External id", change->body, "externalId");
	return true;
}

static bool update(const void *data, struct reply *reply, struct error *err)
{
	const struct flow_change *change = data;
	char *document;
	int64_t id;

	if (!flow_customer_find(change->service, change->request, change->uid, &id, &document,
				reply))
		return true;
	bool ok = update_found(change, id, document, reply, err);
	free(document);
	return ok;
}

/* Uids are exact; the store, which compares without case, has each of them once all the same. */
static bool has_uid_of(const char *document, const struct json *body)
{
	char *uid = document_text(document, "customerUid");
	bool same = strcmp(uid, json_text(json_member_exact(body, "customerUid"))) == 0;

	free(uid);
	return same;
}

static bool upsert(const void *data, struct reply *reply, struct error *err)
{
	const struct flow_change *change = data;
	int64_t by_uid, by_external_id;
	char *document;

	if (!upsert_find(change->service->store, &flow_customers_collection, tenant_of(change),
			 change->body, &by_uid, &by_external_id, err))
		return false;
	int64_t id = by_uid ? by_uid : by_external_id;
	if (!id)
		return store_new(change, reply, err);
	if (!store_read(change->service->store, &flow_customers_collection, id, &document, err))
		return false;
	bool ok = true;
	if (by_uid && !has_uid_of(document, change->body))
		reply_duplicate(reply, "Customer uid", change->body, "customerUid");
	else
		ok = update_found(change, id, document, reply, err);
	free(document);
	return ok;
}

static bool delete_found(const void *data, struct reply *reply, struct error *err)
{
	const struct flow_change *change = data;
	char *document;
	int64_t id;

	if (!flow_customer_find(change->service, change->request, change->uid, &id, &document,
				reply))
		return true;
	free(document);
	reply_nothing(reply);
	return store_delete(change->service->store, &flow_customers_collection, tenant_of(change),
			    id, err);
}

/* ---- The four ---- */

/* What the body says that needs no record; false with the reply. */
static bool is_right(const struct flow_change *change, bool partial, struct reply *reply)
{
	struct faults faults = { 0 };

	/* At least one member: what is not ours to know counts (CustomerUpdate, minProperties). */
	if (partial && json_size(change->body) == 0)
		faults_add(&faults, "body", "Send at least one member to change.");
	flow_rules_reduce(change->body);
	flow_rules_check_members(change->body, &faults);
	bool right = !faults_reply(&faults, reply);
	faults_finish(&faults);
	return right;
}

void flow_change_create(const struct flow_change *change, struct reply *reply)
{
	if (is_right(change, false, reply))
		step_run(change->service->store, create, change, reply);
}

void flow_change_update(const struct flow_change *change, struct reply *reply)
{
	if (is_right(change, true, reply))
		step_run(change->service->store, update, change, reply);
}

void flow_change_upsert(const struct flow_change *change, struct reply *reply)
{
	if (is_right(change, false, reply))
		step_run(change->service->store, upsert, change, reply);
}

void flow_change_delete(const struct flow_change *change, struct reply *reply)
{
	step_run(change->service->store, delete_found, change, reply);
}
