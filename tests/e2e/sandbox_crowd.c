/* Many at once, some of them rude: those who behave are served. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"
#include "support/http.h"
#include "support/sandbox.h"

enum { CROWD = 200 };

struct world {
	struct sandbox *sandbox;
	int port;
	char *token;
	char *list; /* a request for one full page, ready to send */
};

static int set_up(void **state)
{
	struct world *world = xcalloc(1, sizeof(*world));

	world->sandbox = sandbox_new();
	sandbox_start(world->sandbox, SANDBOX_ARGS("--customers", "2000", "--products", "20"));
	world->port = sandbox_port(world->sandbox);
	world->token = http_log_in(world->port, "harborline", "backoffice-terminal");
	world->list = xasprintf("GET /api/customers?pageSize=1000 HTTP/1.1\r\nHost: "
				"x\r\nAuthorization: Bearer %s\r\n\r\n",
				world->token);
	*state = world;
	return 0;
}

static int tear_down(void **state)
{
	struct world *world = *state;

	assert_int_equal(sandbox_end(world->sandbox, SIGTERM), 0);
	sandbox_free(world->sandbox);
	free(world->token);
	free(world->list);
	free(world);
	return 0;
}

static void assert_serves(struct world *world)
{
	struct http_request request = { "GET", "/api/customers/HRB-1042", world->token, NULL,
					NULL };

	assert_true(sandbox_runs(world->sandbox));
	assert_int_equal(http_status(world->port, &request), 200);
}

/* Away without a goodbye: the other side gets a reset. */
static void vanish(int fd)
{
	struct linger linger = { .l_onoff = 1, .l_linger = 0 };

	setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
	close(fd);
}

static void all_of_a_crowd_are_answered(void **state)
{
	struct world *world = *state;
	int fds[CROWD];

	for (size_t i = 0; i < CROWD; i++)
		fds[i] = http_connect(world->port);
	for (size_t i = 0; i < CROWD; i++)
		assert_true(http_send(fds[i], world->list, strlen(world->list)));
	for (size_t i = 0; i < CROWD; i++) {
		struct http_answer answer;
		http_read(fds[i], &answer);
		assert_int_equal(answer.status, 200);
		assert_true(answer.len > 100000);
		http_answer_finish(&answer);
		close(fds[i]);
	}
	assert_serves(world);
}

static void clients_that_vanish_hold_nobody_up(void **state)
{
	struct world *world = *state;
	size_t len = strlen(world->list);

	for (size_t i = 0; i < CROWD; i++) { /* in the middle of a request */
		int fd = http_connect(world->port);
		http_send(fd, world->list, len * i / CROWD);
		vanish(fd);
	}
	for (size_t i = 0; i < CROWD; i++) { /* in the middle of an answer */
		int fd = http_connect(world->port), small = 4096;
		char few[64];
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof(small));
		http_send(fd, world->list, len);
		if (i % 2)
			assert_true(recv(fd, few, sizeof(few), 0) > 0);
		vanish(fd);
	}
	assert_serves(world);
}

static void vanishing_in_the_middle_of_a_write_writes_nothing(void **state)
{
	struct world *world = *state;
	char *head = xasprintf(
		"PUT /api/customers/HRB-1042 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
		"Content-Length: 40\r\n\r\n{\"terms\":\"HALF\"",
		world->token);
	struct http_request request = { "GET", "/api/customers/HRB-1042", world->token, NULL,
					NULL };
	struct http_answer answer;

	for (size_t i = 0; i < 20; i++) {
		int fd = http_connect(world->port);
		http_send(fd, head, strlen(head));
		vanish(fd);
	}
	http_ask(world->port, &request, &answer);
	assert_text_take(http_member(&answer, "terms"), "NET30");
	http_answer_finish(&answer);
	free(head);
}

static void slow_ones_do_not_slow_the_others(void **state)
{
	struct world *world = *state;
	int slow[CROWD];

	for (size_t i = 0; i < CROWD; i++) {
		slow[i] = http_connect(world->port);
		http_send(slow[i], "GET /api/customers HTTP/1.1\r\nX-Slow: ", 37);
	}
	for (size_t round = 0; round < 20; round++) {
		for (size_t i = 0; i < CROWD; i++)
			http_send(slow[i], "z", 1);
		assert_serves(world);
	}
	for (size_t i = 0; i < CROWD; i++)
		close(slow[i]);
	assert_serves(world);
}

static void readers_that_do_not_read_hold_nobody_up(void **state)
{
	struct world *world = *state;
	int deaf[CROWD], small = 4096;

	for (size_t i = 0; i < CROWD; i++) {
		deaf[i] = http_connect(world->port);
		setsockopt(deaf[i], SOL_SOCKET, SO_RCVBUF, &small, sizeof(small));
		http_send(deaf[i], world->list, strlen(world->list));
	}
	for (size_t round = 0; round < 20; round++)
		assert_serves(world);
	for (size_t i = 0; i < CROWD; i++)
		close(deaf[i]);
}

static void requests_in_a_row_are_answered_in_order(void **state)
{
	struct world *world = *state;
	char *request = xasprintf(
		"GET /api/products/ROPE-BRD-12 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
		"%s\r\n\r\n"
		"GET /api/products/NO-SUCH HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n",
		world->token, world->token);
	int fd = http_connect(world->port);

	assert_true(http_send(fd, request, strlen(request)));
	for (size_t i = 0; i < 2; i++) {
		struct http_answer answer;
		http_read(fd, &answer);
		assert_int_equal(answer.status, i == 0 ? 200 : 404);
		http_answer_finish(&answer);
	}
	close(fd);
	free(request);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_of_a_crowd_are_answered),
		cmocka_unit_test(clients_that_vanish_hold_nobody_up),
		cmocka_unit_test(vanishing_in_the_middle_of_a_write_writes_nothing),
		cmocka_unit_test(slow_ones_do_not_slow_the_others),
		cmocka_unit_test(readers_that_do_not_read_hold_nobody_up),
		cmocka_unit_test(requests_in_a_row_are_answered_in_order),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
