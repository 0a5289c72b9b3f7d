/* Who may do what: each role and each operation, two organizations, good tokens and bad ones. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>

#include <jwt.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "sandbox/store_records.h"
#include "sandbox/token.h"
#include "support/http.h"
#include "support/sandbox.h"

enum who { ADMIN, REP, CUSTOMER, NOBODY, STRANGER, WHO };

static const char *const names[WHO] = { "Admin", "SalesRep", "Customer", "nobody",
					"the other organization's Admin" };

struct world {
	struct sandbox *sandbox;
	int port;
	char *tokens[WHO];
};

static int set_up(void **state)
{
	struct world *world = xcalloc(1, sizeof(*world));

	world->sandbox = sandbox_new();
	sandbox_start(world->sandbox, SANDBOX_ARGS("--customers", "60", "--products", "20"));
	world->port = sandbox_port(world->sandbox);
	world->tokens[ADMIN] = http_log_in(world->port, "harborline", "backoffice-terminal");
	world->tokens[REP] = http_log_in(world->port, "harborline", "rep-207");
	world->tokens[CUSTOMER] = http_log_in(world->port, "harborline", "portal-hrb-1042");
	world->tokens[STRANGER] = http_log_in(world->port, "aurorabaltic", "backoffice-aurora");
	*state = world;
	return 0;
}

static int tear_down(void **state)
{
	struct world *world = *state;

	assert_int_equal(sandbox_end(world->sandbox, SIGTERM), 0);
	sandbox_free(world->sandbox);
	for (size_t i = 0; i < WHO; i++)
		free(world->tokens[i]);
	free(world);
	return 0;
}

static void ask(const struct world *world, enum who who, const char *method, const char *path,
		const char *body, struct http_answer *answer)
{
	http_ask(world->port, &(struct http_request){ method, path, world->tokens[who], body },
		 answer);
}

static int status_of(const struct world *world, enum who who, const char *method, const char *path,
		     const char *body)
{
	struct http_answer answer;

	ask(world, who, method, path, body, &answer);
	int status = answer.status;
	http_answer_finish(&answer);
	return status;
}

/* ---- Every operation ---- */

#define NEW_CUSTOMER(number)                                                                       \
	"{\"customerNumber\":\"" number "\",\"companyName\":\"N\","                                \
	"\"companyEmail\":\"n@n.example\",\"pricing\":\"Retail\"}"
#define NEW_PRODUCT "{\"sku\":\"NEW-1\",\"name\":\"N\"}"
#define PRICES                                                                                     \
	"{\"products\":[{\"sku\":\"FNDR-G4-WHT\",\"prices\":[{\"tier\":\"Retail\",\"price\":9.5}]" \
	"}]}"
#define ACCESS "{\"OrganizationId\":\"org_7d21c0e4\",\"UserId\":\"usr_51b8\"}"
#define TERMS "{\"terms\":\"NET60\"}"
#define REP_IS(number) "{\"repNumber\":\"" number "\"}"

#define OWN "/api/customers/HRB-1042"    /* SR-207's, who is our rep */
#define OTHERS "/api/customers/PNC-0088" /* another rep's */

/* In this order, and the last column first: a row may need what was done before. */
static const struct {
	const char *method, *path, *body;
	int status[WHO]; /* ADMIN, REP, CUSTOMER, NOBODY, STRANGER */
} operations[] = {
	{ "GET", "/api/customers", NULL, { 200, 200, 403, 401, 200 } },
	{ "GET", OWN, NULL, { 200, 200, 403, 401, 404 } },
	{ "GET", OTHERS, NULL, { 200, 404, 403, 401, 404 } },
	{ "PUT", OWN, TERMS, { 200, 200, 403, 401, 404 } },
	{ "PUT", OTHERS, TERMS, { 200, 404, 403, 401, 404 } },
	{ "POST", "/api/auth/access", ACCESS, { 200, 200, 200, 401, 404 } }, /* a user of OWN */
	{ "PUT", OWN, REP_IS("SR-207"), { 200, 200, 403, 401, 404 } },
	{ "PUT", OWN, REP_IS("SR-311"), { 200, 403, 403, 401, 404 } },
	{ "POST", "/api/auth/access", ACCESS, { 200, 404, 200, 401, 404 } }, /* SR-311's now */
	{ "PUT", OWN, REP_IS("SR-207"), { 200, 404, 403, 401, 404 } },
	{ "POST", "/api/customers", NEW_CUSTOMER("NEW-1"), { 409, 201, 403, 401, 201 } },
	{ "PUT", "/api/customers", NEW_CUSTOMER("NEW-2"), { 200, 201, 403, 401, 201 } },
	{ "POST", OWN "/activate", NULL, { 204, 204, 403, 401, 404 } },
	{ "POST", OTHERS "/activate", NULL, { 204, 404, 403, 401, 404 } },
	{ "POST", OTHERS "/deactivate", NULL, { 204, 404, 403, 401, 404 } },
	{ "DELETE", "/api/customers/NEW-1", NULL, { 204, 403, 403, 401, 204 } },
	{ "GET", "/api/products", NULL, { 200, 200, 200, 401, 200 } },
	{ "GET", "/api/products/search?query=rope", NULL, { 200, 200, 200, 401, 200 } },
	{ "GET", "/api/products/ROPE-BRD-12", NULL, { 200, 200, 200, 401, 404 } },
	{ "PUT", "/api/products", NEW_PRODUCT, { 201, 403, 403, 401, 201 } },
	{ "PUT", "/api/products/prices", PRICES, { 204, 403, 403, 401, 400 } }, /* no such SKU */
	{ "GET", "/api/organization", NULL, { 200, 403, 403, 401, 200 } },
	{ "GET", "/api/organizations/salesreps", NULL, { 200, 403, 403, 401, 200 } },
};

static void each_role_may_do_what_it_may(void **state)
{
	struct world *world = *state;

	for (size_t i = 0; i < CASES(operations); i++)
		for (int who = WHO - 1; who >= 0; who--) {
			int status = status_of(world, (enum who)who, operations[i].method,
					       operations[i].path, operations[i].body);
			if (status != operations[i].status[who])
				fail_msg("%s %s as %s: %d, expected %d", operations[i].method,
					 operations[i].path, names[who], status,
					 operations[i].status[who]);
		}
}

static void a_rep_sees_its_own_customers_only(void **state)
{
	struct world *world = *state;
	struct http_answer answer;

	ask(world, REP, "GET", "/api/customers?pageSize=100", NULL, &answer);
	assert_non_null(strstr(answer.body, "\"SR-207\""));
	assert_null(strstr(answer.body, "\"SR-311\""));
	http_answer_finish(&answer);
}

static void a_rep_creates_customers_of_its_own(void **state)
{
	struct world *world = *state;
	struct http_answer answer;

	ask(world, REP, "PUT", "/api/customers", NEW_CUSTOMER("REP-1"), &answer);
	assert_int_equal(answer.status, 201);
	assert_text_take(http_member(&answer, "repNumber"), "SR-207");
	http_answer_finish(&answer);
}

static void a_customer_sees_the_price_of_its_tier(void **state)
{
	struct world *world = *state;
	struct http_answer answer;

	ask(world, CUSTOMER, "GET", "/api/products/ROPE-BRD-12", NULL, &answer);
	assert_text_take(http_member(&answer, "price"), "31.75"); /* HRB-1042 is Wholesale */
	assert_null(strstr(answer.body, "Retail"));
	assert_null(strstr(answer.body, "Distributor"));
	http_answer_finish(&answer);
}

static void organizations_never_meet(void **state)
{
	/* What the answer has in one organization and not in the other; rows of lists are sparse.
	 */
	static const struct {
		const char *path, *mine, *theirs;
	} paths[] = {
		{ "/api/customers?pageSize=500", "\"EUR\"", "\"USD\"" },
		{ "/api/products?pageSize=500", "\"EUR\"", "\"USD\"" },
		{ "/api/products/search?query=e&pageSize=500", "\"EUR\"", "\"USD\"" },
		{ "/api/organizations/salesreps", "org_2f90b6aa", "org_7d21c0e4" },
		{ "/api/organization", "org_2f90b6aa", "org_7d21c0e4" },
	};
	struct world *world = *state;

	for (size_t i = 0; i < CASES(paths); i++) {
		struct http_answer answer;
		ask(world, STRANGER, "GET", paths[i].path, NULL, &answer);
		if (!strstr(answer.body, paths[i].mine) || strstr(answer.body, paths[i].theirs))
			fail_msg("%s: %s", paths[i].path, answer.body);
		http_answer_finish(&answer);
		ask(world, ADMIN, "GET", paths[i].path, NULL, &answer);
		assert_true(strstr(answer.body, paths[i].theirs) &&
			    !strstr(answer.body, paths[i].mine));
		http_answer_finish(&answer);
	}
	/* The same number twice, and each changes its own. */
	assert_int_equal(
		status_of(world, STRANGER, "PUT", "/api/customers", NEW_CUSTOMER("HRB-1042")), 201);
	assert_int_equal(status_of(world, STRANGER, "DELETE", "/api/customers/HRB-1042", NULL),
			 204);
	assert_int_equal(status_of(world, ADMIN, "GET", "/api/customers/HRB-1042", NULL), 200);
}

/* ---- Logins and tokens ---- */

static void the_eleventh_login_has_to_wait(void **state)
{
	struct world *world = *state;
	static const char guess[] =
		"{\"OrgCode\":\"harborline\",\"ClientId\":\"guesser\",\"ClientSecret\":\"x\"}";
	struct http_answer answer;
	char wait[16];

	for (int i = 0; i < 10; i++)
		assert_int_equal(status_of(world, NOBODY, "POST", "/api/auth/login", guess), 401);
	ask(world, NOBODY, "POST", "/api/auth/login", guess, &answer);
	assert_int_equal(answer.status, 429);
	http_header(&answer, "Retry-After", wait, sizeof(wait));
	assert_in_range(atoi(wait), 1, 60);
	http_answer_finish(&answer);
	free(http_log_in(world->port, "harborline",
			 "backoffice-terminal")); /* the limit is per client */
}

static void deactivation_ends_sessions(void **state)
{
	struct world *world = *state;
	static const char login[] = "{\"OrgCode\":\"harborline\",\"ClientId\":\"portal-hrb-1042\","
				    "\"ClientSecret\":\"sandbox-secret\"}";

	assert_int_equal(status_of(world, CUSTOMER, "GET", "/api/products", NULL), 200);
	assert_int_equal(status_of(world, REP, "POST", "/api/customers/HRB-1042/deactivate", NULL),
			 204);
	assert_int_equal(status_of(world, CUSTOMER, "GET", "/api/products", NULL), 401);
	assert_int_equal(status_of(world, NOBODY, "POST", "/api/auth/login", login), 401);
	assert_int_equal(status_of(world, ADMIN, "POST", "/api/customers/HRB-1042/activate", NULL),
			 204);
	assert_int_equal(status_of(world, CUSTOMER, "GET", "/api/products", NULL), 401);
	free(world->tokens[CUSTOMER]);
	world->tokens[CUSTOMER] = http_log_in(world->port, "harborline", "portal-hrb-1042");
	assert_int_equal(status_of(world, CUSTOMER, "GET", "/api/products", NULL), 200);
	/* The same by the reference page's way. */
	assert_int_equal(
		status_of(world, ADMIN, "PUT", "/api/customers/HRB-1042", "{\"active\":false}"),
		200);
	assert_int_equal(status_of(world, CUSTOMER, "GET", "/api/products", NULL), 401);
	assert_int_equal(
		status_of(world, ADMIN, "PUT", "/api/customers/HRB-1042", "{\"active\":true}"),
		200);
}

/* The key that the running sandbox signs with; the caller frees. */
static char *signing_key(const struct world *world)
{
	char *path = xasprintf("%s/sandbox.db", sandbox_folder(world->sandbox));
	struct store_options options = { .path = path, .size = { -1, -1, -1 } };
	struct error err = { 0 };
	struct store *store = store_open(&options, &err);

	if (!store)
		fail_msg("%s", err.message);
	char *key = xstrdup(store_signing_key(store));
	store_close(store);
	free(path);
	return key;
}

/* The claims of a good token, signed in another way. */
static char *forge(const char *good, const char *key, jwt_alg_t alg)
{
	jwt_t *jwt = NULL;
	char *with_key = NULL, *token;

	assert_int_equal(jwt_decode(&jwt, good, (const unsigned char *)key, (int)strlen(key)), 0);
	assert_int_equal(jwt_set_alg(jwt, alg,
				     alg == JWT_ALG_NONE ? NULL : (const unsigned char *)key,
				     alg == JWT_ALG_NONE ? 0 : (int)strlen(key)),
			 0);
	with_key = jwt_encode_str(jwt);
	assert_non_null(with_key);
	token = xstrdup(with_key);
	free(with_key);
	jwt_free(jwt);
	return token;
}

static void assert_token(struct world *world, char *token, int status)
{
	struct http_request request = { "GET", "/api/customers/HRB-1042", token, NULL };
	int got = http_status(world->port, &request);

	if (got != status)
		fail_msg("%s: %d, expected %d", token, got, status);
	free(token);
}

static void forged_tokens_are_refused(void **state)
{
	struct world *world = *state;
	const char *good = world->tokens[ADMIN];
	char *key = signing_key(world);
	struct claims claims;

	assert_token(world, forge(good, key, JWT_ALG_HS256),
		     200); /* so it is the way of signing that matters */
	assert_token(world, forge(good, key, JWT_ALG_HS512), 401);
	assert_token(world, forge(good, key, JWT_ALG_HS384), 401);
	assert_token(world, forge(good, key, JWT_ALG_NONE), 401);

	assert_true(token_verify(good, key, clock_unix_s(), &claims));
	assert_token(world, token_sign(&claims, "another key"), 401);
	claims.expires_s = clock_unix_s() + 60;
	assert_token(world, token_sign(&claims, key), 200);
	claims.expires_s = clock_unix_s();
	assert_token(world, token_sign(&claims, key), 401);
	claims.expires_s = 0;
	assert_token(world, token_sign(&claims, key), 401);
	claims_finish(&claims);
	free(key);
}

static void damaged_tokens_are_refused(void **state)
{
	struct world *world = *state;
	size_t len = strlen(world->tokens[ADMIN]);
	static const size_t places[] = { 3, 20, 40, 80 };

	for (size_t i = 0; i < CASES(places); i++) {
		char *token = xstrdup(world->tokens[ADMIN]);
		token[places[i]] = token[places[i]] == 'A' ? 'B' : 'A';
		assert_token(world, token, 401);
	}
	assert_token(world, xstrndup(world->tokens[ADMIN], len - 5), 401);
	assert_token(world, xstrdup(""), 401);
	assert_token(world, xstrdup(".."), 401);
	assert_token(world, xasprintf("%s.%s", world->tokens[ADMIN], world->tokens[ADMIN]), 401);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_role_may_do_what_it_may),
		cmocka_unit_test(a_rep_sees_its_own_customers_only),
		cmocka_unit_test(a_rep_creates_customers_of_its_own),
		cmocka_unit_test(a_customer_sees_the_price_of_its_tier),
		cmocka_unit_test(organizations_never_meet),
		cmocka_unit_test(the_eleventh_login_has_to_wait),
		cmocka_unit_test(deactivation_ends_sessions),
		cmocka_unit_test(forged_tokens_are_refused),
		cmocka_unit_test(damaged_tokens_are_refused),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
