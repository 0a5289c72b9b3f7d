/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_flow.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "sandbox/flow_people.h"
#include "sandbox/sample_flow_customer.h"
#include "sandbox/sample_json.h"
#include "sandbox/sample_rows.h"
#include "sandbox/store.h"

/* ---- People ---- */

#define FOUNDED "2026-01-12T08:00:00.000Z"

static void put_store_access(struct sample_json *json, const struct sample_flow_tenant *tenant,
			     const struct sample_flow_user *user)
{
	char uid[32];

	sample_json_open(json, "storeAccess", '[');
	for (size_t i = 0; i < user->stores; i++) {
		snprintf(uid, sizeof(uid), "sa-%s-%zu", user->code, i + 1);
		sample_json_open(json, NULL, '{');
		sample_json_text(json, "createdAt", FOUNDED);
		sample_json_text(json, "lastModifiedAt", FOUNDED);
		sample_json_text(json, "storeAccessUid", uid);
		sample_json_text(json, "storeUid", tenant->stores[i].uid);
		sample_json_text(json, "storeRole",
				 user->permissions & FLOW_BACKOFFICE ? "ADMIN" : "SALES");
		sample_json_close(json, '}');
	}
	sample_json_close(json, ']');
}

/* TenantUser (flow.openapi.yaml) */
static char *user_document(const struct sample_flow_tenant *tenant,
			   const struct sample_flow_user *user)
{
	char *document, name[128];
	size_t len;
	FILE *out = xmemstream(&document, &len);
	struct sample_json json = { .out = out };

	snprintf(name, sizeof(name), "%s %s", user->first_name, user->last_name);
	sample_json_open(&json, NULL, '{');
	sample_json_text(&json, "accountType", user->integration_token ? "INTEGRATION" : "FULL");
	sample_json_text(&json, "createdAt", FOUNDED);
	sample_json_text(&json, "defaultStoreUid", tenant->stores[0].uid);
	sample_json_text(&json, "displayName", name);
	sample_json_text(&json, "email", user->email);
	sample_json_text(&json, "externalId", user->external_id);
	sample_json_text(&json, "firstname", user->first_name);
	sample_json_text(&json, "lastAccessed", "2026-06-02T07:31:09.120Z");
	sample_json_text(&json, "lastModifiedAt", "2026-05-30T10:02:44.000Z");
	sample_json_text(&json, "lastname", user->last_name);
	sample_json_text(&json, "mobile", user->mobile);
	sample_json_text(&json, "status", user->inactive ? "INACTIVE" : "ACTIVE");
	put_store_access(&json, tenant, user);
	sample_json_text(&json, "tenantUid", tenant->uid);
	sample_json_text(&json, "tenantName", tenant->name);
	sample_json_text(&json, "tenantRole", "ACCESS");
	sample_json_text(&json, "tenantUserUid", user->uid);
	sample_json_text(&json, "userCode", user->code);
	sample_json_text(&json, "languageCode", user->language);
	sample_json_open(&json, "permissions", '[');
	if (user->permissions & FLOW_ACCESS)
		sample_json_text(&json, NULL, "TENANT.ACCESS");
	if (user->permissions & FLOW_BACKOFFICE)
		sample_json_text(&json, NULL, "TENANT.BACKOFFICE");
	sample_json_close(&json, ']');
	sample_json_close(&json, '}');
	fclose(out);
	return document;
}

static bool insert_user(struct store *store, int64_t id, const struct sample_flow_tenant *tenant,
			const struct sample_flow_user *sample, struct error *err)
{
	char *document = user_document(tenant, sample);
	const struct flow_user row = {
		.tenant = id,
		.uid = sample->uid,
		.code = sample->code,
		.password = sample->password,
		.auth_token = sample->auth_token,
		.integration_token = sample->integration_token,
		.active = !sample->inactive,
		.permissions = sample->permissions,
		.document = document,
	};
	bool ok = flow_insert_user(store, &row, err);

	free(document);
	return ok;
}

static bool fill_tenant(struct store *store, const struct sample_flow_tenant *tenant,
			struct error *err)
{
	int64_t id;

	if (!flow_insert_tenant(store,
				&(struct flow_tenant){ .uid = tenant->uid,
						       .name = tenant->name,
						       .organization_uid = tenant->organization_uid,
						       .external_search = tenant->external_search },
				&id, err))
		return false;
	for (size_t i = 0; i < tenant->store_count; i++)
		if (!flow_insert_store(store,
				       &(struct flow_store){ id, tenant->stores[i].uid,
							     tenant->stores[i].details },
				       err))
			return false;
	for (size_t i = 0; i < tenant->user_count; i++)
		if (!insert_user(store, id, tenant, &tenant->users[i], err))
			return false;
	return flow_insert_device(
		store, &(struct flow_device){ id, tenant->device_token, tenant->stores[0].uid },
		err);
}

static bool fill_people(struct store *store, struct error *err)
{
	const struct sample_flow_tenant *tenant;

	for (size_t i = 0; (tenant = sample_flow_tenant_at(i)); i++)
		if (!fill_tenant(store, tenant, err))
			return false;
	return true;
}

/* ---- Records ---- */

static void write_customer(const void *tenant, uint64_t seed, uint64_t i, FILE *out)
{
	sample_flow_customer_write(tenant, seed, i, out);
}

static void write_group(const void *data, uint64_t seed, uint64_t i, FILE *out)
{
	const struct sample_flow_tenant *tenant = data;
	const struct sample_flow_group *group = &tenant->groups[i];
	struct sample_json json = { .out = out };

	(void)seed;
	sample_json_open(&json, NULL, '{');
	sample_json_text(&json, "customerGroupUid", group->uid);
	sample_json_text(&json, "name", group->name);
	sample_json_text(&json, "createdBy", tenant->users[0].uid);
	sample_json_text(&json, "createdAt", group->created_at);
	sample_json_text(&json, "lastModifiedBy", tenant->users[0].uid);
	sample_json_text(&json, "lastModifiedAt", group->changed_at);
	sample_json_close(&json, '}');
}

static void write_entry(const void *tenant, uint64_t seed, uint64_t i, FILE *out)
{
	sample_flow_entry_write(tenant, seed, i, out);
}

static bool fill_records_of(struct store *store, const struct sample_flow_tenant *tenant,
			    int64_t id, uint64_t seed, uint64_t customers, struct error *err)
{
	struct sample_rows rows = { .source = tenant, .seed = seed };
	uint64_t entries = tenant->external_search ? SAMPLE_FLOW_ENTRIES : 0;

	return sample_rows_fill(store, id, &rows, tenant->group_count, write_group,
				store_insert_flow_group, err) &&
	       sample_rows_fill(store, id, &rows, customers, write_customer,
				store_insert_flow_customer, err) &&
	       sample_rows_fill(store, id, &rows, entries, write_entry, store_insert_flow_entry,
				err);
}

static bool fill_records(struct store *store, const struct store_size *size, struct error *err)
{
	const struct flow_people *people = flow_people(store, err);
	uint64_t first = (uint64_t)size->customers, seed = (uint64_t)size->seed;
	uint64_t second = (first + 7) / 8;

	if (second > SAMPLE_FLOW_SECOND_MAX)
		second = SAMPLE_FLOW_SECOND_MAX;
	/* Tenants are read in the order they were inserted. */
	return people &&
	       fill_records_of(store, sample_flow_tenant_at(0), people->tenants[0].id, seed, first,
			       err) &&
	       fill_records_of(store, sample_flow_tenant_at(1), people->tenants[1].id, ~seed,
			       second, err);
}

const struct store_flow sample_flow = { fill_people, fill_records };
