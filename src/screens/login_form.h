/* login_form.h - the ways to log in and what each of them asks for: a choice, then its fields. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LOGIN_FORM_H
#define SCREENS_LOGIN_FORM_H
#include <stdbool.h>
#include <stddef.h>

#include "api/client.h"
#include "ui/line_edit.h"

struct canvas;
struct key;

enum { LOGIN_FIELDS_MAX = 3 };

/* One way to log in. */
struct login_way {
	const char *label; /* N_() */
	const char *note;  /* N_() */
	bool sandbox;      /* our own sandbox: asks for nothing */
	enum login_kind kind;
	struct login_field {
		const char *label; /* N_() */
		size_t place;      /* offset in struct credentials of a const char * */
		bool secret;
	} fields[LOGIN_FIELDS_MAX]; /* those with a label count */
};

struct login_form {
	const struct login_way *way; /* NULL: being chosen */
	size_t cursor;               /* of the choice, or the field with the focus */
	struct line_edit edits[LOGIN_FIELDS_MAX];
};

/* Ways in the order of their keys; NULL behind the last. */
const struct login_way *login_way_at(size_t i);
const struct login_way *login_way_of(enum login_kind kind);

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
