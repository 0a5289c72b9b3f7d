/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/client_values.h"
#include "api/dialect.h"
#include "api/session.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"
#include "net/mask.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"

struct get_call {
	struct client_call base;
	client_record_fn *fn;
	void *data;
};

static struct get_call *get_of(struct client_call *call)
{
	return (struct get_call *)call;
}

static void get_fail(struct client_call *call, const struct failure *failure)
{
	get_of(call)->fn(get_of(call)->data, NULL, failure);
}

static const struct call_class get_class = { sizeof(struct get_call), NULL, get_fail };

static void succeed(struct get_call *call, struct record *record)
{
	client_see(call->base.client, record_schema(record), record_tree(record));
	client_call_detach(&call->base);
	call->fn(call->data, record, NULL);
	client_call_free(&call->base);
}

static void fail_missing(struct get_call *call)
{
	struct failure failure = { .status = 404 };

	error_set(&failure.error, ERROR_MISSING, _(call->base.resource->resource->missing),
		  call->base.key);
	client_call_fail(&call->base, &failure);
}

static void record_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct get_call *call = data;
	struct error why = { 0 };

	call->base.signed_call = NULL;
	if (err) {
		client_call_fail_with(&call->base, err);
	} else if (!client_is_success(answer)) {
		client_call_fail_answer(&call->base, answer);
	} else {
		const struct schema *schema = call->base.resource->resource->schema;
		struct record *record = client_read_record(call->base.client, schema, answer, &why);
		if (record)
			succeed(call, record);
		else
			client_call_fail_unreadable(&call->base, answer, why.message);
	}
}

/* --- keys whose path is another call: SKUs "search" and "prices" ----------------------------- */

static bool is_shadowed(const struct dialect_resource *resource, const char *key)
{
	for (const char *const *name = resource->shadowed; name && *name; name++)
		if (strcmp(*name, key) == 0)
			return true;
	return false;
}

/* The row whose key is exactly the one asked for: services compare without case. */
static const struct json *find_row(const struct schema *schema, const struct page *page,
				   const char *key)
{
	for (const struct json *row = json_first(page->rows); row; row = json_next(row)) {
		const char *text = json_text(json_member_exact(row, schema->key));
		if (text && strcmp(text, key) == 0)
			return row;
	}
	return NULL;
}

static void find_in_list(struct get_call *call, const struct answer *answer)
{
	const struct schema *schema = call->base.resource->resource->schema;
	struct error why = { 0 };
	struct page page;
	struct json *tree = json_parse(answer->body, answer->len, &why);

	if (!client_read_page(call->base.client, call->base.resource, tree, 1,
			      CLIENT_PAGE_SIZE_MAX, &page)) {
		client_call_fail_unreadable(&call->base, answer,
					    tree ? _("there is no list in it") : why.message);
	} else {
		const struct json *row = find_row(schema, &page, call->base.key);
		if (row)
			succeed(call, record_new_take(schema, json_copy(row), NULL));
		else
			fail_missing(call);
	}
	json_free(tree);
}

static void list_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct get_call *call = data;

	call->base.signed_call = NULL;
	if (err)
		client_call_fail_with(&call->base, err);
	else if (client_is_success(answer))
		find_in_list(call, answer);
	else
		client_call_fail_answer(&call->base, answer);
}

static char *list_address(const struct client *client, const struct dialect_resource *row, const char *key)
{
	const struct resource *resource = row->resource;
	struct query *query = query_new(resource);
	char *url;
	size_t len;
	FILE *out = xmemstream(&url, &len);

	query_add(query, schema_field(resource->schema, resource->schema->key), OP_EQUALS, key, NULL);
	address_write(out, client->profile, row->list.path, NULL);
	client->dialect->write_list(out, query, NULL, 1, CLIENT_PAGE_SIZE_MAX, client->profile);
	fclose(out);
	query_free(query);
	return url;
}

static char *get_address(const struct client *client, const struct dialect_resource *row, const char *key)
{
	return is_shadowed(row, key) ? list_address(client, row, key)
				     : address_of(client->profile, row->get.path, key);
}

/* --- the call -------------------------------------------------------------------------------- */

static void get_send(struct get_call *call)
{
	const struct dialect_resource *resource = call->base.resource;
	bool shadowed = is_shadowed(resource, call->base.key);
	char *url = get_address(call->base.client, resource, call->base.key);

	client_call_send(&call->base, shadowed ? &resource->list : &resource->get, url,
			 shadowed ? list_answered : record_answered);
	free(url);
}

static void get_send_in_store(struct get_call *call)
{
	const struct endpoint *endpoint = &call->base.resource->in_store;
	char *url = address_of(call->base.client->profile, endpoint->path, call->base.key);

	client_call_send(&call->base, endpoint, url, record_answered);
	free(url);
}

bool client_get_request(const struct client *client, const struct resource *resource, const char *key,
			char **url, char **headers)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	unsigned generation;

	if (!row || !row->get.path || !*key)
		return false;
	const char *authorization = session_header(client->session, &generation);
	char *masked = mask_header(authorization ? authorization : "Authorization: Bearer ");
	char *address = get_address(client, row, key);
	*url = address_fill(address, session_tenant(client->session), session_store(client->session));
	free(address);
	*headers = xasprintf("%s\n%s\n", masked, SIGNED_CALL_ACCEPT);
	free(masked);
	return true;
}

static struct client_call *start(struct client *client, const struct resource *resource, const char *key,
				 bool in_store, client_record_fn *fn, void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	struct get_call *call = client_call_new(client, &get_class, row, key);

	call->fn = fn;
	call->data = data;
	if (!row || !(in_store ? row->in_store.path : row->get.path))
		error_set(&call->base.error, ERROR_REFUSED,
			  _("%s can only be listed: the service has no call for a single one."),
			  _(resource->label));
	else if (!*key)
		error_set(&call->base.error, ERROR_INPUT, _("Which one: the key is empty."));
	if (call->base.error.code != ERROR_NONE)
		client_call_fail_later(&call->base);
	else if (in_store)
		get_send_in_store(call);
	else
		get_send(call);
	return &call->base;
}

struct client_call *client_get(struct client *client, const struct resource *resource,
			       const char *key, client_record_fn *fn, void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);

	if (row && resource->source && *key)
		return client_get_value(client, row, key, fn, data);
	return start(client, resource, key, false, fn, data);
}

struct client_call *client_get_in_store(struct client *client, const struct resource *resource,
					const char *key, client_record_fn *fn, void *data)
{
	return start(client, resource, key, true, fn, data);
}
