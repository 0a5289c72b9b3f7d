/* Many records in one call: what is sent, and what each odd answer says of each record (F9). */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "schema/record.h"
#include "schema/resource.h"

#define BATCH "/tenants/tnt-1/customers/batch"

/* An item as JSON: base and now of an update, now of a new one, neither of a deletion. */
struct row {
	enum batch_op op;
	const char *key, *base, *now;
};

static const struct row rows[] = {
	{ BATCH_UPDATE, "cus-1", "{\"customerUid\":\"cus-1\",\"mobile\":\"+471\"}",
	  "{\"customerUid\":\"cus-1\",\"mobile\":\"+472\"}" },
	{ BATCH_CREATE, NULL, NULL,
	  "{\"customerType\":\"PRIVATE\",\"firstname\":\"Even\",\"lastname\":\"Moe\",\"unknown\":1}" },
	{ BATCH_DELETE, "cus-9", NULL, NULL },
	{ BATCH_UPDATE, "cus-2", "{\"customerUid\":\"cus-2\",\"city\":\"Bergen\"}",
	  "{\"customerUid\":\"cus-2\"}" },
};

/* "204 cus-9|404 cus-9 Customer cus-9 does not exist.": one for each item. */
static void write_answer(FILE *out, const struct batch_answer *answer)
{
	fprintf(out, "%d", answer->status);
	if (answer->key)
		fprintf(out, " %s", answer->key);
	if (answer->text)
		fprintf(out, " %s", answer->text);
	for (size_t i = 0; i < answer->message_count; i++)
		fprintf(out, " {%s: %s}", answer->messages[i].field, answer->messages[i].text);
}

static void on_batch(void *data, const struct batch_answer *answers, size_t count,
		     const struct failure *failure)
{
	struct ending *ending = data;
	size_t len;

	assert_true(!answers == !!failure);
	if (answers) {
		FILE *out = xmemstream(&ending->text, &len);
		for (size_t i = 0; i < count; i++) {
			fputs(i > 0 ? "|" : "", out);
			write_answer(out, &answers[i]);
		}
		fclose(out);
	}
	ending_take(ending, failure);
}

static struct record *record_of(const struct resource *resource, const char *json)
{
	return json ? record_parse(resource->schema, json, strlen(json), NULL) : NULL;
}

static struct client_call *start_batch(struct fixture *fixture, struct ending *ending,
				       const struct row *sent, size_t count)
{
	const struct resource *resource = client_resource(fixture->client, "customers");
	struct batch_item *items = xcalloc(count, sizeof(*items));
	struct record **records = xcalloc(2 * count, sizeof(*records));

	for (size_t i = 0; i < count; i++) {
		records[2 * i] = record_of(resource, sent[i].base);
		records[2 * i + 1] = record_of(resource, sent[i].now);
		items[i] = (struct batch_item){ sent[i].op, sent[i].key, records[2 * i], records[2 * i + 1] };
	}
	*ending = (struct ending){ .fixture = fixture };
	struct client_call *call =
		client_batch(fixture->client, resource, items, count, on_batch, ending);
	assert_int_equal(ending->count, 0);
	for (size_t i = 0; i < 2 * count; i++)
		record_free(records[i]);
	free(records);
	free(items);
	return call;
}

static void what_is_sent_is_in_four_lists(void **state)
{
	static const struct step steps[] = { ANSWER("POST", BATCH, 0, 200, "{}") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	assert_int_equal(client_batch_at_once(fixture.client, client_resource(fixture.client, "customers")),
			 100);
	start_batch(&fixture, &ending, rows, CASES(rows));
	wait_ending(&ending);
	assert_body(&fixture, 0,
		    "{\"create\":[{\"firstname\":\"Even\",\"lastname\":\"Moe\"}],"
		    "\"update\":[{\"mobile\":\"+472\",\"customerUid\":\"cus-1\"},"
		    "{\"city\":\"\",\"customerUid\":\"cus-2\"}],"
		    "\"delete\":[{\"customerUid\":\"cus-9\"}]}");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

/* F4: only what is surely new says nothing of a private person. Without base, all that may be written goes. */
static void who_may_be_there_already_is_sent_whole(void **state)
{
	static const struct row sent[] = {
		{ BATCH_UPSERT, NULL, NULL, "{\"customerType\":\"PRIVATE\",\"externalId\":\"p-1\"}" },
		{ BATCH_UPSERT, NULL, NULL, "{\"customerUid\":\"cus-5\",\"city\":\"Oslo\",\"createdAt\":\"x\"}" },
		{ BATCH_UPDATE, "cus-6", NULL, "{\"city\":\"Oslo\",\"displayName\":\"x\",\"unknown\":1}" },
	};
	static const struct step steps[] = {
		ANSWER("POST", BATCH, 0, 200,
		       "{\"upsert\":[{\"status\":200,\"customerUid\":\"cus-5\"},"
		       "{\"status\":201,\"customerUid\":\"cus-9\",\"externalId\":\"p-1\"}],\"update\":[{\"status\":200}]}"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	start_batch(&fixture, &ending, sent, CASES(sent));
	wait_ending(&ending);
	assert_body(&fixture, 0,
		    "{\"update\":[{\"city\":\"Oslo\",\"customerUid\":\"cus-6\"}],"
		    "\"upsert\":[{\"customerType\":\"PRIVATE\",\"externalId\":\"p-1\"},"
		    "{\"customerUid\":\"cus-5\",\"city\":\"Oslo\"}]}");
	assert_string_equal(ending.text, "201 cus-9|200 cus-5|200");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

/* What is said of: cus-1 updated, a new one, cus-9 deleted, cus-2 updated. */
static const struct {
	const char *name;
	int status;
	const char *body, *answers;
} replies[] = {
	{ "grouped as it was sent", 200,
	  "{\"create\":[{\"index\":0,\"status\":201,\"customerUid\":\"cus-3\"}],"
	  "\"update\":[{\"index\":0,\"status\":200,\"customerUid\":\"cus-1\"},"
	  "{\"index\":1,\"status\":200,\"customerUid\":\"cus-2\"}],"
	  "\"delete\":[{\"index\":0,\"status\":204,\"customerUid\":\"cus-9\"}],\"upsert\":[]}",
	  "200 cus-1|201 cus-3|204 cus-9|200 cus-2" },
	{ "in no order", 200,
	  "{\"update\":[{\"index\":1,\"status\":200},{\"index\":0,\"status\":200}],"
	  "\"create\":[{\"status\":\"201\",\"customer\":{\"customerUid\":\"cus-3\"}}],"
	  "\"delete\":[{\"statusCode\":204}]}",
	  "200|201 cus-3|204|200" },
	{ "without an index, and the keys in another order", 207,
	  "{\"update\":[{\"httpStatus\":409,\"customerUid\":\"cus-2\",\"error\":\"Taken.\"},"
	  "{\"status\":200,\"customerUid\":\"cus-1\"}]}",
	  "200 cus-1|0|0|409 cus-2 cus-2 was not saved: Taken. (409)" },
	{ "flat", 207,
	  "{\"Items\":[{\"operation\":\"delete\",\"index\":0,\"status\":404,\"customerUid\":\"cus-9\","
	  "\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"Customer cus-9 does not exist.\"}},"
	  "{\"operation\":\"CREATE\",\"index\":0,\"status\":400,\"error\":{\"message\":\"Ledger number must be "
	  "digits.\",\"details\":[{\"field\":\"ledgerNumber\",\"message\":\"must be digits\"}]}},"
	  "{\"operation\":\"update\",\"index\":0,\"status\":200},"
	  "{\"operation\":\"update\",\"index\":7,\"status\":200}]}",
	  "200|400 New customer was not created: Ledger number must be digits. (400) "
	  "{ledgerNumber: must be digits}|404 cus-9 There is no customer cus-9, or your login may not see it.|0" },
	{ "a bare array that says no operation: only the keys tell", 200,
	  "[{\"status\":200,\"customerUid\":\"cus-1\"}]", "0|0|0|0" },
	{ "forbidden to one", 207,
	  "{\"delete\":[{\"index\":0,\"status\":403,\"error\":{\"message\":\"TENANT.BACKOFFICE is required.\"}}]}",
	  "0|0|403 This login may not delete customers: TENANT.BACKOFFICE is required.|0" },
	{ "an error without a status", 207,
	  "{\"delete\":[{\"index\":0,\"error\":{\"status\":409,\"message\":\"It has orders.\"}}],"
	  "\"create\":[{\"index\":0,\"error\":{\"message\":\"No name.\"}}]}",
	  "0|400 New customer was not created: No name. (400)|409 cus-9 was not deleted: It has orders. (409)|0" },
	{ "of another record than the one that was sent", 200,
	  "{\"delete\":[{\"index\":0,\"status\":204,\"customerUid\":\"cus-8\"}]}", "0|0|0|0" },
	{ "nothing that can be read", 200, "<ok/>", "0|0|0|0" },
	{ "nothing at all", 202, NULL, "0|0|0|0" },
	{ "lists of no objects", 200, "{\"update\":[200,null],\"delete\":{\"status\":204}}", "0|0|0|0" },
};

static void each_answer_says_what_became_of_each(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(replies); i++) {
		const struct step steps[] = { ANSWER("POST", BATCH, 0, replies[i].status, replies[i].body) };
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, STEPS(steps));
		start_batch(&fixture, &ending, rows, CASES(rows));
		wait_ending(&ending);
		if (!ending.text || strcmp(ending.text, replies[i].answers) != 0)
			fail_msg("%s: %s%s", replies[i].name, ending.text ? ending.text : "", ending.message);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void one_operation_needs_no_name(void **state)
{
	static const struct step steps[] = {
		ANSWER("POST", BATCH, 0, 200, "[{\"index\":1,\"status\":204},{\"index\":0,\"status\":404}]"),
	};
	static const struct row gone[] = { { BATCH_DELETE, "cus-1", NULL, NULL },
					   { BATCH_DELETE, "cus-2", NULL, NULL } };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_flow(&fixture, STEPS(steps));
	start_batch(&fixture, &ending, gone, CASES(gone));
	wait_ending(&ending);
	assert_string_equal(ending.text,
			    "404 There is no customer cus-1, or your login may not see it.|204");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static const struct {
	const char *name;
	struct step step;
	const char *message;
	bool may_be_applied;
	int sent;
} failures[] = {
	{ "refused as a whole",
	  ANSWER("POST", BATCH, 0, 400, "{\"message\":\"Too many.\"}"),
	  "The customers were not saved: Too many. (400)", false, 1 },
	{ "not allowed",
	  ANSWER("POST", BATCH, 0, 403, "{\"message\":\"TENANT.ACCESS is required.\"}"),
	  "This login may not change many customers: TENANT.ACCESS is required.", false, 1 },
	{ "lost", FAULT("POST", BATCH, 0, FAULT_DROP_AFTER),
	  "No answer came: it may have been applied. Reload to see.", true, 1 },
	{ "cut", FAULT("POST", BATCH, 0, FAULT_CUT),
	  "No answer came: it may have been applied. Reload to see.", true, 1 },
	{ "a gateway's", ANSWER("POST", BATCH, 0, 502, NULL),
	  "No answer came: it may have been applied. Reload to see.", true, 1 },
};

static void what_did_not_work_as_a_whole_is_said(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(failures); i++) {
		struct fixture fixture;
		struct ending ending;
		fixture_start_flow(&fixture, &failures[i].step, 1);
		start_batch(&fixture, &ending, rows, CASES(rows));
		wait_ending(&ending);
		if (strcmp(ending.message, failures[i].message) != 0)
			fail_msg("%s: %s", failures[i].name, ending.message);
		assert_int_equal(ending.may_be_applied, failures[i].may_be_applied);
		assert_int_equal(fault_proxy_requests(fixture.server), failures[i].sent);
		fixture_stop(&fixture);
	}
}

static void what_cannot_be_sent_is_said(void **state)
{
	static const struct step steps[] = { ANSWER("POST", BATCH, 0, 200, "{}") };
	static struct row many[101];
	struct fixture fixture;
	struct ending ending;

	(void)state;
	for (size_t i = 0; i < CASES(many); i++)
		many[i] = (struct row){ BATCH_DELETE, "cus-1", NULL, NULL };
	fixture_start_flow(&fixture, STEPS(steps));
	start_batch(&fixture, &ending, many, CASES(many));
	wait_ending(&ending);
	assert_string_equal(ending.message, "The service does not take that many at once: 101; at most 100.");
	client_free(fixture.client);
	fixture.profile->read_only = true;
	fixture_client(&fixture);
	start_batch(&fixture, &ending, rows, 1);
	wait_ending(&ending);
	assert_string_equal(ending.message, "Read-only mode: nothing was sent.");
	assert_int_equal(fault_proxy_requests(fixture.server), 0);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_sent_is_in_four_lists),
		cmocka_unit_test(who_may_be_there_already_is_sent_whole),
		cmocka_unit_test(each_answer_says_what_became_of_each),
		cmocka_unit_test(one_operation_needs_no_name),
		cmocka_unit_test(what_did_not_work_as_a_whole_is_said),
		cmocka_unit_test(what_cannot_be_sent_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
