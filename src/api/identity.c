/* SPDX-License-Identifier: ISC */
#include "api/identity.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "api/dialect.h"
#include "base/alloc.h"
#include "base/i18n.h"

const struct login_method *identity_method(const struct identity *who, const struct profile *profile)
{
	return dialect_login(dialect_find(profile->api), who->kind);
}

/* The part whose token signs the exchange; NULL: none does. */
static const struct login_part *signing_part(const struct login_method *method)
{
	for (size_t i = 0; i < method->part_count; i++)
		if (method->parts[i].signs)
			return &method->parts[i];
	return NULL;
}

static const char *given_sign(const struct identity *who, const struct profile *profile)
{
	const struct login_part *part = signing_part(identity_method(who, profile));

	return part ? profile_login_value(profile, who->kind, part->value) : NULL;
}

static void set_mark(struct identity *who, const struct profile *profile,
		     const struct credentials *typed)
{
	const struct login_part *part = signing_part(identity_method(who, profile));
	const char *token = part ? profile_login_value(profile, who->kind, part->value) : NULL;

	if (part && typed) {
		const char *said =
			part->value == VALUE_SECRET ? typed->secret : typed->device_token;
		token = said && *said ? said : token;
	}
	*who->mark = '\0';
	if (token)
		sha256_text(token, strlen(token), who->mark);
}

static void set_text(char **place, const char *text)
{
	xreplace(place, text ? text : "");
}

void identity_set(struct identity *who, const struct profile *profile,
		  const struct credentials *typed)
{
	who->kind = typed ? typed->login : profile_login(profile);
	who->typed = typed;
	set_text(&who->org_code, typed ? typed->org_code : profile->org_code);
	set_text(&who->client_id, typed ? typed->client_id : profile->client_id);
	set_text(&who->user_code, typed ? typed->user_code : profile->user_code);
	set_mark(who, profile, typed);
}

void identity_move(struct identity *to, struct identity *from)
{
	identity_finish(to);
	*to = *from;
	*from = (struct identity){ 0 };
}

void identity_finish(struct identity *who)
{
	free(who->org_code);
	free(who->client_id);
	free(who->user_code);
}

bool identity_is_same(const struct identity *a, const struct identity *b)
{
	if (a->kind != b->kind || strcmp(a->mark, b->mark) != 0)
		return false;
	return (*a->mark || a->kind == LOGIN_CREDENTIALS) && strcmp(a->org_code, b->org_code) == 0 &&
	       strcmp(a->client_id, b->client_id) == 0 && strcmp(a->user_code, b->user_code) == 0;
}

const char *identity_given_secret(const struct identity *who, const struct profile *profile)
{
	return profile_login_value(profile, who->kind, VALUE_SECRET);
}

static const char *said(const struct identity *who, enum login_value value)
{
	return value == VALUE_ORG_CODE	  ? who->org_code
	       : value == VALUE_CLIENT_ID ? who->client_id
					  : who->user_code;
}

static bool is_there(const struct identity *who, const struct profile *profile, enum login_value value)
{
	if (!login_value_is_secret(value))
		return *said(who, value);
	return profile_login_value(profile, who->kind, value) || profile_login_command(profile, value);
}

const char *identity_lacks(const struct identity *who, const struct profile *profile)
{
	const struct login_method *method = identity_method(who, profile);

	if (who->typed)
		return _("The login has ended: log in again.");
	for (size_t i = 0; i < method->part_count; i++)
		if (method->parts[i].value != VALUE_SECRET &&
		    !is_there(who, profile, method->parts[i].value))
			return _(method->lacks);
	return is_there(who, profile, VALUE_SECRET) ? NULL : _("Log in to go on.");
}

/* A static token or key does not get better by being taken again; a command may know a new one. */
bool identity_can_renew(const struct identity *who, const struct profile *profile)
{
	return !identity_lacks(who, profile) &&
	       (identity_method(who, profile)->exchange.path || profile->secret_command);
}

bool identity_keeps_tokens(const struct identity *who, const struct profile *profile)
{
	return identity_method(who, profile)->exchange.path && !profile->sandbox;
}

struct token_key identity_token_key(const struct identity *who, const struct profile *profile)
{
	struct token_key key = {
		.profile = profile->name,
		.url = profile_url(profile),
		.org_code = profile->org_code ? who->org_code : NULL,
		.client_id = profile->client_id ? who->client_id : NULL,
		.login = who->kind,
		.user_code = profile->user_code ? who->user_code : NULL,
	};

	if (given_sign(who, profile))
		memcpy(key.mark, who->mark, sizeof(key.mark));
	return key;
}
