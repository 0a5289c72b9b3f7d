/* SPDX-License-Identifier: ISC */
#include "api/claims.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jwt.h>

#include "base/alloc.h"
#include "schema/json.h"

/* Names: nymble.openapi.yaml, bearerToken. The long one is how ASP.NET Core writes a role that
 * nobody renamed. */
static const char *const organization_names[] = { "OrgCode", "OrganizationId", NULL };
static const char *const role_names[] = {
	"role", "roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role", NULL
};
static const char *const price_tier_names[] = { "PriceTier", NULL };
static const char *const currency_names[] = { "CurrencyCode", NULL };

/* A time beyond the year 9999 is a mistake, and would not fit when others are added to it. */
#define EXPIRES_AT_MAX INT64_C(253402300799)

/* A text, or the texts of an array; NULL for anything else. The caller frees. */
static char *joined_text(const struct json *value)
{
	char *text;
	size_t len;

	if (json_type(value) != JSON_ARRAY)
		return json_text(value) ? xstrdup(json_text(value)) : NULL;
	FILE *out = xmemstream(&text, &len);
	for (const struct json *entry = json_first(value); entry; entry = json_next(entry))
		if (json_text(entry))
			fprintf(out, "%s%s", ftell(out) > 0 ? ", " : "", json_text(entry));
	fclose(out);
	return text;
}

static void add_text(char **place, const struct json *object, const char *const names[])
{
	for (size_t i = 0; !*place && names[i]; i++) {
		*place = joined_text(json_member(object, names[i]));
		if (*place && !**place)
			xreplace(place, NULL);
	}
}

void claims_add(struct claims *claims, const struct json *object)
{
	int64_t expires_at;

	add_text(&claims->organization, object, organization_names);
	add_text(&claims->role, object, role_names);
	add_text(&claims->price_tier, object, price_tier_names);
	add_text(&claims->currency, object, currency_names);
	if (!claims->expires_at && json_integer(json_member(object, "exp"), &expires_at) &&
	    expires_at > 0 && expires_at <= EXPIRES_AT_MAX)
		claims->expires_at = expires_at;
}

/* The claims as JSON text; the caller frees. Without a key libjwt (1.x) checks nothing; an
 * algorithm that it does not know makes it refuse, which is no error here. */
static char *token_claims(const char *token)
{
	jwt_t *jwt = NULL;

	if (jwt_decode(&jwt, token, NULL, 0) != 0)
		return NULL;
	char *text = jwt_get_grants_json(jwt, NULL);
	jwt_free(jwt);
	return text;
}

void claims_add_token(struct claims *claims, const char *token)
{
	char *text = token_claims(token);
	struct json *object = text ? json_parse(text, strlen(text), NULL) : NULL;

	claims_add(claims, object);
	json_free(object);
	free(text);
}

void claims_finish(struct claims *claims)
{
	free(claims->organization);
	free(claims->role);
	free(claims->price_tier);
	free(claims->currency);
	*claims = (struct claims){ 0 };
}
