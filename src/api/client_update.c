/* SPDX-License-Identifier: ISC */
#include "api/client_write.h"

#include <stdlib.h>
#include <string.h>

#include "api/client_body.h"
#include "api/lists_call.h"
#include "api/profile.h"
#include "api/session.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

/* Which call is made for a record that changed, or is new, and with what. */

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
	call->text = client_body_text(call->base.client, call->base.resource, whole, false);
	json_free(whole);
	json_free(call->undo);
	call->undo = changes_whole_body(base);
}

struct client_call *client_update_by(struct client *client, const struct resource *resource,
				     const struct endpoint *endpoint, const struct record *base,
				     const struct record *now, client_record_fn *fn, void *data)
{
	struct write_call *call = write_call_new(client, resource, now, record_key(base), fn, data);
	const struct dialect_resource *row = call->base.resource;

	call->endpoint = endpoint || !row ? endpoint : &row->update;
	call->body = client_change_body(base, now);
	call->undo = client_change_body(now, base);
	if (is_list_alone(call))
		put_list_alone(call);
	else if (row && row->whole)
		put_whole(call, base);
	else
		call->text = client_body_text(client, row, call->body, false);
	return write_call_start(call, resource);
}

bool client_sends_whole(const struct client *client, const struct resource *resource)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);

	return row && row->whole;
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
	struct write_call *call = write_call_new(client, resource, record, record_key(record), fn, data);
	const struct dialect_resource *row = call->base.resource;
	bool post = profile->create_method == CREATE_POST && row && row->create_post.path;

	if (row)
		call->endpoint = post ? &row->create_post : &row->create;
	call->body = client_new_body(row, record);
	call->text = post && profile->key_style == KEYS_GUIDE
			     ? guide_text(client, resource->schema, call->body)
			     : client_body_text(client, row, call->body, true);
	return write_call_start(call, resource);
}
