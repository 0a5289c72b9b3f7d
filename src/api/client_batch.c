/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <assert.h>
#include <stdlib.h>

#include "api/address.h"
#include "api/client_batch_read.h"
#include "api/client_body.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

/* Many records in one call. What was sent is not kept, only which item stood where. */
struct batch_run {
	struct client_call base;
	struct batch_place *places; /* one for each item */
	size_t count;
	client_batch_fn *fn;
	void *data;
};

static struct batch_run *batch_of(struct client_call *call)
{
	return (struct batch_run *)call;
}

static void batch_finish(struct client_call *call)
{
	for (size_t i = 0; i < batch_of(call)->count; i++) {
		free(batch_of(call)->places[i].key);
		free(batch_of(call)->places[i].external_id);
	}
	free(batch_of(call)->places);
}

static void batch_fail(struct client_call *call, const struct failure *failure)
{
	batch_of(call)->fn(batch_of(call)->data, NULL, 0, failure);
}

static const struct call_class batch_class = { sizeof(struct batch_run), batch_finish, batch_fail };

/* --- what is sent ---------------------------------------------------------------------------- */

static struct json *item_body(const struct client *client, const struct dialect_resource *row,
			      const struct batch_item *item)
{
	bool fresh = item->op == BATCH_CREATE;
	struct json *ours = NULL, *body;

	if (item->op == BATCH_UPDATE && item->base)
		ours = client_change_body(item->base, item->now);
	else if (item->now)
		ours = client_new_body(row, item->now);
	body = ours ? client_hand_over(client, row, ours, fresh) : json_new_object();
	if (item->key && *item->key)
		json_put_take(body, row->resource->schema->key, json_new_string(item->key));
	json_free(ours);
	return body;
}

/* {"update":[{"customerUid":"cus-1001","mobile":"+4755501888"}],"delete":[..]} */
static char *batch_body(struct batch_run *call, const struct batch_item *items)
{
	const struct dialect_resource *row = call->base.resource;
	struct json *lists[BATCH_OPS] = { NULL }, *body = json_new_object();

	for (size_t i = 0; i < call->count; i++) {
		enum batch_op op = items[i].op;
		if (!lists[op])
			lists[op] = json_new_array();
		call->places[i].index = json_size(lists[op]);
		json_append_take(lists[op], item_body(call->base.client, row, &items[i]));
	}
	for (enum batch_op op = 0; op < BATCH_OPS; op++)
		if (lists[op])
			json_put_take(body, row->batch.lists[op], lists[op]);
	char *text = json_print(body);
	json_free(body);
	return text;
}

static const char *key_of(const struct batch_item *item)
{
	const char *key = item->key ? item->key : item->now ? record_key(item->now) : NULL;

	return key ? key : "";
}

static const char *external_id_of(const struct batch_item *item)
{
	const char *name = item->now ? record_schema(item->now)->external_id : NULL;
	const char *id = name ? json_text(json_member_exact(record_tree(item->now), name)) : NULL;

	return id ? id : "";
}

static void note_places(struct batch_run *call, const struct batch_item *items, size_t count)
{
	call->places = xcalloc(count, sizeof(*call->places));
	call->count = count;
	for (size_t i = 0; i < count; i++)
		call->places[i] = (struct batch_place){
			.op = items[i].op,
			.key = xstrdup(key_of(&items[i])),
			.external_id = xstrdup(external_id_of(&items[i])),
		};
}

/* --- what comes back ------------------------------------------------------------------------- */

/* Whose sentences say what did not work. */
static const struct endpoint *endpoint_of(const struct dialect_resource *row, enum batch_op op)
{
	if (op == BATCH_UPDATE)
		return &row->update;
	for (size_t i = 0; op == BATCH_DELETE && i < row->resource->action_count; i++)
		if (row->resource->actions[i].removes)
			return &dialect_action(row, row->resource->actions[i].name)->call;
	return &row->create;
}

static void read_failure(const struct batch_run *call, const struct batch_place *place, int status,
			 const struct json *problem, struct failure *failure)
{
	const struct dialect_resource *row = call->base.resource;
	struct failed_act act = client_call_act(&call->base);

	act.endpoint = endpoint_of(row, place->op);
	act.key = place->key;
	act.name = _(row->resource->new_title);
	failure_read_problem(failure, status, problem, &act);
}

/* A result that tells an error and no status did not work either. */
static int status_of(const struct batch_call *names, const struct json *result, const struct json *error)
{
	int status = batch_status(names, result);

	if (!status)
		status = batch_status(names, error);
	return !status && json_type(error) != JSON_NULL ? 400 : status;
}

static const char *key_in(const struct batch_run *call, const struct json *result)
{
	const char *name = call->base.resource->resource->schema->key;
	const char *key = json_member_text(result, name);

	return key ? key : json_member_text(json_member(result, call->base.resource->batch.record), name);
}

static void read_answer(const struct batch_run *call, const struct batch_place *place,
			const struct json *result, struct batch_answer *answer, struct failure *failure)
{
	const struct batch_call *names = &call->base.resource->batch;
	const struct json *error = json_member(result, names->error);

	answer->key = key_in(call, result);
	answer->status = status_of(names, result, error);
	if (!answer->status || answer->status / 100 == 2)
		return;
	read_failure(call, place, answer->status, json_type(error) == JSON_OBJECT ? error : result, failure);
	answer->text = failure->error.message;
	answer->messages = failure->messages;
	answer->message_count = failure->message_count;
}

static void succeed(struct batch_run *call, const struct json *tree)
{
	const struct dialect_resource *row = call->base.resource;
	size_t count = call->count;
	const struct json **results = xcalloc(count, sizeof(*results));
	struct batch_answer *answers = xcalloc(count, sizeof(*answers));
	struct failure *failures = xcalloc(count, sizeof(*failures));

	batch_find_results(&row->batch, row->resource->schema, tree, call->places, count, results);
	for (size_t i = 0; i < count; i++)
		read_answer(call, &call->places[i], results[i], &answers[i], &failures[i]);
	client_call_detach(&call->base);
	call->fn(call->data, answers, count, NULL);
	client_call_free(&call->base);
	for (size_t i = 0; i < count; i++)
		failure_finish(&failures[i]);
	free(failures);
	free(answers);
	free(results);
}

/* F9: whatever a success looks like. */
static void batch_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct batch_run *call = data;

	call->base.signed_call = NULL;
	if (err) {
		client_call_fail_with(&call->base, err);
	} else if (client_is_success(answer)) {
		struct json *tree = json_parse(answer->body, answer->len, NULL);
		succeed(call, tree);
		json_free(tree);
	} else if (client_is_lost(answer)) {
		client_call_fail_unknown(&call->base);
	} else {
		client_call_fail_answer(&call->base, answer);
	}
}

/* --- the call -------------------------------------------------------------------------------- */

size_t client_batch_at_once(const struct client *client, const struct resource *resource)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);

	return row && row->batch.endpoint.path ? row->batch.at_once : 0;
}

static void batch_send(struct batch_run *call, const struct batch_item *items)
{
	const struct endpoint *endpoint = &call->base.resource->batch.endpoint;
	char *url = address_of(call->base.client->profile, endpoint->path, NULL);
	char *body = batch_body(call, items);

	client_call_send_body(&call->base, endpoint, url, body, batch_answered);
	free(body);
	free(url);
}

struct client_call *client_batch(struct client *client, const struct resource *resource,
				 const struct batch_item *items, size_t count, client_batch_fn *fn,
				 void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	size_t at_once = client_batch_at_once(client, resource);
	struct batch_run *call = client_call_new(client, &batch_class, row, NULL);
	struct error *err = &call->base.error;

	assert(count > 0);
	call->fn = fn;
	call->data = data;
	note_places(call, items, count);
	if (client->profile->read_only)
		error_set(err, ERROR_REFUSED, _("Read-only mode: nothing was sent."));
	else if (count > at_once)
		error_set(err, ERROR_REFUSED,
			  _("The service does not take that many at once: %zu; at most %zu."), count,
			  at_once);
	if (err->code != ERROR_NONE)
		client_call_fail_later(&call->base);
	else
		batch_send(call, items);
	return &call->base;
}
