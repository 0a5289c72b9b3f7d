/* login_state.h - the inside of the screen that asks for a login, for login.c (what keys do to it) and
 * login_draw.c (what it shows). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LOGIN_STATE_H
#define SCREENS_LOGIN_STATE_H
#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"
#include "screens/login_form.h"

struct app;
struct canvas;
struct client_call;
struct ui;

struct login {
	struct app *app;
	struct login_form form;
	bool again;         /* over another screen, which goes on afterwards */
	bool waited_for;    /* by calls: they end with the screen */
	char *reason;       /* why it is asked; NULL: at start */
	struct error error; /* of the last try; ERROR_NONE: there was none */
	const char *busy;   /* what is under way, N_(); NULL: nothing */
	struct client_call *call;
};

/* Of the screen's class. */
void login_write_title(struct ui *ui, void *state, FILE *left, FILE *right);
void login_draw(struct ui *ui, void *state, struct canvas *canvas);
int login_box_height(struct ui *ui, void *state, int cols);

#endif
