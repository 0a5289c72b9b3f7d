/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/dialect.h"
#include "api/session.h"
#include "base/alloc.h"
#include "base/text.h"
#include "net/call.h"
#include "net/net.h"
#include "schema/json.h"
#include "schema/resource.h"

/* The profile says where it works from now on: files that belong to a tenant are found by it. */
static void note_tenant(struct client *client)
{
	const char *tenant = session_tenant(client->session);

	if (*tenant && (!client->profile->tenant || strcmp(client->profile->tenant, tenant) != 0))
		xreplace(&client->profile->tenant, tenant);
}

static void session_changed(void *data)
{
	struct client *client = data;

	note_tenant(client);
	if (client->changed)
		client->changed(client->changed_data);
}

struct client *client_new(struct loop *loop, const struct profile *profile, struct error *err)
{
	if (!profile_check(profile, err))
		return NULL;
	struct net_options options = { .origin = profile_url(profile),
				       .ca_file = profile->ca_file };
	struct net *net = net_new(loop, &options, err);
	if (!net)
		return NULL;
	struct client *client = xcalloc(1, sizeof(*client));
	client->loop = loop;
	client->profile = profile_copy(profile);
	client->dialect = dialect_find(profile->api);
	client->net = net;
	client->session = session_new(loop, net, client->dialect, client->profile, &client->sign);
	session_on_change(client->session, session_changed, client);
	note_tenant(client);
	client->desk = (struct call_desk){ loop, net, client->session, &client->sign };
	client_choices_init(client);
	return client;
}

/* Calls that another one has started are younger than that one, which cancels them. */
static struct client_call *oldest_call(const struct client *client)
{
	struct client_call *call = client->calls;

	while (call->next)
		call = call->next;
	return call;
}

void client_free(struct client *client)
{
	if (!client)
		return;
	client->sign.fn = NULL;
	session_on_change(client->session, NULL, NULL); /* the end is no news */
	while (client->calls)
		client_call_free(oldest_call(client));
	client_choices_finish(client);
	session_free(client->session);
	net_free(client->net);
	profile_free(client->profile);
	free(client->unsortable);
	free(client->notes.private_type);
	free(client);
}

const struct profile *client_profile(const struct client *client)
{
	return client->profile;
}

const struct resource *client_resource_at(const struct client *client, size_t i)
{
	return i < client->dialect->list_count ? client->dialect->resources[i].resource : NULL;
}

const struct resource *client_resource(const struct client *client, const char *name)
{
	const struct dialect *dialect = client->dialect;

	for (size_t i = 0; i < dialect->resource_count; i++)
		if (text_casecmp(dialect->resources[i].resource->name, name) == 0)
			return dialect->resources[i].resource;
	return NULL;
}

/* --- who we are ------------------------------------------------------------------------------ */

struct client_info client_info(const struct client *client)
{
	return session_info(client->session);
}

void client_on_change(struct client *client, void (*fn)(void *data), void *data)
{
	client->changed = fn;
	client->changed_data = data;
}

/* --- logging in ------------------------------------------------------------------------------ */

struct typed_login {
	struct client_call base;
	client_done_fn *fn;
	void *data;
	bool told; /* the session has nothing to cancel any more */
};

static void login_finish(struct client_call *call)
{
	if (!((struct typed_login *)call)->told)
		session_login_cancel(call->client->session);
}

static void login_fail(struct client_call *call, const struct failure *failure)
{
	struct typed_login *login = (struct typed_login *)call;

	login->fn(login->data, failure);
}

static const struct call_class login_class = { sizeof(struct typed_login), login_finish,
					       login_fail };

/* fail with no failure: it is done. */
static void login_done(void *data, const struct failure *failure)
{
	struct typed_login *login = data;

	login->told = true;
	if (!failure)
		client_forget_choices(login->base.client);
	client_call_fail(&login->base, failure);
}

struct client_call *client_login(struct client *client, const struct credentials *credentials,
				 client_done_fn *fn, void *data)
{
	struct typed_login *login = client_call_new(client, &login_class, NULL, NULL);

	login->fn = fn;
	login->data = data;
	session_login(client->session, credentials, login_done, login);
	return &login->base;
}

void client_choose_tenant(struct client *client, const char *key)
{
	session_choose_tenant(client->session, key);
}

bool client_login_kind_at(const struct client *client, size_t i, enum login_kind *kind)
{
	if (i >= client->dialect->login_count)
		return false;
	*kind = client->dialect->logins[i].kind;
	return true;
}

void client_login_abandon(struct client *client)
{
	session_abandon(client->session);
}

void client_on_login_needed(struct client *client,
			    void (*fn)(void *data, const struct login_request *request), void *data)
{
	session_on_login_needed(client->session, fn, data);
}

/* --- what is going on ------------------------------------------------------------------------ */

void client_on_wait(struct client *client, void (*fn)(void *data, const char *text), void *data)
{
	client->sign.fn = fn;
	client->sign.data = data;
}

void client_stop_waiting(struct client *client)
{
	for (struct client_call *call = client->calls; call; call = call->next)
		if (call->signed_call && signed_call_stop_waiting(call->signed_call))
			call->stopped = true;
	session_stop_waiting(client->session);
}

struct trace *client_trace(struct client *client)
{
	return net_trace(client->net);
}

unsigned client_pauses(const struct client *client)
{
	return client->sign.pauses;
}
