/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"
#include "base/text.h"
#include "sandbox/body.h"
#include "sandbox/collection.h"
#include "sandbox/handlers.h"
#include "sandbox/login_limit.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "sandbox/token.h"
#include "schema/field.h"
#include "schema/json.h"

/* ---- Login ---- */

/* Whether who logs in is still with the organization: customers and sales representatives can be
 * inactive. */
static bool is_admitted(struct service *service, const struct account *account, bool *admitted,
			struct error *err)
{
	int64_t rep;

	*admitted = true;
	if (account->role == ROLE_CUSTOMER)
		return store_is_active(service->store, &customers_collection, account->customer,
				       admitted, err);
	if (account->role != ROLE_SALES_REP)
		return true;
	return store_find(service->store, &sales_reps_collection, account->organization,
			  collection_key(&sales_reps_collection), account->rep_number, &rep, err) &&
	       store_is_active(service->store, &sales_reps_collection, rep, admitted, err);
}

/* A customer without a currency has the organization's. */
static bool read_currency(struct service *service, const struct account *account,
			  struct claims *claims, struct error *err)
{
	char *code;

	if (!store_customer_text(service->store, account->customer, "currencyCode", &code, err))
		return false;
	if (*code)
		xreplace(&claims->currency_code, code);
	free(code);
	return true;
}

static bool customer_claims(struct service *service, const struct account *account,
			    struct claims *claims, struct error *err)
{
	return account->role != ROLE_CUSTOMER ||
	       (store_customer_text(service->store, account->customer, "customerNumber",
				    &claims->customer_number, err) &&
		store_customer_text(service->store, account->customer, "pricing",
				    &claims->price_tier, err) &&
		read_currency(service, account, claims, err) &&
		store_sessions_ended(service->store, account->customer, &claims->session, err));
}

static bool reply_token(struct service *service, const struct organization *organization,
			const struct account *account, struct reply *reply, struct error *err)
{
	struct claims claims = {
		.client_id = xstrdup(account->client_id),
		.organization_id = xstrdup(organization->organization_id),
		.org_code = xstrdup(organization->org_code),
		.user_id = xstrdup(account->user_id),
		.role = xstrdup(role_name(account->role)),
		.currency_code = xstrdup(organization->currency_code),
		.expires_s = clock_unix_s() + service->token_seconds,
	};
	bool ok = customer_claims(service, account, &claims, err);

	if (ok) {
		char *token = token_sign(&claims, store_signing_key(service->store));
		/* N2: the type is always api-key, also where Bearer is wanted. */
		reply_json_take(reply, 200,
				xasprintf("{\"AccessToken\":\"%s\",\"TokenType\":\"api-key\","
					  "\"ExpiresIn\":%" PRId64 "}",
					  token, service->token_seconds));
		secret_free(token);
	}
	claims_finish(&claims);
	return ok;
}

static bool log_in(struct service *service, const char *org_code, const char *client_id,
		   const char *client_secret, struct reply *reply, struct error *err)
{
	const struct organization *organization =
		store_organization_named(service->store, org_code);
	struct account account = { 0 };
	bool admitted = false;
	bool ok =
		!organization || (store_log_in(service->store, organization->id, client_id,
					       client_secret, &account, err) &&
				  (!account.id || is_admitted(service, &account, &admitted, err)));

	if (ok && admitted)
		ok = reply_token(service, organization, &account, reply, err);
	else if (ok)
		problem_reply(reply, 401, NULL);
	account_finish(&account);
	return ok;
}

void handle_login(struct service *service, const struct request *request, struct reply *reply)
{
	struct json *body = body_parse_object(request, reply);
	struct faults faults = { 0 };
	struct error err;
	int wait_s;

	if (!body)
		return;
	const char *org_code = body_needed_text(body, "OrgCode", &faults);
	const char *client_id = body_needed_text(body, "ClientId", &faults);
	const char *client_secret = body_needed_text(body, "ClientSecret", &faults);
	if (!faults_reply(&faults, reply)) {
		if (!login_limit_take(service->login_limit, client_id, clock_now_ms(), &wait_s)) {
			problem_reply(reply, 429, "At most 10 logins a minute with one ClientId.");
			reply->retry_after_s = wait_s;
		} else if (!log_in(service, org_code, client_id, client_secret, reply, &err)) {
			problem_reply_failure(reply, &err);
		}
	}
	faults_finish(&faults);
	json_free(body);
}

/* ---- Commerce context ---- */

static void write_member(FILE *out, const char *before, const char *name, const char *text)
{
	fprintf(out, "%s\"%s\":", before, name);
	if (text && *text)
		json_write_string(text, out);
	else
		fputs("null", out);
}

static bool reply_context(struct service *service, const struct organization *organization,
			  const struct account *account, struct reply *reply, struct error *err)
{
	struct claims claims = { .currency_code = xstrdup(organization->currency_code) };
	bool ok = customer_claims(service, account, &claims, err);

	if (ok) {
		FILE *out = reply_begin(reply, 200, "application/json");
		write_member(out, "{", "CustomerNumber", claims.customer_number);
		write_member(out, ",", "PriceTier", claims.price_tier);
		write_member(out, ",", "CurrencyCode", claims.currency_code);
		fputc('}', out);
		fclose(out);
	}
	claims_finish(&claims);
	return ok;
}

/* Anybody about itself, an Admin about all, a SalesRep about users of its own customers. */
static bool may_ask(struct service *service, const struct account *asker,
		    const struct account *account, bool *may, struct error *err)
{
	char *rep;

	*may = account->id && (asker->role == ROLE_ADMIN || asker->id == account->id);
	if (*may || asker->role != ROLE_SALES_REP || !account->customer)
		return true;
	if (!store_customer_text(service->store, account->customer, "repNumber", &rep, err))
		return false;
	*may = text_casecmp(rep, asker->rep_number) == 0;
	free(rep);
	return true;
}

/* Names are assumed, so are their other spellings (nymble.openapi.yaml, AccessRequest). */
static const char *either_text(const struct json *body, const char *name, const char *other,
			       const char *third, struct faults *faults)
{
	const char *text = json_member_text(body, other);

	if (!text && third)
		text = json_member_text(body, third);
	return text && *text && !json_member(body, name) ? text : body_needed_text(body, name, faults);
}

void handle_access(struct service *service, const struct request *request, struct reply *reply)
{
	const struct organization *own = request->principal->organization;
	struct json *body = body_parse_object(request, reply);
	struct faults faults = { 0 };
	struct account account = { 0 };
	struct error err;
	bool may;

	if (!body)
		return;
	const char *organization =
		either_text(body, "OrganizationId", "IdentityOrganizationId", "OrgCode", &faults);
	const char *user = either_text(body, "UserId", "IdentityProviderUserId", NULL, &faults);
	if (!faults_reply(&faults, reply)) {
		if (store_organization_named(service->store, organization) != own)
			problem_reply(reply, 404, NULL);
		else if (!store_find_user(service->store, own->id, user, &account, &err) ||
			 !may_ask(service, &request->principal->account, &account, &may, &err))
			problem_reply_failure(reply, &err);
		else if (!may)
			problem_reply(reply, 404, NULL);
		else if (!reply_context(service, own, &account, reply, &err))
			problem_reply_failure(reply, &err);
	}
	account_finish(&account);
	faults_finish(&faults);
	json_free(body);
}
