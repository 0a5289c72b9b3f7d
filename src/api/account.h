/* account.h - who the service says we are: the tenants that a login reaches, and in each of them our role
 * and our stores. To inform and to choose from; the server decides what is allowed. */
/* SPDX-License-Identifier: ISC */
#ifndef API_ACCOUNT_H
#define API_ACCOUNT_H
#include <stdbool.h>
#include <stddef.h>

struct account_call;
struct json;

/* We as the user of one tenant. */
struct account_user {
	char *tenant, *name; /* the tenant's key and name; name is "" when it was not said (F15) */
	char *role;	     /* for people: "Access, Backoffice"; "" when unknown */
	bool inactive;	     /* may not work there */
	char **stores;	     /* keys, the user's own first; NULL-terminated */
};

/* All zeros is an empty one. */
struct account {
	struct account_user *users;
	size_t count;
};

/* Adds what the answer of an account call tells, names as the service has them; false: it tells of no
 * tenants at all, not even that there are none. */
bool account_read(struct account *account, const struct account_call *names, const struct json *answer);
/* Adds one user; without a tenant's key it is left out. A tenant that is there already gets the new one. */
void account_add(struct account *account, const struct account_call *names, const struct json *user);

/* The user of that tenant; NULL when there is none. */
const struct account_user *account_user(const struct account *account, const char *tenant);

/* from is empty then, and what to was is gone. */
void account_move(struct account *to, struct account *from);
void account_finish(struct account *account);

#endif
