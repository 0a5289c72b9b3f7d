/* Who has a number or an external id already (N9): compared exactly, whatever the service does. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#include "schema/record.h"

#define LISTED "/api/customers?"
#define HIT(key, id) "{\"customerNumber\":\"" key "\",\"externalId\":\"" id "\"}"
#define BARE(key) "{\"customerNumber\":\"" key "\"}"
#define READ(key, id) ANSWER("GET", "/api/customers/" key, 0, 200, HIT(key, id))

struct taken {
	struct fixture *fixture;
	int count;
	char by_key[64], by_external_id[64]; /* keys; "" for nobody */
	char message[ERROR_MESSAGE_SIZE];
};

static void keep_key_take(char *place, size_t size, struct record *record)
{
	snprintf(place, size, "%s", record ? record_key(record) : "");
	record_free(record);
}

static void on_taken(void *data, struct record *by_key, struct record *by_external_id,
		     const struct failure *failure)
{
	struct taken *taken = data;

	taken->count++;
	keep_key_take(taken->by_key, sizeof(taken->by_key), by_key);
	keep_key_take(taken->by_external_id, sizeof(taken->by_external_id), by_external_id);
	snprintf(taken->message, sizeof(taken->message), "%s",
		 failure ? failure->error.message : "");
	loop_stop(taken->fixture->loop);
}

static const struct {
	const char *name, *key, *external_id;
	struct step steps[4];
	const char *by_key, *by_external_id;
	int requests;
	const char *message;
} looks[] = {
	{ "neither is taken",
	  "N-1",
	  "erp",
	  { ANSWER("GET", LISTED, 0, 200, "[]") },
	  "",
	  "",
	  2,
	  "" },
	{ "nothing to look for", "", NULL, { ANSWER("GET", LISTED, 0, 500, "") }, "", "", 0, "" },
	{ "the number", "N-1", "", { READ("N-1", "x") }, "N-1", "", 1, "" },
	{ "the external id alone is looked for",
	  NULL,
	  "erp",
	  { ANSWER("GET", LISTED, 0, 200, "[" HIT("N-2", "erp") "]"), READ("N-2", "erp") },
	  "",
	  "N-2",
	  2,
	  "" },
	{ "both, by two records",
	  "N-1",
	  "erp",
	  { READ("N-1", "x"), ANSWER("GET", LISTED, 0, 200, "[" HIT("N-2", "erp") "]"),
	    READ("N-2", "erp") },
	  "N-1",
	  "N-2",
	  3,
	  "" },
	{ "only another case of it: nobody",
	  "N-1",
	  "erp",
	  { ANSWER("GET", LISTED, 0, 200, "[" HIT("N-2", "ERP") "]") },
	  "",
	  "",
	  2,
	  "" },
	{ "another case first",
	  "N-1",
	  "erp",
	  { ANSWER("GET", LISTED, 0, 200, "[" HIT("N-2", "ERP") "," HIT("N-3", "erp") "]"),
	    READ("N-3", "erp") },
	  "",
	  "N-3",
	  3,
	  "" },
	{ "rows without external ids are read",
	  "N-1",
	  "erp",
	  { ANSWER("GET", LISTED, 0, 200, "[" BARE("N-2") "," BARE("N-3") "]"), READ("N-2", "ERP"),
	    READ("N-3", "erp") },
	  "",
	  "N-3",
	  4,
	  "" },
	{ "the number cannot be read",
	  "N-1",
	  "erp",
	  { ANSWER("GET", "/api/customers/N-1", 0, 403, "") },
	  "",
	  "",
	  1,
	  "This login may not read customers." },
	{ "the list cannot be read",
	  "N-1",
	  "erp",
	  { ANSWER("GET", LISTED, 0, 403, ""), READ("N-1", "x") },
	  "",
	  "",
	  2,
	  "This login may not list customers." },
};

static void it_is_known_who_has_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(looks); i++) {
		struct step steps[5] = { 0 };
		struct taken taken;
		struct fixture fixture;
		size_t count = 0;
		while (count < CASES(looks[i].steps) && looks[i].steps[count].method) {
			steps[count] = looks[i].steps[count];
			count++;
		}
		steps[count++] = (struct step)ANSWER("GET", "/api/customers/", 0, 404, "");
		fixture_start_with_token(&fixture, steps, count);
		taken = (struct taken){ .fixture = &fixture };
		client_find_taken(fixture.client, client_resource(fixture.client, "customers"),
				  looks[i].key, looks[i].external_id, on_taken, &taken);
		assert_int_equal(taken.count, 0); /* never from within */
		while (taken.count == 0)
			loop_run(fixture.loop);
		if (strcmp(taken.by_key, looks[i].by_key) != 0 ||
		    strcmp(taken.by_external_id, looks[i].by_external_id) != 0 ||
		    strcmp(taken.message, looks[i].message) != 0)
			fail_msg("%s: %s, %s %s", looks[i].name, taken.by_key, taken.by_external_id,
				 taken.message);
		assert_int_equal(fault_proxy_requests(fixture.server), looks[i].requests);
		fixture_stop(&fixture);
	}
}

static void a_cancelled_look_is_not_heard_of_again(void **state)
{
	static const struct step steps[] = { FAULT("GET", LISTED, 0, FAULT_HANG),
					     ANSWER("GET", "/api/customers/", 0, 404, "") };
	struct fixture fixture;
	struct taken taken = { .fixture = &fixture };

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	const struct resource *customers = client_resource(fixture.client, "customers");
	struct client_call *call =
		client_find_taken(fixture.client, customers, "N-1", "erp", on_taken, &taken);
	wait_requests(&fixture, 2);
	client_cancel(call);
	client_find_taken(fixture.client, customers, "N-1", "erp", on_taken, &taken);
	wait_requests(&fixture, 4);
	fixture_stop(&fixture);
	assert_int_equal(taken.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_known_who_has_them),
		cmocka_unit_test(a_cancelled_look_is_not_heard_of_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
