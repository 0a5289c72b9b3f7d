/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <assert.h>
#include <stdlib.h>

#include "api/address.h"
#include "api/dialect.h"
#include "api/lists_call.h"
#include "api/profile.h"
#include "base/i18n.h"
#include "net/call.h"
#include "schema/resource.h"

/* A list field of several records being replaced. */
struct lists_replace {
	struct client_call base;
	struct endpoint endpoint;
	client_done_fn *fn;
	void *data;
};

static struct lists_replace *replace_of(struct client_call *call)
{
	return (struct lists_replace *)call;
}

static void replace_fail(struct client_call *call, const struct failure *failure)
{
	replace_of(call)->fn(replace_of(call)->data, failure);
}

static const struct call_class replace_class = { sizeof(struct lists_replace), NULL, replace_fail };

static void succeed(struct lists_replace *call)
{
	client_call_detach(&call->base);
	call->fn(call->data, NULL);
	client_call_free(&call->base);
}

/* N21: whatever a success says is not needed. */
static void replace_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct lists_replace *call = data;

	call->base.signed_call = NULL;
	if (err)
		client_call_fail_with(&call->base, err);
	else if (client_is_success(answer))
		succeed(call);
	else if (client_is_lost(answer))
		client_call_fail_unknown(&call->base);
	else
		client_call_fail_answer(&call->base, answer);
}

static void replace_send(struct lists_replace *call, const struct list_update *updates, size_t count)
{
	const struct dialect_resource *row = call->base.resource;
	const struct profile *profile = call->base.client->profile;

	call->endpoint = lists_call_endpoint(row, profile);
	char *url = address_of(profile, call->endpoint.path, NULL);
	char *body = lists_call_body(row, profile, updates, count);
	client_call_send_body(&call->base, &call->endpoint, url, body, replace_answered);
	free(body);
	free(url);
}

size_t client_lists_at_once(const struct client *client, const struct resource *resource,
			    const struct field *list)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);

	return list && lists_call_field(row) == list ? row->lists.at_once : 0;
}

struct client_call *client_replace_lists(struct client *client, const struct resource *resource,
					 const struct field *list, const struct list_update *updates,
					 size_t count, client_done_fn *fn, void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	size_t at_once = client_lists_at_once(client, resource, list);
	struct lists_replace *call = client_call_new(client, &replace_class, row, NULL);
	struct error *err = &call->base.error;

	assert(count > 0);
	call->fn = fn;
	call->data = data;
	if (client->profile->read_only)
		error_set(err, ERROR_REFUSED, _("Read-only mode: nothing was sent."));
	else if (count > at_once)
		error_set(err, ERROR_REFUSED,
			  _("The service does not take that many at once: %zu; at most %zu."), count,
			  at_once);
	if (err->code != ERROR_NONE)
		client_call_fail_later(&call->base);
	else
		replace_send(call, updates, count);
	return &call->base;
}
