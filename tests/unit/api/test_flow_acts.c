/* Flow Retail: actions with an argument, deletion, and what is stored about a person. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "net/trace.h"
#include "schema/resource.h"

#define ONE "/tenants/tnt-1/customers/cus-1"
#define TWO_INVOICE ONE "/extensions/TWO_INVOICE"
#define WITH "{\"customerUid\":\"cus-1\",\"extensions\":[{\"extensionCode\":\"TWO_INVOICE\"}]}"
#define WITHOUT "{\"customerUid\":\"cus-1\",\"extensions\":[]}"
#define ADD(nth, status, body) ANSWER("POST", TWO_INVOICE, nth, status, body)
#define REMOVE(nth, status, body) ANSWER("DELETE", TWO_INVOICE, nth, status, body)
#define READ(body) ANSWER("GET", ONE, 0, 200, body)

static const struct story {
	const char *name, *action;
	struct step steps[3];
	const char *sent[4];
	const char *message; /* "": it worked */
} stories[] = {
	{ "added", "add-two-invoice", { ADD(0, 200, WITH) }, { "POST " TWO_INVOICE " " }, "" },
	{ "added, with an answer that says nothing", "add-two-invoice", { ADD(0, 200, "{}") }, { "POST" }, "" },
	{ "removed", "remove-two-invoice", { REMOVE(0, 204, NULL) }, { "DELETE " TWO_INVOICE " " }, "" },
	{ "refused", "add-two-invoice",
	  { ADD(0, 400, "{\"status\":400,\"message\":\"The store is unknown.\"}") },
	  { "POST" },
	  "TWO_INVOICE was not added to cus-1: The store is unknown. (400)" },
	{ "there already", "add-two-invoice",
	  { ADD(0, 409, "{\"error\":{\"message\":\"It is on.\"}}") },
	  { "POST" },
	  "TWO_INVOICE was not added to cus-1: It is on. (409)" },
	{ "adding is lost, but was carried out", "add-two-invoice",
	  { FAULT("POST", TWO_INVOICE, 0, FAULT_DROP_AFTER), READ(WITH) },
	  { "POST", "GET " ONE " " },
	  "" },
	{ "adding is lost, and is not sent a second time", "add-two-invoice",
	  { FAULT("POST", TWO_INVOICE, 0, FAULT_DROP_BEFORE), READ(WITHOUT) },
	  { "POST", "GET" },
	  "No answer came, and cus-1 is as it was. It was not sent a second time." },
	{ "adding is lost, and it cannot be read", "add-two-invoice",
	  { FAULT("POST", TWO_INVOICE, 0, FAULT_DROP_AFTER), ANSWER("GET", ONE, 0, 403, NULL) },
	  { "POST", "GET" },
	  "No answer came: it may have been applied to cus-1. Reload to see." },
	{ "removing is lost, and sent again", "remove-two-invoice",
	  { FAULT("DELETE", TWO_INVOICE, 1, FAULT_DROP_BEFORE), REMOVE(0, 204, NULL), READ(WITH) },
	  { "DELETE", "GET", "DELETE" },
	  "" },
	{ "removing is lost, but was carried out", "remove-two-invoice",
	  { FAULT("DELETE", TWO_INVOICE, 0, FAULT_DROP_AFTER), READ(WITHOUT) },
	  { "DELETE", "GET" },
	  "" },
	{ "deleted", "delete", { ANSWER("DELETE", ONE, 0, 204, NULL) }, { "DELETE " ONE " " }, "" },
	{ "not allowed to delete", "delete",
	  { ANSWER("DELETE", ONE, 0, 403, "{\"code\":\"FORBIDDEN\",\"message\":\"TENANT.BACKOFFICE is required.\"}") },
	  { "DELETE" },
	  "This login may not delete customers: TENANT.BACKOFFICE is required." },
	{ "not allowed, without a reason", "delete",
	  { ANSWER("DELETE", ONE, 0, 403, "{\"message\":\"Forbidden\"}") },
	  { "DELETE" },
	  "This login may not delete customers." },
	{ "nobody there", "delete",
	  { ANSWER("DELETE", ONE, 0, 404, "{\"message\":\"Customer does not exist.\"}") },
	  { "DELETE" },
	  "There is no customer cus-1, or your login may not see it." },
};

static size_t count_steps(const struct story *story)
{
	size_t count = 0;

	while (count < CASES(story->steps) && story->steps[count].method)
		count++;
	return count;
}

static void an_action_ends_as_it_went(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(stories); i++) {
		const struct story *story = &stories[i];
		struct fixture fixture;
		struct ending ending;
		int count = 0;
		fixture_start_flow(&fixture, story->steps, count_steps(story));
		fixture.argument = "store-bergen";
		run_act(&fixture, &ending, story->action, "cus-1");
		if (strcmp(ending.message, story->message) != 0)
			fail_msg("%s: %s", story->name, ending.message);
		for (; story->sent[count]; count++)
			assert_sent(&fixture, count, story->sent[count]);
		if (fault_proxy_requests(fixture.server) != count)
			fail_msg("%s: %d requests", story->name, fault_proxy_requests(fixture.server));
		fixture_stop(&fixture);
	}
}

/* F8: a DELETE with a body, too. */
static void the_argument_is_in_the_body(void **state)
{
	static const struct step steps[] = { ADD(0, 200, WITH), REMOVE(0, 204, NULL),
					     ANSWER("DELETE", ONE, 0, 204, NULL) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	fixture.argument = "store-bergen";
	run_act(&fixture, &ending, "add-two-invoice", "cus-1");
	run_act(&fixture, &ending, "remove-two-invoice", "cus-1");
	fixture.argument = NULL;
	run_act(&fixture, &ending, "delete", "cus-1");
	assert_body(&fixture, 0, "{\"storeUid\":\"store-bergen\"}");
	assert_body(&fixture, 1, "{\"storeUid\":\"store-bergen\"}");
	assert_sent(&fixture, 1, "Content-Type: application/json\r\n");
	fixture.argument = "";
	run_act(&fixture, &ending, "add-two-invoice", "cus-1");
	assert_string_equal(ending.message, "Store is missing: nothing was sent.");
	run_act(&fixture, &ending, "export-personal-data", "cus-1");
	assert_int_equal(ending.code, ERROR_REFUSED);
	assert_int_equal(fault_proxy_requests(fixture.server), 3);
	fixture_stop(&fixture);
}

/* --- what is stored about a person ----------------------------------------------------------- */

static void on_bytes(void *data, const char *bytes, size_t len, const struct failure *failure)
{
	struct ending *ending = data;

	assert_true(!bytes == !!failure);
	if (bytes)
		ending->text = xstrndup(bytes, len);
	ending_take(ending, failure);
}

static void run_fetch(struct fixture *fixture, struct ending *ending, const char *action, const char *key)
{
	const struct resource *resource = client_resource(fixture->client, "customers");

	*ending = (struct ending){ .fixture = fixture };
	client_fetch(fixture->client, resource, resource_action(resource, action), key, on_bytes, ending);
	assert_int_equal(ending->count, 0);
	wait_ending(ending);
}

static void what_is_stored_comes_byte_for_byte(void **state)
{
	static const char bytes[] = "{\"a\" : 1.50,\n \"a\":2, \"ssn\":\"01017012345\"}\n";
	static const struct step steps[] = { ANSWER("GET", ONE "/export", 0, 200, bytes) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	client_free(fixture.client);
	fixture.profile->read_only = true; /* nothing is written there */
	fixture_client(&fixture);
	run_fetch(&fixture, &ending, "export-personal-data", "cus-1");
	assert_string_equal(ending.message, "");
	assert_string_equal(ending.text, bytes);
	const struct trace_entry *entry = trace_at(client_trace(fixture.client), 0);
	assert_null(entry->answer.text);
	assert_true(entry->answer.personal && entry->answer.cut);
	assert_int_equal(entry->answer.full_len, strlen(bytes));
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static const struct {
	const char *name, *action, *key;
	struct step step;
	const char *message;
} refusals[] = {
	{ "nobody there", "export-personal-data", "cus-1", ANSWER("GET", ONE "/export", 0, 404, NULL),
	  "There is no customer cus-1, or your login may not see it." },
	{ "not allowed", "export-personal-data", "cus-1", ANSWER("GET", ONE "/export", 0, 403, NULL),
	  "This login may not export personal data." },
	{ "empty", "export-personal-data", "cus-1", ANSWER("GET", ONE "/export", 0, 200, NULL),
	  "The data of cus-1 could not be read: the service's answer cannot be used: it is empty" },
	{ "no key", "export-personal-data", "", ANSWER("GET", ONE "/export", 0, 200, "{}"),
	  "Which one: the key is empty." },
	{ "no file", "delete", "cus-1", ANSWER("GET", ONE "/export", 0, 200, "{}"),
	  "The service cannot do this: Delete." },
};

static void what_cannot_be_fetched_is_said(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(refusals); i++) {
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, &refusals[i].step, 1);
		run_fetch(&fixture, &ending, refusals[i].action, refusals[i].key);
		if (strcmp(ending.message, refusals[i].message) != 0)
			fail_msg("%s: %s", refusals[i].name, ending.message);
		fixture_stop(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_action_ends_as_it_went),
		cmocka_unit_test(the_argument_is_in_the_body),
		cmocka_unit_test(what_is_stored_comes_byte_for_byte),
		cmocka_unit_test(what_cannot_be_fetched_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
