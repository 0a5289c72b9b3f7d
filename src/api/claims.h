/* claims.h - what a token says about itself, to inform the user. Nothing is decided by it:
 * signatures are the server's to check, and a token that cannot be read is as good as any. */
/* SPDX-License-Identifier: ISC */
#ifndef API_CLAIMS_H
#define API_CLAIMS_H
#include <stdint.h>

struct json;

/* Texts are owned, NULL when not said. */
struct claims {
	char *organization; /* its code, else its id */
	char *role;         /* several are joined with ", " */
	char *price_tier;
	char *currency;
	int64_t expires_at; /* seconds since 1970; 0: not said */
};

/* Adds what object says (claims of a token, a login answer; names in any case) to what is missing
 * in claims, which starts as { 0 }. */
void claims_add(struct claims *claims, const struct json *object);

/* The same from a token. An opaque one adds nothing. */
void claims_add_token(struct claims *claims, const char *token);

void claims_finish(struct claims *claims);

#endif
