/* The options that let a user practise bad days, and the ones that are wrong. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "schema/json.h"
#include "support/http.h"
#include "support/sandbox.h"
#include "support/sandbox_calls.h"

#define API_KEY "sandbox-key-northpoint-admin"
#define SMALL "--customers", "20", "--products", "20"

static int status_with(struct sandbox *sandbox, const char *name, const char *value)
{
	char *headers = xasprintf("%s%s\r\n", name, value);
	struct http_request request = { .method = "GET",
					.path = "/api/customers",
					.headers = headers };
	int status = http_status(sandbox_port(sandbox), &request);

	free(headers);
	return status;
}

/* N1: a login's token in one header or the other; a static key always in x-api-key. */
static const struct {
	const char *option;
	int bearer, api_key;
} auth_headers[] = {
	{ "any", 200, 200 },
	{ "bearer", 200, 401 },
	{ "x-api-key", 401, 200 },
};

static void tokens_count_in_the_header_that_is_wanted(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(auth_headers); i++) {
		struct sandbox *sandbox = sandbox_new();
		sandbox_start(sandbox,
			      SANDBOX_ARGS(SMALL, "--auth-header", auth_headers[i].option));
		char *token = sandbox_log_in(sandbox);
		assert_int_equal(status_with(sandbox, "Authorization: Bearer ", token),
				 auth_headers[i].bearer);
		assert_int_equal(status_with(sandbox, "x-api-key: ", token),
				 auth_headers[i].api_key);
		assert_int_equal(status_with(sandbox, "x-api-key: ", API_KEY), 200);
		assert_int_equal(status_with(sandbox, "Authorization: Bearer ", API_KEY), 401);
		free(token);
		sandbox_free(sandbox);
	}
}

static void tokens_end(void **state)
{
	struct sandbox *sandbox = sandbox_new();
	struct http_answer answer;
	int64_t begun = clock_now_ms();

	(void)state;
	sandbox_start(sandbox, SANDBOX_ARGS(SMALL, "--expire-tokens", "2"));
	http_ask(sandbox_port(sandbox),
		 &(struct http_request){
			 .method = "POST",
			 .path = "/api/auth/login",
			 .body = "{\"OrgCode\":\"harborline\",\"ClientId\":\"rep-207\","
				 "\"ClientSecret\":\"sandbox-secret\"}" },
		 &answer);
	assert_text_take(http_member(&answer, "ExpiresIn"), "2");
	char *token = http_member(&answer, "AccessToken");
	http_answer_finish(&answer);
	while (status_with(sandbox, "Authorization: Bearer ", token) == 200)
		assert_true(clock_now_ms() - begun < SANDBOX_PATIENCE_MS);
	assert_int_equal(status_with(sandbox, "Authorization: Bearer ", token), 401);
	free(token);
	sandbox_free(sandbox);
}

static void all_fail_at_a_hundred_percent(void **state)
{
	struct sandbox *sandbox = sandbox_new();

	(void)state;
	sandbox_start(sandbox, SANDBOX_ARGS(SMALL, "--error-rate", "100"));
	for (size_t i = 0; i < 20; i++) {
		struct http_request request = { .method = "GET",
						.path = "/api/customers",
						.headers = "x-api-key: " API_KEY "\r\n" };
		struct http_answer answer;
		http_ask(sandbox_port(sandbox), &request, &answer);
		assert_int_equal(answer.status, 500);
		assert_text_take(http_member(&answer, "status"), "500");
		http_answer_finish(&answer);
	}
	sandbox_free(sandbox);
}

static void some_fail_at_half(void **state)
{
	struct sandbox *sandbox = sandbox_new();
	int failed = 0;

	(void)state;
	sandbox_start(sandbox, SANDBOX_ARGS(SMALL, "--error-rate", "50"));
	for (size_t i = 0; i < 200; i++)
		failed += status_with(sandbox, "x-api-key: ", API_KEY) == 500;
	assert_in_range(failed, 50, 150);
	sandbox_free(sandbox);
}

/* Held back each by itself: twenty at once take no longer than one. */
static void latency_holds_answers_back(void **state)
{
	enum { LATENCY_MS = 300, TOGETHER = 20 };
	static const char text[] =
		"GET /api/products/ROPE-BRD-12 HTTP/1.1\r\nHost: x\r\nx-api-key: " API_KEY
		"\r\n\r\n";
	struct sandbox *sandbox = sandbox_new();
	int fds[TOGETHER];

	(void)state;
	sandbox_start(sandbox, SANDBOX_ARGS(SMALL, "--latency", "300"));
	for (size_t i = 0; i < TOGETHER; i++)
		fds[i] = http_connect(sandbox_port(sandbox));
	int64_t begun = clock_now_ms();
	for (size_t i = 0; i < TOGETHER; i++)
		http_send(fds[i], text, sizeof(text) - 1);
	for (size_t i = 0; i < TOGETHER; i++) {
		struct http_answer answer;
		http_read(fds[i], &answer);
		assert_int_equal(answer.status, 200);
		http_answer_finish(&answer);
		close(fds[i]);
	}
	int64_t took = clock_now_ms() - begun;
	assert_in_range(took, LATENCY_MS - 5, LATENCY_MS * TOGETHER / 2);
	sandbox_free(sandbox);
}

#define ADDRESS(type) "{\"line1\":\"1 Quay\",\"country\":\"US\",\"addressType\":\"" type "\"}"

/* N12 */
static const struct {
	const char *addresses;
	int lenient, strict;
} depots[] = {
	{ "[]", 200, 400 },
	{ "[" ADDRESS("Shipping") "]", 200, 400 },
	{ "[" ADDRESS("Billing") "]", 200, 400 },
	{ "[" ADDRESS("Billing") "," ADDRESS("Shipping") "]", 200, 200 },
};

static void strict_wants_both_kinds_of_address(void **state)
{
	(void)state;
	for (int strict = 0; strict < 2; strict++) {
		struct sandbox *sandbox = sandbox_new();
		sandbox_start(sandbox,
			      strict ? SANDBOX_ARGS(SMALL, "--strict") : SANDBOX_ARGS(SMALL));
		for (size_t i = 0; i < CASES(depots); i++) {
			char *body = xasprintf("{\"addresses\":%s}", depots[i].addresses);
			struct http_request request = { .method = "PUT",
							.path = "/api/customers/HRB-1042",
							.body = body,
							.headers = "x-api-key: " API_KEY "\r\n" };
			assert_int_equal(http_status(sandbox_port(sandbox), &request),
					 strict ? depots[i].strict : depots[i].lenient);
			free(body);
		}
		sandbox_free(sandbox);
	}
}

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;

	assert_non_null(file);
	assert_true(getdelim(&text, &size, '\0', file) > 0);
	fclose(file);
	return text;
}

static void the_log_has_everything_but_secrets(void **state)
{
	struct sandbox *sandbox = sandbox_new();
	char *path = xasprintf("%s/log", sandbox_folder(sandbox)), *rest;
	int lines = 0;

	(void)state;
	sandbox_start(sandbox, SANDBOX_ARGS(SMALL, "--log", path));
	char *token = sandbox_log_in(sandbox);
	assert_int_equal(status_with(sandbox, "Authorization: Bearer ", token), 200);
	assert_int_equal(status_with(sandbox, "x-api-key: ", API_KEY), 200);
	assert_int_equal(sandbox_end(sandbox, SIGTERM), 0);
	char *log = read_file(path);
	assert_null(strstr(log, token));
	assert_null(strstr(log, API_KEY));
	assert_null(strstr(log, "sandbox-secret"));
	assert_non_null(strstr(log, "/api/auth/login"));
	assert_non_null(strstr(log, "HRB-1042"));
	for (char *line = strtok_r(log, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest), lines++) {
		struct json *json = json_parse(line, strlen(line), NULL);
		assert_int_equal(json_type(json), JSON_OBJECT);
		json_free(json);
	}
	assert_true(lines >= 3);
	free(log);
	free(token);
	free(path);
	sandbox_free(sandbox);
}

static const struct {
	const char *args[4];
	const char *names; /* what the one line must have in it */
} wrong[] = {
	{ { "--customers", "-1" }, "--customers" },
	{ { "--customers", "many" }, "--customers" },
	{ { "--customers", "99999999999999999999" }, "--customers" },
	{ { "--port", "65536" }, "--port" },
	{ { "--error-rate", "101" }, "--error-rate" },
	{ { "--expire-tokens", "0" }, "--expire-tokens" },
	{ { "--auth-header", "cookie" }, "bearer" },
	{ { "--seed" }, "--seed" },
	{ { "--custmers", "5" }, "--customers" },
	{ { "file.db" }, "file.db" },
};

static void wrong_options_say_what_was_expected(void **state)
{
	struct sandbox *sandbox = sandbox_new();

	(void)state;
	for (size_t i = 0; i < CASES(wrong); i++) {
		char *message;
		int status = sandbox_refused(sandbox, wrong[i].args, &message);
		const char *end = strchr(message, '\n');
		if (status != 2 || !strstr(message, wrong[i].names) || !end || end[1])
			fail_msg("%s %s: %d, %s", wrong[i].args[0],
				 wrong[i].args[1] ? wrong[i].args[1] : "", status, message);
		free(message);
	}
	sandbox_free(sandbox);
}

static void a_file_that_is_none_of_ours_is_left_alone(void **state)
{
	struct sandbox *sandbox = sandbox_new();
	char *path = xasprintf("%s/sandbox.db", sandbox_folder(sandbox)), *message;
	FILE *file = fopen(path, "w");

	(void)state;
	assert_non_null(file);
	fputs("Dear diary, today I did not make a database.", file);
	fclose(file);
	assert_int_not_equal(sandbox_refused(sandbox, SANDBOX_ARGS(SMALL), &message), 0);
	assert_non_null(strstr(message, path));
	assert_text_take(read_file(path), "Dear diary, today I did not make a database.");
	free(message);
	free(path);
	sandbox_free(sandbox);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_count_in_the_header_that_is_wanted),
		cmocka_unit_test(tokens_end),
		cmocka_unit_test(all_fail_at_a_hundred_percent),
		cmocka_unit_test(some_fail_at_half),
		cmocka_unit_test(latency_holds_answers_back),
		cmocka_unit_test(strict_wants_both_kinds_of_address),
		cmocka_unit_test(the_log_has_everything_but_secrets),
		cmocka_unit_test(wrong_options_say_what_was_expected),
		cmocka_unit_test(a_file_that_is_none_of_ours_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
