/* identity.h - who logs in, and with what: the profile's login, or what a person typed last. */
/* SPDX-License-Identifier: ISC */
#ifndef API_IDENTITY_H
#define API_IDENTITY_H
#include <stdbool.h>

#include "api/profile.h"
#include "api/token_file.h"

/* All zeros is nobody, until identity_set. */
struct identity {
	enum login_kind kind;
	char *org_code, *client_id; /* "" when not known */
	bool typed;                 /* by a person: the secret is gone after the exchange */
};

/* Texts are copied; NULL is "". */
void identity_set(struct identity *who, enum login_kind kind, const char *org_code,
		  const char *client_id, bool typed);
void identity_finish(struct identity *who);

/* Certainly the same: a token or key does not say whose it is. */
bool identity_is_same(const struct identity *a, const struct identity *b);

/* The secret that the profile was given at start for this kind of login; NULL if none. Borrowed. */
const char *identity_given_secret(const struct identity *who, const struct profile *profile);

/* What a login without a person cannot do without, as a sentence; NULL when nothing is missing. */
const char *identity_lacks(const struct identity *who, const struct profile *profile);

/* Whether logging in once more, without a person, could bring another token. */
bool identity_can_renew(const struct identity *who, const struct profile *profile);

/* Whether tokens may be kept in a file: static ones are not ours to keep, and a sandbox's are worth
 * nothing tomorrow. */
bool identity_keeps_tokens(const struct identity *who, const struct profile *profile);

/* The name of that file. Borrowed from both. Where the profile leaves open who logs in, it is for
 * whoever did. */
struct token_key identity_token_key(const struct identity *who, const struct profile *profile);

#endif
