/* Updates and creations: what is sent byte for byte, what the answer is taken for, and what happens
 * when it gets lost. */
/* SPDX-License-Identifier: ISC */
#include "api_fixture.h"

#define ONE "/api/customers/HRB-9"
#define RECORD(name) "{\"customerNumber\":\"HRB-9\",\"companyName\":\"" name "\",\"limit\":1e400}"
#define OLD RECORD("Old")
#define NEW RECORD("New")
#define SPARSE "{\"customerNumber\":\"HRB-9\",\"companyName\":\"New\"}"
#define READ(body) ANSWER("GET", ONE, 0, 200, body)
#define MISSING ANSWER("GET", ONE, 0, 404, NULL)
#define FORBIDDEN ANSWER("GET", ONE, 0, 403, NULL)

struct story {
	const char *name;
	struct step steps[5];
	const char *sent;    /* the methods, in order */
	const char *message; /* "": it succeeds with record */
	const char *record;
	bool may_be_applied, changed_meanwhile;
};

static const struct story updates[] = {
	{ "answered with the record", { ANSWER("PUT", ONE, 0, 200, NEW) }, "PUT", "", NEW },
	{ "answered with nothing",
	  { ANSWER("PUT", ONE, 0, 204, NULL), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "with an empty object",
	  { ANSWER("PUT", ONE, 0, 200, "{}"), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "with something else",
	  { ANSWER("PUT", ONE, 0, 200, "<ok/>"), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "with a part of the record",
	  { ANSWER("PUT", ONE, 0, 200, SPARSE), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "with another record",
	  { ANSWER("PUT", ONE, 0, 200, "{\"customerNumber\":\"HRB-8\"}"), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "with nothing, and it cannot be read: it is saved all the same",
	  { ANSWER("PUT", ONE, 0, 204, NULL), FORBIDDEN },
	  "PUT GET",
	  "",
	  NEW },
	{ "refused",
	  { ANSWER("PUT", ONE, 0, 400, "{\"errors\":{\"CompanyName\":[\"Is too long.\"]}}") },
	  "PUT",
	  "HRB-9 was not saved: CompanyName: Is too long. (400)",
	  NULL },
	{ "not there",
	  { ANSWER("PUT", ONE, 0, 404, NULL) },
	  "PUT",
	  "There is no customer HRB-9, or your login may not see it.",
	  NULL },
	{ "not allowed",
	  { ANSWER("PUT", ONE, 0, 403, NULL) },
	  "PUT",
	  "This login may not change customers.",
	  NULL },
	{ "busy, which is no answer to the question",
	  { ANSWER("PUT", ONE, 1, 503, NULL), ANSWER("PUT", ONE, 0, 200, NEW) },
	  "PUT PUT",
	  "",
	  NEW },
	{ "the answer is lost, but it was carried out",
	  { FAULT("PUT", ONE, 0, FAULT_DROP_AFTER), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "the answer is cut", { FAULT("PUT", ONE, 0, FAULT_CUT), READ(NEW) }, "PUT GET", "", NEW },
	{ "a gateway lost the answer",
	  { ANSWER("PUT", ONE, 0, 502, NULL), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "a gateway lost the question: it is sent again",
	  { ANSWER("PUT", ONE, 1, 504, NULL), ANSWER("PUT", ONE, 0, 200, NEW), READ(OLD) },
	  "PUT GET PUT",
	  "",
	  NEW },
	{ "the question is lost: it is sent again",
	  { FAULT("PUT", ONE, 1, FAULT_DROP_BEFORE), ANSWER("PUT", ONE, 0, 200, NEW), READ(OLD) },
	  "PUT GET PUT",
	  "",
	  NEW },
	{ "lost three times",
	  { FAULT("PUT", ONE, 0, FAULT_DROP_BEFORE), READ(OLD) },
	  "PUT GET PUT GET PUT GET",
	  "No answer came: it may have been applied to HRB-9. Reload to see.",
	  NULL,
	  .may_be_applied = true },
	{ "lost, and somebody else wrote",
	  { FAULT("PUT", ONE, 0, FAULT_DROP_AFTER), READ(RECORD("Theirs")) },
	  "PUT GET",
	  "No answer came, and somebody else has changed HRB-9 meanwhile.",
	  NULL,
	  .changed_meanwhile = true },
	{ "lost, and gone since",
	  { FAULT("PUT", ONE, 0, FAULT_DROP_AFTER), MISSING },
	  "PUT GET",
	  "There is no customer HRB-9, or your login may not see it.",
	  NULL },
	{ "lost, and it cannot be read",
	  { FAULT("PUT", ONE, 0, FAULT_DROP_AFTER), FORBIDDEN },
	  "PUT GET",
	  "No answer came: it may have been applied to HRB-9. Reload to see.",
	  NULL,
	  .may_be_applied = true },
};

#define ALL "/api/customers"

static const struct story creations[] = {
	{ "answered with the record", { ANSWER("PUT", ALL, 0, 201, NEW) }, "PUT", "", NEW },
	{ "answered with nothing",
	  { ANSWER("PUT", ALL, 0, 204, NULL), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "refused",
	  { ANSWER("PUT", ALL, 0, 409, "{\"title\":\"Another one has the external id.\"}") },
	  "PUT",
	  "HRB-9 was not created: Another one has the external id. (409)",
	  NULL },
	{ "the answer is lost, but it was carried out",
	  { FAULT("PUT", ALL, 0, FAULT_DROP_AFTER), READ(NEW) },
	  "PUT GET",
	  "",
	  NEW },
	{ "the question is lost: it is sent again",
	  { FAULT("PUT", ALL, 1, FAULT_DROP_BEFORE), ANSWER("PUT", ALL, 0, 201, NEW), MISSING },
	  "PUT GET PUT",
	  "",
	  NEW },
	{ "lost three times",
	  { FAULT("PUT", ALL, 0, FAULT_DROP_BEFORE), MISSING },
	  "PUT GET PUT GET PUT GET",
	  "No answer came: it may have been applied to HRB-9. Reload to see.",
	  NULL,
	  .may_be_applied = true },
	{ "lost, and another one is there",
	  { FAULT("PUT", ALL, 0, FAULT_DROP_BEFORE), READ(RECORD("Theirs")) },
	  "PUT GET",
	  "No answer came, and HRB-9 is there with other values.",
	  NULL,
	  .changed_meanwhile = true },
	{ "lost, and it cannot be read",
	  { FAULT("PUT", ALL, 0, FAULT_DROP_BEFORE), FORBIDDEN },
	  "PUT GET",
	  "No answer came: it may have been applied to HRB-9. Reload to see.",
	  NULL,
	  .may_be_applied = true },
};

static const struct story posts[] = {
	{ "answered with the record", { ANSWER("POST", ALL, 0, 201, NEW) }, "POST", "", NEW },
	{ "answered with nothing",
	  { ANSWER("POST", ALL, 0, 200, ""), READ(NEW) },
	  "POST GET",
	  "",
	  NEW },
	{ "taken",
	  { ANSWER("POST", ALL, 0, 409, "{\"title\":\"The number is taken.\"}") },
	  "POST",
	  "HRB-9 was not created: The number is taken. (409)",
	  NULL },
	{ "busy: not sent twice",
	  { ANSWER("POST", ALL, 0, 503, NULL) },
	  "POST",
	  "HRB-9 was not created: the service answered with status 503",
	  NULL },
	{ "the answer is lost, but it was carried out",
	  { FAULT("POST", ALL, 0, FAULT_DROP_AFTER), READ(NEW) },
	  "POST GET",
	  "",
	  NEW },
	{ "a gateway lost the answer, but it was carried out",
	  { ANSWER("POST", ALL, 0, 504, NULL), READ(NEW) },
	  "POST GET",
	  "",
	  NEW },
	{ "lost, and not there: not sent twice",
	  { FAULT("POST", ALL, 0, FAULT_DROP_BEFORE), MISSING },
	  "POST GET",
	  "No answer came, and HRB-9 is not there. It was not sent a second time.",
	  NULL },
	{ "lost, and another one is there",
	  { FAULT("POST", ALL, 0, FAULT_DROP_BEFORE), READ(RECORD("Theirs")) },
	  "POST GET",
	  "No answer came, and HRB-9 is there with other values.",
	  NULL,
	  .changed_meanwhile = true },
};

static size_t count_steps(const struct story *story)
{
	size_t count = 0;

	while (count < CASES(story->steps) && story->steps[count].method)
		count++;
	return count;
}

/* "PUT GET": the methods of all requests. The caller frees. */
static char *methods_sent(struct fixture *fixture)
{
	char *text, *request;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (int i = 0; (request = fault_proxy_request(fixture->server, i)); i++) {
		fprintf(out, "%s%.*s", i ? " " : "", (int)strcspn(request, " "), request);
		free(request);
	}
	fclose(out);
	return text;
}

static void judge(const struct story *story, struct fixture *fixture, struct ending *ending)
{
	char *sent = methods_sent(fixture);

	if (strcmp(ending->message, story->message) != 0 ||
	    strcmp(ending->text ? ending->text : "", story->record ? story->record : "") != 0)
		fail_msg("%s: %s %s", story->name, ending->message, ending->text);
	if (strcmp(sent, story->sent) != 0)
		fail_msg("%s: sent %s", story->name, sent);
	assert_int_equal(ending->ok, !*story->message);
	assert_int_equal(ending->may_be_applied, story->may_be_applied);
	assert_int_equal(ending->changed_meanwhile, story->changed_meanwhile);
	free(sent);
	ending_finish(ending);
}

static void an_update_ends_as_it_went(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(updates); i++) {
		struct fixture fixture;
		struct ending ending;
		fixture_start_with_token(&fixture, updates[i].steps, count_steps(&updates[i]));
		run_update(&fixture, &ending, OLD, NEW);
		assert_sent(&fixture, 0, "PUT /api/customers/HRB-9 HTTP/1.1\r\n");
		assert_body(&fixture, 0, "{\"companyName\":\"New\"}");
		judge(&updates[i], &fixture, &ending);
		fixture_stop(&fixture);
	}
}

static void a_creation_ends_as_it_went(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(creations); i++) {
		struct fixture fixture;
		struct ending ending;
		fixture_start_with_token(&fixture, creations[i].steps, count_steps(&creations[i]));
		run_create(&fixture, &ending, NEW);
		assert_sent(&fixture, 0, "PUT /api/customers HTTP/1.1\r\n");
		assert_body(&fixture, 0, NEW);
		judge(&creations[i], &fixture, &ending);
		fixture_stop(&fixture);
	}
}

/* A client whose profile says how records are created. */
static void start_configured(struct fixture *fixture, const struct step *steps, size_t count,
			     enum create_method method, enum key_style style)
{
	fixture_start_with_token(fixture, steps, count);
	client_free(fixture->client);
	fixture->profile->create_method = method;
	fixture->profile->key_style = style;
	fixture_client(fixture);
}

static void a_post_is_never_sent_twice(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(posts); i++) {
		struct fixture fixture;
		struct ending ending;
		start_configured(&fixture, posts[i].steps, count_steps(&posts[i]), CREATE_POST,
				 KEYS_REFERENCE);
		run_create(&fixture, &ending, NEW);
		assert_sent(&fixture, 0, "POST /api/customers HTTP/1.1\r\n");
		assert_body(&fixture, 0, NEW);
		judge(&posts[i], &fixture, &ending);
		fixture_stop(&fixture);
	}
}

/* What is sent of a change from one to the other. */
static const struct {
	const char *base, *now, *body;
} bodies[] = {
	{ "\"terms\":\"NET30\",\"companyFax\":\"1\"", "\"terms\":\"NET60\",\"companyFax\":\"\"",
	  "{\"terms\":\"NET60\",\"companyFax\":\"\"}" },
	/* gone is an empty text, never null */
	{ "\"terms\":\"NET30\"", "\"companyName\":null", "{\"terms\":\"\"}" },
	{ "\"contacts\":[{\"email\":\"a@b.example\"}]", "\"terms\":\"\"", "{\"contacts\":[]}" },
	/* lists whole, with what nobody touched as it came */
	{ "\"addresses\":[{\"city\":\"Oslo\",\"geo\":{\"lat\":9007199254740993}},{\"city\":\"B\"}]",
	  "\"addresses\":[{\"city\":\"Oslo\",\"geo\":{\"lat\":9007199254740993}},{\"city\":\"C\"}]",
	  "{\"addresses\":[{\"city\":\"Oslo\",\"geo\":{\"lat\":9007199254740993}},{\"city\":\"C\"}]"
	  "}" },
	{ "\"customerAttributes\":{\"a\":1e400,\"b\":\"\\u0000\"}",
	  "\"customerAttributes\":{\"a\":1e400,\"b\":\"\\u0000\",\"c\":\"x\"}",
	  "{\"customerAttributes\":{\"a\":1e400,\"b\":\"\\u0000\",\"c\":\"x\"}}" },
	/* the service's own is not sent, nor what an action does */
	{ "\"currencyCode\":\"USD\",\"active\":true,\"terms\":\"A\"",
	  "\"currencyCode\":\"NOK\",\"active\":false,\"terms\":\"B\"", "{\"terms\":\"B\"}" },
};

static void a_body_has_what_changed_and_no_more(void **state)
{
	static const struct step steps[] = { ANSWER("PUT", ONE, 0, 204, NULL), READ(NEW) };

	(void)state;
	for (size_t i = 0; i < CASES(bodies); i++) {
		char *base = xasprintf("{\"customerNumber\":\"HRB-9\",%s}", bodies[i].base);
		char *now = xasprintf("{\"customerNumber\":\"HRB-9\",%s}", bodies[i].now);
		struct fixture fixture;
		struct ending ending;
		fixture_start_with_token(&fixture, STEPS(steps));
		run_update(&fixture, &ending, base, now);
		assert_true(ending.ok);
		assert_body(&fixture, 0, bodies[i].body);
		assert_sent(&fixture, 0, "Content-Type: application/json\r\n");
		ending_finish(&ending);
		fixture_stop(&fixture);
		free(base);
		free(now);
	}
}

#define WHOLE                                                                                      \
	"{\"customerNumber\":\"HRB-9\",\"companyName\":\"Acme\",\"companyPhone\":null,"            \
	"\"active\":true,\"currencyCode\":\"USD\",\"ours\":{\"state\":1},\"addresses\":[{"         \
	"\"line1\":"                                                                               \
	"\"A\",\"line2\":\"B\",\"city\":\"C\",\"state\":\"ME\",\"postalCode\":\"04101\","          \
	"\"addressType\":\"Billing\",\"isPrimary\":true,\"code\":\"W\",\"dock\":4}],\"contacts\":" \
	"[{\"firstName\":\"P\",\"isPrimary\":true}],\"customerAttributes\":{\"state\":\"x\"}}"

static const struct {
	enum create_method method;
	enum key_style style;
	const char *body;
} spellings[] = {
	{ CREATE_POST, KEYS_GUIDE,
	  "{\"CustomerNumber\":\"HRB-9\",\"CompanyName\":\"Acme\",\"Active\":true,\"ours\":{"
	  "\"state\":"
	  "1},\"Addresses\":[{\"Address1\":\"A\",\"Address2\":\"B\",\"City\":\"C\","
	  "\"StateProvince\":\"ME\",\"ZipPostalCode\":\"04101\",\"AddressType\":\"Billing\","
	  "\"Default\":true,\"Code\":\"W\",\"dock\":4}],\"Contacts\":[{\"FirstName\":\"P\","
	  "\"IsPrimary\":true}],\"CustomerAttributes\":{\"state\":\"x\"}}" },
	/* the contract takes the guide's spelling in the POST alone */
	{ CREATE_PUT, KEYS_GUIDE,
	  "{\"customerNumber\":\"HRB-9\",\"companyName\":\"Acme\",\"active\":true,\"ours\":{"
	  "\"state\":"
	  "1},\"addresses\":[{\"line1\":\"A\",\"line2\":\"B\",\"city\":\"C\",\"state\":\"ME\","
	  "\"postalCode\":\"04101\",\"addressType\":\"Billing\",\"isPrimary\":true,\"code\":\"W\","
	  "\"dock\":4}],\"contacts\":[{\"firstName\":\"P\",\"isPrimary\":true}],"
	  "\"customerAttributes\":{\"state\":\"x\"}}" },
};

static void names_are_spelt_as_configured(void **state)
{
	static const struct step steps[] = { ANSWER("POST", ALL, 0, 201, WHOLE),
					     ANSWER("PUT", ALL, 0, 201, WHOLE) };

	(void)state;
	for (size_t i = 0; i < CASES(spellings); i++) {
		struct fixture fixture;
		struct ending ending;
		start_configured(&fixture, STEPS(steps), spellings[i].method, spellings[i].style);
		run_create(&fixture, &ending, WHOLE);
		assert_true(ending.ok);
		assert_body(&fixture, 0, spellings[i].body);
		assert_int_equal(fault_proxy_requests(fixture.server), 1);
		ending_finish(&ending);
		fixture_stop(&fixture);
	}
}

static void what_cannot_be_sent_is_said(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "/api/customers", 0, 200, "[]") };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	run_update(&fixture, &ending, NEW, NEW);
	assert_string_equal(ending.message, "Nothing has changed, nothing was sent.");
	run_create(&fixture, &ending, "{\"companyName\":\"New\"}");
	assert_string_equal(ending.message, "Number is missing: nothing was sent.");
	client_free(fixture.client);
	fixture.profile->read_only = true;
	fixture_client(&fixture);
	run_update(&fixture, &ending, OLD, NEW);
	assert_string_equal(ending.message, "Read-only mode: nothing was sent.");
	run_create(&fixture, &ending, NEW);
	assert_string_equal(ending.message, "Read-only mode: nothing was sent.");
	assert_int_equal(fault_proxy_requests(fixture.server), 0);
	fixture_stop(&fixture);
}

static void a_login_that_ended_is_no_loss(void **state)
{
	static const struct step steps[] = {
		ANSWER("PUT", ONE, 1, 401, NULL),
		ANSWER("PUT", ONE, 0, 200, NEW),
		LOGIN(0, "token-2"),
	};
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_kept(&fixture, STEPS(steps), 3600);
	run_update(&fixture, &ending, OLD, NEW);
	assert_string_equal(ending.message, "");
	int last = fault_proxy_requests(fixture.server) - 1;
	assert_sent(&fixture, last, "Authorization: Bearer token-2\r\n");
	assert_body(&fixture, last, "{\"companyName\":\"New\"}");
	ending_finish(&ending);
	fixture_stop(&fixture);
}

static void a_cancelled_write_is_not_heard_of_again(void **state)
{
	static const struct step steps[] = { ANSWER("PUT", ONE, 0, 204, NULL),
					     FAULT("GET", ONE, 0, FAULT_HANG), PAGE };
	struct fixture fixture;
	struct ending ending;

	(void)state;
	fixture_start_with_token(&fixture, STEPS(steps));
	struct client_call *call = start_update(&fixture, &ending, OLD, NEW);
	wait_requests(&fixture, 2); /* while it reads back */
	client_cancel(call);
	list_one(&fixture);
	assert_int_equal(ending.count, 0);
	start_update(&fixture, &ending, OLD, NEW);
	wait_requests(&fixture, 5);
	fixture_stop(&fixture); /* the client's end takes both calls with it */
	assert_int_equal(ending.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_update_ends_as_it_went),
		cmocka_unit_test(a_creation_ends_as_it_went),
		cmocka_unit_test(a_post_is_never_sent_twice),
		cmocka_unit_test(a_body_has_what_changed_and_no_more),
		cmocka_unit_test(names_are_spelt_as_configured),
		cmocka_unit_test(what_cannot_be_sent_is_said),
		cmocka_unit_test(a_login_that_ended_is_no_loss),
		cmocka_unit_test(a_cancelled_write_is_not_heard_of_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
