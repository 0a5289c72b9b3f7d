/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_members.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/text.h"
#include "model/flow_customers.h"
#include "sandbox/collection.h"
#include "sandbox/document.h"
#include "sandbox/flow_people.h"
#include "sandbox/problem.h"
#include "sandbox/store_records.h"
#include "schema/json.h"

/* ---- A new one ---- */

/* In the order of vendor answers (flow.openapi.yaml, CompanyCustomer). */
static const char *const new_texts[] = {
	"displayName",     "companyName",  "firstname", "lastname",
	"address",         "postalCode",   "city",      "countryCode",
	"email",           "mobile",       "vatNumber", "ledgerNumber",
	"externalId",      "loyaltyId",    "origin",    "pricelistUid",
	"defaultStoreUid", "internalNote",
};
static const char *const new_lists[] = { "addresses", "contacts", "extensions", "consents",
					 "customerGroups" };

/* The microseconds of this moment, in which nobody makes two. What is made later sorts behind: its
 * rows stand together in every index, which takes half the time of Uids by chance (measured). */
static struct json *new_uid(void)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
	char uid[] = "cus-0000000000";
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	uint64_t number = (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
	for (size_t i = sizeof(uid) - 2; uid[i] != '-'; i--, number /= 36)
		uid[i] = digits[number % 36];
	return json_new_string(uid);
}

struct json *flow_members_new(void)
{
	struct json *customer = json_new_object();

	json_put_take(customer, "customerUid", new_uid());
	json_put_take(customer, "customerType", json_new_string(FLOW_PRIVATE));
	for (size_t i = 0; i < sizeof(new_texts) / sizeof(new_texts[0]); i++)
		json_put_take(customer, new_texts[i], json_new_string(""));
	json_put_take(customer, "paymentTerms", json_new_integer(0));
	for (size_t i = 0; i < sizeof(new_lists) / sizeof(new_lists[0]); i++)
		json_put_take(customer, new_lists[i], json_new_array());
	return customer;
}

/* ---- Groups are written as Uids and read with their names (F13) ---- */

static bool has_group(const struct json *groups, const char *uid)
{
	for (const struct json *group = json_first(groups); group; group = json_next(group))
		if (strcmp(json_text(json_member_exact(group, "customerGroupUid")), uid) == 0)
			return true;
	return false;
}

/* *document is NULL when the tenant has no such group; else the caller frees. */
static bool read_group(struct store *store, int64_t tenant, const char *uid, char **document,
		       struct error *err)
{
	int64_t id;

	*document = NULL;
	return store_find(store, &flow_groups_collection, tenant,
			  collection_key(&flow_groups_collection), uid, &id, err) &&
	       (!id || store_read(store, &flow_groups_collection, id, document, err));
}

static void append_group(struct json *groups, const char *document)
{
	static const char *const members[] = { "customerGroupUid", "name" };
	struct json *group = json_new_object();

	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
		char *text = document_text(document, members[i]);
		json_put_take(group, members[i], json_new_string(text));
		free(text);
	}
	json_append_take(groups, group);
}

static void add_unknown(struct faults *faults, const char *member, const char *what,
			const char *uid)
{
	char *message = xasprintf("There is no %s %s in this tenant.", what, uid);

	faults_add(faults, member, message);
	free(message);
}

static bool put_groups(struct store *store, int64_t tenant, struct json *customer,
		       const struct json *uids, struct faults *faults, struct error *err)
{
	struct json *groups = json_new_array();
	bool ok = true;

	for (const struct json *uid = json_first(uids); ok && uid; uid = json_next(uid)) {
		char *document = NULL;
		if (has_group(groups, json_text(uid)))
			continue;
		ok = read_group(store, tenant, json_text(uid), &document, err);
		if (ok && !document)
			add_unknown(faults, "customerGroupUids", "customer group", json_text(uid));
		else if (ok)
			append_group(groups, document);
		free(document);
	}
	json_put_take(customer, "customerGroups", groups);
	return ok;
}

static bool check_store(struct store *store, int64_t tenant, const struct json *uid,
			struct faults *faults, struct error *err)
{
	const struct flow_people *people = flow_people(store, err);

	if (people && !flow_store_named(people, tenant, json_text(uid)))
		add_unknown(faults, "defaultStoreUid", "store", json_text(uid));
	return people;
}

/* ---- Electronic invoices: the old switch says what the new one does (F12) ---- */

static void put_invoices(struct json *customer, const struct json *body)
{
	const struct json *given = json_member_exact(body, "ehf");
	const struct json *enabled = json_member_exact(given, "enabled");
	const struct json *there = json_member_exact(customer, "ehf");
	struct json *merged =
		json_type(there) == JSON_OBJECT ? json_copy(there) : json_new_object();

	if (!enabled)
		enabled = json_member_exact(body, "ehfEnabled");
	for (const struct json *member = json_first(given); member; member = json_next(member))
		json_put_copy(merged, member);
	if (enabled) {
		json_put_take(merged, "enabled", json_new_bool(json_is_true(enabled)));
		json_put_take(customer, "ehfEnabled", json_new_bool(json_is_true(enabled)));
	}
	if (json_size(merged) > 0)
		json_put_take(customer, "ehf", merged);
	else
		json_free(merged);
}

/* ---- Names ---- */

static const char *text_of(const struct json *customer, const char *member)
{
	const char *text = json_text(json_member_exact(customer, member));

	return text ? text : "";
}

static void put_display_name(struct json *customer)
{
	bool company = strcmp(text_of(customer, "customerType"), FLOW_COMPANY) == 0;
	char *name = company ? xstrdup(text_of(customer, "companyName"))
			     : xasprintf("%s %s", text_of(customer, "firstname"),
					 text_of(customer, "lastname"));
	char *trimmed = text_trimmed(name);

	json_put_take(customer, "displayName", json_new_string(trimmed));
	free(trimmed);
	free(name);
}

bool flow_members_merge(struct store *store, int64_t tenant, struct json *customer,
			const struct json *body, struct faults *faults, struct error *err)
{
	bool ok = true;

	for (const struct json *member = json_first(body); ok && member;
	     member = json_next(member)) {
		const char *name = json_name(member);
		if (strcmp(name, "customerGroupUids") == 0) {
			ok = put_groups(store, tenant, customer, member, faults, err);
			continue;
		}
		if (strcmp(name, "ehf") == 0 || strcmp(name, "ehfEnabled") == 0)
			continue;
		if (strcmp(name, "defaultStoreUid") == 0)
			ok = check_store(store, tenant, member, faults, err);
		json_put_copy(customer, member);
	}
	if (json_member_exact(body, "ehf") || json_member_exact(body, "ehfEnabled"))
		put_invoices(customer, body);
	put_display_name(customer);
	return ok;
}
