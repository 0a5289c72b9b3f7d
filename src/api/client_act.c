/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>

#include "api/address.h"
#include "api/dialect.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

/* An action goes through up to three kinds of step: the call itself; its fallback, once the record
 * was seen (N10); and after a lost answer a look whether it was carried out. */
struct act_call {
	struct client_call base;
	const struct action *action;
	const struct action_calls *calls;
	char *argument; /* NULL: none */
	const struct endpoint *step; /* the call or its fallback */
	int tries;                   /* of step whose answer got lost */
	client_done_fn *fn;
	void *data;
};

static void act_send(struct act_call *call, const struct endpoint *step);

static struct act_call *act_of(struct client_call *call)
{
	return (struct act_call *)call;
}

static void act_fail(struct client_call *call, const struct failure *failure)
{
	act_of(call)->fn(act_of(call)->data, failure);
}

static void act_finish(struct client_call *call)
{
	free(act_of(call)->argument);
}

static const struct call_class act_class = { sizeof(struct act_call), act_finish, act_fail };

static void succeed(struct act_call *call)
{
	client_call_detach(&call->base);
	call->fn(call->data, NULL);
	client_call_free(&call->base);
}

/* --- looking --------------------------------------------------------------------------------- */

/* Whether the record in the answer is as the action leaves it; false too when it cannot be read. A
 * record that an action removes is not there. */
static bool is_applied(const struct act_call *call, const struct answer *answer)
{
	if (call->action->removes)
		return answer->status == 404;
	const struct schema *schema = call->base.resource->resource->schema;
	struct record *record = client_read_record(call->base.client, schema, answer, NULL);
	bool applied = action_is_done(call->action, record);

	record_free(record);
	return applied;
}

static void look(struct act_call *call, signed_call_fn *fn)
{
	const struct endpoint *get = &call->base.resource->get;
	char *url = address_of(call->base.client->profile, get->path, call->base.key);

	client_call_send(&call->base, get, url, fn);
	free(url);
}

/* --- after a lost answer --------------------------------------------------------------------- */

static void looked_after_loss(void *data, const struct answer *answer, const struct error *err)
{
	struct act_call *call = data;

	call->base.signed_call = NULL;
	if (err || (!client_is_success(answer) && !client_is_missing(answer)))
		client_call_fail_unknown(&call->base);
	else if (is_applied(call, answer))
		succeed(call);
	else if (client_is_missing(answer))
		client_call_fail_answer(&call->base, answer);
	else if (call->step->once)
		client_call_fail_not_repeated(&call->base, true);
	else if (call->tries < CLIENT_TRIES_MAX)
		act_send(call, call->step);
	else
		client_call_fail_unknown(&call->base);
}

/* --- when the service does not offer the call (N10) ------------------------------------------ */

static void looked_before_fallback(void *data, const struct answer *answer, const struct error *err)
{
	struct act_call *call = data;

	call->base.signed_call = NULL;
	if (err)
		client_call_fail_with(&call->base, err);
	else if (!client_is_success(answer))
		client_call_fail_answer(&call->base, answer);
	else if (is_applied(call, answer))
		succeed(call);
	else
		act_send(call, &call->calls->fallback);
}

static bool wants_fallback(const struct act_call *call, const struct answer *answer)
{
	return (answer->status == 404 || answer->status == 405) &&
	       call->step == &call->calls->call && call->calls->fallback.path;
}

/* --- deletion -------------------------------------------------------------------------------- */

/* Contract README, retries: an earlier try may have removed it. */
static bool is_gone_by_now(const struct act_call *call, const struct answer *answer)
{
	return call->action->removes && client_is_missing(answer) &&
	       (call->tries > 1 || answer->tries > 1);
}

/* --- the call itself ------------------------------------------------------------------------- */

static void act_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct act_call *call = data;

	call->base.signed_call = NULL;
	if (err)
		client_call_fail_with(&call->base, err);
	else if (client_is_success(answer) || is_gone_by_now(call, answer))
		succeed(call);
	else if (client_is_lost(answer))
		look(call, looked_after_loss);
	else if (answer->outcome == ANSWER_HTTP && wants_fallback(call, answer))
		look(call, looked_before_fallback);
	else
		client_call_fail_answer(&call->base, answer);
}

/* The action's argument as it travels; NULL: it has none. The caller frees. */
static char *argument_body(const struct act_call *call)
{
	if (!call->calls->argument || !call->argument)
		return NULL;
	struct json *body = json_new_object();
	json_put_take(body, call->calls->argument, json_new_string(call->argument));
	char *text = json_print(body);
	json_free(body);
	return text;
}

static void act_send(struct act_call *call, const struct endpoint *step)
{
	char *url = address_of(call->base.client->profile, step->path, call->base.key);

	if (call->step != step)
		call->tries = 0;
	call->step = step;
	call->tries++;
	char *body = argument_body(call);
	client_call_send_body(&call->base, step, url, body, act_answered);
	free(body);
	free(url);
}

struct client_call *client_act(struct client *client, const struct resource *resource,
			       const struct action *action, const char *argument, const char *key,
			       client_done_fn *fn, void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	const struct action_calls *calls = row ? dialect_action(row, action->name) : NULL;

	if (calls && calls->by_update && !client->profile->read_only)
		return client_act_by_update(client, resource, action, key, fn, data);
	struct act_call *call = client_call_new(client, &act_class, row, key);
	struct error *err = &call->base.error;
	call->action = action;
	call->calls = calls;
	call->argument = argument ? xstrdup(argument) : NULL;
	call->fn = fn;
	call->data = data;
	if (client->profile->read_only)
		error_set(err, ERROR_REFUSED, _("Read-only mode: nothing was sent."));
	else if (!call->calls)
		error_set(err, ERROR_REFUSED, _("The service cannot do this: %s."),
			  _(action->label));
	else if (action->file_name)
		error_set(err, ERROR_REFUSED, _("This makes a file: %s."), _(action->label));
	else if (!*key)
		error_set(err, ERROR_INPUT, _("Which one: the key is empty."));
	else if (action->argument && (!argument || !*argument))
		error_set(err, ERROR_INPUT, _("%s is missing: nothing was sent."),
			  _(action->argument->label));
	if (err->code != ERROR_NONE)
		client_call_fail_later(&call->base);
	else
		act_send(call, &call->calls->call);
	return &call->base;
}
