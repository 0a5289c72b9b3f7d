/* What is written comes back as it was sent, byte for byte, whatever the tables know of it. */
/* SPDX-License-Identifier: ISC */
#include "fixture.h"
#include "unit.h"

#include "base/alloc.h"

#define NEW                                                                                        \
	"\"customerNumber\":\"N-1\",\"companyName\":\"New\",\"companyEmail\":\"a@b\",\"pricing\":" \
	"\"Retail\""

/* A member as it is sent, and as it is read; NULL: the same. */
static const struct {
	const char *sent, *read;
} members[] = {
	{ "\"big\":9007199254740993", NULL },
	{ "\"numbers\":[1e400,-0.0,1E+2,0.10,123456789012345678901234567890]", NULL },
	{ "\"nul\":\"a\\u0000b\"", NULL },
	{ "\"odd\":\"\\u0041\\/\\ud83d\\ude00 \\ud800\"", NULL },
	{ "\"odd\\u0000name\":1", NULL },
	{ "\"\\u006fdd name\":1", NULL },
	{ "\"deep\":{\"a\":[{\"b\":null}],\"a\":2}", NULL },
	{ "\"customerAttributes\":{\"a\":1.50,\"a\":\"2\",\"\\u0061\":true,\"n\":null,\"o\":{}}", NULL },
	{ "\"addresses\":[{\"line1\":\"\\u0000\",\"more\":1e400,\"od\\u0064\":1}]", NULL },
	{ "\"spaced\" : [ 1 , 2 ]", "\"spaced\":[1,2]" },
	{ "\"twice\":1,\"twice\":2", "\"twice\":2" }, /* as most readers of JSON have it */
	{ "\"terms\":7,\"terms\":\"COD\"", "\"terms\":\"COD\"" },
};

/* How often text stands in what GET answers. */
static int count_read(struct fixture *fixture, const char *text)
{
	struct reply reply = ask(fixture, ADMIN, "GET", "/api/customers/N-1", NULL);
	int count = 0;

	assert_int_equal(reply.status, 200);
	for (const char *at = reply.body; (at = strstr(at, text)); at++)
		count++;
	reply_finish(&reply);
	return count;
}

static void expect_read(struct fixture *fixture, size_t i)
{
	const char *read = members[i].read ? members[i].read : members[i].sent;

	if (count_read(fixture, read) != 1)
		fail_msg("%s is not read as %s", members[i].sent, read);
}

static void a_new_record_is_kept_as_it_came(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(members); i++) {
		struct fixture fixture;
		char *body = xasprintf("{" NEW ",%s}", members[i].sent);
		fixture_start(&fixture);
		assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/customers", body), 201);
		expect_read(&fixture, i);
		fixture_stop(&fixture);
		free(body);
	}
}

/* Sent once more, each member takes the place of the one that is there. */
static void a_change_is_kept_as_it_came(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(members); i++) {
		struct fixture fixture;
		char *body = xasprintf("{%s}", members[i].sent);
		fixture_start(&fixture);
		assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/customers", "{" NEW "}"), 201);
		for (int again = 0; again < 2; again++)
			assert_int_equal(
				ask_status(&fixture, ADMIN, "PUT", "/api/customers/N-1", body), 200);
		expect_read(&fixture, i);
		fixture_stop(&fixture);
		free(body);
	}
}

/* The one that counts is the one that is checked. */
static void the_last_of_two_is_checked(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	struct reply reply = ask(&fixture, ADMIN, "PUT", "/api/customers/A-1",
				 "{\"pricing\":\"Retail\",\"pricing\":7}");
	assert_int_equal(reply.status, 400);
	assert_non_null(strstr(reply.body, "\"errors\":{\"Pricing\":[\"Must be text.\"]}"));
	reply_finish(&reply);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_record_is_kept_as_it_came),
		cmocka_unit_test(a_change_is_kept_as_it_came),
		cmocka_unit_test(the_last_of_two_is_checked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
