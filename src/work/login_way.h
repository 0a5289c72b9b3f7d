/* login_way.h - the ways to log in: those of a service (api/dialect.h), and our own sandbox, with what each of
 * them asks a person for. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_LOGIN_WAY_H
#define WORK_LOGIN_WAY_H
#include <stdbool.h>
#include <stddef.h>

#include "api/client.h"

struct profile_list;

enum { LOGIN_FIELDS_MAX = 3 };

struct login_field {
	const char *label; /* N_() */
	size_t place;      /* offset in struct credentials of a const char * */
	bool secret;
	bool kept; /* of a desk, not of a person: it stays when the service refuses what was typed */
};

/* One way to log in. Texts are the tables'. */
struct login_way {
	const char *label;   /* N_() */
	const char *note;    /* N_() */
	const char *service; /* "Nymble Commerce" */
	size_t row;          /* of the profile list: whose login it is */
	bool sandbox;        /* our own: asks for nothing */
	enum login_kind kind;
	size_t field_count;
	struct login_field fields[LOGIN_FIELDS_MAX];
};

struct login_ways {
	struct login_way *ways;
	size_t count;
	bool many_services; /* they are not all of one */
};

/* Those that a person at the profile of row may choose from: of a profile with a name its service's, else
 * those of every service; and the sandboxes. A service's stand together. */
void login_ways_init(struct login_ways *ways, const struct profile_list *list, size_t row);
/* Those of one service alone, in its order: for a profile that is in use. */
void login_ways_init_of(struct login_ways *ways, const struct profile *profile);
void login_ways_finish(struct login_ways *ways); /* a zeroed one is fine */

/* The one of that kind, else the first; never the sandbox. */
const struct login_way *login_ways_find(const struct login_ways *ways, enum login_kind kind);

/* Whether the profile of the way is to be in use before it is tried from that at row: a sandbox that does not
 * start leaves a person where it was chosen, unless that is another service. */
bool login_way_moves(const struct login_way *way, const struct profile_list *list, size_t row);

/* The text in credentials that field is about. */
const char **login_way_text(struct credentials *credentials, const struct login_field *field);

/* What is known before anything is typed, for such a login. Borrowed; secrets are left out. */
struct credentials login_known(const struct profile *profile, enum login_kind kind);

#endif
