/* Flow Retail: one customer read, changed and created, byte for byte as it travels. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "schema/record.h"
#include "schema/resource.h"

#define ALL "/tenants/tnt-1/customers"
#define ONE ALL "/cus-1"
#define READ(body) ANSWER("GET", ONE, 0, 200, body)
#define COMPANY "{\"customerUid\":\"cus-1\",\"customerType\":\"COMPANY\",\"companyName\":\"Fjord\"}"
#define PERSON(type) "{\"customerUid\":\"cus-1\",\"customerType\":\"" type "\",\"companyName\":\"Fjord\"}"

/* --- reading --------------------------------------------------------------------------------- */

static const struct {
	const char *sent; /* by the service */
	int64_t scale;
	const char *record;
} readings[] = {
	{ "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":5000000,\"balance\":1250050}}", 100,
	  "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":5000000,\"balance\":1250050,"
	  "\"limitAmount\":50000,\"balanceAmount\":12500.5}}" },
	{ "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":9007199254740.93,\"balance\":-1}}", 100,
	  "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":9007199254740.93,\"balance\":-1,"
	  "\"limitAmount\":90071992547.4093,\"balanceAmount\":-0.01}}" },
	/* not exact in ten-thousandths, or no number that we know: the raw number is all there is */
	{ "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":0.001,\"balance\":1e400}}", 100,
	  "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":0.001,\"balance\":1e400}}" },
	{ "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":7,\"balance\":null}}", 1,
	  "{\"customerUid\":\"cus-1\",\"credit\":{\"limit\":7,\"balance\":null,\"limitAmount\":7}}" },
	{ "{\"customerUid\":\"cus-1\",\"credit\":null}", 100, "{\"customerUid\":\"cus-1\",\"credit\":null}" },
	{ "{\"customerUid\":\"cus-1\",\"customerGroupUids\":[\"cg-a\"]}", 100,
	  "{\"customerUid\":\"cus-1\",\"customerGroups\":[{\"customerGroupUid\":\"cg-a\"}]}" },
	{ "{\"CustomerUID\":\"cus-1\",\"customerType\":\"COMPANY\",\"more\":{\"a\":1}}", 100,
	  "{\"customerUid\":\"cus-1\",\"customerType\":\"COMPANY\",\"more\":{\"a\":1}}" },
};

static void a_record_becomes_ours(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(readings); i++) {
		const struct step steps[] = { READ(readings[i].sent) };
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, STEPS(steps));
		client_free(fixture.client);
		fixture.profile->amount_scale = readings[i].scale;
		fixture_client(&fixture);
		run_get(&fixture, &ending, "customers", "cus-1");
		assert_string_equal(ending.message, "");
		assert_string_equal(ending.text, readings[i].record);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void run_in_store(struct fixture *fixture, struct ending *ending, const char *key)
{
	*ending = (struct ending){ .fixture = fixture };
	client_get_in_store(fixture->client, client_resource(fixture->client, "customers"), key,
			    ending_take_record, ending);
	assert_int_equal(ending->count, 0);
	wait_ending(ending);
}

static void a_store_sees_its_own(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/tenants/tnt-1/stores/st-1/customers/cus%2F1", 0, 200,
		       "{\"customerUid\":\"cus/1\",\"storeBalance\":5}"),
		ANSWER("GET", "/stores/", 0, 403, NULL),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	run_in_store(&fixture, &ending, "cus/1");
	assert_string_equal(ending.text, "{\"customerUid\":\"cus/1\",\"storeBalance\":5}");
	ending_finish(&ending);
	run_in_store(&fixture, &ending, "cus-2");
	assert_string_equal(ending.message, "This login may not read customers of this store.");
	client_free(fixture.client);
	xreplace(&fixture.profile->store, NULL);
	fixture_client(&fixture);
	run_in_store(&fixture, &ending, "cus-1");
	assert_string_equal(ending.message, "No store is known for this login: nothing was sent.");
	assert_int_equal(fault_proxy_requests(fixture.server), 2);
	fixture_stop(&fixture);
}

static void a_record_can_be_asked_for_elsewhere(void **state)
{
	struct fixture fixture;
	static const struct step steps[] = { READ(COMPANY) };
	char *url, *headers;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	assert_true(client_get_request(fixture.client, client_resource(fixture.client, "customers"), "c/1",
				       &url, &headers));
	assert_string_equal(strstr(url, "/tenants"), "/tenants/tnt-1/customers/c%2F1");
	assert_null(strstr(headers, "given-1"));
	free(url);
	free(headers);
	fixture_stop(&fixture);
}

/* --- changing -------------------------------------------------------------------------------- */

static const struct {
	const char *base, *now;
	const char *seen; /* a record that was read before; NULL: none */
	const char *configured;
	const char *body;
} changes[] = {
	{ COMPANY, "{\"customerUid\":\"cus-1\",\"customerType\":\"COMPANY\",\"companyName\":\"New\"}", NULL, NULL,
	  "{\"companyName\":\"New\"}" },
	{ COMPANY, PERSON("PRIVATE"), NULL, NULL, "{\"customerType\":\"PRIVATE\"}" },
	{ COMPANY, PERSON("PRIVATE"), NULL, "HUMAN", "{\"customerType\":\"HUMAN\"}" },
	{ COMPANY, PERSON("PRIVATE"), PERSON("PERSON"), "HUMAN", "{\"customerType\":\"PERSON\"}" },
	{ COMPANY, PERSON("PRIVATE"), COMPANY, NULL, "{\"customerType\":\"PRIVATE\"}" },
	{ PERSON("PRIVATE"), COMPANY, PERSON("PERSON"), NULL, "{\"customerType\":\"COMPANY\"}" },
	{ "{\"customerUid\":\"cus-1\",\"customerType\":\"PRIVATE\",\"city\":\"A\"}",
	  "{\"customerUid\":\"cus-1\",\"customerType\":\"PRIVATE\",\"city\":\"B\"}", PERSON("PERSON"), NULL,
	  "{\"city\":\"B\"}" },
	/* F12 */
	{ "{\"customerUid\":\"cus-1\",\"ehf\":{\"enabled\":false,\"x\":1},\"city\":\"A\"}",
	  "{\"customerUid\":\"cus-1\",\"ehf\":{\"enabled\":true,\"x\":1},\"city\":\"A\"}", NULL, NULL,
	  "{\"ehf\":{\"enabled\":true,\"x\":1}}" }, /* an object goes whole: what is left out of it may be lost */
	/* F13 */
	{ "{\"customerUid\":\"cus-1\",\"customerGroups\":[{\"customerGroupUid\":\"cg-a\",\"name\":\"A\"}]}",
	  "{\"customerUid\":\"cus-1\",\"customerGroups\":[{\"customerGroupUid\":\"cg-a\",\"name\":\"A\"},"
	  "{\"customerGroupUid\":\"cg-b\"}]}",
	  NULL, NULL, "{\"customerGroupUids\":[\"cg-a\",\"cg-b\"]}" },
};

static void an_update_sends_what_differs(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(changes); i++) {
		const struct step steps[] = { ANSWER("PUT", ONE, 0, 204, NULL),
					      READ(changes[i].seen ? changes[i].seen : COMPANY) };
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, STEPS(steps));
		client_free(fixture.client);
		xreplace(&fixture.profile->private_customer_type, changes[i].configured);
		fixture_client(&fixture);
		if (changes[i].seen)
			run_get(&fixture, &ending, "customers", "cus-1");
		if (changes[i].seen)
			ending_finish(&ending);
		run_update(&fixture, &ending, changes[i].base, changes[i].now);
		assert_string_equal(ending.message, "");
		assert_body(&fixture, changes[i].seen ? 1 : 0, changes[i].body);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

/* The record that is read back says PERSON, and one with the groups says their names. */
static void a_lost_update_is_recognised_in_the_services_words(void **state)
{
	static const struct step steps[] = { FAULT("PUT", ONE, 0, FAULT_DROP_AFTER), READ(PERSON("PERSON")) };
	static const struct step groups[] = {
		FAULT("PUT", ONE, 0, FAULT_DROP_AFTER),
		READ("{\"customerUid\":\"cus-1\",\"customerGroups\":[{\"customerGroupUid\":\"cg-b\",\"name\":\"B\"}]}"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	run_update(&fixture, &ending, COMPANY, PERSON("PRIVATE"));
	assert_string_equal(ending.message, "");
	assert_string_equal(ending.text, PERSON("PRIVATE"));
	ending_finish(&ending);
	fixture_stop(&fixture);
	fixture_start_flow(&fixture, STEPS(groups));
	run_update(&fixture, &ending, "{\"customerUid\":\"cus-1\",\"customerGroups\":[]}",
		   "{\"customerUid\":\"cus-1\",\"customerGroups\":[{\"customerGroupUid\":\"cg-b\"}]}");
	assert_string_equal(ending.message, "");
	assert_int_equal(fault_proxy_requests(fixture.server), 2);
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void a_refusal_names_the_fields(void **state)
{
	static const struct step steps[] = {
		ANSWER("PUT", ONE, 0, 400,
		       "{\"status\":400,\"code\":\"VALIDATION_FAILED\",\"message\":\"Ledger number must be digits.\","
		       "\"details\":[{\"field\":\"ledgerNumber\",\"message\":\"must be digits\"}]}"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	run_update(&fixture, &ending, COMPANY,
		   "{\"customerUid\":\"cus-1\",\"customerType\":\"COMPANY\",\"companyName\":\"Fjord\","
		   "\"ledgerNumber\":\"x\"}");
	assert_string_equal(ending.message, "cus-1 was not saved: Ledger number must be digits. (400)");
	assert_int_equal(ending.messages, 1);
	assert_string_equal(ending.named, "ledgerNumber");
	fixture_stop(&fixture);
}

/* --- creating -------------------------------------------------------------------------------- */

#define NEW "{\"customerType\":\"PRIVATE\",\"firstname\":\"Even\",\"lastname\":\"Moe\",\"externalId\":\"pos-1\"}"
#define CREATED(more) \
	"{\"customerUid\":\"cus-1\",\"customerType\":\"PERSON\",\"firstname\":\"Even\",\"lastname\":\"Moe\"" more "}"
#define FOUND ANSWER("GET", ALL "?", 0, 200, "{\"items\":[{\"customerUid\":\"cus-1\",\"externalId\":\"pos-1\"}]}")
#define NOBODY ANSWER("GET", ALL "?", 0, 200, "{\"items\":[]}")
#define OURS \
	"{\"customerUid\":\"cus-1\",\"customerType\":\"PRIVATE\",\"firstname\":\"Even\",\"lastname\":\"Moe\"," \
	"\"externalId\":\"pos-1\"}"

static const struct {
	const char *name, *record;
	struct step steps[3];
	const char *methods, *message;
	const char *result; /* NULL: it fails */
	bool may_be_applied;
} creations[] = {
	{ "answered with the record", NEW,
	  { ANSWER("POST", ALL, 0, 201, CREATED(",\"externalId\":\"pos-1\"")) },
	  "POST", "", OURS },
	{ "with a part of it: it is read", NEW,
	  { ANSWER("POST", ALL, 0, 200, "{\"customerUid\":\"cus-1\"}"), READ(CREATED(",\"externalId\":\"pos-1\"")) },
	  "POST GET", "", OURS },
	{ "with nothing: it is found", NEW,
	  { ANSWER("POST", ALL, 0, 204, NULL), FOUND, READ(CREATED(",\"externalId\":\"pos-1\"")) },
	  "POST GET GET", "", OURS },
	{ "with nothing, and nothing to find it by", "{\"firstname\":\"Even\",\"lastname\":\"Moe\"}",
	  { ANSWER("POST", ALL, 0, 204, NULL) },
	  "POST", "", "{\"firstname\":\"Even\",\"lastname\":\"Moe\"}" },
	{ "taken", NEW,
	  { ANSWER("POST", ALL, 0, 409, "{\"message\":\"External id pos-1 is already used.\"}") },
	  "POST", "New customer was not created: External id pos-1 is already used. (409)", NULL },
	{ "lost, but it is there", NEW,
	  { FAULT("POST", ALL, 0, FAULT_DROP_AFTER), FOUND, READ(CREATED(",\"externalId\":\"pos-1\"")) },
	  "POST GET GET", "", OURS },
	{ "lost, and not there", NEW,
	  { FAULT("POST", ALL, 0, FAULT_DROP_BEFORE), NOBODY },
	  "POST GET", "No answer came, and New customer is not there. It was not sent a second time.", NULL },
	{ "lost, and nothing to find it by", "{\"firstname\":\"Even\",\"lastname\":\"Moe\"}",
	  { FAULT("POST", ALL, 0, FAULT_DROP_AFTER) },
	  "POST", "New customer: no answer came, it may be there. Reload the list to see.", NULL,
	  .may_be_applied = true },
	{ "lost, with a key of ours", "{\"customerUid\":\"cus-1\",\"companyName\":\"Fjord\"}",
	  { FAULT("POST", ALL, 0, FAULT_DROP_AFTER), READ(COMPANY) },
	  "POST GET", "", COMPANY },
};

static size_t count_steps(const struct step *steps, size_t max)
{
	size_t count = 0;

	while (count < max && steps[count].method)
		count++;
	return count;
}

/* "POST GET" */
static char *methods_sent(struct fixture *fixture)
{
	char *text, *request;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (int i = 0; (request = fault_proxy_request(fixture->server, i)); i++) {
		fprintf(out, "%s%.*s", i > 0 ? " " : "", (int)strcspn(request, " "), request);
		free(request);
	}
	fclose(out);
	return text;
}

static void a_creation_ends_as_it_went(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(creations); i++) {
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, creations[i].steps,
				   count_steps(creations[i].steps, CASES(creations[i].steps)));
		run_create(&fixture, &ending, creations[i].record);
		char *methods = methods_sent(&fixture);
		if (strcmp(ending.message, creations[i].message) != 0 ||
		    strcmp(methods, creations[i].methods) != 0 ||
		    (creations[i].result && strcmp(ending.text, creations[i].result) != 0))
			fail_msg("%s: %s %s%s", creations[i].name, methods, ending.message,
				 ending.text ? ending.text : "");
		assert_int_equal(ending.may_be_applied, creations[i].may_be_applied);
		free(methods);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void a_new_record_has_what_may_be_written(void **state)
{
	static const struct step steps[] = { ANSWER("POST", ALL, 0, 400, NULL) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	run_create(&fixture, &ending,
		   "{\"customerUid\":\"cus-7\",\"customerType\":\"COMPANY\",\"displayName\":\"x\",\"companyName\":\"F\","
		   "\"ehf\":{\"enabled\":true},\"ehfEnabled\":true,\"credit\":{\"limit\":1,\"limitAmount\":0.01},"
		   "\"customerGroups\":[{\"customerGroupUid\":\"cg-a\",\"name\":\"A\"}],\"addresses\":[{\"city\":\"B\"}],"
		   "\"storeBalance\":5,\"paymentTerms\":null}");
	assert_body(&fixture, 0,
		    "{\"customerUid\":\"cus-7\",\"customerType\":\"COMPANY\",\"companyName\":\"F\","
		    "\"ehf\":{\"enabled\":true},\"customerGroupUids\":[\"cg-a\"]}");
	fixture_stop(&fixture);
}

/* --- who has it already ---------------------------------------------------------------------- */

struct taken {
	struct ending ending;
	char by_key[32], by_external_id[32];
};

static void on_taken(void *data, struct record *by_key, struct record *by_external_id,
		     const struct failure *failure)
{
	struct taken *taken = data;

	snprintf(taken->by_key, sizeof(taken->by_key), "%s", by_key ? record_key(by_key) : "");
	snprintf(taken->by_external_id, sizeof(taken->by_external_id), "%s",
		 by_external_id ? record_key(by_external_id) : "");
	record_free(by_key);
	record_free(by_external_id);
	ending_take(&taken->ending, failure);
}

static void who_has_a_key_is_found(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", ALL "/cus-9", 0, 404, NULL),
		READ(CREATED(",\"externalId\":\"pos-1\"")),
		ANSWER("GET", "customerExternalId=pos-1", 0, 200,
		       "{\"items\":[{\"customerUid\":\"cus-2\",\"externalId\":\"POS-1\"},"
		       "{\"customerUid\":\"cus-1\",\"externalId\":\"pos-1\"}]}"),
	};
	struct fixture fixture;
	struct taken taken;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	taken = (struct taken){ .ending.fixture = &fixture };
	client_find_taken(fixture.client, client_resource(fixture.client, "customers"), "cus-9", "pos-1",
			  on_taken, &taken);
	wait_ending(&taken.ending);
	assert_string_equal(taken.ending.message, "");
	assert_string_equal(taken.by_key, "");
	assert_string_equal(taken.by_external_id, "cus-1");
	assert_sent(&fixture, 1, "GET " ALL "?pageNumber=1&pageSize=100&customerExternalId=pos-1 ");
	fixture_stop(&fixture);
}

static void without_a_tenant_nothing_is_sent(void **state)
{
	static const struct step steps[] = { READ(COMPANY), ANSWER("GET", "/account", 0, 403, NULL) };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	client_free(fixture.client);
	xreplace(&fixture.profile->tenant, NULL);
	fixture_client(&fixture);
	run_get(&fixture, &ending, "customers", "cus-1");
	assert_false(ending.ok);
	assert_int_equal(count_sent(&fixture, "GET /tenants"), 0);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_becomes_ours),
		cmocka_unit_test(a_store_sees_its_own),
		cmocka_unit_test(a_record_can_be_asked_for_elsewhere),
		cmocka_unit_test(an_update_sends_what_differs),
		cmocka_unit_test(a_lost_update_is_recognised_in_the_services_words),
		cmocka_unit_test(a_refusal_names_the_fields),
		cmocka_unit_test(a_creation_ends_as_it_went),
		cmocka_unit_test(a_new_record_has_what_may_be_written),
		cmocka_unit_test(who_has_a_key_is_found),
		cmocka_unit_test(without_a_tenant_nothing_is_sent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
