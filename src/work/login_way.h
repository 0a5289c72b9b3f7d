/* login_way.h - the ways to log in, and what each of them asks a person for. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_LOGIN_WAY_H
#define WORK_LOGIN_WAY_H
#include <stdbool.h>
#include <stddef.h>

#include "api/client.h"

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

/* Ways in the order of their keys; NULL behind the last. */
const struct login_way *login_way_at(size_t i);
const struct login_way *login_way_of(enum login_kind kind);

/* How many fields it asks for. */
size_t login_way_size(const struct login_way *way);
/* The text in credentials that field is about. */
const char **login_way_text(struct credentials *credentials, const struct login_field *field);

#endif
