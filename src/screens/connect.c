/* SPDX-License-Identifier: ISC */
#include "screens/connect.h"

#include "api/client.h"
#include "api/profile.h"
#include "api/sandbox_process.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "screens/app.h"
#include "screens/app_state.h"
#include "screens/discarded.h"
#include "screens/drafts.h"
#include "screens/lists.h"
#include "screens/login.h"
#include "screens/offers.h"
#include "screens/runs.h"
#include "store/known_tiers.h"

static void tell_lists(void *data)
{
	struct app *app = data;

	app->logged_in_timer = NULL;
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
	app->counting_down = false;
	header_set_runs(&app->header, app->ui, "");
	header_update(&app->header, app->ui, NULL);
}

bool connect_profile(struct app *app, const struct profile *profile, struct error *err)
{
	struct client *client = client_new(app->loop, profile, err);
	struct error trouble;

	if (!client)
		return false;
	drop_client(app);
	app->client = client;
	if (!known_tiers_tell(client, &trouble))
		ui_message(app->ui, ROLE_ERROR, "%s", trouble.message);
	client_on_change(client, client_changed, app);
	client_on_wait(client, client_waits, app);
	client_on_login_needed(client, login_needed, app);
	client_changed(app);
	return true;
}

static void sandbox_ready(void *data, const struct profile *profile, const struct error *err)
{
	struct app *app = data;
	struct error failed;

	if (profile) {
		struct profile *own = profile_copy(profile);

		own->read_only = app->options->profile->read_only;
		xreplace(&own->view, app->options->profile->view);
		err = connect_profile(app, own, &failed) ? NULL : &failed;
		profile_free(own);
	}
	app->sandbox_done(app, err);
}

bool connect_sandbox(struct app *app, void (*done)(struct app *app, const struct error *err),
		     struct error *err)
{
	connect_stop_sandbox(app);
	drop_client(app); /* a request log opened meanwhile would show its trace */
	app->sandbox_done = done;
	app->sandbox = sandbox_process_start(app->loop, sandbox_ready, app, err);
	return app->sandbox;
}

void connect_stop_sandbox(struct app *app)
{
	sandbox_process_free(app->sandbox);
	app->sandbox = NULL;
}

void connect_begin(struct app *app)
{
	const struct profile *profile = app->options->profile;
	struct error err;

	if (app->options->sandbox)
		login_open_sandbox(app->ui);
	else if (!profile_says_anything(profile))
		login_open(app->ui, NULL);
	else if (connect_profile(app, profile, &err))
		lists_open(app->ui);
	else
		login_open(app->ui, &err);
}

void connect_finish(struct app *app)
{
	free_client(app);
	connect_stop_sandbox(app);
}
