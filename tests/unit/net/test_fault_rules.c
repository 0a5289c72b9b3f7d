/* The fault proxy itself: which request meets which fault. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "faults/fault_rules.h"

static const struct {
	const char *text;
	bool ok;
	struct fault fault;
} rules[] = {
	{ "POST /deactivate 3 cut 10", true, { "POST", "/deactivate", 3, FAULT_CUT, 10, NULL, 0 } },
	{ "* * 0 drop-after", true, { NULL, NULL, 0, FAULT_DROP_AFTER, 0, NULL, 0 } },
	{ "GET /a 1 hang", true, { "GET", "/a", 1, FAULT_HANG, 0, NULL, 0 } },
	{ "GET /a 1 cut", false, { 0 } },    /* how much? */
	{ "GET /a 1 hang 5", false, { 0 } }, /* takes no amount */
	{ "GET /a 1 cut 5 more", false, { 0 } },
	{ "GET /a -1 hang", false, { 0 } },
	{ "GET /a x hang", false, { 0 } },
	{ "GET /a 1 explode", false, { 0 } },
	{ "GET /a 1 answer 503 retry=2", false, { 0 } },
	{ "GET /a", false, { 0 } },
	{ "", false, { 0 } },
};

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static void a_rule_is_read_from_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(rules); i++) {
		char *text = xstrdup(rules[i].text);
		struct fault fault;
		const struct fault *want = &rules[i].fault;

		assert_int_equal(fault_parse(text, &fault), rules[i].ok);
		if (rules[i].ok) {
			assert_true(same(fault.method, want->method) &&
				    same(fault.path, want->path));
			assert_int_equal(fault.nth, want->nth);
			assert_int_equal(fault.kind, want->kind);
			assert_int_equal(fault.amount, want->amount);
		}
		free(text);
	}
}

static void an_answer_may_ask_for_a_pause(void **state)
{
	char text[] = "* /login 2 answer 429 retry-after=7";
	struct fault fault;

	(void)state;
	assert_true(fault_parse(text, &fault));
	assert_int_equal(fault.kind, FAULT_ANSWER);
	assert_ptr_equal(strstr(fault.answer, "HTTP/1.1 429 "), fault.answer);
	assert_non_null(strstr(fault.answer, "\r\nRetry-After: 7\r\n"));
	free((char *)(uintptr_t)fault.answer);
}

static const struct fault faults[] = {
	{ .method = "POST", .nth = 2, .kind = FAULT_DROP_BEFORE },
	{ .path = "/x", .nth = 0, .kind = FAULT_CUT },
	{ .method = "POST", .path = "/y", .nth = 1, .kind = FAULT_HANG },
};

/* One after the other: what each request meets. */
static const struct {
	const char *request;
	enum fault_kind kind;
} requests[] = {
	{ "GET /a HTTP/1.1\r\n", FAULT_NONE },
	{ "GET /a/x?y HTTP/1.1\r\n", FAULT_CUT },
	{ "POST /a HTTP/1.1\r\nX: /x\r\n", FAULT_NONE }, /* the path alone counts */
	{ "POST /y HTTP/1.1\r\n", FAULT_DROP_BEFORE },   /* its second; the third rule counts too */
	{ "POST /y HTTP/1.1\r\n", FAULT_NONE },
	{ "POSTER /y HTTP/1.1\r\n", FAULT_NONE },
	{ "GET /x HTTP/1.1\r\n", FAULT_CUT },
};

static void the_first_rule_that_fits_is_met(void **state)
{
	int seen[CASES(faults)] = { 0 };

	(void)state;
	for (size_t i = 0; i < CASES(requests); i++) {
		const struct fault *met =
			fault_find(faults, CASES(faults), seen, requests[i].request);

		assert_int_equal(met ? met->kind : FAULT_NONE, requests[i].kind);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_is_read_from_text),
		cmocka_unit_test(an_answer_may_ask_for_a_pause),
		cmocka_unit_test(the_first_rule_that_fits_is_met),
	};

	return cmocka_run_group_tests_name("fault rules", tests, NULL, NULL);
}
