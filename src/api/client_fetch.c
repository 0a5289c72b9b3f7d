/* SPDX-License-Identifier: ISC */
#include "api/client_call.h"

#include <stdlib.h>

#include "api/address.h"
#include "base/i18n.h"
#include "net/call.h"
#include "schema/resource.h"

/* An answer that is wanted byte for byte, whatever it is. */
struct fetch_call {
	struct client_call base;
	client_bytes_fn *fn;
	void *data;
};

static struct fetch_call *fetch_of(struct client_call *call)
{
	return (struct fetch_call *)call;
}

static void fetch_fail(struct client_call *call, const struct failure *failure)
{
	fetch_of(call)->fn(fetch_of(call)->data, NULL, 0, failure);
}

static const struct call_class fetch_class = { sizeof(struct fetch_call), NULL, fetch_fail };

static void fetch_answered(void *data, const struct answer *answer, const struct error *err)
{
	struct fetch_call *call = data;

	call->base.signed_call = NULL;
	if (err) {
		client_call_fail_with(&call->base, err);
	} else if (!client_is_success(answer)) {
		client_call_fail_answer(&call->base, answer);
	} else if (answer->len == 0) {
		client_call_fail_unreadable(&call->base, answer, _("it is empty"));
	} else {
		client_call_detach(&call->base);
		call->fn(call->data, answer->body, answer->len, NULL);
		client_call_free(&call->base);
	}
}

struct client_call *client_fetch(struct client *client, const struct resource *resource,
				 const struct action *action, const char *key, client_bytes_fn *fn,
				 void *data)
{
	const struct dialect_resource *row = dialect_resource(client->dialect, resource);
	const struct action_calls *calls = row ? dialect_action(row, action->name) : NULL;
	struct fetch_call *call = client_call_new(client, &fetch_class, row, key);
	struct error *err = &call->base.error;

	call->fn = fn;
	call->data = data;
	if (!calls || !action->file_name)
		error_set(err, ERROR_REFUSED, _("The service cannot do this: %s."), _(action->label));
	else if (!*key)
		error_set(err, ERROR_INPUT, _("Which one: the key is empty."));
	if (err->code != ERROR_NONE) {
		client_call_fail_later(&call->base);
		return &call->base;
	}
	char *url = address_of(client->profile, calls->call.path, key);
	client_call_send(&call->base, &calls->call, url, fetch_answered);
	free(url);
	return &call->base;
}
