/* session_state.h - what a session consists of; for session.c, session_login.c and session_info.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef API_SESSION_STATE_H
#define API_SESSION_STATE_H
#include "api/account.h"
#include "api/claims.h"
#include "api/identity.h"
#include "api/login.h"
#include "api/session.h"
#include "api/ticket.h"
#include "base/error.h"

struct timer;

struct session {
	struct login_desk desk;
	enum client_state state;
	struct identity who;
	char *said_tenant; /* at start: no other will do; NULL: any */
	struct ticket ticket;
	struct claims claims;
	struct account account; /* who we are in which tenant, as far as it was told */
	char *organization;	/* its name, when learnt */

	struct login *login;
	int64_t renew_after; /* seconds since 1970: no renewal before */

	struct wait_list waiters;
	struct timer *turn;   /* asks the person, or tells those who wait, in the next turn */
	struct error verdict; /* what those who wait are told then; ERROR_NONE: the state says it */
	struct error reason;  /* why a person is needed */
	bool asked;	      /* a person was, and has neither logged in nor given up */

	unsigned changes_of_person;
	struct identity person; /* who the person says to be, until the service agrees */
	client_done_fn *person_fn;
	void *person_data;

	void (*changed)(void *data);
	void *changed_data;
	void (*login_needed)(void *data, const struct login_request *request);
	void *login_needed_data;
};

static inline const struct profile *profile_of(const struct session *session)
{
	return session->desk.profile;
}

/* --- session.c ------------------------------------------------------------------------------- */

void session_set_state(struct session *session, enum client_state state);
/* Nobody is called from within: neither a person nor a call expects it. */
void session_plan_turn(struct session *session);
/* From now on only a person can go on. */
void session_need_person(struct session *session, const char *reason);
/* The token that is used from now on, in the header that the service wants. */
void session_use_token(struct session *session, const char *token);
void session_learn_claims(struct session *session, const struct json *answer);

/* --- session_login.c ------------------------------------------------------------------------- */

/* Logs in with what is known, or finds that a person is needed. */
void session_begin_login(struct session *session);
/* The same while calls still go out with the old token. */
void session_renew(struct session *session);
/* The person, and where several tenants are reached what there is to choose from. */
void session_ask_person(struct session *session);
/* Where there is none to ask: session->reason says what is missing, the login ends. */
void session_ask_nobody(struct session *session);

#endif
