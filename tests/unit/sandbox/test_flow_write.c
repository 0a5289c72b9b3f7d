/* Customers of Flow Retail made, changed and deleted one by one; their extensions and views. */
/* SPDX-License-Identifier: ISC */
#include "flow_fixture.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "schema/json.h"

#define CUSTOMERS T "/customers"
#define FJORDTEK CUSTOMERS "/cus-1001"
#define SUNNIVA CUSTOMERS "/cus-1002"

/* What the members of an answer are, in JSON: "a":1,"b":[]. */
static void expect_members(const struct json *record, const char *expected)
{
	char *text = xasprintf("{%s}", expected);
	struct json *members = json_parse(text, strlen(text), NULL);

	assert_non_null(members);
	for (const struct json *member = json_first(members); member; member = json_next(member)) {
		const struct json *there = json_member_exact(record, json_name(member));
		if (!json_equal(there, member)) {
			char *found = json_print(record);
			fail_msg("%s is not %s in %s", json_name(member), expected, found);
		}
	}
	json_free(members);
	free(text);
}

static void expect_answer(struct flow_fixture *fixture, const char *method, const char *target,
			  const char *body, int status, const char *members)
{
	struct reply reply = flow_ask(fixture, NORDLYS, method, target, body);
	struct json *answer = json_parse(reply.body, reply.len, NULL);

	assert_int_equal(reply.status, status);
	expect_members(answer, members);
	json_free(answer);
	reply_finish(&reply);
}

static bool has_detail(const struct json *error, const char *field)
{
	const struct json *details = json_member(error, "details");

	for (const struct json *each = json_first(details); each; each = json_next(each))
		if (strcmp(json_member_text(each, "field"), field) == 0)
			return true;
	return false;
}

static void expect_fault(struct flow_fixture *fixture, const char *method, const char *target,
			 const char *body, const char *field)
{
	struct reply reply = flow_ask(fixture, NORDLYS, method, target, body);
	struct json *error = json_parse(reply.body, reply.len, NULL);

	if (reply.status != 400 || !has_detail(error, field))
		fail_msg("%s: %d %s", body, reply.status, reply.body);
	json_free(error);
	reply_finish(&reply);
}

static void a_new_customer_has_what_was_sent_and_the_rest(void **state)
{
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	expect_answer(
		&fixture, "POST", CUSTOMERS, "{\"firstname\":\"Even\",\"lastname\":\"Moe\"}", 201,
		"\"customerType\":\"PRIVATE\",\"displayName\":\"Even Moe\",\"companyName\":\"\","
		"\"paymentTerms\":0,\"addresses\":[],\"customerGroups\":[]");
	expect_answer(
		&fixture, "POST", CUSTOMERS,
		"{\"customerUid\":\"cus-n\",\"customerType\":\"COMPANY\",\"companyName\":\"Moe "
		"\\u00c5s\","
		"\"customerGroupUids\":[\"cg-trade\",\"cg-trade\"],\"defaultStoreUid\":\"store-"
		"oslo\","
		"\"ehfEnabled\":true,\"createdAt\":\"x\",\"shoeSize\":44}",
		201,
		"\"customerUid\":\"cus-n\",\"displayName\":\"Moe Ås\",\"ehf\":{\"enabled\":true},"
		"\"ehfEnabled\":true,\"shoeSize\":null,\"customerGroups\":[{\"customerGroupUid\":"
		"\"cg-trade\",\"name\":\"Trade accounts\"}]");
	expect_answer(&fixture, "GET", CUSTOMERS "/cus-n", NULL, 200, "\"companyName\":\"Moe Ås\"");
	flow_fixture_stop(&fixture);
}

static void a_change_keeps_what_is_left_out(void **state)
{
	static const struct {
		const char *body, *members;
	} changes[] = {
		{ "{\"paymentTerms\":21}",
		  "\"paymentTerms\":21,\"city\":\"Bergen\",\"ehfEnabled\":true" },
		{ "{\"customerGroupUids\":[]}", "\"customerGroups\":[]" },
		{ "{\"city\":\"Voss\"}", "\"customerGroups\":[],\"city\":\"Voss\"" },
		{ "{\"companyName\":\"Fjord\"}", "\"displayName\":\"Fjord\"" },
		{ "{\"ehf\":{\"enabled\":false,\"more\":1}}",
		  "\"ehf\":{\"enabled\":false,\"more\":1},\"ehfEnabled\":false" },
		{ "{\"ehfEnabled\":true}",
		  "\"ehf\":{\"enabled\":true,\"more\":1},\"ehfEnabled\":true" },
		{ "{\"ehf\":{\"enabled\":false},\"ehfEnabled\":true}", "\"ehfEnabled\":false" },
		{ "{\"ehf\":null}", "\"ehf\":{\"enabled\":false,\"more\":1}" },
		{ "{\"displayName\":\"X\",\"credit\":null}",
		  "\"displayName\":\"Fjord\",\"credit\":"
		  "{\"limit\":5000000,\"balance\":1250000}" },
		{ "{\"customerUid\":\"cus-1001\",\"mobile\":\"\"}", "\"mobile\":\"\"" },
		{ "{\"city\":\"A\",\"city\":\"B\"}", "\"city\":\"B\"" },
	};
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	for (size_t i = 0; i < CASES(changes); i++)
		expect_answer(&fixture, "PUT", FJORDTEK, changes[i].body, 200, changes[i].members);
	flow_fixture_stop(&fixture);
}

static void a_wrong_member_is_named(void **state)
{
	static const struct {
		const char *body, *field;
	} wrong[] = {
		{ "{\"countryCode\":\"NOR\"}", "countryCode" },
		{ "{\"countryCode\":\"\"}", "countryCode" },
		{ "{\"countryCode\":\"4 \"}", "countryCode" },
		{ "{\"ledgerNumber\":\"1A\"}", "ledgerNumber" },
		{ "{\"ledgerNumber\":\" 1\"}", "ledgerNumber" },
		{ "{\"paymentTerms\":-1}", "paymentTerms" },
		{ "{\"paymentTerms\":1.5}", "paymentTerms" },
		{ "{\"paymentTerms\":\"1\"}", "paymentTerms" },
		{ "{\"pricelistUid\":\"a b\"}", "pricelistUid" },
		{ "{\"defaultStoreUid\":\"\"}", "defaultStoreUid" },
		{ "{\"defaultStoreUid\":\"store-goteborg\"}",
		  "defaultStoreUid" }, /* the other tenant's */
		{ "{\"customerGroupUids\":[\"cg-hotels\"]}", "customerGroupUids" },
		{ "{\"customerGroupUids\":[7]}", "customerGroupUids" },
		{ "{\"customerGroupUids\":{}}", "customerGroupUids" },
		{ "{\"email\":\"fjordtek\"}", "email" },
		{ "{\"mobile\":\"47 55\"}", "mobile" },
		{ "{\"postalCode\":\"50\"}", "postalCode" },
		{ "{\"countryCode\":\"SE\"}", "postalCode" },
		{ "{\"postalCode\":\"1145\",\"countryCode\":\"SE\"}", "postalCode" },
		{ "{\"ehf\":7}", "ehf" },
		{ "{\"ehf\":{\"enabled\":\"yes\"}}", "ehf.enabled" },
		{ "{\"ehfEnabled\":1}", "ehfEnabled" },
		{ "{\"companyName\":\" \"}", "companyName" },
		{ "{\"customerType\":\"PRIVATE\"}", "lastname" },
		{ "{\"customerType\":\"\"}", "customerType" },
		{ "{\"customerUid\":\"cus-1002\"}", "customerUid" },
		{ "{\"address\":null}", "address" },
		{ "{\"paymentTerms\":-1,\"email\":\"x\"}", "email" },
		{ "{}", "body" },
		{ "[]", "body" },
		{ "{", "body" },
	};
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	for (size_t i = 0; i < CASES(wrong); i++)
		expect_fault(&fixture, "PUT", FJORDTEK, wrong[i].body, wrong[i].field);
	expect_answer(&fixture, "GET", FJORDTEK, NULL, 200,
		      "\"paymentTerms\":14,\"lastModifiedAt\":\"2026-05-21T14:05:11.000Z\"");
	expect_fault(&fixture, "POST", CUSTOMERS, "{\"firstname\":\"Even\"}", "lastname");
	expect_fault(&fixture, "POST", CUSTOMERS, "{\"customerType\":\"COMPANY\"}", "companyName");
	expect_fault(&fixture, "POST", CUSTOMERS, "{\"customerUid\":\"\"}", "customerUid");
	expect_answer(&fixture, "PUT", FJORDTEK,
		      "{\"postalCode\":\"114 55\",\"countryCode\":\"se\"}", 200,
		      "\"postalCode\":\"114 55\"");
	flow_fixture_stop(&fixture);
}

static void what_is_used_is_used_once(void **state)
{
	static const char dahl[] = "\"firstname\":\"A\",\"lastname\":\"B\"";
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	char *uid = xasprintf("{\"customerUid\":\"cus-1001\",%s}", dahl);
	char *external_id = xasprintf("{\"externalId\":\"pos-4471\",%s}", dahl);
	flow_refused(&fixture, NORDLYS, "POST", CUSTOMERS, uid, 409, "DUPLICATE",
		     "Customer uid cus-1001 is already used.");
	flow_refused(&fixture, NORDLYS, "POST", CUSTOMERS, external_id, 409, "DUPLICATE",
		     "External id pos-4471 is already used.");
	flow_refused(&fixture, NORDLYS, "PUT", FJORDTEK, "{\"externalId\":\"pos-4471\"}", 409,
		     "DUPLICATE", "External id pos-4471 is already used.");
	assert_int_equal(
		flow_ask_status(&fixture, NORDLYS, "PUT", SUNNIVA, "{\"externalId\":\"pos-4471\"}"),
		200);
	assert_int_equal(flow_ask_status(&fixture, FJELLHEIM, "POST",
					 "/v2/tenants/tnt-fjellheim/customers", external_id),
			 201);
	free(uid);
	free(external_id);
	flow_fixture_stop(&fixture);
}

static int total(struct flow_fixture *fixture)
{
	struct json *page = flow_ask_json(fixture, NORDLYS, "GET", CUSTOMERS "?pageSize=1", NULL);
	int64_t count = -1;

	json_integer(json_member(json_member(page, "paging"), "totalCount"), &count);
	json_free(page);
	return (int)count;
}

static void deleting_takes_the_back_office(void **state)
{
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	assert_int_equal(total(&fixture), 3);
	flow_refused(&fixture, MIKKEL, "DELETE", FJORDTEK, NULL, 403, "FORBIDDEN",
		     "TENANT.BACKOFFICE is required.");
	assert_int_equal(total(&fixture), 3);
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "DELETE", FJORDTEK, NULL), 204);
	assert_int_equal(total(&fixture), 2);
	flow_refused(&fixture, NORDLYS, "DELETE", FJORDTEK, NULL, 404, "NOT_FOUND",
		     "Customer does not exist.");
	flow_refused(&fixture, NORDLYS, "PUT", FJORDTEK, "{\"city\":\"Voss\"}", 404, "NOT_FOUND",
		     "Customer does not exist.");
	assert_int_equal(
		flow_ask_status(&fixture, NORDLYS, "POST", CUSTOMERS,
				"{\"customerUid\":\"cus-1001\",\"externalId\":\"erp-2203\","
				"\"firstname\":\"A\",\"lastname\":\"B\"}"),
		201);
	assert_int_equal(total(&fixture), 3);
	flow_fixture_stop(&fixture);
}

#define EXTENSION SUNNIVA "/extensions/TWO_INVOICE"
#define BERGEN "{\"storeUid\":\"store-bergen\"}"

static void an_extension_is_added_and_removed_once(void **state)
{
	static const char *const wrong[] = { "{}",
					     "{\"storeUid\":7}",
					     "{\"storeUid\":\"\"}",
					     "{\"storeUid\":\"a b\"}",
					     "{\"storeUid\":\"store-x\"}",
					     "{\"storeUid\":\"store-goteborg\"}" };
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	flow_refused(&fixture, NORDLYS, "DELETE", EXTENSION, BERGEN, 404, "NOT_FOUND",
		     "The customer does not have TWO_INVOICE.");
	expect_answer(&fixture, "POST", EXTENSION, BERGEN, 200,
		      "\"extensions\":[{\"extensionCode\":\"TWO_INVOICE\",\"organizationUid\":"
		      "\"org-nordlys\"}]");
	flow_refused(&fixture, NORDLYS, "POST", EXTENSION, BERGEN, 409, "DUPLICATE",
		     "The customer has TWO_INVOICE already.");
	expect_fault(&fixture, "DELETE", EXTENSION, "null", "body");
	for (size_t i = 0; i < CASES(wrong); i++) {
		expect_fault(&fixture, "POST", EXTENSION, wrong[i], "storeUid");
		expect_fault(&fixture, "DELETE", EXTENSION, wrong[i], "storeUid");
	}
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "DELETE", EXTENSION, BERGEN), 204);
	expect_answer(&fixture, "GET", SUNNIVA, NULL, 200, "\"extensions\":[]");
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "POST", EXTENSION, BERGEN), 200);
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "DELETE",
					 EXTENSION "?storeUid=store-oslo", NULL),
			 204);
	flow_refused(&fixture, NORDLYS, "POST", SUNNIVA "/extensions/THREE", BERGEN, 404,
		     "NOT_FOUND", "There is no such extension; TWO_INVOICE is the only one.");
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "POST",
					 CUSTOMERS "/cus-0/extensions/TWO_INVOICE", BERGEN),
			 404);
	flow_fixture_stop(&fixture);
}

/* The same each time; a customer's own store has nothing of its own. */
static void a_store_may_see_it_otherwise(void **state)
{
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	for (int again = 0; again < 2; again++)
		expect_answer(&fixture, "GET", T "/stores/store-oslo/customers/cus-1001", NULL, 200,
			      "\"pricelistUid\":\"pl-store-oslo\",\"companyName\":\"Fjordtek AS\"");
	expect_answer(&fixture, "GET", T "/stores/store-bergen/customers/cus-1001", NULL, 200,
		      "\"pricelistUid\":\"pl-trade\",\"paymentTerms\":14");
	flow_refused(&fixture, NORDLYS, "GET", T "/stores/store-goteborg/customers/cus-1001", NULL,
		     404, "NOT_FOUND", "Store does not exist.");
	flow_refused(&fixture, NORDLYS, "GET", T "/stores/store-oslo/customers/cus-0", NULL, 404,
		     "NOT_FOUND", "Customer does not exist.");
	flow_fixture_stop(&fixture);
}

static void an_export_has_all_that_is_stored(void **state)
{
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	struct reply record = flow_ask(&fixture, NORDLYS, "GET", SUNNIVA, NULL);
	struct reply first = flow_ask(&fixture, NORDLYS, "GET", SUNNIVA "/export", NULL);
	struct reply again = flow_ask(&fixture, NORDLYS, "GET", SUNNIVA "/export", NULL);
	assert_non_null(strstr(first.body, record.body));
	assert_non_null(strstr(first.body, "\"orders\":[]"));
	assert_string_equal(first.body, again.body);
	reply_finish(&record);
	reply_finish(&first);
	reply_finish(&again);
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "GET", CUSTOMERS "/cus-0/export", NULL),
			 404);
	flow_fixture_stop(&fixture);
}

static void what_was_written_stays_in_the_file(void **state)
{
	char folder[] = "/tmp/flow-write-XXXXXX";
	struct flow_fixture fixture;

	(void)state;
	assert_non_null(mkdtemp(folder));
	char *path = xasprintf("%s/sandbox.db", folder);
	flow_fixture_open(&fixture, path, 3);
	expect_answer(&fixture, "PUT", FJORDTEK, "{\"city\":\"Voss\"}", 200, "\"city\":\"Voss\"");
	expect_answer(&fixture, "POST", EXTENSION, BERGEN, 200, "\"customerUid\":\"cus-1002\"");
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "DELETE", CUSTOMERS "/cus-1003", NULL),
			 204);
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "POST", CUSTOMERS "/batch",
					 "{\"create\":[{\"customerUid\":\"cus-n\",\"firstname\":"
					 "\"A\",\"lastname\":\"B\"}]}"),
			 200);
	flow_fixture_stop(&fixture);
	flow_fixture_open(&fixture, path, 3);
	expect_answer(&fixture, "GET", FJORDTEK, NULL, 200, "\"city\":\"Voss\"");
	expect_answer(&fixture, "GET", CUSTOMERS "/cus-n", NULL, 200, "\"displayName\":\"A B\"");
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "POST", EXTENSION, BERGEN), 409);
	assert_int_equal(total(&fixture), 3);
	flow_fixture_stop(&fixture);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_customer_has_what_was_sent_and_the_rest),
		cmocka_unit_test(a_change_keeps_what_is_left_out),
		cmocka_unit_test(a_wrong_member_is_named),
		cmocka_unit_test(what_is_used_is_used_once),
		cmocka_unit_test(deleting_takes_the_back_office),
		cmocka_unit_test(an_extension_is_added_and_removed_once),
		cmocka_unit_test(a_store_may_see_it_otherwise),
		cmocka_unit_test(an_export_has_all_that_is_stored),
		cmocka_unit_test(what_was_written_stays_in_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
