/* SPDX-License-Identifier: ISC */
#include "api/client_choices.h"

#include <stdlib.h>

#include "api/address.h"
#include "api/choice_list.h"
#include "api/dialect.h"
#include "api/session.h"
#include "net/call.h"
#include "schema/json.h"

static void organization_failed(struct client_call *call, const struct failure *failure)
{
	sources_settle(call->client, &call->client->organization, failure);
}

static const struct call_class organization_class = { sizeof(struct client_call), NULL,
						      organization_failed };

/* Entries may be objects or plain texts (nymble.openapi.yaml, Organization). */
static void read_choices(struct source *source, const struct json *organization)
{
	const struct json *list = json_member(organization, source->row->member);

	if (json_type(list) != JSON_ARRAY)
		return;
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry)) {
		const char *value = json_text(entry);
		for (const char *const *name = source->row->value; !value && *name; name++)
			value = json_member_text(entry, *name);
		if (value)
			choice_list_add(&source->told, value, "");
	}
}

static void read_organization(struct client *client, const struct json *organization)
{
	const char *name = json_member_text(organization, "Name");
	struct source *source;

	for (size_t i = 0; (source = source_at(client, i)); i++)
		if (source->row->member)
			read_choices(source, organization);
	if (name && *name)
		session_set_organization(client->session, name);
}

/* Who tells: the organization's record, or the account, which has the tenant's name and our stores. */
static const struct endpoint *teller(const struct dialect *dialect)
{
	return dialect->organization.path ? &dialect->organization : &dialect->account.endpoint;
}

static void read_answer(struct client *client, const struct json *tree)
{
	const struct json *inner = json_member(tree, "Organization");

	if (client->dialect->organization.path)
		read_organization(client, json_type(inner) == JSON_OBJECT ? inner : tree);
	else
		session_learn_account(client->session, tree);
}

/* The record lies in a member called organization, or is the whole (nymble.openapi.yaml,
 * OrganizationDetails). */
static void organization_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct client_call *call = data;
	struct error why = { 0 };

	call->signed_call = NULL;
	if (err) {
		client_call_fail_with(call, err);
	} else if (!client_is_success(answer)) {
		client_call_fail_answer(call, answer);
	} else {
		struct json *tree = json_parse(answer->body, answer->len, &why);
		if (tree) {
			client_call_detach(call);
			read_answer(call->client, tree);
			sources_settle(call->client, &call->client->organization, NULL);
			client_call_free(call);
		} else {
			client_call_fail_unreadable(call, answer, why.message);
		}
		json_free(tree);
	}
}

void source_ask_organization(struct client *client)
{
	const struct endpoint *endpoint = teller(client->dialect);
	struct client_call *call = client_call_new(client, &organization_class, NULL, NULL);
	char *url = address_of(client->profile, endpoint->path, NULL);

	client->organization = ASKED_NOW;
	client_call_send(call, endpoint, url, organization_answered);
	free(url);
}

void client_learn_organization(struct client *client)
{
	if (client->learning || client->organization != ASKED_NEVER || session_user(client->session) ||
	    !teller(client->dialect)->path || client_info(client).state != CLIENT_LOGGED_IN)
		return;
	client->learning = true;
	source_ask_organization(client);
}
