/* The log: what came and went as it was, but for what nobody else may know. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <unistd.h>

#include "base/error.h"
#include "sandbox/request_log.h"
#include "schema/json.h"

static const struct {
	const char *name, *value, *logged;
} headers[] = {
	{ "Authorization", "Bearer eyJhbGciOi.x.y", "Bearer ***" },
	{ "authorization", "eyJhbGciOi.x.y", "***" },
	{ "X-API-Key", "sandbox key with spaces", "sandbox ***" },
	{ "x-api-key", "sandbox-key", "***" },
	{ "Cookie", "session=1", "***" },
	{ "Accept", "application/json", "application/json" },
	{ "X-Odd", "a\"b\\c\xff", "a\"b\\c<FF>" },
};

static const struct {
	bool secret;
	const char *body, *logged;
} bodies[] = {
	{ false, "{ \"companyName\" : \"\xc3\x85\" }", "{ \"companyName\" : \"\xc3\x85\" }" },
	{ false, "{\"ClientSecret\":", "{\"ClientSecret\":" },
	{ false, "a\xff\x01", "a<FF>^A" },
	{ false, "", NULL },
	{ true, "{\"ClientId\":\"a\",\"clientSecret\":\"b\"}",
	  "{\"ClientId\":\"a\",\"clientSecret\":\"***\"}" },
	{ true, "{\"AccessToken\":\"t\",\"ExpiresIn\":1}",
	  "{\"AccessToken\":\"***\",\"ExpiresIn\":1}" },
	{ true, "{\"userCode\":\"118\",\"password\":\"b\"}",
	  "{\"userCode\":\"118\",\"password\":\"***\"}" },
	{ true, "{\"accessToken\":\"t\",\"tenantUser\":{}}",
	  "{\"accessToken\":\"***\",\"tenantUser\":{}}" },
	{ true, "{\"ClientId\":\"a\",\"ClientSecret\":\"b\"",
	  "***" }, /* no JSON: who knows what it is */
	{ true, "\"secret\"", "***" },
	{ true, "", NULL },
};

/* Logs one exchange into a file of its own; the line as a tree, which the caller frees. */
static struct json *line_of(struct logged_exchange exchange)
{
	char path[] = "/tmp/nymble-log-XXXXXX", line[4096];
	struct error err = { .code = ERROR_NONE };
	int fd = mkstemp(path);
	struct request_log *log = request_log_open(path, &err);

	assert_string_equal(err.message, "");
	exchange.method = "PUT";
	exchange.target = "/api/customers?x=\"y\"";
	request_log_write(log, &exchange);
	request_log_close(log);
	ssize_t len = read(fd, line, sizeof(line));
	close(fd);
	unlink(path);
	assert_true(len > 0 && line[len - 1] == '\n');
	assert_null(memchr(line, '\n', (size_t)len - 1));
	struct json *tree = json_parse(line, (size_t)len, &err);
	assert_string_equal(err.message, "");
	return tree;
}

static void headers_are_masked_where_they_are_secrets(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(headers); i++) {
		struct logged_header header = { headers[i].name, headers[i].value };
		struct json *line =
			line_of((struct logged_exchange){ .headers = &header, .header_count = 1 });
		assert_string_equal(json_member_text(json_member(line, "headers"), headers[i].name),
				    headers[i].logged);
		json_free(line);
	}
}

static void bodies_are_as_they_came_but_for_logins(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(bodies); i++) {
		size_t len = strlen(bodies[i].body);
		struct json *line =
			line_of((struct logged_exchange){ .secret = bodies[i].secret,
							  .body = bodies[i].body,
							  .body_len = len,
							  .status = 200,
							  .answer = bodies[i].body,
							  .answer_len = len });
		const char *body = json_member_text(line, "body"),
			   *answer = json_member_text(line, "answer");
		if (bodies[i].logged) {
			assert_string_equal(body, bodies[i].logged);
			assert_string_equal(answer, bodies[i].logged);
		} else {
			assert_null(body);
			assert_null(answer);
		}
		assert_string_equal(json_member_text(line, "target"), "/api/customers?x=\"y\"");
		assert_string_equal(json_member_text(line, "status"), "200");
		json_free(line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers_are_masked_where_they_are_secrets),
		cmocka_unit_test(bodies_are_as_they_came_but_for_logins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
