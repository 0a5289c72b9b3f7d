/* token.h - access tokens: JSON web tokens signed with HS256. The one file that knows libjwt. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_TOKEN_H
#define SANDBOX_TOKEN_H
#include <stdbool.h>
#include <stdint.h>

/* Claims as the service names them (nymble.openapi.yaml, bearerToken); session and exp are ours to
 * read. */
struct claims {
	char *client_id;       /* sub */
	char *organization_id; /* OrganizationId */
	char *org_code;        /* OrgCode */
	char *user_id;         /* UserId */
	char *role;            /* role */
	char *currency_code;   /* CurrencyCode */
	char *customer_number; /* CustomerNumber; NULL: none */
	char *price_tier;      /* PriceTier; NULL: none */
	char *tenant_user_uid; /* tenantUserUid: on /v2, alone; NULL: a token for /api */
	int64_t session;
	int64_t expires_s; /* exp, seconds since 1970 */
};
void claims_finish(struct claims *claims);

/* The signed token; the caller frees. */
char *token_sign(const struct claims *claims, const char *key);

/* False unless it was signed with key by HS256, by no other algorithm, and is not over at now_s.
 * The caller calls claims_finish on success. */
bool token_verify(const char *token, const char *key, int64_t now_s, struct claims *claims);

#endif
