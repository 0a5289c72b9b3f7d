/* SPDX-License-Identifier: ISC */
#include "fixture.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/login_limit.h"
#include "sandbox/pages.h"
#include "sandbox/routes.h"
#include "sandbox/sessions.h"
#include "sandbox/store_records.h"
#include "schema/json.h"

static const char *const organizations[] = {
	"{\"Organization\":{\"OrganizationId\":\"org_n\",\"Name\":\"Northpoint\",\"Website\":"
	"\"https://northpoint.example\","
	"\"PriceTiers\":[{\"Name\":\"Retail\"},{\"Name\":\"Wholesale\"}]},\"Subscriptions\":[],"
	"\"Features\":[]}",
	"{\"Organization\":{\"OrganizationId\":\"org_a\",\"Name\":\"Aurora\",\"PriceTiers\":["
	"\"Retail\"]}}",
};

static const struct {
	int organization;
	const char *document;
} customers[] = {
	{ 0, "{\"customerNumber\":\"A-1\",\"organizationId\":\"org_n\",\"companyName\":"
	     "\"Harborline Marine\",\"companyEmail\":"
	     "\"a@harborline.example\",\"pricing\":\"Wholesale\",\"active\":true,\"repNumber\":"
	     "\"SR-1\",\"terms\":\"NET30\","
	     "\"currencyCode\":\"NOK\",\"externalId\":\"erp-1\",\"addresses\":[{\"line1\":\"14 "
	     "Wharf\",\"addressType\":"
	     "\"Billing\"}],\"unknown\":{\"kept\":12345678901234567890}}" },
	{ 0, "{\"customerNumber\":\"A-2\",\"companyName\":\"Pinecrest\",\"companyEmail\":\"b@"
	     "pinecrest.example\",\"pricing\":"
	     "\"Retail\",\"active\":true,\"repNumber\":\"SR-1\",\"currencyCode\":\"USD\","
	     "\"externalId\":\"erp-2\"}" },
	{ 0, "{\"customerNumber\":\"A-3\",\"companyName\":\"Trillium\",\"companyEmail\":\"c@"
	     "trillium.example\",\"pricing\":"
	     "\"Retail\",\"active\":true,\"repNumber\":\"SR-2\",\"currencyCode\":\"USD\"}" },
	{ 0, "{\"customerNumber\":\"A-4\",\"companyName\":\"Quiet\",\"companyEmail\":\"d@quiet."
	     "example\",\"pricing\":"
	     "\"Retail\",\"active\":false,\"repNumber\":\"SR-1\",\"currencyCode\":\"USD\"}" },
	{ 1, "{\"customerNumber\":\"A-1\",\"companyName\":\"Aurora "
	     "One\",\"companyEmail\":\"e@aurora.example\",\"pricing\":"
	     "\"Retail\",\"active\":true,\"currencyCode\":\"EUR\"}" },
};

static const char *const products[] = {
	"{\"sku\":\"P-1\",\"name\":\"Dock "
	"line\",\"description\":\"Braided\",\"upc\":\"0715\",\"price\":42.5,\"prices\":[{\"tier\":"
	"\"Retail\",\"price\":42.5,\"atQuantity\":1},{\"tier\":\"Wholesale\",\"price\":29.4,"
	"\"atQuantity\":24},{\"tier\":"
	"\"Wholesale\",\"price\":31.75}],\"active\":true,\"externalId\":\"item-1\"}",
	"{\"sku\":\"P-2\",\"name\":\"Fender\",\"price\":35,\"active\":true}",
	"{\"sku\":\"P-3\",\"name\":\"Retired\",\"price\":1,\"active\":false}",
};

static const struct {
	enum who who;
	int organization;
	struct store_login login;
} logins[] = {
	{ ADMIN, 0, { NULL, "admin", "secret", "key-admin", "usr_1", ROLE_ADMIN, NULL, NULL } },
	{ SALES_REP,
	  0,
	  { NULL, "rep", "secret", "key-rep", "usr_2", ROLE_SALES_REP, "SR-1", NULL } },
	{ CUSTOMER,
	  0,
	  { NULL, "portal", "secret", "key-portal", "usr_3", ROLE_CUSTOMER, NULL, "A-1" } },
	{ OTHER_ADMIN,
	  1,
	  { NULL, "admin", "secret", "key-other", "usr_1", ROLE_ADMIN, NULL, NULL } },
};

static bool fill(struct store *store, const struct store_size *size, struct error *err)
{
	int64_t ids[2];
	bool ok =
		store_insert_organization(store, "north", "USD", organizations[0], &ids[0], err) &&
		store_insert_organization(store, "aurora", "EUR", organizations[1], &ids[1], err) &&
		store_insert_sales_rep(store, ids[0], "{\"repNumber\":\"SR-1\",\"active\":true}",
				       err) &&
		store_insert_sales_rep(store, ids[0], "{\"repNumber\":\"SR-2\",\"active\":false}",
				       err);

	(void)size;
	for (size_t i = 0; ok && i < CASES(customers); i++)
		ok = store_insert_customer(store, ids[customers[i].organization],
					   customers[i].document, err);
	for (size_t i = 0; ok && i < CASES(products); i++)
		ok = store_insert_product(store, ids[0], products[i], err);
	for (size_t i = 0; ok && i < CASES(logins); i++)
		ok = store_insert_login(store, ids[logins[i].organization], &logins[i].login, err);
	return ok;
}

void fixture_start(struct fixture *fixture)
{
	struct error err = { .code = ERROR_NONE };

	*fixture = (struct fixture){ .service = { .sessions = sessions_new(),
						  .login_limit = login_limit_new(),
						  .pages = pages_new(),
						  .token_seconds = 3600 } };
	fixture->service.store = store_open(
		&(struct store_options){ .path = ":memory:", .size = { -1, -1, -1 }, .fill = fill },
		&err);
	assert_string_equal(err.message, "");
	for (size_t i = 0; i < CASES(logins); i++)
		fixture_log_in(fixture, logins[i].who);
}

void fixture_stop(struct fixture *fixture)
{
	for (size_t i = 0; i < WHO_COUNT; i++)
		free(fixture->tokens[i]);
	sessions_free(fixture->service.sessions);
	login_limit_free(fixture->service.login_limit);
	pages_free(fixture->service.pages);
	store_close(fixture->service.store);
}

static struct reply send(struct fixture *fixture, const char *authorization, const char *api_key,
			 const char *method, const char *target, const char *body)
{
	struct url url;
	struct reply reply = { 0 };
	struct error err;

	assert_true(url_parse(&url, target, &err));
	struct request request = { .method = method,
				   .url = &url,
				   .authorization = authorization,
				   .api_key = api_key,
				   .body = body ? body : "",
				   .body_len = body ? strlen(body) : 0 };
	routes_answer(&fixture->service, &request, &reply);
	store_rest(fixture->service.store);
	assert_true(store_settle(fixture->service.store, &err));
	url_finish(&url);
	return reply;
}

struct reply ask(struct fixture *fixture, enum who who, const char *method, const char *target,
		 const char *body)
{
	char *authorization =
		fixture->tokens[who] ? xasprintf("Bearer %s", fixture->tokens[who]) : NULL;
	struct reply reply = send(fixture, authorization, NULL, method, target, body);

	free(authorization);
	return reply;
}

struct json *ask_json(struct fixture *fixture, enum who who, const char *method, const char *target,
		      const char *body)
{
	struct reply reply = ask(fixture, who, method, target, body);
	struct json *tree = json_parse(reply.body, reply.len, NULL);

	assert_non_null(tree);
	reply_finish(&reply);
	return tree;
}

int ask_status(struct fixture *fixture, enum who who, const char *method, const char *target,
	       const char *body)
{
	struct reply reply = ask(fixture, who, method, target, body);
	int status = reply.status;

	reply_finish(&reply);
	return status;
}

int ask_with(struct fixture *fixture, const char *authorization, const char *api_key)
{
	struct reply reply = send(fixture, authorization, api_key, "GET", "/api/products", NULL);
	int status = reply.status;

	reply_finish(&reply);
	return status;
}

char *ask_body(struct fixture *fixture, const char *api_key, const char *target)
{
	return send(fixture, NULL, api_key, "GET", target, NULL).body;
}

void fixture_log_in(struct fixture *fixture, enum who who)
{
	size_t i = 0;

	while (logins[i].who != who)
		i++;
	char *body =
		xasprintf("{\"OrgCode\":\"%s\",\"ClientId\":\"%s\",\"ClientSecret\":\"secret\"}",
			  logins[i].organization ? "aurora" : "north", logins[i].login.client_id);
	struct reply reply = ask(fixture, NOBODY, "POST", "/api/auth/login", body);
	assert_int_equal(reply.status, 200);
	struct json *answer = json_parse(reply.body, reply.len, NULL);
	free(fixture->tokens[who]);
	fixture->tokens[who] = xstrdup(json_member_text(answer, "AccessToken"));
	json_free(answer);
	reply_finish(&reply);
	free(body);
}
