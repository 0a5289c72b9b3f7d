/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"

/* Looks for a key, then for an external id. The service compares ids without regard to case, and
 * rows of its list may lack them (N17): whoever may be the one is read. */
struct taken_call {
	struct client_call base;
	const struct resource *resource;
	char *external_id;
	struct client_call *reading;
	struct record *by_key;
	char **candidates; /* keys, yet to be read */
	size_t candidate_count, next;
	client_taken_fn *fn;
	void *data;
};

static struct taken_call *taken_of(struct client_call *call)
{
	return (struct taken_call *)call;
}

static void taken_finish(struct client_call *base)
{
	struct taken_call *call = taken_of(base);

	client_cancel(call->reading);
	record_free(call->by_key);
	for (size_t i = 0; i < call->candidate_count; i++)
		free(call->candidates[i]);
	free(call->candidates);
	free(call->external_id);
}

static void taken_fail(struct client_call *call, const struct failure *failure)
{
	taken_of(call)->fn(taken_of(call)->data, NULL, NULL, failure);
}

static const struct call_class taken_class = { sizeof(struct taken_call), taken_finish,
					       taken_fail };

static void succeed(struct taken_call *call, struct record *by_external_id)
{
	struct record *by_key = call->by_key;

	call->by_key = NULL;
	client_call_detach(&call->base);
	call->fn(call->data, by_key, by_external_id, NULL);
	client_call_free(&call->base);
}

static bool is_there(const struct failure *failure)
{
	return !failure || failure->status != 404;
}

/* --- by external id -------------------------------------------------------------------------- */

static void read_next_candidate(struct taken_call *call);

static const struct field *id_field(const struct taken_call *call)
{
	const struct schema *schema = call->resource->schema;

	return schema->external_id ? schema_field(schema, schema->external_id) : NULL;
}

/* What a condition says it with. */
static const struct field *id_criterion(const struct taken_call *call)
{
	return schema_field(resource_criteria(call->resource), call->resource->schema->external_id);
}

static bool has_id(const struct taken_call *call, const struct json *object)
{
	const char *id = json_text(field_value(id_field(call), object));

	return id && strcmp(id, call->external_id) == 0;
}

static void candidate_read(void *data, struct record *record, const struct failure *failure)
{
	struct taken_call *call = data;

	call->reading = NULL;
	if (failure && is_there(failure)) {
		client_call_fail(&call->base, failure);
	} else if (record && has_id(call, record_tree(record))) {
		succeed(call, record);
	} else {
		record_free(record);
		read_next_candidate(call);
	}
}

static void read_next_candidate(struct taken_call *call)
{
	if (call->next == call->candidate_count)
		succeed(call, NULL);
	else
		call->reading = client_get(call->base.client, call->resource,
					   call->candidates[call->next++], candidate_read, call);
}

static void add_candidate(struct taken_call *call, const struct json *row)
{
	const char *key = json_text(json_member_exact(row, call->resource->schema->key));

	if (!key || !*key || (field_value(id_field(call), row) && !has_id(call, row)))
		return;
	call->candidates = xreallocarray(call->candidates, call->candidate_count + 1,
					 sizeof(*call->candidates));
	call->candidates[call->candidate_count++] = xstrdup(key);
}

static void hits_listed(void *data, const struct page *page, const struct failure *failure)
{
	struct taken_call *call = data;

	call->reading = NULL;
	if (failure) {
		client_call_fail(&call->base, failure);
		return;
	}
	for (const struct json *row = json_first(page->rows); row; row = json_next(row))
		add_candidate(call, row);
	read_next_candidate(call);
}

static void look_for_id(struct taken_call *call)
{
	if (!*call->external_id || !id_field(call)) {
		succeed(call, NULL);
		return;
	}
	struct query *query = query_new(call->resource);
	query_add(query, id_criterion(call), OP_EQUALS, call->external_id, NULL);
	call->reading =
		client_list(call->base.client, query, 1, CLIENT_PAGE_SIZE_MAX, hits_listed, call);
	query_free(query);
}

/* --- by key ---------------------------------------------------------------------------------- */

static void key_read(void *data, struct record *record, const struct failure *failure)
{
	struct taken_call *call = data;

	call->reading = NULL;
	call->by_key = record;
	if (failure && is_there(failure))
		client_call_fail(&call->base, failure);
	else
		look_for_id(call);
}

/* --- the call -------------------------------------------------------------------------------- */

static void nothing_to_look_for(void *data)
{
	struct taken_call *call = data;

	call->base.later = NULL;
	succeed(call, NULL);
}

struct client_call *client_find_taken(struct client *client, const struct resource *resource,
				      const char *key, const char *external_id, client_taken_fn *fn,
				      void *data)
{
	struct taken_call *call = client_call_new(client, &taken_class, NULL, NULL);

	call->resource = resource;
	call->external_id = xstrdup(external_id ? external_id : "");
	call->fn = fn;
	call->data = data;
	if (key && *key)
		call->reading = client_get(client, resource, key, key_read, call);
	else if (*call->external_id && id_field(call))
		look_for_id(call);
	else
		call->base.later = loop_after(client->loop, 0, nothing_to_look_for, call);
	return &call->base;
}
