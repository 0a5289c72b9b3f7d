/* Actions: done, refused, lost on the way there or back, and never twice by mistake. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#define RECORD(active) "{\"customerNumber\":\"HRB-9\",\"active\":" active "}"
#define DEACTIVATE "/customers/HRB-9/deactivate"

struct story {
	const char *name;
	struct step steps[4];
	const char *sent[5]; /* what each request begins with; NULL behind the last */
	const char *message;
};

static const struct story stories[] = {
	{ "done", { ANSWER("POST", DEACTIVATE, 0, 204, NULL) }, { "POST /api" DEACTIVATE }, "" },
	{ "refused as the service said it",
	  { ANSWER("POST", DEACTIVATE, 0, 409, "{\"detail\":\"It has open orders.\"}") },
	  { "POST" },
	  "HRB-9 was not deactivated: It has open orders. (409)" },
	{ "no such call: the field is set instead (N10)",
	  { ANSWER("POST", DEACTIVATE, 0, 404, NULL),
	    ANSWER("GET", "/HRB-9", 0, 200, RECORD("true")),
	    ANSWER("PUT", "/HRB-9", 0, 200, "{}") },
	  { "POST", "GET", "PUT" },
	  "" },
	{ "the same for 405, where it is so already",
	  { ANSWER("POST", DEACTIVATE, 0, 405, NULL),
	    ANSWER("GET", "/HRB-9", 0, 200, RECORD("false")) },
	  { "POST", "GET" },
	  "" },
	{ "no such customer",
	  { ANSWER("POST", DEACTIVATE, 0, 404, NULL), ANSWER("GET", "/HRB-9", 0, 404, NULL) },
	  { "POST", "GET" },
	  "There is no customer HRB-9, or your login may not see it." },
	{ "the answer is lost, but it was carried out",
	  { FAULT("POST", DEACTIVATE, 0, FAULT_DROP_AFTER),
	    ANSWER("GET", "/HRB-9", 0, 200, RECORD("false")) },
	  { "POST", "GET" },
	  "" },
	{ "the question is lost: it is sent again",
	  { FAULT("POST", DEACTIVATE, 1, FAULT_DROP_BEFORE),
	    ANSWER("POST", DEACTIVATE, 0, 204, NULL),
	    ANSWER("GET", "/HRB-9", 0, 200, RECORD("true")) },
	  { "POST", "GET", "POST" },
	  "" },
	{ "a gateway lost the answer, but it was carried out",
	  { ANSWER("POST", DEACTIVATE, 0, 504, NULL),
	    ANSWER("GET", "/HRB-9", 0, 200, RECORD("false")) },
	  { "POST", "GET" },
	  "" },
	{ "lost, and gone since",
	  { FAULT("POST", DEACTIVATE, 0, FAULT_DROP_AFTER), ANSWER("GET", "/HRB-9", 0, 404, NULL) },
	  { "POST", "GET" },
	  "There is no customer HRB-9, or your login may not see it." },
	{ "lost, and it cannot be read",
	  { FAULT("POST", DEACTIVATE, 0, FAULT_DROP_AFTER), ANSWER("GET", "/HRB-9", 0, 403, NULL) },
	  { "POST", "GET" },
	  "No answer came: it may have been applied to HRB-9. Reload to see." },
};

#define DELETED(nth, status) ANSWER("DELETE", "/customers/HRB-9", nth, status, NULL)

static const struct story deletions[] = {
	{ "deleted", { DELETED(0, 204) }, { "DELETE /api/customers/HRB-9 " }, "" },
	{ "was not there in the first place",
	  { DELETED(0, 404) },
	  { "DELETE" },
	  "There is no customer HRB-9, or your login may not see it." },
	{ "refused", { DELETED(0, 403) }, { "DELETE" }, "This login may not delete customers." },
	{ "the answer is lost, but it is gone",
	  { FAULT("DELETE", "/HRB-9", 0, FAULT_DROP_AFTER), ANSWER("GET", "/HRB-9", 0, 404, NULL) },
	  { "DELETE", "GET" },
	  "" },
	{ "the question is lost: it is sent again",
	  { FAULT("DELETE", "/HRB-9", 1, FAULT_DROP_BEFORE), DELETED(0, 204),
	    ANSWER("GET", "/HRB-9", 0, 200, RECORD("true")) },
	  { "DELETE", "GET", "DELETE" },
	  "" },
	{ "sent again, and gone by then: the first one did it late",
	  { FAULT("DELETE", "/HRB-9", 1, FAULT_DROP_BEFORE), DELETED(0, 404),
	    ANSWER("GET", "/HRB-9", 0, 200, RECORD("true")) },
	  { "DELETE", "GET", "DELETE" },
	  "" },
	{ "busy at first, gone at the second try",
	  { DELETED(1, 503), DELETED(2, 404) },
	  { "DELETE", "DELETE" },
	  "" },
	{ "lost, and it cannot be read",
	  { FAULT("DELETE", "/HRB-9", 0, FAULT_CUT), ANSWER("GET", "/HRB-9", 0, 403, NULL) },
	  { "DELETE", "GET" },
	  "No answer came: it may have been applied to HRB-9. Reload to see." },
};

static size_t count_steps(const struct story *story)
{
	size_t count = 0;

	while (count < CASES(story->steps) && story->steps[count].method)
		count++;
	return count;
}

static void play(const struct story *story, const char *action)
{
	struct fixture fixture;
	struct ending ending;
	int count = 0;

	fixture_start_with_token(&fixture, story->steps, count_steps(story));
	run_act(&fixture, &ending, action, "HRB-9");
	if (ending.ok == !!*story->message || strcmp(ending.message, story->message) != 0)
		fail_msg("%s: %s", story->name, ending.message);
	for (; story->sent[count]; count++)
		assert_sent(&fixture, count, story->sent[count]);
	if (fault_proxy_requests(fixture.server) != count)
		fail_msg("%s: %d requests", story->name, fault_proxy_requests(fixture.server));
	fixture_stop(&fixture);
}

static void an_action_ends_as_it_went(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(stories); i++)
		play(&stories[i], "deactivate");
}

static void a_deletion_ends_as_it_went(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(deletions); i++)
		play(&deletions[i], "delete");
}

static void the_fallback_sets_the_field_alone(void **state)
{
	static const struct step steps[] = {
		ANSWER("POST", DEACTIVATE, 0, 405, NULL),
		ANSWER("GET", "/HRB-9", 0, 200, RECORD("true")),
		ANSWER("PUT", "/HRB-9", 0, 204, NULL),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_act(&fixture, &ending, "deactivate", "HRB-9");
	assert_true(ending.ok);
	assert_sent(&fixture, 0, "Content-Length: 0\r\n");
	assert_sent(&fixture, 2, "PUT /api/customers/HRB-9 ");
	assert_sent(&fixture, 2, "Content-Type: application/json\r\n");
	assert_sent(&fixture, 2, "\r\n\r\n{\"active\":false}");
	fixture_stop(&fixture);
}

static void a_lost_action_is_sent_three_times_at_most(void **state)
{
	static const struct step steps[] = {
		FAULT("POST", DEACTIVATE, 0, FAULT_DROP_BEFORE),
		ANSWER("GET", "/HRB-9", 0, 200, RECORD("true")),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_act(&fixture, &ending, "deactivate", "HRB-9");
	assert_int_equal(count_sent(&fixture, "POST"), 3);
	assert_true(ending.may_be_applied);
	fixture_stop(&fixture);
}

static void read_only_sends_nothing(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "/api/customers", 0, 200, "[]") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	client_free(fixture.client);
	fixture.profile->read_only = true;
	fixture_client(&fixture);
	run_act(&fixture, &ending, "activate", "HRB-9");
	assert_string_equal(ending.message, "Read-only mode: nothing was sent.");
	assert_int_equal(ending.code, ERROR_REFUSED);
	assert_int_equal(fault_proxy_requests(fixture.server), 0);
	run_list(&fixture, &ending, "customers", "");
	assert_true(ending.ok);
	ending_finish(&ending);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_action_ends_as_it_went),
		cmocka_unit_test(a_deletion_ends_as_it_went),
		cmocka_unit_test(the_fallback_sets_the_field_alone),
		cmocka_unit_test(a_lost_action_is_sent_three_times_at_most),
		cmocka_unit_test(read_only_sends_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
