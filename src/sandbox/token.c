/* SPDX-License-Identifier: ISC */
#include "sandbox/token.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <jwt.h>

#include "base/alloc.h"

static const struct {
	const char *name;
	size_t place;
} texts[] = {
	{ "sub", offsetof(struct claims, client_id) },
	{ "OrganizationId", offsetof(struct claims, organization_id) },
	{ "OrgCode", offsetof(struct claims, org_code) },
	{ "UserId", offsetof(struct claims, user_id) },
	{ "role", offsetof(struct claims, role) },
	{ "CurrencyCode", offsetof(struct claims, currency_code) },
	{ "CustomerNumber", offsetof(struct claims, customer_number) },
	{ "PriceTier", offsetof(struct claims, price_tier) },
	{ "tenantUserUid", offsetof(struct claims, tenant_user_uid) },
};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

static char **text_at(struct claims *claims, size_t i)
{
	return (char **)((char *)claims + texts[i].place);
}

void claims_finish(struct claims *claims)
{
	for (size_t i = 0; i < TEXTS; i++)
		free(*text_at(claims, i));
	*claims = (struct claims){ 0 };
}

char *token_sign(const struct claims *claims, const char *key)
{
	struct claims texts_of = *claims;
	jwt_t *jwt;

	if (jwt_new(&jwt) != 0)
		alloc_exhausted();
	for (size_t i = 0; i < TEXTS; i++)
		if (*text_at(&texts_of, i))
			jwt_add_grant(jwt, texts[i].name, *text_at(&texts_of, i));
	jwt_add_grant_int(jwt, "session", (long)claims->session);
	jwt_add_grant_int(jwt, "exp", (long)claims->expires_s);
	jwt_set_alg(jwt, JWT_ALG_HS256, (const unsigned char *)key, (int)strlen(key));
	char *signed_text = jwt_encode_str(jwt);
	jwt_free(jwt);
	if (!signed_text)
		alloc_exhausted();
	char *token = xstrdup(signed_text);
	free(signed_text);
	return token;
}

bool token_verify(const char *token, const char *key, int64_t now_s, struct claims *claims)
{
	jwt_t *jwt = NULL;

	if (jwt_decode(&jwt, token, (const unsigned char *)key, (int)strlen(key)) != 0)
		return false;
	/* libjwt 1.10 takes the algorithm from the token itself, and looks at no time. */
	bool valid = jwt_get_alg(jwt) == JWT_ALG_HS256 && jwt_get_grant_int(jwt, "exp") > now_s;
	if (valid) {
		*claims = (struct claims){
			.session = jwt_get_grant_int(jwt, "session"),
			.expires_s = jwt_get_grant_int(jwt, "exp"),
		};
		for (size_t i = 0; i < TEXTS; i++) {
			const char *text = jwt_get_grant(jwt, texts[i].name);
			*text_at(claims, i) = text ? xstrdup(text) : NULL;
		}
	}
	jwt_free(jwt);
	return valid;
}
