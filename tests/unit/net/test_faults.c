/* Bad days: what is known about a request when its answer does not come, comes late or is too much.
 */
/* SPDX-License-Identifier: ISC */
#include "net_fixture.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"

enum { KIB = 1024 };

/* What a single try of a POST that must not be repeated comes to. */
static const struct {
	struct fault fault;
	enum outcome outcome;
	int status;
	const char *said; /* part of the sentence; NULL: an answer came */
} cases[] = {
	{ { .kind = FAULT_NONE }, ANSWER_HTTP, 200, NULL },
	{ { .kind = FAULT_LAST }, ANSWER_HTTP, 200, NULL },
	{ { .kind = FAULT_TRICKLE, .amount = 1 }, ANSWER_HTTP, 200, NULL },
	{ { .kind = FAULT_DELAY, .amount = 50 }, ANSWER_HTTP, 200, NULL },
	{ { .kind = FAULT_DROP_BEFORE }, ANSWER_LOST, 0, "broke before the answer was complete" },
	{ { .kind = FAULT_DROP_AFTER }, ANSWER_LOST, 0, "broke before the answer was complete" },
	{ { .kind = FAULT_CUT, .amount = 10 }, ANSWER_LOST, 0, "broke before" },
	{ { .kind = FAULT_CUT, .amount = 60 }, ANSWER_LOST, 200, "broke before" },
	{ { .kind = FAULT_CUT, .amount = 71 }, ANSWER_LOST, 200, "broke before" },
	{ { .kind = FAULT_RESET, .amount = 0 }, ANSWER_LOST, 0, "broke before" },
	{ { .kind = FAULT_RESET, .amount = 70 }, ANSWER_LOST, 200, "broke before" },
	{ { .kind = FAULT_GARBLE, .amount = 0 }, ANSWER_LOST, 0, "cannot be read" },
	{ { .kind = FAULT_HANG }, ANSWER_LOST, 0, "did not answer completely within 1 s" },
	{ { .kind = FAULT_TRICKLE, .amount = 100 },
	  ANSWER_LOST,
	  0,
	  "did not answer completely within 1 s" },
	{ { .kind = FAULT_FLOOD }, ANSWER_REFUSED, 200, "The answer is larger than 65536 bytes" },
	{ { .kind = FAULT_ANSWER,
	    .answer = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx" },
	  ANSWER_REFUSED,
	  200,
	  "The answer is larger than" },
	{ { .kind = FAULT_ANSWER,
	    .answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" },
	  ANSWER_LOST,
	  200,
	  "broke before" },
	{ { .kind = FAULT_ANSWER,
	    .answer =
		    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope" },
	  ANSWER_LOST,
	  200,
	  "cannot be read" },
	{ { .kind = FAULT_ANSWER, .answer = "<html>no head at all</html>" },
	  ANSWER_LOST,
	  0,
	  "cannot be read" },
	{ { .kind = FAULT_ANSWER, .answer = "HTTP/1.1 banana\r\n\r\n" },
	  ANSWER_LOST,
	  0,
	  "cannot be read" },
};

static void the_outcome_says_what_is_known(void **state)
{
	const struct net_options options = { .total_timeout_ms = 1000, .body_max = 64 * KIB };

	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct fixture f;

		fixture_start(&f, &cases[i].fault, 1, &options);
		fixture_post(&f, "/api/customers");
		if (f.answer.outcome != cases[i].outcome || f.answer.status != cases[i].status ||
		    (cases[i].said && !strstr(f.answer.message, cases[i].said)))
			print_error("case %zu: outcome %d, status %d, %s\n", i, f.answer.outcome,
				    f.answer.status, f.answer.message);
		assert_int_equal(f.answer.outcome, cases[i].outcome);
		assert_int_equal(f.answer.status, cases[i].status);
		assert_int_equal(f.answer.tries, 1);
		if (cases[i].said)
			assert_non_null(strstr(f.answer.message, cases[i].said));
		assert_int_equal(fault_proxy_requests(f.proxy), 1); /* and never a second time */
		fixture_stop(&f);
	}
}

/* libcurl sends a POST again when a connection that it reuses breaks: ours must not be sent twice.
 */
static void a_write_is_never_sent_twice(void **state)
{
	static const struct fault faults[] = { { .method = "POST", .kind = FAULT_DROP_BEFORE } };
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_get(&f, "/warm/the/connection");
	fixture_post(&f, "/api/customers");
	assert_int_equal(f.answer.outcome, ANSWER_LOST);
	assert_int_equal(fault_proxy_requests(f.proxy), 2);
	fixture_stop(&f);
}

static void reading_survives_a_connection_that_was_closed(void **state)
{
	static const struct fault faults[] = {
		{ .path = "/first", .kind = FAULT_LAST },
		{ .path = "/third", .nth = 1, .kind = FAULT_DROP_BEFORE }
	};
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_get(&f, "/first");
	fixture_get(&f, "/second");
	assert_int_equal(f.answer.outcome, ANSWER_HTTP);
	fixture_get(&f, "/third");
	assert_int_equal(f.answer.outcome, ANSWER_HTTP);
	fixture_stop(&f);
}

/* The shell's gzip makes a bomb of 64 MiB out of 64 KiB. */
static void a_gzip_bomb_is_cut_off(void **state)
{
	static const char head[] =
		"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n";
	char *bomb = xmalloc(1024 * KIB);
	struct fixture f;
	FILE *gzip = popen("head -c 67108864 /dev/zero | gzip -9", "r");

	(void)state;
	strcpy(bomb, head);
	size_t len = sizeof(head) - 1;
	len += fread(bomb + len, 1, 1024 * KIB - len, gzip);
	assert_int_equal(pclose(gzip), 0);
	assert_true(len > 60 * KIB && len < 200 * KIB);
	const struct fault faults[] = {
		{ .kind = FAULT_ANSWER, .answer = bomb, .answer_len = len }
	};
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_get(&f, "/x");
	assert_int_equal(f.answer.outcome, ANSWER_REFUSED);
	assert_string_equal(f.answer.message, "The answer is larger than 16 MiB");
	assert_in_range(f.answer.len, NET_BODY_MAX - 64 * KIB,
			NET_BODY_MAX); /* not a byte more was kept */
	fixture_stop(&f);
	free(bomb);
}

static void a_head_without_end_is_cut_off(void **state)
{
	char *answer = xmalloc(600 * KIB);
	struct fixture f;

	(void)state;
	size_t len = (size_t)sprintf(answer, "HTTP/1.1 200 OK\r\n");
	while (len < 500 * KIB)
		len += (size_t)sprintf(answer + len, "X-%zu: %0500d\r\n", len, 0);
	const struct fault faults[] = {
		{ .kind = FAULT_ANSWER, .answer = answer, .answer_len = len }
	};
	fixture_start(&f, FAULTS(faults), NULL);
	fixture_post(&f, "/x");
	assert_int_equal(f.answer.outcome, ANSWER_LOST);
	fixture_stop(&f);
	free(answer);
}

static int port_where_nobody_listens(void)
{
	struct fault_proxy *proxy = fault_proxy_start(0, NULL, 0);
	int port = fault_proxy_port(proxy);

	fault_proxy_stop(proxy);
	return port;
}

static void nobody_listening_means_nothing_was_sent(void **state)
{
	char *origin = xasprintf("http://127.0.0.1:%d", port_where_nobody_listens());
	struct fixture f;
	const struct net_options options = { .origin = origin };

	(void)state;
	fixture_start_at(&f, &options);
	fixture_start_call(&f, "POST", origin, &(struct request){ 0 });
	fixture_wait(&f);
	assert_int_equal(f.answer.outcome, ANSWER_NOT_SENT);
	assert_int_equal(f.answer.tries, 1);
	assert_non_null(strstr(f.answer.message, "Cannot reach 127.0.0.1:"));
	assert_non_null(strstr(f.answer.message, "(nobody listens there)"));
	fixture_stop(&f);
	free(origin);
}

/* The CONNECT was sent, to the proxy: of the request itself nothing was. */
static void a_proxy_that_fails_means_nothing_was_sent(void **state)
{
	static const struct fault faults[] = { { .method = "CONNECT", .kind = FAULT_DROP_BEFORE } };
	const struct net_options options = { .origin = "https://api.example" };
	struct fixture f;

	(void)state;
	fixture_start_at(&f, &options);
	f.proxy = fault_proxy_start(0, FAULTS(faults));
	char *url = fixture_url(&f, "");
	setenv("https_proxy", url, 1);
	fixture_start_call(&f, "POST", "https://api.example/x", &(struct request){ 0 });
	fixture_wait(&f);
	assert_int_equal(f.answer.outcome, ANSWER_NOT_SENT);
	assert_int_equal(fault_proxy_requests(f.proxy), 1);
	fixture_stop(&f);
	unsetenv("https_proxy");
	free(url);
}

/* A queue of one that is full: the kernel leaves further connections unanswered. */
static void no_connection_in_time_means_nothing_was_sent(void **state)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
				       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0), fillers[8];

	(void)state;
	assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(listen(listener, 0), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &len), 0);
	for (size_t i = 0; i < CASES(fillers); i++) {
		fillers[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
		connect(fillers[i], (struct sockaddr *)&address, sizeof(address));
	}
	char *origin = xasprintf("http://127.0.0.1:%d", ntohs(address.sin_port));
	struct fixture f;
	const struct net_options options = { .origin = origin, .connect_timeout_ms = 200 };
	fixture_start_at(&f, &options);
	fixture_start_call(&f, "POST", origin, &(struct request){ 0 });
	fixture_wait(&f);
	assert_int_equal(f.answer.outcome, ANSWER_NOT_SENT);
	assert_non_null(strstr(f.answer.message, "(timed out)"));
	fixture_stop(&f);
	free(origin);
	for (size_t i = 0; i < CASES(fillers); i++)
		close(fillers[i]);
	close(listener);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_outcome_says_what_is_known),
		cmocka_unit_test(a_write_is_never_sent_twice),
		cmocka_unit_test(reading_survives_a_connection_that_was_closed),
		cmocka_unit_test(a_gzip_bomb_is_cut_off),
		cmocka_unit_test(a_head_without_end_is_cut_off),
		cmocka_unit_test(nobody_listening_means_nothing_was_sent),
		cmocka_unit_test(a_proxy_that_fails_means_nothing_was_sent),
		cmocka_unit_test(no_connection_in_time_means_nothing_was_sent),
	};

	return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
