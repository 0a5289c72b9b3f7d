/* SPDX-License-Identifier: ISC */
#include "screens/tenant_choice.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/login.h"
#include "ui/pick.h"

/* A login that was typed can be sent again from its form; else whatever waited for one has to ask anew. */
static void left(struct app *app)
{
	if (app->login)
		login_stop(app->login);
	client_login_abandon(app->client);
	ui_message(app->ui, ROLE_MESSAGE, "%s",
		   app->login ? _("No tenant was chosen, nobody is logged in.")
			      : _("No tenant was chosen, nothing was asked. r asks again."));
}

static void chosen(void *data, const char *key)
{
	struct app *app = data;

	if (key)
		client_choose_tenant(app->client, key);
	else if (app->client)
		left(app);
}

void tenant_choice_open(struct app *app, const struct login_request *request)
{
	struct pick_item *items = xcalloc(request->tenant_count, sizeof(*items));

	for (size_t i = 0; i < request->tenant_count; i++)
		items[i] = (struct pick_item){ request->tenants[i].key, request->tenants[i].name };
	pick_open(app->ui, &(struct pick){ .title = _("Work in which tenant?"),
					   .note = _("Esc leaves: without one, nothing can be asked of the service."),
					   .items = items,
					   .count = request->tenant_count,
					   .done = chosen,
					   .data = app });
	free(items);
}
