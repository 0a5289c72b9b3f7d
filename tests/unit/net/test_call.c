/* One request, one answer: what is sent, what comes back, what is refused, and that nothing blocks.
 */
/* SPDX-License-Identifier: ISC */
#include "net_fixture.h"

#include <sys/resource.h>

#include "base/alloc.h"

static void an_answer_comes_whole(void **state)
{
	static const struct fault faults[] = {
		{ .kind = FAULT_ANSWER,
		  .answer = "HTTP/1.1 404 Gone\r\nContent-Type: application/problem+json; "
			    "charset=utf-8\r\n"
			    "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: "
			    "11\r\n\r\n{\"title\":1}" },
	};
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_get(&f, "/api/customers?page=1");
	assert_int_equal(f.answer.outcome, ANSWER_HTTP);
	assert_int_equal(f.answer.status, 404);
	assert_string_equal(f.answer.body, "{\"title\":1}");
	assert_int_equal(f.answer.len, 11);
	assert_string_equal(f.answer.content_type, "application/problem+json; charset=utf-8");
	assert_int_equal(f.answer.date_unix_s, 784111777);
	assert_int_equal(f.answer.tries, 1);
	fixture_stop(&f);
}

static void an_empty_answer_is_an_answer(void **state)
{
	static const struct fault faults[] = {
		{ .kind = FAULT_ANSWER, .answer = "HTTP/1.1 204 No Content\r\n\r\n" },
	};
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_post(&f, "/api/customers/X/activate");
	assert_int_equal(f.answer.outcome, ANSWER_HTTP);
	assert_int_equal(f.answer.status, 204);
	assert_int_equal(f.answer.len, 0);
	assert_string_equal(f.answer.content_type, "");
	assert_int_equal(f.answer.date_unix_s, -1);
	fixture_stop(&f);
}

static const struct {
	const char *method, *body;
	const char *has, *has_not;
} requests[] = {
	{ "GET", NULL, "GET /x HTTP/1.1\r\n", "Content-" },
	{ "GET", NULL, "\r\nX-Test: yes\r\n", "Expect" },
	{ "GET", NULL, "\r\nUser-Agent: nymble-tui/", "urlencoded" },
	{ "GET", NULL, "gzip", "Authorization" },
	{ "DELETE", NULL, "DELETE /x HTTP/1.1\r\n", "Content-Length" },
	{ "DELETE", "{\"a\":1}", "DELETE /x HTTP/1.1\r\n", "urlencoded" },
	{ "DELETE", "{\"a\":1}", "\r\nContent-Length: 7\r\n", "Expect" },
	{ "POST", NULL, "\r\nContent-Length: 0\r\n", "urlencoded" },
	{ "PUT", NULL, "\r\nContent-Length: 0\r\n", "urlencoded" },
	{ "PUT", "{\"a\":1}", "PUT /x HTTP/1.1\r\n", "urlencoded" },
	{ "PUT", "{\"a\":1}", "\r\n\r\n{\"a\":1}", "Expect" },
};

static void a_request_is_sent_as_it_was_asked(void **state)
{
	static const char *const headers[] = { "X-Test: yes", NULL };
	struct fixture f;

	(void)state;
	fixture_start(&f, NULL, 0, NULL);
	for (size_t i = 0; i < CASES(requests); i++) {
		fixture_start_call(&f, requests[i].method, "/x",
				   &(struct request){ .headers = headers,
						      .body = requests[i].body,
						      .body_len = requests[i].body ? 7 : 0 });
		fixture_wait(&f);
		char *request = fault_proxy_request(f.proxy, (int)i);
		assert_non_null(strstr(request, requests[i].has));
		assert_null(strstr(request, requests[i].has_not));
		free(request);
	}
	fixture_stop(&f);
}

static void reading_reuses_a_connection_and_writing_does_not(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f, NULL, 0, NULL);
	fixture_get(&f, "/1");
	fixture_get(&f, "/2");
	fixture_get(&f, "/3");
	assert_int_equal(fault_proxy_connections(f.proxy), 1);
	fixture_post(&f, "/4");
	assert_int_equal(fault_proxy_connections(f.proxy), 2);
	fixture_post(&f, "/5");
	assert_int_equal(fault_proxy_connections(f.proxy), 3);
	fixture_start_call(&f, "POST", "/login", &(struct request){ .repeatable = true });
	fixture_wait(&f);
	assert_int_equal(fault_proxy_connections(f.proxy), 3);
	assert_int_equal(fault_proxy_requests(f.proxy), 6);
	fixture_stop(&f);
}

static const struct {
	const char *target, *said;
} redirects[] = {
	{ "https://other.example/x", "redirects to https://other.example/x; that is not followed" },
	{ "/login?token=secret", "/login?token=***; that is not followed" },
};

static void a_redirect_is_an_error_that_names_its_target(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(redirects); i++) {
		char *answer =
			xasprintf("HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n",
				  redirects[i].target);
		const struct fault faults[] = { { .kind = FAULT_ANSWER, .answer = answer } };
		struct fixture f;

		fixture_start(&f, FAULTS(faults), NULL);
		fixture_get(&f, "/x");
		assert_int_equal(f.answer.outcome, ANSWER_REFUSED);
		assert_int_equal(f.answer.status, 302);
		assert_non_null(strstr(f.answer.message, redirects[i].said));
		assert_int_equal(fault_proxy_requests(f.proxy), 1);
		fixture_stop(&f);
		free(answer);
	}
}

static const char *const elsewhere[] = {
	"https://127.0.0.1/x",  "http://127.0.0.1:1/x",   "https://evil.example/x",
	"http://evil.example/", "http://u:p@127.0.0.1/x",
};

static void nothing_is_sent_to_another_origin(void **state)
{
	static const char *const headers[] = { "Authorization: Bearer secret", NULL };
	struct fixture f;

	(void)state;
	fixture_start(&f, NULL, 0, NULL);
	for (size_t i = 0; i < CASES(elsewhere); i++) {
		fixture_start_call(&f, "GET", elsewhere[i],
				   &(struct request){ .headers = headers });
		fixture_wait(&f);
		assert_int_equal(f.answer.outcome, ANSWER_REFUSED);
		assert_int_equal(f.answer.status, 0);
		assert_string_equal(trace_at(net_trace(f.net), 0)->failure, f.answer.message);
	}
	assert_int_equal(fault_proxy_connections(f.proxy), 0);
	fixture_stop(&f);
}

static void a_header_of_two_lines_is_refused(void **state)
{
	static const char *const headers[] = { "x-api-key: abc\r\nX-Evil: yes", NULL };
	struct fixture f;

	(void)state;
	fixture_start(&f, NULL, 0, NULL);
	fixture_start_call(&f, "GET", "/x", &(struct request){ .headers = headers });
	fixture_wait(&f);
	assert_int_equal(f.answer.outcome, ANSWER_REFUSED);
	assert_non_null(strstr(f.answer.message, "must be one line"));
	assert_int_equal(fault_proxy_connections(f.proxy), 0);
	fixture_stop(&f);
}

/* A proxy of the environment must not see what goes to this machine in the clear. */
static void plain_http_takes_no_proxy(void **state)
{
	struct fixture f;

	(void)state;
	setenv("http_proxy", "http://127.0.0.1:1", 1);
	setenv("all_proxy", "http://127.0.0.1:1", 1);
	fixture_start(&f, NULL, 0, NULL);
	fixture_get(&f, "/x");
	assert_int_equal(f.answer.status, 200);
	fixture_stop(&f);
	unsetenv("http_proxy");
	unsetenv("all_proxy");
}

static void answers_are_traced_without_secrets(void **state)
{
	static const char *const headers[] = { "Authorization: Bearer s3cret", NULL };
	static const struct fault faults[] = {
		{ .kind = FAULT_ANSWER,
		  .answer = "HTTP/1.1 200 OK\r\nContent-Length: "
			    "27\r\n\r\n{\"AccessToken\":\"very-long\"}" },
	};
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_start_call(&f, "PUT", "/x",
			   &(struct request){ .headers = headers,
					      .body = "{\"password\":\"p\"}",
					      .body_len = 16 });
	fixture_wait(&f);
	const struct trace_entry *entry = trace_at(net_trace(f.net), 0);
	assert_string_equal(entry->method, "PUT");
	assert_int_equal(entry->status, 200);
	assert_null(entry->failure);
	assert_string_equal(entry->headers, "Authorization: Bearer ***\n");
	assert_string_equal(entry->request.text, "{\"password\":\"***\"}");
	assert_string_equal(entry->answer.text, "{\"AccessToken\":\"***\"}");
	assert_int_equal(entry->bytes_sent, 16);
	assert_int_equal(entry->bytes_received, 27);
	fixture_start_call(&f, "POST", "/login",
			   &(struct request){ .body = "{}", .body_len = 2, .secret = true });
	fixture_wait(&f);
	entry = trace_at(net_trace(f.net), 0);
	assert_null(entry->request.text);
	assert_null(entry->answer.text);
	assert_true(entry->request.cut && entry->answer.cut);
	assert_int_equal(entry->answer.full_len, 27);
	fixture_stop(&f);
}

static void a_kept_connection_does_not_wake_us(void **state)
{
	struct fixture f;
	struct rusage before, after;

	(void)state;
	fixture_start(&f, NULL, 0, NULL);
	fixture_get(&f, "/x");
	fixture_run_for(&f, 20); /* what comes after an answer is over */
	unsigned long wakeups = loop_wakeups(f.loop);
	getrusage(RUSAGE_THREAD, &before);
	fixture_run_for(&f, 400);
	getrusage(RUSAGE_THREAD, &after);
	assert_int_equal(loop_wakeups(f.loop) - wakeups, 1); /* the end of the 400 ms */
	assert_true(after.ru_nvcsw - before.ru_nvcsw <= 2);
	fixture_stop(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_comes_whole),
		cmocka_unit_test(an_empty_answer_is_an_answer),
		cmocka_unit_test(a_request_is_sent_as_it_was_asked),
		cmocka_unit_test(reading_reuses_a_connection_and_writing_does_not),
		cmocka_unit_test(a_redirect_is_an_error_that_names_its_target),
		cmocka_unit_test(nothing_is_sent_to_another_origin),
		cmocka_unit_test(a_header_of_two_lines_is_refused),
		cmocka_unit_test(plain_http_takes_no_proxy),
		cmocka_unit_test(answers_are_traced_without_secrets),
		cmocka_unit_test(a_kept_connection_does_not_wake_us),
	};

	return cmocka_run_group_tests_name("call", tests, NULL, NULL);
}
