/* SPDX-License-Identifier: ISC */
#include "screens/login.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "screens/app_state.h"
#include "screens/connect.h"
#include "screens/lists.h"
#include "screens/login_state.h"
#include "screens/profiles.h"
#include "ui/keys.h"

/* How a login screen begins; none of it is kept. */
struct argument {
	const struct login_request *request; /* NULL: at start */
	const struct error *error;
	bool sandbox;
	bool renew; /* nobody waits */
};

static void fail(struct login *login, const struct error *err)
{
	login->busy = NULL;
	login->error = *err;
	ui_touch(login->app->ui);
}

/* --- what is tried --------------------------------------------------------- */

/* Closes the login, and the help that may be open above it. */
static void close_login(struct login *login)
{
	struct ui *ui = login->app->ui;

	ui_pop_to(ui, login);
	ui_pop(ui);
}

static void begin_work(struct login *login)
{
	struct ui *ui = login->app->ui;

	close_login(login);
	lists_open(ui);
}

static void sandbox_done(struct app *app, const struct error *err)
{
	if (!app->login)
		return;
	if (err)
		fail(app->login, err);
	else
		begin_work(app->login);
}

static void start_sandbox(struct login *login)
{
	struct error err;

	login->error.code = ERROR_NONE;
	login->busy = N_("Starting the sandbox...");
	if (!connect_sandbox(login->app, sandbox_done, &err))
		fail(login, &err);
}

/* What the service did not accept is asked for again; after a broken line it may still be right. */
static bool is_refused(const struct error *err)
{
	return err->code == ERROR_LOGIN || err->code == ERROR_REFUSED ||
	       err->code == ERROR_FORBIDDEN;
}

static void login_done(void *data, const struct failure *failure)
{
	struct login *login = data;
	struct ui *ui = login->app->ui;

	login->call = NULL;
	if (failure) {
		if (is_refused(&failure->error))
			login_form_forget_secret(&login->form);
		fail(login, &failure->error);
	} else if (login->again) {
		client_learn_organization(login->app->client); /* it may be another one */
		close_login(login);
	} else {
		begin_work(login);
	}
	ui_touch(ui);
}

/* At start the client is made for what was typed: until then it is not known to whom to talk. */
static bool make_client(struct login *login, const struct credentials *credentials,
			struct error *err)
{
	struct profile *profile = profile_copy(at_profile(login->app));

	profile->login = credentials->login;
	xreplace(&profile->org_code, credentials->org_code);
	xreplace(&profile->client_id, credentials->client_id);
	xreplace(&profile->user_code, credentials->user_code);
	bool made = connect_profile(login->app, profile, err);
	profile_free(profile);
	return made;
}

static void submit(struct login *login)
{
	struct credentials credentials;
	struct error err;

	if (!login_form_read(&login->form, &credentials, &err) ||
	    (!login->again && !make_client(login, &credentials, &err))) {
		fail(login, &err);
		return;
	}
	login->error.code = ERROR_NONE;
	login->busy = N_("Logging in...");
	login->call = client_login(login->app->client, &credentials, login_done, login);
}

/* Choosing at start asks for the fields; what the profile knows is filled in. */
static void choose(struct login *login, const struct login_way *way)
{
	login->error.code = ERROR_NONE;
	if (!login->again && login_way_moves(way, &login->app->at.list, login->app->at.row))
		at_profile_go(login->app, way->row);
	if (way->sandbox) {
		start_sandbox(login);
		return;
	}
	struct credentials known = login_known(at_profile(login->app), way->kind);
	login_form_ask(&login->form, way, &known);
}

/* --- commands -------------------------------------------------------------- */

static bool is_last_field(const struct login_form *form)
{
	return form->way && form->cursor + 1 == login_form_size(form);
}

static bool has_another_way(struct ui *ui, void *state)
{
	const struct login *login = state;

	(void)ui;
	return !login->busy && login_form_next_way(&login->form);
}

static bool can_choose(struct ui *ui, void *state)
{
	const struct login *login = state;

	(void)ui;
	return !login->busy && !login->form.way;
}

static bool can_go_on(struct ui *ui, void *state)
{
	const struct login *login = state;

	(void)ui;
	return !login->busy && login->form.way && !is_last_field(&login->form);
}

static bool can_log_in(struct ui *ui, void *state)
{
	const struct login *login = state;

	(void)ui;
	return !login->busy && is_last_field(&login->form);
}

static void choose_row(struct ui *ui, void *state)
{
	struct login *login = state;

	(void)ui;
	choose(login, &login->form.ways.ways[login->form.cursor]);
}

static void ask_another_way(struct ui *ui, void *state)
{
	struct login *login = state;

	(void)ui;
	choose(login, login_form_next_way(&login->form));
}

static void log_in(struct ui *ui, void *state)
{
	(void)ui;
	submit(state);
}

static void next_row(struct ui *ui, void *state)
{
	(void)ui;
	login_form_move(&((struct login *)state)->form, 1);
}

static void previous_row(struct ui *ui, void *state)
{
	(void)ui;
	login_form_move(&((struct login *)state)->form, -1);
}

void login_stop(struct login *login)
{
	if (login->call)
		client_cancel(login->call);
	else
		connect_stop_sandbox(login->app);
	login->call = NULL;
	login->busy = NULL;
	ui_touch(login->app->ui);
}

/* What waited says itself that it was not sent. Who chose a profile and never got in may choose again. */
static void abandon(struct ui *ui, struct login *login)
{
	struct client *client = login->app->client;
	bool waited_for = login->waited_for;
	bool choose_again = login->app->at.was_chosen && !login->app->was_logged_in;

	ui_pop(ui);
	if (waited_for)
		client_login_abandon(client);
	if (choose_again)
		profiles_open(ui);
	else if (!waited_for)
		ui_message(ui, ROLE_MESSAGE, "%s", _("The login stays as it was."));
}

/* One step back: from what is under way to the fields, from there to the choice or out. */
static void leave(struct ui *ui, void *state)
{
	struct login *login = state;

	login->error.code = ERROR_NONE;
	if (login->busy) {
		login_stop(login);
		ui_message(ui, ROLE_MESSAGE, "%s", _("Cancelled."));
	} else if (!login->again) {
		login_form_choose(&login->form);
	} else {
		abandon(ui, login);
	}
}

/* At the choice, Esc is the program's: it asks whether to quit. */
static bool can_leave(struct ui *ui, void *state)
{
	const struct login *login = state;

	(void)ui;
	return login->busy || login->again || login->form.way;
}

static const struct command login_commands[] = {
	{ "Enter", "choose", N_("Choose this way to log in"), choose_row, .can = can_choose,
	  .hint = N_("choose") },
	{ "Enter", "next-field", N_("Next field"), next_row, .can = can_go_on,
	  .hint = N_("next field") },
	{ "Enter", "log-in", N_("Log in, on the last field"), log_in, .can = can_log_in,
	  .hint = N_("log in") },
	{ "Tab Down", "next", N_("Next row"), next_row, .hint = N_("next"), .moves = true },
	{ "PgDn", "other-way", N_("Another way to log in to this service"), ask_another_way,
	  .can = has_another_way, .hint = N_("other way") },
	{ "Shift-Tab Up", "previous", N_("Previous row"), previous_row, .moves = true },
	{ "Esc F12 F3", "leave", N_("Back; stop what is under way"), leave, .can = can_leave,
	  .hint = N_("cancel") },
};

/* --- screen ---------------------------------------------------------------- */

static void begin_again(struct login *login, const struct login_request *request)
{
	const struct credentials known = { .org_code = request->org_code,
					   .client_id = request->client_id,
					   .user_code = request->user_code };
	struct login_ways ways;

	login_ways_init_of(&ways, client_profile(login->app->client));
	login_form_init_take(&login->form, ways, 0);
	login_form_ask(&login->form, login_ways_find(&login->form.ways, request->login), &known);
}

static void begin_choice(struct login *login)
{
	struct login_ways ways;

	login_ways_init(&ways, &login->app->at.list, login->app->at.row);
	login_form_init_take(&login->form, ways, login->app->at.row);
}

static void open_screen(struct ui *ui, void *state, void *data)
{
	struct login *login = state;
	const struct argument *argument = data;
	const struct login_request *request = argument->request;

	login->app = app_of(ui);
	login->app->login = login;
	if (request) {
		login->again = true;
		login->waited_for = !argument->renew;
		login->reason = xstrdup(request->reason);
		begin_again(login, request);
	} else {
		begin_choice(login);
	}
	if (argument->error)
		login->error = *argument->error;
	if (argument->sandbox)
		start_sandbox(login);
}

static void close_screen(struct ui *ui, void *state)
{
	struct login *login = state;

	(void)ui;
	login->app->login = NULL;
	client_cancel(login->call);
	login_form_finish(&login->form);
	free(login->reason);
}

static bool see_key(struct ui *ui, void *state, const struct key *key)
{
	struct login *login = state;

	(void)ui;
	if (login->busy)
		return key_is_text(key) || key->code == K_ENTER;
	if (login->form.way)
		return login_form_key(&login->form, key);
	size_t number = key->code - '1'; /* wraps around for what is less: too large then */
	if (number >= login->form.ways.count)
		return false;
	choose(login, &login->form.ways.ways[number]);
	return true;
}

static bool typing(struct ui *ui, void *state)
{
	const struct login *login = state;

	(void)ui;
	return login->busy || login->form.way;
}

#define LOGIN_CLASS                                                                                \
	.label = N_("Log in"), .state_size = sizeof(struct login), COMMANDS(login_commands),       \
	.open = open_screen, .key = see_key, .typing = typing, .draw = login_draw,                       \
	.title = login_write_title, .close = close_screen

const struct screen_class login_screen = { .name = "login", LOGIN_CLASS };
const struct screen_class login_box = { .name = "login-box", LOGIN_CLASS, .height = login_box_height };

void login_open(struct ui *ui, const struct error *err)
{
	ui_push(ui, &login_screen, &(struct argument){ .error = err });
}

void login_open_sandbox(struct ui *ui)
{
	ui_push(ui, &login_screen, &(struct argument){ .sandbox = true });
}

/* The one that a person opened has somebody who waits for it by now. */
static void ask_for(struct login *login, const struct login_request *request)
{
	login->waited_for = true;
	xreplace(&login->reason, request->reason);
	ui_touch(login->app->ui);
}

static void open_again(struct ui *ui, const struct login_request *request, bool renew)
{
	struct app *app = app_of(ui);
	struct argument argument = { .request = request, .renew = renew };

	if (app->login) {
		ask_for(app->login, request);
		return;
	}
	ui_push(ui, app->was_logged_in ? &login_box : &login_screen, &argument);
}

void login_open_again(struct ui *ui, const struct login_request *request)
{
	open_again(ui, request, false);
}

void login_open_renew(struct ui *ui)
{
	const struct profile *profile = client_profile(app_of(ui)->client);
	struct login_request request = {
		.login = profile->login,
		.org_code = profile->org_code ? profile->org_code : "",
		.client_id = profile->client_id ? profile->client_id : "",
		.user_code = profile->user_code ? profile->user_code : "",
		.reason = _("Log in again; what is open stays open."),
	};

	open_again(ui, &request, true);
}
