/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/dialect.h"
#include "api/lists_call.h"
#include "api/profile.h"
#include "api/session.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "net/call.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

/* A record being updated or created. What was sent is compared with what is there when the answer
 * got lost. */
struct write_call {
	struct client_call base;
	const struct endpoint *endpoint;
	struct endpoint own;   /* what endpoint points to where the profile has a say in it */
	struct record *wanted; /* as it is to become */
	struct json *body;     /* what changes of it, in the schema's spelling; new: all of it */
	struct json *undo;     /* what everything sent was before; NULL: there was no record */
	char *text;            /* as it travels */
	struct client_call *reading;
	int tries;
	client_record_fn *fn;
	void *data;
};

static struct write_call *write_of(struct client_call *call)
{
	return (struct write_call *)call;
}

static void write_finish(struct client_call *base)
{
	struct write_call *call = write_of(base);

	client_cancel(call->reading);
	record_free(call->wanted);
	json_free(call->body);
	json_free(call->undo);
	free(call->text);
}

static void write_fail(struct client_call *call, const struct failure *failure)
{
	write_of(call)->fn(write_of(call)->data, NULL, failure);
}

static const struct call_class write_class = { sizeof(struct write_call), write_finish,
					       write_fail };

static void succeed(struct write_call *call, struct record *record)
{
	client_call_detach(&call->base);
	call->fn(call->data, record, NULL);
	client_call_free(&call->base);
}

static void read_back(struct write_call *call, client_record_fn *fn)
{
	call->reading = client_get(call->base.client, call->base.resource->resource, call->base.key,
				   fn, call);
}

/* --- when it was carried out ----------------------------------------------------------------- */

/* Whether the answer's record can stand for the service's: it is that record, and no member that we
 * know of is missing in it. */
static bool is_whole(const struct write_call *call, const struct record *record)
{
	const struct json *tree = record_tree(call->wanted), *there = record_tree(record);

	if (text_casecmp(record_key(record), call->base.key) != 0)
		return false;
	for (const struct json *member = json_first(tree); member; member = json_next(member))
		if (json_type(member) != JSON_NULL && !json_member_exact(there, json_name(member)))
			return false;
	return true;
}

/* The service said that it was carried out: when it cannot be read, what it took is there. */
static void read_after_success(void *data, struct record *record, const struct failure *failure)
{
	struct write_call *call = data;

	(void)failure;
	call->reading = NULL;
	if (record && *record_key(record)) {
		succeed(call, record);
		return;
	}
	record_free(record);
	succeed(call, record_copy(call->wanted));
}

/* N29: the record, nothing, or something else. */
static void take_answer(struct write_call *call, const struct answer *answer)
{
	struct record *record =
		record_parse(record_schema(call->wanted), answer->body, answer->len, NULL);

	if (record && is_whole(call, record)) {
		succeed(call, record);
		return;
	}
	record_free(record);
	read_back(call, read_after_success);
}

/* --- when the answer got lost ---------------------------------------------------------------- */

static void write_send(struct write_call *call);

static void send_again(struct write_call *call)
{
	if (call->tries < CLIENT_TRIES_MAX)
		write_send(call);
	else
		client_call_fail_unknown(&call->base);
}

static void fail_changed_meanwhile(struct write_call *call)
{
	struct failure failure = { .changed_meanwhile = true };

	error_set(&failure.error, ERROR_REFUSED,
		  call->undo ? _("No answer came, and somebody else has changed %s meanwhile.")
			     : _("No answer came, and %s is there with other values."),
		  call->base.key);
	client_call_fail(&call->base, &failure);
}

static void fail_not_repeated(struct write_call *call)
{
	struct failure failure = { 0 };

	error_set(&failure.error, ERROR_NETWORK,
		  call->undo ? _("No answer came, and %s is as it was. It was not sent a second time.")
			     : _("No answer came, and %s is not there. It was not sent a second time."),
		  call->base.key);
	client_call_fail(&call->base, &failure);
}

/* It was not carried out. */
static void send_again_if_allowed(struct write_call *call)
{
	if (call->endpoint->once)
		fail_not_repeated(call);
	else
		send_again(call);
}

static void looked_and_missing(struct write_call *call, const struct failure *failure)
{
	if (call->undo)
		client_call_fail(&call->base, failure);
	else
		send_again_if_allowed(call);
}

static void looked_and_there(struct write_call *call, struct record *record)
{
	if (changes_are_in(call->body, record)) {
		succeed(call, record);
		return;
	}
	bool untouched = call->undo && changes_are_in(call->undo, record);
	record_free(record);
	if (untouched)
		send_again_if_allowed(call);
	else
		fail_changed_meanwhile(call);
}

static void looked_after_loss(void *data, struct record *record, const struct failure *failure)
{
	struct write_call *call = data;

	call->reading = NULL;
	if (record)
		looked_and_there(call, record);
	else if (failure->status == 404)
		looked_and_missing(call, failure);
	else
		client_call_fail_unknown(&call->base);
}

/* --- the call -------------------------------------------------------------------------------- */

static void write_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct write_call *call = data;

	call->base.signed_call = NULL;
	if (err)
		client_call_fail_with(&call->base, err);
	else if (client_is_success(answer))
		take_answer(call, answer);
	else if (client_is_lost(answer))
		read_back(call, looked_after_loss);
	else
		client_call_fail_answer(&call->base, answer);
}

static void write_send(struct write_call *call)
{
	char *url = address_of(call->base.client->profile, call->endpoint->path, call->base.key);

	call->tries++;
	client_call_send_body(&call->base, call->endpoint, url, call->text, write_answered);
	free(url);
}

static struct write_call *write_new(struct client *client, const struct resource *resource,
				    const struct record *wanted, const char *key,
				    client_record_fn *fn, void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	struct write_call *call = client_call_new(client, &write_class, row, key);

	call->wanted = record_copy(wanted);
	call->fn = fn;
	call->data = data;
	return call;
}

/* Sends it, or says in the next turn why not. */
static struct client_call *write_start(struct write_call *call, const struct resource *resource)
{
	const struct schema *schema = resource->schema;
	struct error *err = &call->base.error;

	if (call->base.client->profile->read_only)
		error_set(err, ERROR_REFUSED, _("Read-only mode: nothing was sent."));
	else if (!call->endpoint || !call->endpoint->path)
		error_set(err, ERROR_REFUSED, _("The service takes no changes here: %s."),
			  _(resource->label));
	else if (!*call->base.key)
		error_set(err, ERROR_INPUT, _("%s is missing: nothing was sent."),
			  _(schema_field(schema, schema->key)->label));
	else if (json_size(call->body) == 0)
		error_set(err, ERROR_INPUT, _("Nothing has changed, nothing was sent."));
	if (err->code != ERROR_NONE)
		client_call_fail_later(&call->base);
	else
		write_send(call);
	return &call->base;
}

static struct json *body_between(const struct record *before, const struct record *after)
{
	struct changes changes;

	changes_find(&changes, before, after);
	struct json *body = changes_body(&changes);
	changes_finish(&changes);
	return body;
}

/* Whether what changed is one list alone, for which there is a call of its own (N21). */
static bool is_list_alone(const struct write_call *call)
{
	const struct field *list = lists_call_field(call->base.resource);

	return list && json_size(call->body) == 1 && json_member_exact(call->body, list->name);
}

static void put_list_alone(struct write_call *call)
{
	const struct dialect_resource *row = call->base.resource;
	const struct profile *profile = call->base.client->profile;
	const struct field *list = lists_call_field(row);
	struct list_update update = { call->base.key, record_value(call->wanted, list) };

	call->own = lists_call_endpoint(row, profile);
	call->own.failed = row->update.failed;
	call->own.forbidden = row->lists.endpoint.forbidden;
	call->endpoint = &call->own;
	call->base.within = row->lists.wrapper;
	call->text = lists_call_body(row, profile, &update, 1);
}

/* What a login with a price tier reads as the price is that tier's (listProducts): sent back, it would
 * become everybody's. */
static bool is_price_of_tier(const struct write_call *call, const struct json *member)
{
	const char *price = call->base.resource->resource->base_price;

	return price && strcmp(json_name(member), price) == 0 &&
	       *session_info(call->base.client->session).price_tier;
}

static void leave_price_of_tier(const struct write_call *call, struct json *whole)
{
	const struct json *next;

	for (const struct json *member = json_first(whole); member; member = next) {
		next = json_next(member);
		if (is_price_of_tier(call, member))
			json_remove(whole, member);
	}
}

/* N30: everything, what was emptied said too. */
static void put_whole(struct write_call *call, const struct record *base)
{
	struct json *whole = changes_whole_body(call->wanted);

	leave_price_of_tier(call, whole);
	for (const struct json *member = json_first(call->body); member; member = json_next(member))
		json_put_copy(whole, member);
	call->text = json_print(whole);
	json_free(whole);
	json_free(call->undo);
	call->undo = changes_whole_body(base);
}

struct client_call *client_update_by(struct client *client, const struct resource *resource,
				     const struct endpoint *endpoint, const struct record *base,
				     const struct record *now, client_record_fn *fn, void *data)
{
	struct write_call *call = write_new(client, resource, now, record_key(base), fn, data);
	const struct dialect_resource *row = call->base.resource;

	call->endpoint = endpoint || !row ? endpoint : &row->update;
	call->body = body_between(base, now);
	call->undo = body_between(now, base);
	if (is_list_alone(call))
		put_list_alone(call);
	else if (row && row->whole)
		put_whole(call, base);
	else
		call->text = json_print(call->body);
	return write_start(call, resource);
}

struct client_call *client_update(struct client *client, const struct resource *resource,
				  const struct record *base, const struct record *now,
				  client_record_fn *fn, void *data)
{
	return client_update_by(client, resource, NULL, base, now, fn, data);
}

static char *guide_text(const struct client *client, const struct schema *schema,
			const struct json *body)
{
	struct json *guide = json_copy(body);

	client->dialect->spell_guide(schema, guide);
	char *text = json_print(guide);
	json_free(guide);
	return text;
}

struct client_call *client_create(struct client *client, const struct resource *resource,
				  const struct record *record, client_record_fn *fn, void *data)
{
	const struct profile *profile = client->profile;
	struct write_call *call = write_new(client, resource, record, record_key(record), fn, data);
	const struct dialect_resource *row = call->base.resource;
	bool post = profile->create_method == CREATE_POST && row && row->create_post.path;

	if (row)
		call->endpoint = post ? &row->create_post : &row->create;
	call->body = changes_whole_body(record);
	call->text = post && profile->key_style == KEYS_GUIDE
			     ? guide_text(client, resource->schema, call->body)
			     : json_print(call->body);
	return write_start(call, resource);
}
