/* SPDX-License-Identifier: ISC */
#include "screens/connect.h"

#include "api/client.h"
#include "api/profile.h"
#include "api/sandbox_process.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "screens/action_one.h"
#include "screens/app_state.h"
#include "screens/discarded.h"
#include "screens/drafts.h"
#include "screens/lists.h"
#include "screens/login.h"
#include "screens/offers.h"
#include "screens/runs.h"
#include "screens/tenant_choice.h"
#include "store/draft.h"
#include "store/known_tiers.h"

static void tell_lists(void *data)
{
	struct app *app = data;

	app->logged_in_timer = NULL;
	if (app->drafts && !drafts_are_of(app->drafts, client_profile(app->client)))
		drafts_forget(app); /* another tenant was chosen */
	lists_logged_in(app);
	offers_make(app);
}

/* May be called from within a call of the client: the lists are told, and ask anew, after it. */
static void client_changed(void *data)
{
	struct app *app = data;
	bool logged_in = client_info(app->client).state == CLIENT_LOGGED_IN;

	if (logged_in && !app->is_logged_in && !app->logged_in_timer)
		app->logged_in_timer = loop_after(app->loop, 0, tell_lists, app);
	app->is_logged_in = logged_in;
	app->was_logged_in = app->was_logged_in || logged_in;
	header_update(&app->header, app->ui, app->client);
}

static void client_waits(void *data, const char *text)
{
	struct app *app = data;

	app->counting_down = text;
	if (text)
		ui_message(app->ui, ROLE_MESSAGE, _("%s Esc stops."), text);
	else
		ui_message_clear(app->ui);
	ui_touch(app->ui);
}

static void login_needed(void *data, const struct login_request *request)
{
	struct app *app = data;

	if (request->tenants)
		tenant_choice_open(app, request);
	else
		login_open_again(app->ui, request);
}

/* With all that is known of its service. */
static void free_client(struct app *app)
{
	timer_cancel(app->logged_in_timer);
	app->logged_in_timer = NULL;
	runs_finish(app);
	offers_forget(app);
	discarded_forget(app);
	drafts_forget(app);
	list_memory_forget(app);
	client_free(app->client);
	app->client = NULL;
}

static void drop_client(struct app *app)
{
	free_client(app);
	app->counting_down = app->was_logged_in = app->is_logged_in = false;
	header_set_runs(&app->header, app->ui, "");
	header_update(&app->header, app->ui, NULL);
}

static void take_client(struct app *app, struct client *client)
{
	struct error trouble;

	drop_client(app);
	app->client = client;
	if (!known_tiers_tell(client, &trouble))
		ui_message(app->ui, ROLE_ERROR, "%s", trouble.message);
	client_on_change(client, client_changed, app);
	client_on_wait(client, client_waits, app);
	client_on_login_needed(client, login_needed, app);
	client_changed(app);
}

bool connect_profile(struct app *app, const struct profile *profile, struct error *err)
{
	struct client *client = client_new(app->loop, profile, err);

	if (client)
		take_client(app, client);
	return client;
}

static void sandbox_ready(void *data, const struct profile *profile, const struct error *err)
{
	struct app *app = data;
	struct error failed;

	if (profile) {
		at_profile_go(app, at_profile_sandbox(app));
		err = connect_profile(app, profile, &failed) ? NULL : &failed;
	}
	app->sandbox_done(app, err);
}

bool connect_sandbox(struct app *app, void (*done)(struct app *app, const struct error *err),
		     struct error *err)
{
	const struct profile *at = at_profile(app);
	const struct profile *sandbox = app->at.list.rows[at_profile_sandbox(app)].profile;
	struct profile *own = profile_copy(sandbox);

	own->read_only = at->read_only;
	xreplace(&own->view, at->view);
	connect_stop_sandbox(app);
	drop_client(app); /* a request log opened meanwhile would show its trace */
	app->sandbox_done = done;
	app->sandbox = sandbox_process_start(app->loop, own, sandbox_ready, app, err);
	profile_free(own);
	return app->sandbox;
}

void connect_stop_sandbox(struct app *app)
{
	sandbox_process_free(app->sandbox);
	app->sandbox = NULL;
}

static void open_first_screen(struct app *app)
{
	if (at_profile_row(app)->is_sandbox)
		login_open_sandbox(app->ui);
	else if (!app->client)
		login_open(app->ui, NULL);
	else
		lists_open(app->ui);
}

void connect_begin(struct app *app)
{
	struct error err;

	if (!profile_row_is_ready(at_profile_row(app)) || connect_profile(app, at_profile(app), &err))
		open_first_screen(app);
	else
		login_open(app->ui, &err);
}

/* The new client is made first, so that the old one stays where that cannot be. */
bool connect_switch(struct app *app, size_t row, struct error *err)
{
	const struct profile_row *to = &app->at.list.rows[row];
	struct client *client = NULL;

	if (!profile_row_check(to, err) ||
	    (profile_row_is_ready(to) && !(client = client_new(app->loop, to->profile, err))))
		return false;
	action_one_cancel_all(app);
	ui_close_all(app->ui);
	connect_stop_sandbox(app);
	drop_client(app);
	xreplace(&app->price_tier, NULL);
	at_profile_go(app, row);
	app->at.was_chosen = true;
	if (client)
		take_client(app, client);
	open_first_screen(app);
	return true;
}

void connect_finish(struct app *app)
{
	free_client(app);
	connect_stop_sandbox(app);
}
