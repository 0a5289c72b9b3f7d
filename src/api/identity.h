/* identity.h - who logs in, and with what: the profile's login, or what a person typed last. */
/* SPDX-License-Identifier: ISC */
#ifndef API_IDENTITY_H
#define API_IDENTITY_H
#include <stdbool.h>

#include "api/profile.h"
#include "api/token_file.h"
#include "base/sha256.h"

struct credentials;
struct login_method;

/* All zeros is nobody, until identity_set. */
struct identity {
	enum login_kind kind;
	char *org_code, *client_id, *user_code; /* "" when not known */
	char mark[SHA256_TEXT_SIZE]; /* of the token that an exchange is signed with; "" when there is none */
	bool typed;                  /* by a person: the secret is gone after the exchange */
};

/* typed: what a person says; NULL: the profile's login. Texts are copied, secrets are not kept. */
void identity_set(struct identity *who, const struct profile *profile,
		  const struct credentials *typed);
/* from is nobody then. */
void identity_move(struct identity *to, struct identity *from);
void identity_finish(struct identity *who);

/* Certainly the same: a token that is used as it is, or a key, does not say whose it is. */
bool identity_is_same(const struct identity *a, const struct identity *b);

/* The service's row for this kind of login. */
const struct login_method *identity_method(const struct identity *who, const struct profile *profile);

/* The secret that the profile was given at start for this kind of login; NULL if none. Borrowed. */
const char *identity_given_secret(const struct identity *who, const struct profile *profile);

/* What a login without a person cannot do without, as a sentence; NULL when nothing is missing. */
const char *identity_lacks(const struct identity *who, const struct profile *profile);

/* Whether logging in once more, without a person, could bring another token. */
bool identity_can_renew(const struct identity *who, const struct profile *profile);

/* Whether tokens may be kept in a file: static ones are not ours to keep, and a sandbox's are worth
 * nothing tomorrow. */
bool identity_keeps_tokens(const struct identity *who, const struct profile *profile);

/* The name of that file, but for the tenant. Borrowed from both. Where the profile leaves open who logs in,
 * it is for whoever did. */
struct token_key identity_token_key(const struct identity *who, const struct profile *profile);

#endif
