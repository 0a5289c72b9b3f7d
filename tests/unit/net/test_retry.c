/* What is tried again by itself, when, and how a person hears of it. */
/* SPDX-License-Identifier: ISC */
#include "net_fixture.h"

#include "base/clock.h"
#include "net/retry.h"

/* How calls are marked: see call.h. */
static const struct request get = { .method = "GET" },
			    put = { .method = "PUT", .retry_status = true },
			    login = { .method = "POST", .repeatable = true },
			    create = { .method = "POST" };

enum { DURING_JITTER = -2 }; /* anything from 0 to 500 ms, doubled with the tries */

static const struct {
	const struct request *request;
	enum outcome outcome;
	int status, tries;
	const char *retry_after;
	int wait_ms;
} cases[] = {
	{ &get, ANSWER_HTTP, 200, 1, "", RETRY_NEVER },
	{ &get, ANSWER_HTTP, 404, 1, "", RETRY_NEVER },
	{ &get, ANSWER_HTTP, 404, 1, "5", RETRY_NEVER },
	{ &get, ANSWER_HTTP, 429, 1, "", 6000 },
	{ &get, ANSWER_HTTP, 429, 2, "", 12000 },
	{ &get, ANSWER_HTTP, 429, 3, "", RETRY_NEVER },
	{ &get, ANSWER_HTTP, 429, 1, "0", 0 },
	{ &get, ANSWER_HTTP, 429, 1, "7", 7000 },
	{ &get, ANSWER_HTTP, 429, 2, "3600", 3600000 },
	{ &get, ANSWER_HTTP, 429, 1, "3601", RETRY_NEVER },
	{ &get, ANSWER_HTTP, 429, 1, "99999999999999999999", RETRY_NEVER },
	{ &get, ANSWER_HTTP, 429, 1, "-5", 6000 },
	{ &get, ANSWER_HTTP, 429, 1, "soon", 6000 },
	{ &get, ANSWER_HTTP, 503, 1, "Sun, 06 Nov 1994 08:49:42 GMT",
	  5000 }, /* the service says :37 */
	{ &get, ANSWER_HTTP, 503, 1, "Sun, 06 Nov 1994 08:49:00 GMT", 0 },
	{ &get, ANSWER_HTTP, 503, 1, "Mon, 07 Nov 1994 08:49:37 GMT", RETRY_NEVER },
	{ &get, ANSWER_HTTP, 500, 1, "", DURING_JITTER },
	{ &get, ANSWER_HTTP, 502, 2, "", DURING_JITTER },
	{ &get, ANSWER_HTTP, 504, 1, "2", 2000 },
	{ &get, ANSWER_HTTP, 501, 1, "", RETRY_NEVER },
	{ &get, ANSWER_NOT_SENT, 0, 1, "", DURING_JITTER },
	{ &get, ANSWER_LOST, 0, 2, "", DURING_JITTER },
	{ &get, ANSWER_LOST, 0, 3, "", RETRY_NEVER },
	{ &get, ANSWER_REFUSED, 0, 1, "", RETRY_NEVER },
	{ &put, ANSWER_HTTP, 429, 1, "", 6000 },
	{ &put, ANSWER_HTTP, 503, 1, "", DURING_JITTER },
	{ &put, ANSWER_HTTP, 500, 1, "", RETRY_NEVER },
	{ &put, ANSWER_HTTP, 502, 1, "", RETRY_NEVER }, /* it may be done: the caller looks first */
	{ &put, ANSWER_HTTP, 504, 1, "1", RETRY_NEVER },
	{ &put, ANSWER_NOT_SENT, 0, 1, "", DURING_JITTER },
	{ &put, ANSWER_LOST, 0, 1, "", RETRY_NEVER }, /* the caller looks first */
	{ &login, ANSWER_HTTP, 429, 1, "", 6000 },
	{ &login, ANSWER_HTTP, 500, 1, "", RETRY_NEVER },
	{ &login, ANSWER_HTTP, 502, 1, "", DURING_JITTER },
	{ &login, ANSWER_LOST, 0, 1, "", DURING_JITTER },
	{ &create, ANSWER_HTTP, 429, 1, "1", RETRY_NEVER },
	{ &create, ANSWER_HTTP, 503, 1, "", RETRY_NEVER },
	{ &create, ANSWER_NOT_SENT, 0, 1, "", RETRY_NEVER },
	{ &create, ANSWER_LOST, 0, 1, "", RETRY_NEVER },
};

static void the_rules_decide(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		const struct answer answer = { .outcome = cases[i].outcome,
					       .status = cases[i].status,
					       .tries = cases[i].tries,
					       .date_unix_s = 784111777 };
		int wait_ms = retry_wait_ms(cases[i].request, &answer, cases[i].retry_after);

		if (cases[i].wait_ms == DURING_JITTER) {
			assert_in_range(wait_ms, 0, 500 << (cases[i].tries - 1));
			continue;
		}
		if (wait_ms != cases[i].wait_ms)
			print_error("case %zu\n", i);
		assert_int_equal(wait_ms, cases[i].wait_ms);
	}
}

static void a_date_without_the_services_clock_uses_ours(void **state)
{
	const struct answer answer = {
		.outcome = ANSWER_HTTP, .status = 429, .tries = 1, .date_unix_s = -1
	};

	(void)state;
	assert_int_equal(retry_wait_ms(&get, &answer, "Sun, 06 Nov 1994 08:49:37 GMT"), 0);
}

static void jitter_differs(void **state)
{
	const struct answer answer = { .outcome = ANSWER_NOT_SENT, .tries = 1 };
	int first = retry_wait_ms(&get, &answer, "");
	bool differs = false;

	(void)state;
	for (int i = 0; i < 50; i++)
		differs = differs || retry_wait_ms(&get, &answer, "") != first;
	assert_true(differs);
}

static void a_bad_moment_passes(void **state)
{
	static const struct fault faults[] = {
		{ .nth = 1, .kind = FAULT_DROP_BEFORE },
		{ .nth = 2,
		  .kind = FAULT_ANSWER,
		  .answer = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n" },
	};
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_get(&f, "/x");
	assert_int_equal(f.answer.status, 200);
	assert_int_equal(f.answer.tries, 3);
	assert_int_equal(fault_proxy_requests(f.proxy), 3);
	assert_int_equal(trace_count(net_trace(f.net)), 3); /* every try is in the log */
	fixture_stop(&f);
}

#define BUSY "HTTP/1.1 429 Too Many\r\nRetry-After: 2\r\nContent-Length: 4\r\n\r\nbusy"

static const struct fault busy_once[] = { { .nth = 1, .kind = FAULT_ANSWER, .answer = BUSY } };
static const struct fault busy[] = { { .kind = FAULT_ANSWER, .answer = BUSY } };

struct wait_log {
	char text[256];
	struct call *call;
	bool cancels, stops;
};

static void on_wait(void *data, const struct call_wait *wait)
{
	struct wait_log *log = data;
	size_t used = strlen(log->text);

	assert_true(used + 32 < sizeof(log->text));
	assert_non_null(strstr(wait->why, "asks for a pause"));
	sprintf(log->text + used, "%d:%d:%d ", wait->status, wait->next_try, wait->seconds_left);
	if (log->cancels)
		call_cancel(log->call);
	if (log->stops)
		assert_true(call_stop_waiting(log->call));
}

static void a_wait_counts_down_each_second(void **state)
{
	struct wait_log log = { .text = "" };
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(busy_once), NULL);
	int64_t before = clock_now_ms();
	call_on_wait(fixture_start_call(&f, "PUT", "/x", &put), on_wait, &log);
	fixture_wait(&f);
	assert_in_range(clock_now_ms() - before, 2000, 4000);
	assert_string_equal(log.text, "429:2:2 429:2:1 429:2:0 ");
	assert_int_equal(f.answer.status, 200);
	assert_int_equal(f.answer.tries, 2);
	fixture_stop(&f);
}

static void a_wait_that_is_stopped_gives_what_there_was(void **state)
{
	struct wait_log log = { .stops = true };
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(busy), NULL);
	log.call = fixture_start_call(&f, "GET", "/x", &get);
	assert_false(call_stop_waiting(log.call)); /* it does not wait yet */
	call_on_wait(log.call, on_wait, &log);
	int64_t before = clock_now_ms();
	fixture_wait(&f);
	assert_true(clock_now_ms() - before < 1500);
	assert_string_equal(log.text, "429:2:2 ");
	assert_int_equal(f.answer.outcome, ANSWER_HTTP);
	assert_int_equal(f.answer.status, 429);
	assert_string_equal(f.answer.body, "busy");
	fixture_stop(&f);
}

static void a_wait_can_be_cancelled(void **state)
{
	struct wait_log log = { .cancels = true };
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(busy), NULL);
	log.call = fixture_start_call(&f, "GET", "/x", &get);
	call_on_wait(log.call, on_wait, &log);
	while (!*log.text)
		fixture_run_for(&f, 5);
	fixture_run_for(&f, 20);
	assert_int_equal(f.answer.count, 0);
	assert_int_equal(fault_proxy_requests(f.proxy), 1);
	fixture_stop(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rules_decide),
		cmocka_unit_test(a_date_without_the_services_clock_uses_ours),
		cmocka_unit_test(jitter_differs),
		cmocka_unit_test(a_bad_moment_passes),
		cmocka_unit_test(a_wait_counts_down_each_second),
		cmocka_unit_test(a_wait_that_is_stopped_gives_what_there_was),
		cmocka_unit_test(a_wait_can_be_cancelled),
	};

	return cmocka_run_group_tests_name("retry", tests, NULL, NULL);
}
