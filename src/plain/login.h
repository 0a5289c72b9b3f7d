/* login.h - who are you: a way to log in, then what it asks for, a line each. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_LOGIN_H
#define PLAIN_LOGIN_H

struct login_request;
struct plain;

/* At start: the choice of ways, then the lists. */
void plain_login_begin(struct plain *plain);
/* Calls wait for a login: the secret is asked for, and what else is not known, in the next turn in
 * which no other question waits. */
void plain_login_ask_again(struct plain *plain, const struct login_request *request);
void plain_login_turn(struct plain *plain);
void plain_login_finish(struct plain *plain);

#endif
