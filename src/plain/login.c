/* SPDX-License-Identifier: ISC */
#include "plain/login.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/loop.h"
#include "plain/connect.h"
#include "plain/number.h"
#include "plain/plain_state.h"
#include "plain/profiles.h"
#include "plain/say.h"
#include "work/login_way.h"

struct login {
	struct plain *plain;
	const struct login_way *way;   /* NULL: being chosen */
	char *texts[LOGIN_FIELDS_MAX]; /* what was answered, or known; NULL: to be asked */
	bool again;                    /* calls wait for it */
	char *reason;                  /* why, until it was said; NULL: it was, or there is none */
	struct client_call *call;
};

static void forget_texts(struct login *login)
{
	for (size_t i = 0; i < LOGIN_FIELDS_MAX; i++) {
		secret_free(login->texts[i]);
		login->texts[i] = NULL;
	}
}

static void end(struct login *login)
{
	login->plain->login = NULL;
	client_cancel(login->call);
	forget_texts(login);
	free(login->reason);
	free(login);
}

void plain_login_finish(struct plain *plain)
{
	if (plain->login)
		end(plain->login);
}

static struct login *login_new(struct plain *plain)
{
	struct login *login = xcalloc(1, sizeof(*login));

	login->plain = plain;
	plain->login = login;
	return login;
}

/* --- it is tried ---------------------------------------------------------------- */

static void ask_next(struct login *login);
static void choose_way(struct login *login);

/* What the service did not accept is asked for again; after a broken line it may still be right. */
static void try_again(struct login *login, const struct error *err)
{
	const struct login_way *way = login->way;

	for (size_t i = 0; i < login_way_size(way); i++)
		if (way->fields[i].secret) {
			secret_free(login->texts[i]);
			login->texts[i] = NULL;
		}
	say(login->plain, "%s", err->message);
	ask_next(login);
}

static void login_done(void *data, const struct failure *failure)
{
	struct login *login = data;
	struct plain *plain = login->plain;
	bool again = login->again;

	login->call = NULL;
	if (!again)
		wait_end(plain);
	if (failure) {
		try_again(login, &failure->error);
		return;
	}
	end(login);
	if (!again)
		plain_connect_enter(plain);
	client_learn_organization(plain->client);
}

static struct credentials read_texts(const struct login *login)
{
	struct credentials credentials = { .login = login->way->kind,
					   .org_code = "",
					   .client_id = "" };

	for (size_t i = 0; i < login_way_size(login->way); i++)
		*login_way_text(&credentials, &login->way->fields[i]) = login->texts[i];
	return credentials;
}

/* At start the client is made for what was typed: until then it is not known to whom to talk. */
static bool make_client(struct login *login, const struct credentials *credentials,
			struct error *err)
{
	struct profile *profile = profile_copy(plain_profile(login->plain));

	profile->login = credentials->login;
	xreplace(&profile->org_code, credentials->org_code);
	xreplace(&profile->client_id, credentials->client_id);
	bool made = plain_connect_profile(login->plain, profile, err);
	profile_free(profile);
	return made;
}

static void stopped(void *data)
{
	struct login *login = data;

	client_cancel(login->call);
	login->call = NULL;
	forget_texts(login);
	login->way = NULL;
	choose_way(login);
}

static void submit(struct login *login)
{
	struct credentials credentials = read_texts(login);
	struct error err;

	if (!login->again && !make_client(login, &credentials, &err)) {
		try_again(login, &err);
		return;
	}
	if (!login->again)
		wait_begin(login->plain, stopped, login);
	login->call = client_login(login->plain->client, &credentials, login_done, login);
}

/* --- its fields ------------------------------------------------------------------ */

static size_t next_field(const struct login *login)
{
	size_t i = 0;

	while (i < login_way_size(login->way) && login->texts[i])
		i++;
	return i;
}

/* An empty line: nobody logs in. What waits for it ends; at start another way may be chosen. */
static void given_up(struct login *login)
{
	struct plain *plain = login->plain;

	if (login->again) {
		end(login);
		client_login_abandon(plain->client);
		return;
	}
	forget_texts(login);
	login->way = NULL;
	choose_way(login);
}

static void field_answered(void *data, const char *line)
{
	struct login *login = data;

	if (!line)
		return; /* login_finish comes */
	if (!*line) {
		given_up(login);
		return;
	}
	login->texts[next_field(login)] = xstrdup(line);
	ask_next(login);
}

static void ask_next(struct login *login)
{
	size_t i = next_field(login);

	if (i == login_way_size(login->way)) {
		submit(login);
		return;
	}
	const struct login_field *field = &login->way->fields[i];
	char *prompt = xasprintf(_("%s, or an empty line to cancel"), _(field->label));
	(field->secret ? ask_secret : ask_line)(login->plain, prompt, field_answered, login);
	free(prompt);
}

/* --- the ways -------------------------------------------------------------------- */

/* The sandbox is none for calls that wait for another service. */
static const struct login_way *way_at(const struct login *login, size_t i)
{
	const struct login_way *way = NULL;

	for (size_t at = 0; (way = login_way_at(at)); at++)
		if (!(login->again && way->sandbox) && i-- == 0)
			break;
	return way;
}

static size_t way_count(const struct login *login)
{
	size_t count = 0;

	while (way_at(login, count))
		count++;
	return count;
}

static void way_answered(void *data, const char *line)
{
	struct login *login = data;
	struct plain *plain = login->plain;
	const struct login_way *way = NULL;
	size_t number;

	if (!line)
		return;
	if (number_read(line, way_count(login), &number))
		way = way_at(login, number - 1);
	if (!*line && login->again) {
		given_up(login);
	} else if (!*line) {
		loop_stop(plain->loop);
	} else if (!way) {
		choose_way(login);
	} else if (way->sandbox) {
		end(login);
		plain_connect_sandbox(plain);
	} else {
		if (!login->again)
			plain_profiles_leave_sandbox(plain);
		login->way = way;
		ask_next(login);
	}
}

static void choose_way(struct login *login)
{
	const struct login_way *way;

	say(login->plain, "%s", _("How do you want to log in?"));
	for (size_t i = 0; (way = way_at(login, i)); i++)
		say(login->plain, "%zu. %s: %s", i + 1, _(way->label), _(way->note));
	ask_line(login->plain,
		 login->again ? _("Number, or an empty line to cancel")
			      : _("Number, or an empty line to leave"),
		 way_answered, login);
}

/* --- begin ------------------------------------------------------------------------ */

void plain_login_begin(struct plain *plain)
{
	choose_way(login_new(plain));
}

static void know(struct login *login, const struct credentials *known)
{
	struct credentials texts = *known;

	for (size_t i = 0; i < login_way_size(login->way); i++) {
		const struct login_field *field = &login->way->fields[i];
		const char *text = field->secret ? NULL : *login_way_text(&texts, field);

		login->texts[i] = text && *text ? xstrdup(text) : NULL;
	}
}

void plain_login_ask_again(struct plain *plain, const struct login_request *request)
{
	if (plain->login)
		return; /* being asked */
	struct login *login = login_new(plain);
	const struct credentials known = { .org_code = request->org_code,
					   .client_id = request->client_id };

	login->again = true;
	login->reason = xstrdup(request->reason);
	if (request->login == LOGIN_CREDENTIALS && !*request->org_code && !*request->client_id)
		return; /* nothing is known: the way is chosen first */
	login->way = login_way_of(request->login);
	know(login, &known);
}

void plain_login_turn(struct plain *plain)
{
	struct login *login = plain->login;

	if (!login || !login->reason || plain->question.fn)
		return;
	say(plain, "%s", login->reason);
	xreplace(&login->reason, NULL);
	if (login->way)
		ask_next(login);
	else
		choose_way(login);
}
