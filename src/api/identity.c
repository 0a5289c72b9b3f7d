/* SPDX-License-Identifier: ISC */
#include "api/identity.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

void identity_set(struct identity *who, enum login_kind kind, const char *org_code,
		  const char *client_id, bool typed)
{
	who->kind = kind;
	xreplace(&who->org_code, org_code ? org_code : "");
	xreplace(&who->client_id, client_id ? client_id : "");
	who->typed = typed;
}

void identity_finish(struct identity *who)
{
	free(who->org_code);
	free(who->client_id);
}

bool identity_is_same(const struct identity *a, const struct identity *b)
{
	return a->kind == LOGIN_CREDENTIALS && b->kind == LOGIN_CREDENTIALS &&
	       strcmp(a->org_code, b->org_code) == 0 && strcmp(a->client_id, b->client_id) == 0;
}

const char *identity_given_secret(const struct identity *who, const struct profile *profile)
{
	const char *const secrets[] = { [LOGIN_CREDENTIALS] = profile->client_secret,
					[LOGIN_TOKEN] = profile->token,
					[LOGIN_API_KEY] = profile->api_key };

	return secrets[who->kind];
}

const char *identity_lacks(const struct identity *who, const struct profile *profile)
{
	if (who->typed)
		return _("The login has ended: log in again.");
	if (who->kind == LOGIN_CREDENTIALS && (!*who->org_code || !*who->client_id))
		return _("Organization code and client id are needed to log in.");
	if (!profile->secret_command && !identity_given_secret(who, profile))
		return _("Log in to go on.");
	return NULL;
}

/* A static token or key does not get better by being taken again; a command may know a new one. */
bool identity_can_renew(const struct identity *who, const struct profile *profile)
{
	return !identity_lacks(who, profile) &&
	       (who->kind == LOGIN_CREDENTIALS || profile->secret_command);
}

bool identity_keeps_tokens(const struct identity *who, const struct profile *profile)
{
	return who->kind == LOGIN_CREDENTIALS && !profile->sandbox;
}

struct token_key identity_token_key(const struct identity *who, const struct profile *profile)
{
	return (struct token_key){
		.profile = profile->name,
		.url = profile_url(profile),
		.org_code = profile->org_code ? who->org_code : NULL,
		.client_id = profile->client_id ? who->client_id : NULL,
	};
}
