/* login_state.h - what a login consists of; for login.c, login_exchange.c and login_tenant.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef API_LOGIN_STATE_H
#define API_LOGIN_STATE_H
#include <stdbool.h>

#include "api/account.h"
#include "api/login.h"
#include "base/error.h"

struct answer;
struct call;
struct failed_act;
struct secret_command;
struct timer;

struct login {
	struct login_desk *desk;
	const struct login_method *method;
	char *values[LOGIN_VALUES]; /* "" where there is none; NULL: a command is to be asked for it */
	char *tenant;		    /* "" until it is known */
	char *rather;		    /* "": no wish */
	char *token;		    /* for later calls, once it is there */
	int64_t expires_in_s;
	struct json *answer; /* of the exchange */
	struct account account;
	bool resting; /* until somebody has chosen a tenant */
	struct secret_command *command;
	enum login_value asked; /* what the command is to say */
	struct timer *timer;	/* the next second of a wait, or the next turn */
	struct call *call;
	struct error problem; /* told in the next turn */
	const struct login_handlers *handlers;
	void *data;
};

/* The next step, or the end. */
void login_go_on(struct login *login);
void login_end(struct login *login, const struct login_result *result, const struct failure *failure);
void login_end_with_error(struct login *login, const struct error *err);

/* The header that carries a token. The caller calls secret_free. */
char *login_header(const char *token);
/* Whether text has one of the login's secrets in it. */
bool login_is_told_in(const struct login *login, const char *text);
/* Shows that a call waits; of call_on_wait. */
struct call_wait;
void login_shows_wait(void *data, const struct call_wait *wait);

/* Sends the exchange; login_go_on follows when it has brought a token. */
void login_exchange(struct login *login);

/* Asks which tenants there are; login_go_on follows when one is known. */
void login_ask_tenants(struct login *login);
/* After an exchange that told who we are: false when that is not who was meant, and login has ended. */
bool login_take_user(struct login *login);

#endif
