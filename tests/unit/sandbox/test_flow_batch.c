/* Many customers of Flow Retail in one call: each item comes to something of its own. */
/* SPDX-License-Identifier: ISC */
#include "flow_fixture.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/json.h"

#define BATCH T "/customers/batch"

static const char *const lists[] = { "create", "update", "delete", "upsert" };

/* "create 201 409, upsert 200": what became of each item, in order. */
static char *statuses(const struct json *answer)
{
	char *text;
	size_t len, written = 0;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < CASES(lists); i++) {
		const struct json *results = json_member_exact(answer, lists[i]);
		if (json_size(results) == 0)
			continue;
		fprintf(out, "%s%s", written++ ? ", " : "", lists[i]);
		for (const struct json *each = json_first(results); each; each = json_next(each))
			fprintf(out, " %s", json_member_text(each, "status"));
	}
	fclose(out);
	return text;
}

static void expect_batch(struct flow_fixture *fixture, const char *token, const char *body,
			 int status, const char *expected)
{
	struct reply reply = flow_ask(fixture, token, "POST", BATCH, body);
	struct json *answer = json_parse(reply.body, reply.len, NULL);
	char *found = statuses(answer);

	if (reply.status != status || strcmp(found, expected) != 0)
		fail_msg("%s: %d %s", body, reply.status, reply.body);
	free(found);
	json_free(answer);
	reply_finish(&reply);
}

#define EVEN "\"firstname\":\"Even\",\"lastname\":\"Moe\""

static void each_item_is_answered_in_its_place(void **state)
{
	static const struct {
		const char *body;
		int status;
		const char *statuses;
	} cases[] = {
		{ "{\"create\":[{" EVEN "},{" EVEN "}]}", 200, "create 201 201" },
		{ "{\"create\":[{\"externalId\":\"b-1\"," EVEN "},{\"externalId\":\"b-1\"," EVEN
		  "}]}",
		  207, "create 201 409" },
		{ "{\"create\":[{" EVEN ",\"paymentTerms\":-1},7,{" EVEN "}]}", 207,
		  "create 400 400 201" },
		{ "{\"update\":[{\"customerUid\":\"cus-1001\",\"city\":\"Voss\"},{\"customerUid\":"
		  "\"cus-0\","
		  "\"city\":\"Voss\"},{\"city\":\"Voss\"},{\"customerUid\":\"cus-1002\"}]}",
		  207, "update 200 404 400 400" },
		{ "{\"upsert\":[{\"customerUid\":\"cus-1001\",\"city\":\"Voss\"},{\"externalId\":"
		  "\"pos-4471\","
		  "\"city\":\"Voss\"},{\"customerUid\":\"b-2\"," EVEN
		  "},{\"customerUid\":\"b-3\"}]}",
		  207, "upsert 200 200 201 400" },
		{ "{\"upsert\":[{\"customerUid\":\"cus-1001\",\"externalId\":\"pos-4471\"}]}", 207,
		  "upsert 409" },
		{ "{\"upsert\":[{\"customerUid\":\"CUS-1001\",\"city\":\"Voss\"}]}", 207,
		  "upsert 409" },
		{ "{\"delete\":[{\"customerUid\":\"b-2\"},{\"customerUid\":\"b-2\"},{},{"
		  "\"customerUid\":7}]}",
		  207, "delete 204 404 400 400" },
		{ "{\"delete\":[{\"customerUid\":\"cus-1003\"}],\"create\":[{" EVEN
		  "}],\"update\":[]}",
		  200, "create 201, delete 204" },
	};
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	for (size_t i = 0; i < CASES(cases); i++)
		expect_batch(&fixture, NORDLYS, cases[i].body, cases[i].status, cases[i].statuses);
	flow_fixture_stop(&fixture);
}

static void an_item_says_which_it_is_and_what_is_wrong(void **state)
{
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	struct reply reply =
		flow_ask(&fixture, NORDLYS, "POST", BATCH,
			 "{\"upsert\":[{\"externalId\":\"POS-4471\",\"city\":\"Voss\"},"
			 "{\"externalId\":\"new\",\"firstname\":\"Even\"}]}");
	assert_int_equal(reply.status, 207);
	assert_string_equal(
		reply.body,
		"{\"create\":[],\"update\":[],\"delete\":[],\"upsert\":[{\"index\":0,\"status\":"
		"200,"
		"\"customerUid\":\"cus-1002\",\"externalId\":\"POS-4471\"},{\"index\":1,\"status\":"
		"400,"
		"\"externalId\":\"new\",\"error\":{\"status\":400,\"code\":\"VALIDATION_FAILED\","
		"\"message\":"
		"\"lastname: Is needed.\",\"details\":[{\"field\":\"lastname\",\"message\":\"Is "
		"needed.\"}]}}]}");
	reply_finish(&reply);
	flow_fixture_stop(&fixture);
}

static void a_failing_item_changes_nothing(void **state)
{
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	struct reply before = flow_ask(&fixture, NORDLYS, "GET", T "/customers/cus-1001", NULL);
	expect_batch(&fixture, NORDLYS,
		     "{\"update\":[{\"customerUid\":\"cus-1001\",\"city\":\"Voss\","
		     "\"customerGroupUids\":[\"cg-x\"]}]}",
		     207, "update 400");
	struct reply after = flow_ask(&fixture, NORDLYS, "GET", T "/customers/cus-1001", NULL);
	assert_string_equal(before.body, after.body);
	reply_finish(&before);
	reply_finish(&after);
	flow_fixture_stop(&fixture);
}

static void deleting_takes_the_back_office_item_by_item(void **state)
{
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	expect_batch(&fixture, MIKKEL,
		     "{\"create\":[{" EVEN "}],\"delete\":[{\"customerUid\":\"cus-1001\"}]}", 207,
		     "create 201, delete 403");
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "GET", T "/customers/cus-1001", NULL),
			 200);
	flow_fixture_stop(&fixture);
}

static void a_call_that_is_no_batch_is_refused(void **state)
{
	static const struct {
		const char *body, *message;
	} cases[] = {
		{ "{}", "body: At least one list with at least one item is needed." },
		{ "{\"create\":[],\"delete\":[]}",
		  "body: At least one list with at least one item is needed." },
		{ "{\"replace\":[{}]}", "replace: Is none of create, update, delete and upsert." },
		{ "{\"create\":{}}", "create: Must be a list." },
		{ "{\"create\":[{}],\"create\":[{}]}", "create: Is there twice." },
		{ "{\"update\":[{\"customerUid\":\"a\"}],\"delete\":[{\"customerUid\":\"b\"},{"
		  "\"customerUid\":"
		  "\"a\"}]}",
		  "delete[1]: Is in another list too." },
		{ "{\"create\":[{\"externalId\":\"a\"}],\"upsert\":[{\"externalId\":\"a\"}]}",
		  "upsert[0]: Is in another list too." },
		{ "[]", "body: The body must be a JSON object." },
	};
	struct flow_fixture fixture;

	(void)state;
	flow_fixture_start(&fixture);
	for (size_t i = 0; i < CASES(cases); i++)
		flow_refused(&fixture, NORDLYS, "POST", BATCH, cases[i].body, 400,
			     "VALIDATION_FAILED", cases[i].message);
	flow_fixture_stop(&fixture);
}

/* {"create":[...]} with that many customers. */
static char *many(size_t count)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs("{\"create\":[", out);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s{\"customerUid\":\"m-%zu\"," EVEN "}", i ? "," : "", i);
	fputs("]}", out);
	fclose(out);
	return text;
}

static void a_thousand_at_most(void **state)
{
	struct flow_fixture fixture;
	char *enough = many(1000), *too_many = many(1001);

	(void)state;
	flow_fixture_start(&fixture);
	flow_refused(&fixture, NORDLYS, "POST", BATCH, too_many, 400, "VALIDATION_FAILED",
		     "body: At most 1000 items can be sent in one call.");
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "POST", BATCH, enough), 200);
	assert_int_equal(flow_ask_status(&fixture, NORDLYS, "GET", T "/customers/m-999", NULL),
			 200);
	free(enough);
	free(too_many);
	flow_fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_item_is_answered_in_its_place),
		cmocka_unit_test(an_item_says_which_it_is_and_what_is_wrong),
		cmocka_unit_test(a_failing_item_changes_nothing),
		cmocka_unit_test(deleting_takes_the_back_office_item_by_item),
		cmocka_unit_test(a_call_that_is_no_batch_is_refused),
		cmocka_unit_test(a_thousand_at_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
