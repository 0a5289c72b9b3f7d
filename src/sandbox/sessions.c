/* SPDX-License-Identifier: ISC */
#include "sandbox/sessions.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/secret.h"
#include "sandbox/collection.h"
#include "sandbox/exchange.h"
#include "sandbox/service.h"
#include "sandbox/token.h"

/* Checking a signature takes 4.5 us of the 15 that a page takes (measured): what was checked is
 * known by its exact bytes until it is over. */
enum { KNOWN = 256 };

struct known {
	char *credential; /* NULL: an empty place */
	struct principal principal;
};

struct sessions {
	struct known known[KNOWN];
};

struct sessions *sessions_new(void)
{
	return xcalloc(1, sizeof(struct sessions));
}

static void forget(struct known *known)
{
	secret_free(known->credential);
	account_finish(&known->principal.account);
	free(known->principal.price_tier);
	free(known->principal.currency_code);
	*known = (struct known){ 0 };
}

void sessions_free(struct sessions *sessions)
{
	for (size_t i = 0; sessions && i < KNOWN; i++)
		forget(&sessions->known[i]);
	free(sessions);
}

/* Tokens differ at their end most. */
static struct known *place_of(struct sessions *sessions, const char *credential)
{
	uint32_t hash = 2166136261U; /* FNV-1a */
	size_t len = strlen(credential);

	for (const char *at = credential + (len > 24 ? len - 24 : 0); *at; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619U;
	return &sessions->known[hash % KNOWN];
}

static bool read_token(struct service *service, const char *token, struct principal *principal,
		       struct error *err)
{
	struct claims claims;

	if (!token_verify(token, store_signing_key(service->store), clock_unix_s(), &claims))
		return true;
	principal->organization =
		claims.organization_id
			? store_organization_named(service->store, claims.organization_id)
			: NULL;
	principal->session = claims.session;
	principal->expires_s = claims.expires_s;
	principal->price_tier = xstrdup(claims.price_tier ? claims.price_tier : "");
	principal->currency_code = xstrdup(claims.currency_code ? claims.currency_code : "");
	bool ok = !principal->organization || !claims.user_id ||
		  store_find_user(service->store, principal->organization->id, claims.user_id,
				  &principal->account, err);
	claims_finish(&claims);
	return ok;
}

static bool read_key(struct service *service, const char *key, struct principal *principal,
		     struct error *err)
{
	if (!store_find_api_key(service->store, key, &principal->account, err))
		return false;
	principal->organization =
		store_organization(service->store, principal->account.organization);
	principal->session = -1;
	principal->expires_s = INT64_MAX;
	return !principal->account.customer ||
	       (store_customer_text(service->store, principal->account.customer, "pricing",
				    &principal->price_tier, err) &&
		store_customer_text(service->store, principal->account.customer, "currencyCode",
				    &principal->currency_code, err));
}

/* A token says what it said once. A key is good for what its customer is now. */
static bool is_lasting(const struct principal *principal)
{
	return principal->session >= 0 || principal->account.role != ROLE_CUSTOMER;
}

/* What credential says, from memory or found out. */
static struct known *look_up(struct service *service, const char *credential, bool may_be_key,
			     struct error *err)
{
	struct known *known = place_of(service->sessions, credential);
	struct known fresh = { 0 };

	if (known->credential && strcmp(known->credential, credential) == 0 &&
	    is_lasting(&known->principal))
		return known;
	bool ok = read_token(service, credential, &fresh.principal, err);
	if (ok && may_be_key && !fresh.principal.account.id)
		ok = read_key(service, credential, &fresh.principal, err);
	if (!ok || !fresh.principal.account.id) {
		forget(&fresh);
		return NULL;
	}
	fresh.credential = xstrdup(credential);
	forget(known);
	*known = fresh;
	return known;
}

/* A customer's user: not while the account is inactive, and not with a token of a session that was
 * ended. */
static bool is_barred(struct service *service, const struct principal *principal, bool *barred,
		      struct error *err)
{
	int64_t ended;
	bool active;

	*barred = false;
	if (principal->account.role != ROLE_CUSTOMER)
		return true;
	if (!store_is_active(service->store, &customers_collection, principal->account.customer,
			     &active, err) ||
	    !store_sessions_ended(service->store, principal->account.customer, &ended, err))
		return false;
	*barred = !active || (principal->session >= 0 && principal->session != ended);
	return true;
}

static const char *bearer(const char *authorization)
{
	if (!authorization || strncasecmp(authorization, "Bearer ", 7) != 0)
		return NULL;
	return authorization + 7 + strspn(authorization + 7, " ");
}

/* The credential in either header, where --auth-header lets it stand. */
static const struct known *find_known(struct service *service, const struct request *request,
				      struct error *err)
{
	const char *token =
		service->auth_header == AUTH_API_KEY ? NULL : bearer(request->authorization);
	const struct known *known = token ? look_up(service, token, false, err) : NULL;

	if (known && known->principal.session >= 0)
		return known;
	known = request->api_key ? look_up(service, request->api_key, true, err) : NULL;
	return known && service->auth_header == AUTH_BEARER && known->principal.session >= 0
		       ? NULL
		       : known;
}

const struct principal *sessions_find(struct service *service, const struct request *request,
				      struct error *err)
{
	const struct known *known = find_known(service, request, err);
	bool barred;

	if (!known || known->principal.expires_s <= clock_unix_s() ||
	    !is_barred(service, &known->principal, &barred, err) || barred)
		return NULL;
	return &known->principal;
}
