/* SPDX-License-Identifier: ISC */
#include "api/session_state.h"

#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "api/refusal.h"
#include "api/token_file.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/loop.h"

void session_set_state(struct session *session, enum client_state state)
{
	session->state = state;
	if (session->changed)
		session->changed(session->changed_data);
}

/* --- tokens ---------------------------------------------------------------------------------- */

void session_use_token(struct session *session, const char *token)
{
	const struct profile *profile = profile_of(session);
	enum auth_header header = identity_method(&session->who, profile)->header;

	ticket_use(&session->ticket, token, header == AUTH_AUTO ? profile->auth_header : header);
}

void session_learn_claims(struct session *session, const struct json *answer)
{
	claims_finish(&session->claims);
	claims_add_token(&session->claims, session->ticket.token);
	claims_add(&session->claims, answer);
}

/* Where nobody has said a tenant, it is for the one that was chosen. */
static struct token_key token_key_of(const struct session *session)
{
	struct token_key key = identity_token_key(&session->who, profile_of(session));

	key.tenant = session->said_tenant;
	return key;
}

static bool use_kept_token(struct session *session, const char *refused)
{
	const struct profile *profile = profile_of(session);
	struct token_key key = token_key_of(session);
	enum auth_header header = identity_method(&session->who, profile)->header;

	if (!identity_keeps_tokens(&session->who, profile) ||
	    !ticket_use_kept(&session->ticket, &key, refused,
			     header == AUTH_AUTO ? profile->auth_header : header))
		return false;
	session_learn_claims(session, NULL);
	return true;
}

/* --- those who wait -------------------------------------------------------------------------- */

static void on_turn(void *data)
{
	struct session *session = data;
	struct error verdict = session->verdict;

	session->turn = NULL;
	session->verdict = (struct error){ 0 };
	if (verdict.code != ERROR_NONE) {
		wait_list_tell(&session->waiters, &verdict);
	} else if (session->state == CLIENT_LOGIN_NEEDED && session->login_needed) {
		session_ask_person(session);
	} else if (session->state == CLIENT_LOGIN_NEEDED) {
		session_ask_nobody(session);
		wait_list_tell(&session->waiters, &session->reason);
	} else if (session->state == CLIENT_LOGGED_IN) {
		wait_list_tell(&session->waiters, NULL);
	} else if (session->state == CLIENT_NEW && session->waiters.first) {
		session_begin_login(session); /* a person tried and failed, while others waited */
	}
}

void session_plan_turn(struct session *session)
{
	if (!session->turn)
		session->turn = loop_after(session->desk.loop, 0, on_turn, session);
}

void session_wait(struct session *session, struct waiter *waiter)
{
	wait_list_add(&session->waiters, waiter);
	session_plan_turn(session);
}

void session_unwait(struct session *session, struct waiter *waiter)
{
	wait_list_remove(&session->waiters, waiter);
}

void session_need_person(struct session *session, const char *reason)
{
	error_set(&session->reason, ERROR_LOGIN, "%s", reason);
	session_set_state(session, CLIENT_LOGIN_NEEDED);
	session_plan_turn(session);
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
		session_begin_login(session);
	} else {
		session_renew(session);
	}
}

bool session_ready(struct session *session)
{
	if (session->state == CLIENT_LOGGED_IN)
		renew_in_time(session);
	if (session->state == CLIENT_NEW)
		session_begin_login(session);
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
	struct token_key key = token_key_of(session);

	if (generation != ticket->generation || ticket->accepted || !ticket->token)
		return;
	bool news = !ticket->kept || !ticket->header_known;
	ticket->accepted = ticket->header_known = true;
	if (news && identity_keeps_tokens(&session->who, profile_of(session)))
		ticket_keep(ticket, &key, identity_method(&session->who, profile_of(session))->kept_s);
}

/* Only a person can go on from here. */
static void need_another_token(struct session *session, bool fresh)
{
	char *text = refusal_text(session->who.kind, fresh, session->claims.expires_at);

	session_need_person(session, text);
	free(text);
}

/* Forgets the token that was refused, also in its file; true when another program has left a newer
 * one there. */
static bool exchange_for_kept_token(struct session *session)
{
	struct ticket *ticket = &session->ticket;
	struct token_key key = token_key_of(session);
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
		session_begin_login(session);
	return true;
}

/* --- beginning and end ----------------------------------------------------------------------- */

/* Whether calls know where to go: a tenant that nobody has said is found out by logging in. */
static bool knows_place(const struct session *session)
{
	return !session->desk.dialect->account.endpoint.path || *session_tenant(session);
}

/* A token that is there already: the first call needs no login. */
static void use_what_is_there(struct session *session)
{
	const struct profile *profile = profile_of(session);
	const char *secret = identity_given_secret(&session->who, profile);
	bool is_token = !identity_method(&session->who, profile)->exchange.path && secret &&
			ticket_is_token(secret);

	if (is_token && knows_place(session)) {
		session_use_token(session, secret);
		session_learn_claims(session, NULL);
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
	identity_set(&session->who, profile, NULL);
	session->said_tenant = profile->tenant ? xstrdup(profile->tenant) : NULL;
	use_what_is_there(session);
	return session;
}

void session_free(struct session *session)
{
	if (!session)
		return;
	login_cancel(session->login);
	timer_cancel(session->turn);
	ticket_finish(&session->ticket);
	claims_finish(&session->claims);
	account_finish(&session->account);
	identity_finish(&session->who);
	identity_finish(&session->person);
	free(session->organization);
	free(session->said_tenant);
	free(session);
}
