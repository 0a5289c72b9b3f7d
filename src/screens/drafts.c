/* SPDX-License-Identifier: ISC */
#include "screens/drafts.h"

#include "api/client.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "store/draft.h"

struct drafts *drafts_of(struct app *app, struct error *err)
{
	if (!app->drafts && app->client)
		app->drafts = drafts_open(client_profile(app->client), err);
	else if (!app->client)
		error_set(err, ERROR_LOGIN, "%s", _("Log in first."));
	return app->drafts;
}

void drafts_forget(struct app *app)
{
	app->drafts_offered = false;
	drafts_close(app->drafts);
	app->drafts = NULL;
	app->header.drafts = 0; /* whoever drops the client has row 1 made anew */
}

void drafts_recount(struct app *app)
{
	struct drafts *drafts = drafts_of(app, NULL);

	header_set_drafts(&app->header, app->ui, drafts ? drafts_count(drafts) : 0);
}
