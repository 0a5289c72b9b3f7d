/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>

#include "api/dialect.h"
#include "api/page_read.h"
#include "api/session.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"
#include "net/loop.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

void *client_call_new(struct client *client, const struct call_class *class,
		      const struct dialect_resource *resource, const char *key)
{
	struct client_call *call = xcalloc(1, class->size);

	call->class = class;
	call->client = client;
	call->resource = resource;
	call->key = key ? xstrdup(key) : NULL;
	call->next = client->calls;
	call->place = &client->calls;
	if (call->next)
		call->next->place = &call->next;
	client->calls = call;
	return call;
}

void client_call_send(struct client_call *call, const struct endpoint *endpoint, const char *url,
		      signed_call_fn *fn)
{
	client_call_send_body(call, endpoint, url, NULL, fn);
}

void client_call_send_body(struct client_call *call, const struct endpoint *endpoint,
			   const char *url, const char *body, signed_call_fn *fn)
{
	call->endpoint = endpoint;
	call->signed_call =
		signed_call_start(&call->client->desk, endpoint, url, body, fn, call);
}

void client_call_detach(struct client_call *call)
{
	if (!call->place)
		return;
	*call->place = call->next;
	if (call->next)
		call->next->place = call->place;
	call->place = NULL;
}

void client_call_free(struct client_call *call)
{
	client_call_detach(call);
	signed_call_cancel(call->signed_call);
	timer_cancel(call->later);
	if (call->class->finish)
		call->class->finish(call);
	free(call->key);
	free(call);
}

void client_call_fail(struct client_call *call, const struct failure *failure)
{
	client_call_detach(call);
	call->class->fail(call, failure);
	client_call_free(call);
}

void client_call_fail_with(struct client_call *call, const struct error *err)
{
	struct failure failure;

	failure_set(&failure, err);
	client_call_fail(call, &failure);
}

const char *client_call_name(const struct client_call *call)
{
	return *call->key || !call->resource ? call->key : _(call->resource->resource->new_title);
}

struct failed_act client_call_act(const struct client_call *call)
{
	return (struct failed_act){
		.endpoint = call->endpoint,
		.resource = call->resource ? call->resource->resource : NULL,
		.key = call->key,
		.name = call->key ? client_call_name(call) : NULL,
		.within = call->within,
		.role = session_info(call->client->session).role,
		.words = &call->client->dialect->errors,
	};
}

void client_call_fail_answer(struct client_call *call, const struct answer *answer)
{
	struct failed_act act = client_call_act(call);
	struct failure failure;

	failure_read(&failure, answer, &act);
	if (call->stopped)
		failure.error.code = ERROR_CANCELLED;
	client_call_fail(call, &failure);
	failure_finish(&failure);
}

void client_call_fail_unreadable(struct client_call *call, const struct answer *answer,
				 const char *why)
{
	struct failed_act act = client_call_act(call);
	struct failure failure;

	failure_unreadable(&failure, answer, &act, why);
	client_call_fail(call, &failure);
}

void client_call_fail_unknown(struct client_call *call)
{
	struct failure failure = { .may_be_applied = true };

	if (!call->key) /* of many */
		error_set(&failure.error, ERROR_NETWORK,
			  _("No answer came: it may have been applied. Reload to see."));
	else
		error_set(&failure.error, ERROR_NETWORK,
			  *call->key ? _("No answer came: it may have been applied to %s. Reload to see.")
				     : _("%s: no answer came, it may be there. Reload the list to see."),
			  client_call_name(call));
	client_call_fail(call, &failure);
}

void client_call_fail_not_repeated(struct client_call *call, bool there)
{
	struct failure failure = { 0 };

	error_set(&failure.error, ERROR_NETWORK,
		  there ? _("No answer came, and %s is as it was. It was not sent a second time.")
			: _("No answer came, and %s is not there. It was not sent a second time."),
		  client_call_name(call));
	client_call_fail(call, &failure);
}

/* --- what came, made ours -------------------------------------------------------------------- */

static void take_over(struct client *client, const struct schema *schema, struct json *object)
{
	if (client->dialect->take_over)
		client->dialect->take_over(schema, object, client->profile, &client->notes);
}

struct record *client_read_record(struct client *client, const struct schema *schema,
				  const struct answer *answer, struct error *err)
{
	struct record *record = record_parse(schema, answer->body, answer->len, err);

	if (record)
		take_over(client, schema, record_edit(record));
	return record;
}

bool client_read_page(struct client *client, const struct dialect_resource *row, struct json *tree,
		      int number, int page_size, struct page *page)
{
	if (!page_read(client->dialect, row, tree, number, page_size, page))
		return false;
	struct json *rows = page->rows == tree ? tree : json_edit(tree, page->rows);
	for (const struct json *object = json_first(rows); object; object = json_next(object))
		take_over(client, row->resource->schema, json_edit(rows, object));
	return true;
}

/* --- endings in the next turn ---------------------------------------------------------------- */

static void on_later(void *data)
{
	struct client_call *call = data;

	call->later = NULL;
	client_call_fail_with(call, &call->error);
}

void client_call_fail_later(struct client_call *call)
{
	call->later = loop_after(call->client->loop, 0, on_later, call);
}

bool client_is_success(const struct answer *answer)
{
	return answer->outcome == ANSWER_HTTP && answer->status / 100 == 2;
}

bool client_is_lost(const struct answer *answer)
{
	return answer->outcome == ANSWER_LOST ||
	       (answer->outcome == ANSWER_HTTP && (answer->status == 502 || answer->status == 504));
}

bool client_is_missing(const struct answer *answer)
{
	return answer->outcome == ANSWER_HTTP && answer->status == 404;
}

void client_cancel(struct client_call *call)
{
	if (call)
		client_call_free(call);
}
