/* Whatever comes over the wire, the sandbox answers it, or closes, and goes on. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "support/http.h"
#include "support/sandbox.h"

struct world {
	struct sandbox *sandbox;
	int port;
	char *token;
};

static int set_up(void **state)
{
	struct world *world = xcalloc(1, sizeof(*world));

	world->sandbox = sandbox_new();
	sandbox_start(world->sandbox, SANDBOX_ARGS("--customers", "20", "--products", "20"));
	world->port = sandbox_port(world->sandbox);
	world->token = http_log_in(world->port, "harborline", "backoffice-terminal");
	*state = world;
	return 0;
}

static int tear_down(void **state)
{
	struct world *world = *state;

	assert_int_equal(sandbox_end(world->sandbox, SIGTERM), 0);
	sandbox_free(world->sandbox);
	free(world->token);
	free(world);
	return 0;
}

static void assert_goes_on(struct world *world)
{
	struct http_request request = { "GET", "/api/products/ROPE-BRD-12", world->token, NULL,
					NULL };

	assert_true(sandbox_runs(world->sandbox));
	assert_int_equal(http_status(world->port, &request), 200);
}

#define BYTES(text) text, sizeof(text) - 1

static const struct {
	const char *what, *body;
	size_t len;
} bodies[] = {
	{ "nothing", BYTES("") },
	{ "white space", BYTES(" \r\n\t") },
	{ "no JSON", BYTES("customerNumber=HRB-1042") },
	{ "cut off", BYTES("{\"customerNumber\":\"X") },
	{ "two values", BYTES("{}{}") },
	{ "an array", BYTES("[{}]") },
	{ "a number", BYTES("42") },
	{ "a comma too many", BYTES("{\"customerNumber\":\"X\",}") },
	{ "single quotes", BYTES("{'customerNumber':'X'}") },
	{ "NaN", BYTES("{\"customerNumber\":NaN}") },
	{ "a control character", BYTES("{\"customerNumber\":\"a\nb\"}") },
	{ "a byte order mark", BYTES("\xef\xbb\xbf{}") },
	{ "UTF-16", BYTES("{\0}\0") },
	{ "no UTF-8", BYTES("{\"customerNumber\":\"\xff\xfe\"}") },
	{ "overlong UTF-8", BYTES("{\"customerNumber\":\"\xc0\xaf\"}") },
	{ "cut UTF-8", BYTES("{\"customerNumber\":\"\xe6\x97\"}") },
	{ "a UTF-8 surrogate", BYTES("{\"customerNumber\":\"\xed\xa0\x80\"}") },
	{ "NUL", BYTES("{\"customerNumber\":\"a\0b\"}") },
	{ "a key twice", BYTES("{\"customerNumber\":\"A\",\"customerNumber\":\"B\"}") },
};

static void send_request(int fd, const struct world *world, const char *line, const char *headers)
{
	char *head =
		xasprintf("%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n%s\r\n",
			  line, world->token, headers);

	http_send(fd, head, strlen(head));
	free(head);
}

static void send_body(int fd, const struct world *world, const char *line, const char *body,
		      size_t len)
{
	char *headers = xasprintf("Content-Type: application/json\r\nContent-Length: %zu\r\n", len);

	send_request(fd, world, line, headers);
	http_send(fd, body, len);
	free(headers);
}

static void assert_problem(const struct http_answer *answer, int status)
{
	char type[64], *title = http_member(answer, "title"), *said = http_member(answer, "status");
	char *expected = xasprintf("%d", status);

	assert_int_equal(answer->status, status);
	http_header(answer, "Content-Type", type, sizeof(type));
	assert_int_equal(strncmp(type, "application/problem+json", 24), 0);
	assert_non_null(title);
	assert_string_equal(said, expected);
	free(title);
	free(said);
	free(expected);
}

static void wrong_bodies_are_refused_with_errors(void **state)
{
	static const char *const lines[] = {
		"PUT /api/customers",    "POST /api/customers",      "PUT /api/customers/HRB-1042",
		"PUT /api/products",     "PUT /api/products/prices", "POST /api/auth/login",
		"POST /api/auth/access",
	};
	struct world *world = *state;

	for (size_t i = 0; i < CASES(lines); i++)
		for (size_t j = 0; j < CASES(bodies); j++) {
			struct http_answer answer;
			int fd = http_connect(world->port);
			send_body(fd, world, lines[i], bodies[j].body, bodies[j].len);
			http_read(fd, &answer);
			if (answer.status != 400 || !strstr(answer.body, "\"errors\""))
				fail_msg("%s with %s: %d %s", lines[i], bodies[j].what,
					 answer.status, answer.body);
			assert_problem(&answer, 400);
			http_answer_finish(&answer);
			close(fd);
		}
	assert_goes_on(world);
}

static void deep_nesting_is_refused(void **state)
{
	struct world *world = *state;
	enum { DEPTH = 100000 };
	char *body = xmalloc(DEPTH + 1);
	struct http_request request = { "PUT", "/api/customers", world->token, body };

	memset(body, '[', DEPTH);
	body[DEPTH] = '\0';
	assert_int_equal(http_status(world->port, &request), 400);
	free(body);
	assert_goes_on(world);
}

static const struct {
	const char *method, *path;
	int status;
	const char *allow;
} strays[] = {
	{ "GET", "/", 404, NULL },
	{ "GET", "/api", 404, NULL },
	{ "GET", "/api/nope", 404, NULL },
	{ "GET", "/api/customers/", 404, NULL },
	{ "GET", "/api/customers/HRB-1042/nope", 404, NULL },
	{ "GET", "/api/customers/HRB-1042/activate/now", 404, NULL },
	{ "GET", "//api/customers", 404, NULL },
	{ "GET", "/API/NOPE", 404, NULL },
	{ "GET", "/api/../api/nope", 404, NULL },
	{ "PATCH", "/api/customers/HRB-1042", 405, "GET, PUT, DELETE" },
	{ "DELETE", "/api/customers", 405, "GET, PUT, POST" },
	{ "GET", "/api/customers/HRB-1042/activate", 405, "POST" },
	{ "GET", "/api/auth/login", 405, "POST" },
	{ "POST", "/api/organization", 405, "GET" },
	{ "DELETE", "/api/products/ROPE-BRD-12", 405, "GET" },
	{ "DELETE", "/api/products/prices", 405, "PUT, POST" },
	{ "BREW", "/api/products", 405, "GET, PUT" },
};

static void strays_are_told_so(void **state)
{
	struct world *world = *state;

	for (size_t i = 0; i < CASES(strays); i++) {
		struct http_request request = { strays[i].method, strays[i].path, world->token,
						NULL };
		struct http_answer answer;
		char allow[128];
		http_ask(world->port, &request, &answer);
		http_header(&answer, "Allow", allow, sizeof(allow));
		if (answer.status != strays[i].status)
			fail_msg("%s %s: %d", strays[i].method, strays[i].path, answer.status);
		assert_problem(&answer, strays[i].status);
		if (strays[i].allow)
			assert_string_equal(allow, strays[i].allow);
		http_answer_finish(&answer);
	}
}

/* Keys that are no plain text; none may be found, none may do harm. */
static void strange_keys_are_not_found(void **state)
{
	static const char *const keys[] = { "%",        "%2",     "%zz",       "%00",
					    "%ff",      "%c3%28", "%2e%2e%2f", "%27%20OR%201=1",
					    "%0d%0aX:1" };
	struct world *world = *state;

	for (size_t i = 0; i < CASES(keys); i++) {
		char *path = xasprintf("/api/customers/%s", keys[i]);
		struct http_request request = { "GET", path, world->token, NULL };
		int status = http_status(world->port, &request);
		if (status != 404 && status != 400)
			fail_msg("%s: %d", path, status);
		free(path);
	}
	assert_goes_on(world);
}

static void nobody_waits_for_ten_megabytes_that_are_announced(void **state)
{
	struct world *world = *state;
	static const char *const headers[] = {
		"Content-Length: 10485760\r\nContent-Type: application/json\r\n",
		"Content-Length: 10485760\r\nExpect: 100-continue\r\n",
		"Content-Length: 99999999999999\r\n",
	};

	for (size_t i = 0; i < CASES(headers); i++) {
		int fd = http_connect(world->port);
		struct http_answer answer;
		send_request(fd, world, "PUT /api/customers", headers[i]);
		http_read(fd, &answer); /* not a byte of the body was sent */
		assert_problem(&answer, 413);
		http_answer_finish(&answer);
		close(fd);
	}
	assert_goes_on(world);
}

static long peak_kilobytes(pid_t pid)
{
	char *path = xasprintf("/proc/%d/status", (int)pid), line[256];
	FILE *file = fopen(path, "r");
	long kilobytes = -1;

	assert_non_null(file);
	while (fgets(line, sizeof(line), file))
		if (sscanf(line, "VmHWM: %ld", &kilobytes) == 1)
			break;
	fclose(file);
	free(path);
	return kilobytes;
}

/* A request with a chunked body of blanks, of so many bytes or until the other side closes: how
 * many were sent. */
static size_t send_blanks(int fd, const struct world *world, size_t wanted)
{
	enum { CHUNK = 65536 };
	char chunk[CHUNK + 16];
	int head = snprintf(chunk, sizeof(chunk), "%x\r\n", CHUNK);
	size_t sent = 0;

	memset(chunk + head, ' ', CHUNK);
	memcpy(chunk + head + CHUNK, "\r\n", 2);
	send_request(fd, world, "PUT /api/customers", "Transfer-Encoding: chunked\r\n");
	while (sent < wanted && http_send(fd, chunk, (size_t)head + CHUNK + 2))
		sent += CHUNK;
	return sent;
}

static void ten_megabytes_in_chunks_are_refused(void **state)
{
	struct world *world = *state;
	int fd = http_connect(world->port);
	struct http_answer answer;

	send_blanks(fd, world, 10u << 20);
	http_send(fd, "0\r\n\r\n", 5);
	http_read(fd, &answer);
	assert_problem(&answer, 413);
	http_answer_finish(&answer);
	close(fd);
	assert_goes_on(world);
}

static void a_body_without_an_end_is_not_kept(void **state)
{
	enum { ENDLESS = 256 << 20, SPARE_KILOBYTES = 8192 };
	struct world *world = *state;
	long before = peak_kilobytes(sandbox_pid(world->sandbox));
	int fd = http_connect(world->port);
	struct http_answer answer;

	assert_true(send_blanks(fd, world, ENDLESS) < ENDLESS); /* it closed */
	http_read(fd, &answer); /* what it said before, unless the reset took it away */
	assert_true(answer.status == 413 || answer.status == 0);
	http_answer_finish(&answer);
	close(fd);
#ifndef __SANITIZE_ADDRESS__
	assert_true(peak_kilobytes(sandbox_pid(world->sandbox)) < before + SPARE_KILOBYTES);
#else
	(void)before; /* freed memory is kept for a while */
#endif
	assert_goes_on(world);
}

static void what_is_no_http_is_refused(void **state)
{
	static const char *const openings[] = {
		"\r\n\r\n\r\n",
		"hello\r\n\r\n",
		"GET\r\n\r\n",
		"GET /\r\n\r\n",
		"GET / HTTP/9.9\r\n\r\n",
		"GET / HTTP/1.1\r\nno colon\r\n\r\n",
		"GET /api/products HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
		"GET /api/products HTTP/1.1\r\nContent-Length: x\r\n\r\n",
		"\x16\x03\x01\x02\x01\x01\xfc\x03\x03",
		("PUT /api/customers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
		 "chunked\r\n\r\nzz\r\n"),
	};
	struct world *world = *state;

	for (size_t i = 0; i < CASES(openings); i++) {
		int fd = http_connect(world->port);
		http_send(fd, openings[i], strlen(openings[i]));
		close(fd);
	}
	assert_goes_on(world);
}

static void a_header_as_long_as_a_book_is_refused(void **state)
{
	struct world *world = *state;
	enum { LENGTH = 1 << 20 };
	char *headers = xmalloc(LENGTH + 16);
	int fd = http_connect(world->port);
	struct http_answer answer;

	memset(headers, 'x', LENGTH);
	memcpy(headers, "X-Long: ", 8);
	memcpy(headers + LENGTH, "\r\n", 3);
	send_request(fd, world, "GET /api/products", headers);
	http_read(fd, &answer);
	assert_true(answer.status == 431 || answer.status == 413 || answer.status == 0);
	http_answer_finish(&answer);
	close(fd);
	free(headers);
	assert_goes_on(world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_bodies_are_refused_with_errors),
		cmocka_unit_test(deep_nesting_is_refused),
		cmocka_unit_test(strays_are_told_so),
		cmocka_unit_test(strange_keys_are_not_found),
		cmocka_unit_test(nobody_waits_for_ten_megabytes_that_are_announced),
		cmocka_unit_test(ten_megabytes_in_chunks_are_refused),
		cmocka_unit_test(a_body_without_an_end_is_not_kept),
		cmocka_unit_test(what_is_no_http_is_refused),
		cmocka_unit_test(a_header_as_long_as_a_book_is_refused),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
