/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include "api/dialect.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

/* An action without a call of its own (N24): the record is read, the action's member set, and what the
 * resource's update takes is sent. */
struct set_call {
	struct client_call base;
	const struct action *action;
	const struct endpoint *endpoint;
	struct client_call *step; /* the read, then the write */
	client_done_fn *fn;
	void *data;
};

static struct set_call *set_of(struct client_call *call)
{
	return (struct set_call *)call;
}

static void set_finish(struct client_call *call)
{
	client_cancel(set_of(call)->step);
}

static void set_fail(struct client_call *call, const struct failure *failure)
{
	set_of(call)->fn(set_of(call)->data, failure);
}

static const struct call_class set_class = { sizeof(struct set_call), set_finish, set_fail };

static void succeed(struct set_call *call)
{
	client_call_detach(&call->base);
	call->fn(call->data, NULL);
	client_call_free(&call->base);
}

static void written(void *data, struct record *record, const struct failure *failure)
{
	struct set_call *call = data;

	call->step = NULL;
	record_free(record);
	if (failure)
		client_call_fail(&call->base, failure);
	else
		succeed(call);
}

static void write_changed(struct set_call *call, const struct record *record)
{
	struct record *changed = record_copy(record);

	json_put_take(record_edit(changed), call->action->member,
		      json_new_bool(call->action->value));
	call->step = client_update_by(call->base.client, call->base.resource->resource,
				      call->endpoint, record, changed, written, call);
	record_free(changed);
}

static void read_first(void *data, struct record *record, const struct failure *failure)
{
	struct set_call *call = data;

	call->step = NULL;
	if (failure)
		client_call_fail(&call->base, failure);
	else if (action_is_done(call->action, record))
		succeed(call);
	else
		write_changed(call, record);
	record_free(record);
}

struct client_call *client_act_by_update(struct client *client, const struct resource *resource,
					 const struct action *action, const char *key,
					 client_done_fn *fn, void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	struct set_call *call = client_call_new(client, &set_class, row, key);

	call->action = action;
	call->endpoint = &dialect_action(row, action->name)->call;
	call->fn = fn;
	call->data = data;
	call->step = client_get(client, resource, key, read_first, call);
	return &call->base;
}
