/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/client_values.h"
#include "api/dialect.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"
#include "net/loop.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"

struct list_call {
	struct client_call base;
	struct query *query;
	int page, page_size;
	client_page_fn *fn;
	void *data;
};

static void list_send(struct list_call *call);

static struct list_call *list_of(struct client_call *call)
{
	return (struct list_call *)call;
}

static void list_finish(struct client_call *call)
{
	query_free(list_of(call)->query);
}

static void list_fail(struct client_call *call, const struct failure *failure)
{
	list_of(call)->fn(list_of(call)->data, NULL, failure);
}

static const struct call_class list_class = { sizeof(struct list_call), list_finish, list_fail };

/* --- search calls (N20) ---------------------------------------------------------------------- */

static bool has_search_call(const struct client *client, const struct dialect_resource *resource)
{
	return resource && resource->search.endpoint.path && !client->no_search;
}

static bool search_is_text_alone(const struct dialect_resource *resource)
{
	return resource->search.param;
}

bool client_search_rests_filters(const struct client *client, const struct resource *resource)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);

	return has_search_call(client, row) && search_is_text_alone(row);
}

/* Whether the query has a condition that the list call cannot answer where there is a search call. */
static bool has_criteria(const struct query *query)
{
	const char *alone = query_resource(query)->alone;
	const struct condition *condition;

	for (size_t i = 0; (condition = query_at(query, i)); i++)
		if (!alone || strcmp(condition->field->name, alone) != 0)
			return true;
	return false;
}

static bool is_search(const struct list_call *call)
{
	const struct dialect_resource *resource = call->base.resource;

	if (!has_search_call(call->base.client, resource))
		return false;
	return query_search(call->query) ||
	       (!search_is_text_alone(resource) && has_criteria(call->query));
}

/* Whether nothing but the search text travels. */
static bool rests_all_else(const struct list_call *call)
{
	return is_search(call) && search_is_text_alone(call->base.resource);
}

static const char *search_field(const struct dialect_resource *resource)
{
	return resource->resource->search_field ? resource->resource->search_field
						: resource->search.fallback_field;
}

/* --- order (N13) ----------------------------------------------------------------------------- */

bool client_can_sort(const struct client *client, const struct resource *resource,
		     const struct field *field)
{
	if (!query_can_sort(field))
		return false;
	if (resource->source)
		return field == schema_field(resource->schema, resource->schema->key);
	for (size_t i = 0; i < client->unsortable_count; i++)
		if (client->unsortable[i] == field)
			return false;
	return true;
}

/* A 400 is about the order when it says so, or when nothing else in the question could be wrong. */
static bool is_about_order(const struct list_call *call, const struct failure *failure)
{
	if (!query_sort(call->query) || rests_all_else(call))
		return false;
	if (failure->message_count > 0)
		return failure_names(failure, call->base.client->dialect->sort_name);
	return query_size(call->query) == 0 && !query_search(call->query);
}

static void remember_unsortable(struct client *client, const struct field *field)
{
	client->unsortable = xreallocarray(client->unsortable, client->unsortable_count + 1,
					   sizeof(*client->unsortable));
	client->unsortable[client->unsortable_count++] = field;
}

static void fail_bad_request(struct list_call *call, const struct answer *answer)
{
	struct failed_act act = client_call_act(&call->base);
	struct failure failure;

	failure_read(&failure, answer, &act);
	if (is_about_order(call, &failure)) {
		const struct field *field = query_sort(call->query);
		remember_unsortable(call->base.client, field);
		error_set(&failure.error, ERROR_INPUT, _("The service cannot sort by %s."),
			  _(field->label));
	}
	client_call_fail(&call->base, &failure);
	failure_finish(&failure);
}

/* --- the call -------------------------------------------------------------------------------- */

static void read_page(struct list_call *call, const struct answer *answer)
{
	struct error err = { 0 };
	struct page page;
	struct json *tree = json_parse(answer->body, answer->len, &err);

	if (!tree) {
		client_call_fail_unreadable(&call->base, answer, err.message);
	} else if (!client_read_page(call->base.client, call->base.resource, tree, call->page,
				     call->page_size, &page)) {
		client_call_fail_unreadable(&call->base, answer, _("there is no list in it"));
	} else {
		for (const struct json *row = json_first(page.rows); row; row = json_next(row))
			client_see(call->base.client, call->base.resource->resource->schema, row);
		client_call_detach(&call->base);
		call->fn(call->data, &page, NULL);
		client_call_free(&call->base);
	}
	json_free(tree);
	alloc_give_back(); /* a page's tree takes ten times the memory of what is kept of it */
}

static void list_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct list_call *call = data;

	call->base.signed_call = NULL;
	if (err) {
		client_call_fail_with(&call->base, err);
	} else if (client_is_success(answer)) {
		read_page(call, answer);
	} else if (answer->status == 404 && rests_all_else(call)) {
		call->base.client->no_search = true;
		list_send(call);
	} else if (answer->status == 400) {
		fail_bad_request(call, answer);
	} else {
		client_call_fail_answer(&call->base, answer);
	}
}

/* N20 */
static void write_search_address(FILE *out, const struct list_call *call)
{
	const struct client *client = call->base.client;
	const struct search_call *search = &call->base.resource->search;
	const char *path = client->profile->product_search_path,
		   *param = client->profile->product_search_param;

	address_write(out, client->profile, path ? path : search->endpoint.path, NULL);
	client->dialect->write_search(out, param ? param : search->param, query_search(call->query),
				      call->page, call->page_size);
}

static void write_list_address(FILE *out, const struct list_call *call, const struct endpoint *endpoint)
{
	const struct client *client = call->base.client;

	address_write(out, client->profile, endpoint->path, NULL);
	client->dialect->write_list(out, call->query, search_field(call->base.resource), call->page,
				    call->page_size, client->profile);
}

static void list_send(struct list_call *call)
{
	const struct dialect_resource *resource = call->base.resource;
	const struct endpoint *endpoint = is_search(call) ? &resource->search.endpoint : &resource->list;
	char *url, *body = NULL;
	size_t len;
	FILE *out = xmemstream(&url, &len);

	if (rests_all_else(call))
		write_search_address(out, call);
	else
		write_list_address(out, call, endpoint);
	fclose(out);
	if (strcmp(endpoint->method, "POST") == 0) {
		struct json *asked = call->base.client->dialect->list_body(call->query);
		body = json_print(asked);
		json_free(asked);
	}
	client_call_send_body(&call->base, endpoint, url, body, list_answered);
	free(body);
	free(url);
}

static int within_bounds(int page_size)
{
	if (page_size < 1)
		return 1;
	return page_size > CLIENT_PAGE_SIZE_MAX ? CLIENT_PAGE_SIZE_MAX : page_size;
}

/* Nothing is asked before there is a search text (resource->needs_search). */
static void nothing_sought(void *data)
{
	struct list_call *call = data;
	const struct page page = { .number = 1, .pages = 1 };

	call->base.later = NULL;
	client_call_detach(&call->base);
	call->fn(call->data, &page, NULL);
	client_call_free(&call->base);
}

static bool lacks_search(const struct query *query)
{
	return query_resource(query)->needs_search && !query_search(query);
}

struct client_call *client_list(struct client *client, const struct query *query, int page,
				int page_size, client_page_fn *fn, void *data)
{
	const struct dialect_resource *resource =
		dialect_resource(client->dialect, query_resource(query));

	page = page > 0 ? page : 1;
	page_size = within_bounds(page_size);
	if (resource && resource->resource->source)
		return client_list_values(client, query, page, page_size, fn, data);
	struct list_call *call = client_call_new(client, &list_class, resource, NULL);
	call->query = query_copy(query);
	call->page = page;
	call->page_size = page_size;
	call->fn = fn;
	call->data = data;
	if (!resource)
		error_set(&call->base.error, ERROR_REFUSED, _("The service has no such list."));
	else
		query_check(query, &call->base.error);
	if (call->base.error.code != ERROR_NONE)
		client_call_fail_later(&call->base);
	else if (lacks_search(query))
		call->base.later = loop_after(client->loop, 0, nothing_sought, call);
	else
		list_send(call);
	return &call->base;
}
