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
	struct login_ways ways;      /* taken over */
	const struct login_way *way; /* one of them; NULL: being chosen */
	size_t cursor;               /* of the choice, or the field with the focus */
	struct line_edit edits[LOGIN_FIELDS_MAX];
};

/* Begins with the choice among ways (taken over), the cursor on the first of that row of the profiles. */
void login_form_init_take(struct login_form *form, struct login_ways ways, size_t row);
void login_form_finish(struct login_form *form); /* a zeroed one is fine */

/* Asks for the fields of one of the form's ways. What is known is filled in, the focus goes to the first
 * empty one. */
void login_form_ask(struct login_form *form, const struct login_way *way,
		    const struct credentials *known);
/* Back to the choice; what was typed is wiped. */
void login_form_choose(struct login_form *form);
/* How many ways of the service in use ask for something, with the present one's number among them from 1; 0:
 * none is chosen. */
size_t login_form_ways(const struct login_form *form, size_t *number);
/* The way behind the present one that asks for something; NULL: there is no other. */
const struct login_way *login_form_next_way(const struct login_form *form);

/* Empties the secrets' fields but those that are kept; the first gets the focus. The others stay as typed. */
void login_form_forget_secret(struct login_form *form);

size_t login_form_size(const struct login_form *form); /* rows that can have the focus */
int login_form_rows(const struct login_form *form);    /* of the screen */
void login_form_move(struct login_form *form, int rows);
bool login_form_key(struct login_form *form, const struct key *key); /* text for the field */

/* What was typed, borrowed from the form. False when a field is empty: the focus is there then. */
bool login_form_read(struct login_form *form, struct credentials *credentials, struct error *err);

void login_form_draw(struct login_form *form, const struct canvas *canvas);

#endif
