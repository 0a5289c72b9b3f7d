/* SPDX-License-Identifier: ISC */
#include "api/session.h"

#include <stdlib.h>
#include <string.h>

#include "api/claims.h"
#include "api/dialect.h"
#include "api/failure.h"
#include "api/identity.h"
#include "api/login.h"
#include "api/refusal.h"
#include "api/ticket.h"
#include "api/token_file.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/loop.h"

enum {
	RENEW_PAUSE_S = 60, /* after a renewal that failed, while the old token still works */
	LIFETIME_MAX_S = 10 * 366 * 24 * 3600, /* a service may say anything */
};

struct session {
	struct login_desk desk;
	enum client_state state;
	struct identity who;
	struct ticket ticket;
	struct claims claims;
	char *organization; /* its name, when learnt */

	struct login *login;
	int64_t renew_after; /* seconds since 1970: no renewal before */

	struct wait_list waiters;
	struct timer *turn;   /* asks the person, or tells those who wait, in the next turn */
	struct error verdict; /* what those who wait are told then; ERROR_NONE: the state says it */
	struct error reason;  /* why a person is needed */
	bool asked;           /* a person was, and has neither logged in nor given up */

	unsigned changes_of_person;
	struct identity person; /* who the person says to be, until the service agrees */
	client_done_fn *person_fn;
	void *person_data;

	void (*changed)(void *data);
	void *changed_data;
	void (*login_needed)(void *data, const struct login_request *request);
	void *login_needed_data;
};

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static void begin_login(struct session *session);

static const struct profile *profile_of(const struct session *session)
{
	return session->desk.profile;
}

static void set_state(struct session *session, enum client_state state)
{
	session->state = state;
	if (session->changed)
		session->changed(session->changed_data);
}

/* --- the token file -------------------------------------------------------------------------- */

static void learn_claims(struct session *session, const struct json *answer)
{
	claims_finish(&session->claims);
	claims_add_token(&session->claims, session->ticket.token);
	claims_add(&session->claims, answer);
}

static bool use_kept_token(struct session *session, const char *refused)
{
	const struct profile *profile = profile_of(session);
	struct token_key key = identity_token_key(&session->who, profile);

	if (!identity_keeps_tokens(&session->who, profile) ||
	    !ticket_use_kept(&session->ticket, &key, refused, profile->auth_header))
		return false;
	learn_claims(session, NULL);
	return true;
}

/* --- those who wait -------------------------------------------------------------------------- */

static void ask_person(struct session *session)
{
	const struct identity *who = &session->who;
	struct login_request request = { .login = who->kind, .user_code = "",
					 .org_code = who->org_code, .client_id = who->client_id,
					 .reason = session->reason.message };

	if (session->asked)
		return;
	session->asked = true;
	session->login_needed(session->login_needed_data, &request);
}

static void on_turn(void *data)
{
	struct session *session = data;
	struct error verdict = session->verdict;

	session->turn = NULL;
	session->verdict = (struct error){ 0 };
	if (verdict.code != ERROR_NONE) {
		wait_list_tell(&session->waiters, &verdict);
	} else if (session->state == CLIENT_LOGIN_NEEDED && session->login_needed) {
		ask_person(session);
	} else if (session->state == CLIENT_LOGIN_NEEDED) {
		set_state(session, CLIENT_NEW);
		wait_list_tell(&session->waiters, &session->reason);
	} else if (session->state == CLIENT_LOGGED_IN) {
		wait_list_tell(&session->waiters, NULL);
	} else if (session->state == CLIENT_NEW && session->waiters.first) {
		begin_login(session); /* a person tried and failed, while others waited */
	}
}

/* Nobody is called from within: neither a person nor a call expects it. */
static void plan_turn(struct session *session)
{
	if (!session->turn)
		session->turn = loop_after(session->desk.loop, 0, on_turn, session);
}

void session_wait(struct session *session, struct waiter *waiter)
{
	wait_list_add(&session->waiters, waiter);
	plan_turn(session);
}

void session_unwait(struct session *session, struct waiter *waiter)
{
	wait_list_remove(&session->waiters, waiter);
}

/* --- logging in ------------------------------------------------------------------------------ */

static void need_person(struct session *session, const char *reason)
{
	error_set(&session->reason, ERROR_LOGIN, "%s", reason);
	set_state(session, CLIENT_LOGIN_NEEDED);
	plan_turn(session);
}

/* The answer says how long from now, by our clock; a token's exp is by the server's, which may
 * differ. */
static int64_t expiry(const struct session *session, const struct login_result *result)
{
	if (result->expires_in_s <= 0)
		return session->claims.expires_at;
	return clock_unix_s() +
	       (result->expires_in_s < LIFETIME_MAX_S ? result->expires_in_s : LIFETIME_MAX_S);
}

static void use_token(struct session *session, const char *token)
{
	ticket_use(&session->ticket, token, profile_of(session)->auth_header,
		   session->who.kind == LOGIN_API_KEY);
}

static bool take_result(struct session *session, const struct login_result *result)
{
	const struct identity *person = &session->person;

	if (!ticket_is_token(result->token))
		return false;
	if (session->person_fn) {
		session->changes_of_person += !identity_is_same(&session->who, person);
		identity_set(&session->who, person->kind, person->org_code, person->client_id,
			     true);
		xreplace(&session->organization, NULL);
		session->ticket.header_known = false;
	}
	use_token(session, result->token);
	learn_claims(session, result->answer);
	ticket_set_expiry(&session->ticket, expiry(session, result));
	session->asked = false;
	return true;
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
		set_state(session, CLIENT_LOGGED_IN);
	else
		set_state(session, session->asked ? CLIENT_LOGIN_NEEDED : CLIENT_NEW);
	plan_turn(session);
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
		need_person(session, failure->error.message);
	} else {
		set_state(session, CLIENT_NEW);
		session->verdict = failure->error;
		plan_turn(session);
	}
}

static void on_login(void *data, const struct login_result *result, const struct failure *failure)
{
	struct session *session = data;
	struct failure no_token = { 0 };

	session->login = NULL;
	if (!result) {
		on_failure(session, failure);
	} else if (!take_result(session, result)) {
		error_set(&no_token.error, ERROR_LOGIN,
			  _("This is no token: expected letters, digits and signs, no space."));
		on_failure(session, &no_token);
	} else {
		set_state(session, CLIENT_LOGGED_IN);
		plan_turn(session);
		tell_person(session, NULL);
	}
}

static void log_in_silently(struct session *session)
{
	const struct identity *who = &session->who;
	struct login_order order = { who->kind, who->org_code, who->client_id,
				     identity_given_secret(who, profile_of(session)) };

	if (who->kind != LOGIN_CREDENTIALS && profile_of(session)->secret_command)
		order.secret = NULL; /* the one given at start is used up: ask the command */
	session->login = login_start(&session->desk, &order, on_login, session);
}

static void begin_login(struct session *session)
{
	const char *missing = identity_lacks(&session->who, profile_of(session));

	if (!session->login && missing) {
		need_person(session, missing);
		return;
	}
	if (!session->login) /* else a renewal is under way already */
		log_in_silently(session);
	set_state(session, CLIENT_LOGGING_IN);
}

/* --- for calls ------------------------------------------------------------------------------- */

/* Calls still go out with the old token meanwhile. */
static void renew_in_time(struct session *session)
{
	int64_t now = clock_unix_s();

	if (!ticket_is_due(&session->ticket, now) || session->login || now < session->renew_after ||
	    !identity_can_renew(&session->who, profile_of(session)))
		return;
	if (ticket_is_over(&session->ticket, now)) {
		ticket_drop(&session->ticket);
		begin_login(session);
	} else {
		log_in_silently(session);
	}
}

bool session_ready(struct session *session)
{
	if (session->state == CLIENT_LOGGED_IN)
		renew_in_time(session);
	if (session->state == CLIENT_NEW)
		begin_login(session);
	return session->state == CLIENT_LOGGED_IN;
}

const char *session_header(const struct session *session, unsigned *generation)
{
	*generation = session->ticket.generation;
	return session->ticket.header;
}

void session_accepted(struct session *session, unsigned generation)
{
	struct ticket *ticket = &session->ticket;
	struct token_key key = identity_token_key(&session->who, profile_of(session));

	if (generation != ticket->generation || ticket->accepted || !ticket->token)
		return;
	bool news = !ticket->kept || !ticket->header_known;
	ticket->accepted = ticket->header_known = true;
	if (news && identity_keeps_tokens(&session->who, profile_of(session)))
		ticket_keep(ticket, &key);
}

/* Only a person can go on from here. */
static void need_another_token(struct session *session, bool fresh)
{
	char *text = refusal_text(session->who.kind, fresh, session->claims.expires_at);

	need_person(session, text);
	free(text);
}

/* Forgets the token that was refused, also in its file; true when another program has left a newer
 * one there. */
static bool exchange_for_kept_token(struct session *session)
{
	struct ticket *ticket = &session->ticket;
	struct token_key key = identity_token_key(&session->who, profile_of(session));
	char *refused = xstrdup(ticket->token);

	ticket_drop(ticket);
	token_file_remove(&key, refused);
	bool another = use_kept_token(session, refused);
	secret_free(refused);
	return another;
}

bool session_refused(struct session *session, unsigned generation, bool again)
{
	struct ticket *ticket = &session->ticket;
	bool fresh = !ticket->kept && !ticket->accepted;

	if (generation != ticket->generation)
		return session->state != CLIENT_LOGGED_IN; /* others were refused before */
	if (ticket_swap_header(ticket))
		return false;
	if (fresh)
		ticket->header_known = false; /* neither header worked: nothing is known */
	if (exchange_for_kept_token(session) && !again)
		return false;
	ticket_drop(ticket);
	if (!session->login &&
	    (fresh || again || !identity_can_renew(&session->who, profile_of(session))))
		need_another_token(session, fresh || again);
	else
		begin_login(session);
	return true;
}

unsigned session_changes_of_person(const struct session *session)
{
	return session->changes_of_person;
}

/* --- for people ------------------------------------------------------------------------------ */

const char *session_tenant(const struct session *session)
{
	const char *tenant = profile_of(session)->tenant;

	return tenant ? tenant : "";
}

const char *session_store(const struct session *session)
{
	const char *store = profile_of(session)->store;

	return store ? store : "";
}

struct client_info session_info(const struct session *session)
{
	const struct claims *claims = &session->claims;
	const char *organization =
		session->organization ? session->organization : claims->organization;

	return (struct client_info){
		.state = session->state,
		.organization = organization ? organization : session->who.org_code,
		.role = or_empty(claims->role),
		.price_tier = or_empty(claims->price_tier),
		.currency = or_empty(claims->currency),
		.expires_at = session->ticket.token ? session->ticket.expires_at : 0,
	};
}

void session_set_organization(struct session *session, const char *name)
{
	xreplace(&session->organization, name);
	set_state(session, session->state);
}

void session_on_change(struct session *session, void (*fn)(void *data), void *data)
{
	session->changed = fn;
	session->changed_data = data;
}

void session_on_login_needed(struct session *session,
			     void (*fn)(void *data, const struct login_request *request),
			     void *data)
{
	session->login_needed = fn;
	session->login_needed_data = data;
}

void session_login(struct session *session, const struct credentials *credentials,
		   client_done_fn *fn, void *data)
{
	struct login_order order = { credentials->login, credentials->org_code,
				     credentials->client_id, credentials->secret };

	login_cancel(session->login);
	identity_set(&session->person, order.kind, order.org_code, order.client_id, true);
	session->person_fn = fn;
	session->person_data = data;
	session->login = login_start(&session->desk, &order, on_login, session);
	set_state(session, CLIENT_LOGGING_IN);
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

void session_abandon(struct session *session)
{
	session_login_cancel(session);
	session->asked = false;
	if (session->state != CLIENT_LOGIN_NEEDED)
		return;
	set_state(session, CLIENT_NEW);
	error_set(&session->verdict, ERROR_CANCELLED, _("Not logged in, nothing was sent."));
	plan_turn(session);
}

void session_stop_waiting(struct session *session)
{
	if (session->login)
		login_stop_waiting(session->login);
}

/* --- beginning and end ----------------------------------------------------------------------- */

/* A token that is there already: the first call needs no login. */
static void use_what_is_there(struct session *session)
{
	const char *secret = identity_given_secret(&session->who, profile_of(session));

	if (session->who.kind != LOGIN_CREDENTIALS && secret && ticket_is_token(secret)) {
		use_token(session, secret);
		learn_claims(session, NULL);
		ticket_set_expiry(&session->ticket, session->claims.expires_at);
		session->state = CLIENT_LOGGED_IN;
	} else if (use_kept_token(session, NULL)) {
		session->state = CLIENT_LOGGED_IN;
	}
}

struct session *session_new(struct loop *loop, struct net *net, const struct dialect *dialect,
			    const struct profile *profile, struct wait_sign *sign)
{
	struct session *session = xcalloc(1, sizeof(*session));

	session->desk = (struct login_desk){ loop, net, dialect, profile, sign, 0 };
	identity_set(&session->who, profile->login, profile->org_code, profile->client_id, false);
	use_what_is_there(session);
	return session;
}

void session_free(struct session *session)
{
	if (!session)
		return;
	login_cancel(session->login);
	timer_cancel(session->turn);
	ticket_drop(&session->ticket);
	claims_finish(&session->claims);
	identity_finish(&session->who);
	identity_finish(&session->person);
	free(session->organization);
	free(session);
}
