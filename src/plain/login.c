/* SPDX-License-Identifier: ISC */
#include "plain/login.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "base/text_list.h"
#include "net/loop.h"
#include "plain/connect.h"
#include "plain/number.h"
#include "plain/plain_state.h"
#include "plain/profiles.h"
#include "plain/say.h"
#include "schema/pick_item.h"
#include "work/login_way.h"

struct login {
	struct plain *plain;
	struct login_ways ways;
	const struct login_way *way;   /* one of them; NULL: being chosen */
	char *texts[LOGIN_FIELDS_MAX]; /* what was answered, or known; NULL: to be asked */
	bool again;                    /* calls wait for it */
	char *reason;                  /* why, until it was said; NULL: it was, or there is none */
	struct client_call *call;
	struct text_list tenants, tenant_names; /* one is to be chosen; empty: not now */
};

static void forget_texts(struct login *login)
{
	for (size_t i = 0; i < LOGIN_FIELDS_MAX; i++) {
		secret_free(login->texts[i]);
		login->texts[i] = NULL;
	}
}

static void forget_tenants(struct login *login)
{
	text_list_finish(&login->tenants);
	text_list_finish(&login->tenant_names);
}

static void end(struct login *login)
{
	login->plain->login = NULL;
	client_cancel(login->call);
	forget_texts(login);
	forget_tenants(login);
	login_ways_finish(&login->ways);
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
static void stopped(void *data);

/* What the service did not accept is asked for again; after a broken line it may still be right. */
static void try_again(struct login *login, const struct error *err)
{
	const struct login_way *way = login->way;

	for (size_t i = 0; i < way->field_count; i++)
		if (way->fields[i].secret && !way->fields[i].kept) {
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
	struct credentials credentials = {
		.login = login->way->kind, .org_code = "", .client_id = "", .user_code = ""
	};

	for (size_t i = 0; i < login->way->field_count; i++)
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
	xreplace(&profile->user_code, credentials->user_code);
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

	while (i < login->way->field_count && login->texts[i])
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

	if (i == login->way->field_count) {
		submit(login);
		return;
	}
	const struct login_field *field = &login->way->fields[i];
	char *prompt = xasprintf(_("%s, or an empty line to cancel"), _(field->label));
	(field->secret ? ask_secret : ask_line)(login->plain, prompt, field_answered, login);
	free(prompt);
}

/* --- the ways -------------------------------------------------------------------- */

static void know(struct login *login, const struct credentials *known)
{
	struct credentials texts = *known;

	for (size_t i = 0; i < login->way->field_count; i++) {
		const struct login_field *field = &login->way->fields[i];
		const char *text = field->secret ? NULL : *login_way_text(&texts, field);

		login->texts[i] = text && *text ? xstrdup(text) : NULL;
	}
}

static void go_to_service(struct login *login, const struct login_way *way)
{
	struct plain *plain = login->plain;

	if (!login->again && login_way_moves(way, &plain->profiles, plain->profile_at))
		plain_profiles_go(plain, way->row);
}

static void choose(struct login *login, const struct login_way *way)
{
	go_to_service(login, way);
	login->way = way;
	ask_next(login);
}

static void way_answered(void *data, const char *line)
{
	struct login *login = data;
	struct plain *plain = login->plain;
	const struct login_way *way = NULL;
	size_t number;

	if (!line)
		return;
	if (number_read(line, login->ways.count, &number))
		way = &login->ways.ways[number - 1];
	if (!*line && login->again) {
		given_up(login);
	} else if (!*line) {
		loop_stop(plain->loop);
	} else if (!way) {
		choose_way(login);
	} else if (way->sandbox) {
		go_to_service(login, way);
		end(login);
		plain_connect_sandbox(plain);
	} else {
		choose(login, way);
	}
}

static void choose_way(struct login *login)
{
	const char *service = "";

	say(login->plain, "%s", _("How do you want to log in?"));
	for (size_t i = 0; i < login->ways.count; i++) {
		const struct login_way *way = &login->ways.ways[i];

		if (login->ways.many_services && strcmp(way->service, service) != 0)
			say(login->plain, "%s", way->service);
		service = way->service;
		say(login->plain, "%zu. %s: %s", i + 1, _(way->label), _(way->note));
	}
	ask_line(login->plain,
		 login->again ? _("Number, or an empty line to cancel")
			      : _("Number, or an empty line to leave"),
		 way_answered, login);
}

/* --- the tenant ------------------------------------------------------------------- */

static void keep_tenants(struct login *login, const struct login_request *request)
{
	forget_tenants(login);
	for (size_t i = 0; i < request->tenant_count; i++) {
		text_list_add(&login->tenants, request->tenants[i].key);
		text_list_add(&login->tenant_names, request->tenants[i].name);
	}
}

static void tenant_chosen(void *data, const char *key)
{
	struct login *login = data;
	struct plain *plain = login->plain;

	if (key && login->call)
		wait_begin(plain, stopped, login);
	else
		end(login);
	if (key)
		client_choose_tenant(plain->client, key);
	else
		client_login_abandon(plain->client);
}

static void ask_tenant(struct login *login)
{
	size_t count = login->tenants.count;
	struct pick_item *items = xcalloc(count, sizeof(*items));

	for (size_t i = 0; i < count; i++)
		items[i] = (struct pick_item){ text_list_at(&login->tenants, i),
					       text_list_at(&login->tenant_names, i) };
	if (login->call)
		wait_end(login->plain);
	ask_choice(login->plain, &(struct choosing){
					 .title = _("Work in which tenant?"),
					 .note = _("Without one, nothing can be asked of the service."),
					 .items = items,
					 .count = count,
					 .fn = tenant_chosen,
					 .data = login,
				 });
	free(items);
	forget_tenants(login);
}

/* --- begin ------------------------------------------------------------------------ */

void plain_login_begin(struct plain *plain)
{
	struct login *login = login_new(plain);

	login_ways_init(&login->ways, &plain->profiles, plain->profile_at);
	choose_way(login);
}

static bool knows_anything(const struct login *login)
{
	for (size_t i = 0; i < LOGIN_FIELDS_MAX; i++)
		if (login->texts[i])
			return true;
	return false;
}

/* What is known is not asked for again; where nothing is, the way is chosen first. */
static void begin_again(struct login *login, const struct login_request *request)
{
	const struct credentials known = { .org_code = request->org_code,
					   .client_id = request->client_id,
					   .user_code = request->user_code };

	login->again = true;
	login->reason = xstrdup(request->reason);
	login_ways_init_of(&login->ways, client_profile(login->plain->client));
	login->way = login_ways_find(&login->ways, request->login);
	know(login, &known);
	if (login->way == login->ways.ways && !knows_anything(login))
		login->way = NULL; /* the service's first: maybe nobody has chosen it */
}

void plain_login_ask_again(struct plain *plain, const struct login_request *request)
{
	if (request->tenants)
		keep_tenants(plain->login ? plain->login : login_new(plain), request);
	else if (!plain->login) /* else it is being asked */
		begin_again(login_new(plain), request);
}

void plain_login_turn(struct plain *plain)
{
	struct login *login = plain->login;

	if (!login || plain->question.fn)
		return;
	if (login->tenants.count) {
		ask_tenant(login);
		return;
	}
	if (!login->reason)
		return;
	say(plain, "%s", login->reason);
	xreplace(&login->reason, NULL);
	if (login->way)
		ask_next(login);
	else
		choose_way(login);
}
