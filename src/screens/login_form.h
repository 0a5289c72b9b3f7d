/* login_form.h - the ways to log in and what each of them asks for: a choice, then its fields. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LOGIN_FORM_H
#define SCREENS_LOGIN_FORM_H
#include <stdbool.h>
#include <stddef.h>

#include "ui/line_edit.h"
#include "work/login_way.h"

struct canvas;
struct error;
struct key;

struct login_form {
	const struct login_way *way; /* NULL: being chosen */
	size_t cursor;               /* of the choice, or the field with the focus */
	struct line_edit edits[LOGIN_FIELDS_MAX];
};

/* Asks for a way's fields; org_code and client_id are what is known of them, the focus goes to the
 * first empty one. */
void login_form_ask(struct login_form *form, const struct login_way *way, const char *org_code,
		    const char *client_id);
/* Back to the choice; what was typed is wiped. */
void login_form_choose(struct login_form *form);
void login_form_finish(struct login_form *form); /* a zeroed one is fine */

/* Empties the secret's field, which gets the focus; the others stay as they were typed. */
void login_form_forget_secret(struct login_form *form);

size_t login_form_size(const struct login_form *form); /* rows that can have the focus */
void login_form_move(struct login_form *form, int rows);
bool login_form_key(struct login_form *form, const struct key *key); /* text for the field */

/* What was typed, borrowed from the form. False when a field is empty: the focus is there then. */
bool login_form_read(struct login_form *form, struct credentials *credentials, struct error *err);

void login_form_draw(struct login_form *form, const struct canvas *canvas);

#endif
