/* Flow Retail's calls against the real sandbox: what the scripted services of the other tests assume. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "support/sandbox.h"
#include "support/sandbox_calls.h"

struct shop {
	struct sandbox *sandbox;
	struct fixture fixture;
	struct ending ending;
};

static int open_shop(void **state)
{
	struct shop *shop = xcalloc(1, sizeof(*shop));
	struct profile *profile;

	shop->sandbox = sandbox_new();
	sandbox_start(shop->sandbox, SANDBOX_SMALL);
	fixture_start_before(&shop->fixture, sandbox_port(shop->sandbox), NULL, 0);
	profile = shop->fixture.profile;
	char *url = xasprintf("%s/v2", profile->url);
	xreplace(&profile->url, url);
	free(url);
	xreplace(&profile->api, "flow");
	xreplace(&profile->tenant, "tnt-nordlys");
	xreplace(&profile->store, "store-bergen");
	profile->login = LOGIN_TOKEN;
	profile_set_secret(&profile->token, "sandbox-flow-integration-nordlys");
	fixture_client(&shop->fixture);
	*state = shop;
	return 0;
}

static int close_shop(void **state)
{
	struct shop *shop = *state;

	fixture_stop(&shop->fixture);
	sandbox_free(shop->sandbox);
	free(shop);
	return 0;
}

/* The member of what the last call got; "" when it is not there. Path: names with a slash between. */
static char *got(const struct shop *shop, const char *path)
{
	struct json *tree = json_parse(shop->ending.text, strlen(shop->ending.text), NULL);
	const struct json *at = tree;
	char *copy = xstrdup(path), *rest = copy, *name;

	while ((name = strsep(&rest, "/")))
		at = json_type(at) == JSON_ARRAY ? json_at(at, strtoul(name, NULL, 10))
						 : json_member_exact(at, name);
	char *text = xstrdup(json_text(at) ? json_text(at) : json_is_true(at) ? "true" : "");
	json_free(tree);
	free(copy);
	return text;
}

static void assert_got(struct shop *shop, const char *path, const char *expected)
{
	assert_string_equal(shop->ending.message, "");
	char *text = got(shop, path);
	assert_string_equal(text, expected);
	free(text);
}

static void a_customer_is_listed_searched_and_read(void **state)
{
	struct shop *shop = *state;
	struct fixture *fixture = &shop->fixture;

	run_list(fixture, &shop->ending, "customers", "sort=displayName");
	assert_string_equal(shop->ending.message, "");
	assert_true(shop->ending.total > 2);
	ending_finish(&shop->ending);
	run_list(fixture, &shop->ending, "customers", "externalId:equals:erp-2203");
	assert_int_equal(shop->ending.total, 1);
	assert_got(shop, "0/customerUid", "cus-1001");
	ending_finish(&shop->ending);
	run_list(fixture, &shop->ending, "customers", "search=fjordtek");
	assert_got(shop, "0/customerUid", "cus-1001");
	ending_finish(&shop->ending);
	run_list(fixture, &shop->ending, "customers", "email:contains:innkjop@fjordtek.example");
	assert_got(shop, "0/customerUid", "cus-1001");
	ending_finish(&shop->ending);
	run_get(fixture, &shop->ending, "customers", "cus-1001");
	assert_got(shop, "credit/limitAmount", "50000");
	ending_finish(&shop->ending);
	run_list(fixture, &shop->ending, "customer-groups", "");
	assert_true(shop->ending.total >= 2);
	ending_finish(&shop->ending);
	run_list(fixture, &shop->ending, "external-customers", "search=a");
	assert_string_equal(shop->ending.message, "");
	ending_finish(&shop->ending);
}

static void a_customer_is_created_changed_and_deleted(void **state)
{
	struct shop *shop = *state;
	struct fixture *fixture = &shop->fixture;

	run_create(fixture, &shop->ending,
		   "{\"customerType\":\"PRIVATE\",\"firstname\":\"Even\",\"lastname\":\"Moe\","
		   "\"externalId\":\"h5-1\",\"customerGroups\":[{\"customerGroupUid\":\"cg-club\"}]}");
	assert_got(shop, "customerGroups/0/name", "Club members");
	char *key = got(shop, "customerUid"), *before = shop->ending.text;
	run_update(fixture, &shop->ending, before,
		   "{\"customerType\":\"COMPANY\",\"companyName\":\"Moe AS\",\"firstname\":\"Even\","
		   "\"lastname\":\"Moe\",\"externalId\":\"h5-1\",\"ehf\":{\"enabled\":true}}");
	assert_got(shop, "customerType", "COMPANY");
	assert_got(shop, "ehf/enabled", "true");
	assert_got(shop, "customerGroups/0/name", "");
	free(before);
	ending_finish(&shop->ending);
	fixture->argument = "store-oslo";
	run_act(fixture, &shop->ending, "add-two-invoice", key);
	assert_string_equal(shop->ending.message, "");
	run_get(fixture, &shop->ending, "customers", key);
	assert_got(shop, "extensions/0/extensionCode", "TWO_INVOICE");
	ending_finish(&shop->ending);
	run_act(fixture, &shop->ending, "remove-two-invoice", key);
	assert_string_equal(shop->ending.message, "");
	run_act(fixture, &shop->ending, "delete", key);
	assert_string_equal(shop->ending.message, "");
	run_get(fixture, &shop->ending, "customers", key);
	assert_int_equal(shop->ending.code, ERROR_MISSING);
	free(key);
}

static void a_refusal_names_its_fields(void **state)
{
	struct shop *shop = *state;

	run_update(&shop->fixture, &shop->ending, "{\"customerUid\":\"cus-1001\"}",
		   "{\"customerUid\":\"cus-1001\",\"ledgerNumber\":\"x1\"}");
	assert_int_equal(shop->ending.status, 400);
	assert_string_equal(shop->ending.named, "ledgerNumber");
	run_create(&shop->fixture, &shop->ending, "{\"customerType\":\"COMPANY\"}");
	assert_int_equal(shop->ending.status, 400);
	run_create(&shop->fixture, &shop->ending,
		   "{\"firstname\":\"A\",\"lastname\":\"B\",\"externalId\":\"erp-2203\"}");
	assert_int_equal(shop->ending.status, 409);
}

static void take_bytes(void *data, const char *bytes, size_t len, const struct failure *failure)
{
	struct ending *ending = data;

	ending->text = bytes ? xstrndup(bytes, len) : NULL;
	ending_take(ending, failure);
}

static void a_store_and_a_person_see_more(void **state)
{
	struct shop *shop = *state;
	struct fixture *fixture = &shop->fixture;
	const struct resource *customers = client_resource(fixture->client, "customers");

	shop->ending = (struct ending){ .fixture = fixture };
	client_get_in_store(fixture->client, customers, "cus-1001", ending_take_record, &shop->ending);
	wait_ending(&shop->ending);
	assert_got(shop, "customerUid", "cus-1001");
	ending_finish(&shop->ending);
	shop->ending = (struct ending){ .fixture = fixture };
	client_fetch(fixture->client, customers, resource_action(customers, "export-personal-data"), "cus-1001",
		     take_bytes, &shop->ending);
	wait_ending(&shop->ending);
	assert_string_equal(shop->ending.message, "");
	assert_non_null(strstr(shop->ending.text, "Fjordtek"));
	ending_finish(&shop->ending);
}

static void take_batch(void *data, const struct batch_answer *answers, size_t count,
		       const struct failure *failure)
{
	struct ending *ending = data;
	size_t len;
	FILE *out = xmemstream(&ending->text, &len);

	for (size_t i = 0; i < count; i++)
		fprintf(out, "%d ", answers[i].status);
	fclose(out);
	ending_take(ending, failure);
}

static void many_customers_end_each_for_itself(void **state)
{
	struct shop *shop = *state;
	struct fixture *fixture = &shop->fixture;
	const struct resource *customers = client_resource(fixture->client, "customers");
	static const char person[] = "{\"firstname\":\"Liv\",\"lastname\":\"Dal\"}", firm[] =
					     "{\"customerType\":\"COMPANY\"}";
	struct record *good = record_parse(customers->schema, person, strlen(person), NULL);
	struct record *bad = record_parse(customers->schema, firm, strlen(firm), NULL);
	const struct batch_item items[] = { { BATCH_DELETE, "nobody", NULL, NULL },
					    { BATCH_CREATE, NULL, NULL, good },
					    { BATCH_CREATE, NULL, NULL, bad } };

	shop->ending = (struct ending){ .fixture = fixture };
	client_batch(fixture->client, customers, items, CASES(items), take_batch, &shop->ending);
	record_free(good);
	record_free(bad);
	wait_ending(&shop->ending);
	assert_string_equal(shop->ending.text, "404 201 400 ");
	ending_finish(&shop->ending);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_customer_is_listed_searched_and_read),
		cmocka_unit_test(a_customer_is_created_changed_and_deleted),
		cmocka_unit_test(a_refusal_names_its_fields),
		cmocka_unit_test(a_store_and_a_person_see_more),
		cmocka_unit_test(many_customers_end_each_for_itself),
	};

	return cmocka_run_group_tests(tests, open_shop, close_shop);
}
