/* How a session gets a token: by itself, or from what a person types and chooses. */
/* SPDX-License-Identifier: ISC */
#include "api/session_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"

enum {
	RENEW_PAUSE_S = 60, /* after a renewal that failed, while the old token still works */
	LIFETIME_MAX_S = 10 * 366 * 24 * 3600, /* a service may say anything */
};

/* --- how a login ends ------------------------------------------------------------------------ */

/* The answer says how long from now, by our clock; a token's exp is by the server's, which may
 * differ. */
static int64_t expiry(const struct session *session, const struct login_result *result)
{
	if (result->expires_in_s <= 0)
		return session->claims.expires_at;
	return clock_unix_s() +
	       (result->expires_in_s < LIFETIME_MAX_S ? result->expires_in_s : LIFETIME_MAX_S);
}

static void become_the_person(struct session *session)
{
	session->changes_of_person += !identity_is_same(&session->who, &session->person);
	identity_move(&session->who, &session->person);
	xreplace(&session->organization, NULL);
	account_finish(&session->account);
	session->ticket.header_known = false;
}

static void take_result(struct session *session, const struct login_result *result)
{
	if (session->person_fn)
		become_the_person(session);
	session_use_token(session, result->token);
	xreplace(&session->ticket.tenant, *result->tenant ? result->tenant : NULL);
	if (result->account->count > 0)
		account_move(&session->account, result->account);
	session_learn_claims(session, result->answer);
	ticket_set_expiry(&session->ticket, expiry(session, result));
	session->asked = false;
}

static void tell_person(struct session *session, const struct failure *failure)
{
	client_done_fn *fn = session->person_fn;

	session->person_fn = NULL;
	if (fn)
		fn(session->person_data, failure);
}

/* As it was before the person tried. */
static void go_on_without_login(struct session *session)
{
	if (session->ticket.token)
		session_set_state(session, CLIENT_LOGGED_IN);
	else
		session_set_state(session, session->asked ? CLIENT_LOGIN_NEEDED : CLIENT_NEW);
	session_plan_turn(session);
}

/* Whether the service, or the lack of a secret, said no: then a person may know better. */
static bool is_refusal(const struct failure *failure)
{
	return failure->error.code == ERROR_LOGIN || failure->status == 400 ||
	       failure->status == 403;
}

static void on_failure(struct session *session, const struct failure *failure)
{
	if (session->person_fn) {
		go_on_without_login(session);
		tell_person(session, failure);
	} else if (session->state == CLIENT_LOGGED_IN) {
		/* It was a renewal: the old token still works. */
		session->renew_after = clock_unix_s() + RENEW_PAUSE_S;
	} else if (is_refusal(failure)) {
		session_need_person(session, failure->error.message);
	} else {
		session_set_state(session, CLIENT_NEW);
		session->verdict = failure->error;
		session_plan_turn(session);
	}
}

static void on_ended(void *data, const struct login_result *result, const struct failure *failure)
{
	struct session *session = data;

	session->login = NULL;
	if (result) {
		take_result(session, result);
		session_set_state(session, CLIENT_LOGGED_IN);
		session_plan_turn(session);
		tell_person(session, NULL);
	} else {
		on_failure(session, failure);
	}
}

/* The login rests; it is the person's turn, who is asked anew when logging in was asked for before. */
static void on_several(void *data)
{
	struct session *session = data;

	session->asked = false;
	session_need_person(session, _("This login reaches several tenants: choose one."));
}

static const struct login_handlers handlers = { on_ended, on_several };

/* --- without a person ------------------------------------------------------------------------ */

static void log_in(struct session *session, const struct login_order *order)
{
	session->login = login_start(&session->desk, order, &handlers, session);
}

void session_renew(struct session *session)
{
	const struct identity *who = &session->who;
	const struct profile *profile = profile_of(session);
	const char *tenant = session_tenant(session);
	struct login_order order = {
		.who = { .login = who->kind,
			 .org_code = who->org_code,
			 .client_id = who->client_id,
			 .user_code = who->user_code,
			 .device_token = profile->device_token,
			 .secret = identity_given_secret(who, profile) },
		.tenant = *tenant ? tenant : NULL,
	};

	if (!identity_method(who, profile)->exchange.path && profile->secret_command)
		order.who.secret = NULL; /* the one given at start is used up: ask the command */
	log_in(session, &order);
}

void session_begin_login(struct session *session)
{
	const char *missing = identity_lacks(&session->who, profile_of(session));

	if (!session->login && missing) {
		session_need_person(session, missing);
		return;
	}
	if (!session->login) /* else a renewal is under way already */
		session_renew(session);
	session_set_state(session, CLIENT_LOGGING_IN);
}

/* --- with a person --------------------------------------------------------------------------- */

void session_ask_person(struct session *session)
{
	const struct identity *who = session->person_fn ? &session->person : &session->who;
	struct tenant *tenants;
	size_t count = login_tenants(session->login, &tenants);
	struct login_request request = { .login = who->kind,
					 .tenants = tenants,
					 .tenant_count = count,
					 .user_code = who->user_code,
					 .org_code = who->org_code,
					 .client_id = who->client_id,
					 .reason = session->reason.message };

	if (!session->asked) {
		session->asked = true;
		session->login_needed(session->login_needed_data, &request);
	}
	free(tenants);
}

/* "This login reaches several tenants: tnt-a (Nordlys Sport), tnt-b. Say which: --tenant or FLOW_TENANT." */
static void list_tenants(const struct session *session, const struct tenant *tenants, size_t count,
			 struct error *err)
{
	char *list;
	size_t len;
	FILE *out = xmemstream(&list, &len);

	for (size_t i = 0; i < count; i++)
		fprintf(out, *tenants[i].name ? "%s%s (%s)" : "%s%s%s", i ? ", " : "", tenants[i].key,
			tenants[i].name);
	fclose(out);
	error_set(err, ERROR_LOGIN,
		  _("This login reaches several tenants: %s. Say which one by --tenant or %s."), list,
		  session->desk.dialect->account.variable);
	free(list);
}

void session_ask_nobody(struct session *session)
{
	struct tenant *tenants;
	size_t count = login_tenants(session->login, &tenants);
	struct failure failure = { 0 };

	session_set_state(session, CLIENT_NEW);
	if (count > 0) {
		list_tenants(session, tenants, count, &session->reason);
		login_cancel(session->login);
		session->login = NULL;
		failure.error = session->reason;
		tell_person(session, &failure);
	}
	free(tenants);
}

void session_login(struct session *session, const struct credentials *credentials,
		   client_done_fn *fn, void *data)
{
	const struct profile *profile = profile_of(session);
	struct login_order order = { .who = *credentials,
				     .tenant = session->said_tenant,
				     .rather = session->ticket.tenant };

	if (!order.who.device_token || !*order.who.device_token)
		order.who.device_token = profile->device_token;
	if (!order.who.secret)
		order.who.secret = "";
	login_cancel(session->login);
	identity_set(&session->person, profile, credentials);
	session->person_fn = fn;
	session->person_data = data;
	log_in(session, &order);
	session_set_state(session, CLIENT_LOGGING_IN);
}

void session_choose_tenant(struct session *session, const char *tenant)
{
	if (!session->login || !login_choose(session->login, tenant))
		return;
	session->asked = false;
	session_set_state(session, CLIENT_LOGGING_IN);
}

void session_login_cancel(struct session *session)
{
	if (!session->person_fn)
		return;
	session->person_fn = NULL;
	login_cancel(session->login);
	session->login = NULL;
	go_on_without_login(session);
}

/* A login that rests for the person goes too. */
void session_abandon(struct session *session)
{
	session_login_cancel(session);
	session->asked = false;
	if (session->state != CLIENT_LOGIN_NEEDED)
		return;
	login_cancel(session->login);
	session->login = NULL;
	session_set_state(session, CLIENT_NEW);
	error_set(&session->verdict, ERROR_CANCELLED, _("Not logged in, nothing was sent."));
	session_plan_turn(session);
}

void session_stop_waiting(struct session *session)
{
	if (session->login)
		login_stop_waiting(session->login);
}
