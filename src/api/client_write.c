/* SPDX-License-Identifier: ISC */
#include "api/client_write.h"

#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "net/call.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

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

/* --- a new record whose key the service gives ------------------------------------------------- */

static const char *external_id(const struct write_call *call)
{
	const struct schema *schema = record_schema(call->wanted);
	const char *id = schema->external_id
				 ? json_text(json_member_exact(record_tree(call->wanted), schema->external_id))
				 : NULL;

	return id ? id : "";
}

static void find_by_external_id(struct write_call *call, client_taken_fn *fn)
{
	call->reading = client_find_taken(call->base.client, call->base.resource->resource, NULL,
					  external_id(call), fn, call);
}

static void found_after_success(void *data, struct record *by_key, struct record *by_external_id,
				const struct failure *failure)
{
	record_free(by_key);
	read_after_success(data, by_external_id, failure);
}

static void learn_key(struct write_call *call, const struct record *record)
{
	if (!*call->base.key && record && *record_key(record))
		xreplace(&call->base.key, record_key(record));
}

/* N29: the record, nothing, or something else. */
static void take_answer(struct write_call *call, const struct answer *answer)
{
	struct record *record =
		client_read_record(call->base.client, record_schema(call->wanted), answer, NULL);

	learn_key(call, record);
	if (record && is_whole(call, record)) {
		succeed(call, record);
		return;
	}
	record_free(record);
	if (*call->base.key)
		read_back(call, read_after_success);
	else
		find_by_external_id(call, found_after_success);
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

/* It was not carried out. */
static void send_again_if_allowed(struct write_call *call)
{
	if (call->endpoint->once)
		client_call_fail_not_repeated(&call->base, call->undo);
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

static void found_after_loss(void *data, struct record *by_key, struct record *by_external_id,
			     const struct failure *failure)
{
	struct write_call *call = data;

	call->reading = NULL;
	record_free(by_key);
	learn_key(call, by_external_id);
	if (by_external_id)
		looked_and_there(call, by_external_id);
	else if (failure)
		client_call_fail_unknown(&call->base);
	else
		send_again_if_allowed(call);
}

static void look_after_loss(struct write_call *call)
{
	if (*call->base.key)
		read_back(call, looked_after_loss);
	else if (*external_id(call))
		find_by_external_id(call, found_after_loss);
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
		look_after_loss(call);
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

struct write_call *write_call_new(struct client *client, const struct resource *resource,
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

struct client_call *write_call_start(struct write_call *call, const struct resource *resource)
{
	const struct field *key = schema_field(resource->schema, resource->schema->key);
	struct error *err = &call->base.error;

	if (call->base.client->profile->read_only)
		error_set(err, ERROR_REFUSED, _("Read-only mode: nothing was sent."));
	else if (!call->endpoint || !call->endpoint->path)
		error_set(err, ERROR_REFUSED, _("The service takes no changes here: %s."),
			  _(resource->label));
	else if (!*call->base.key && (call->undo || key->required))
		error_set(err, ERROR_INPUT, _("%s is missing: nothing was sent."), _(key->label));
	else if (json_size(call->body) == 0)
		error_set(err, ERROR_INPUT, _("Nothing has changed, nothing was sent."));
	if (err->code != ERROR_NONE)
		client_call_fail_later(&call->base);
	else
		write_send(call);
	return &call->base;
}
