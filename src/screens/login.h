/* login.h - who are you: a screen at start, a box over the open screen when the service asks again.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LOGIN_H
#define SCREENS_LOGIN_H

#include "ui/screen.h"

struct error;
struct login;
struct login_request;

/* At start: the choice of ways to log in. err says what did not work before; NULL: nothing. */
void login_open(struct ui *ui, const struct error *err);
/* At start: the same, with the sandbox on its way. */
void login_open_sandbox(struct ui *ui);
/* Calls wait for a login: the screen below stays as it is, and so does what waits in it. A screen
 * before anybody was logged in, a box afterwards. */
void login_open_again(struct ui *ui, const struct login_request *request);
/* Ends what the open one has under way; its fields stay as they were typed. */
void login_stop(struct login *login);
/* The user wants a fresh login before the old one ends. */
void login_open_renew(struct ui *ui);

extern const struct screen_class login_screen;
extern const struct screen_class login_box;

#endif
