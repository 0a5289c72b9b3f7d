/* What was acknowledged is there afterwards, whenever the program was killed. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "support/http.h"
#include "support/sandbox.h"
#include "support/sandbox_calls.h"

/* ---- kill -9 in the middle of writes ---- */

enum { WRITERS = 16, WRITES_MAX = 2000 };

/* Several connections with a write under way on each, all the time. */
struct writers {
	struct pollfd fds[WRITERS];
	int writing[WRITERS]; /* number of the record under way there */
	int next;
	bool acknowledged[WRITES_MAX];
	int count;
};

static void write_next(struct writers *writers, size_t i, const char *token)
{
	int number = writers->writing[i] = writers->next++;
	char *body = xasprintf("{\"customerNumber\":\"KILL-%d\",\"companyName\":\"Written %d\","
			       "\"companyEmail\":\"k%d@kill.example\",\"pricing\":\"Retail\"}",
			       number, number, number);
	char *request =
		xasprintf("PUT /api/customers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
			  "Content-Length: %zu\r\n\r\n%s",
			  token, strlen(body), body);

	assert_true(number < WRITES_MAX);
	http_send(writers->fds[i].fd, request, strlen(request));
	free(request);
	free(body);
}

static void write_until(struct writers *writers, const int ports[2], const char *token, int enough)
{
	for (size_t i = 0; i < WRITERS; i++) {
		writers->fds[i] =
			(struct pollfd){ .fd = http_connect(ports[i % 2]), .events = POLLIN };
		write_next(writers, i, token);
	}
	while (writers->count < enough) {
		assert_true(poll(writers->fds, WRITERS, HTTP_PATIENCE_MS) > 0);
		for (size_t i = 0; i < WRITERS; i++) {
			struct http_answer answer;
			if (!writers->fds[i].revents)
				continue;
			http_read(writers->fds[i].fd, &answer);
			assert_int_equal(answer.status, 201);
			writers->acknowledged[writers->writing[i]] = true;
			writers->count++;
			http_answer_finish(&answer);
			write_next(writers, i, token);
		}
	}
}

/* An answer may still have been on its way when the program was killed: it counts. */
static void read_the_last_answers(struct writers *writers)
{
	for (size_t i = 0; i < WRITERS; i++) {
		struct http_answer answer;
		http_read(writers->fds[i].fd, &answer);
		if (answer.status == 201)
			writers->acknowledged[writers->writing[i]] = true;
		http_answer_finish(&answer);
		close(writers->fds[i].fd);
	}
}

static void assert_all_are_there(struct sandbox *sandbox, const struct writers *writers,
				 const char *token)
{
	for (int number = 0; number < writers->next; number++) {
		char *path = xasprintf("/api/customers/KILL-%d", number);
		int status = sandbox_status(sandbox, "GET", path, token, NULL);
		if (writers->acknowledged[number] && status != 200)
			fail_msg("%s was acknowledged and is lost: %d", path, status);
		assert_true(status == 200 || status == 404);
		free(path);
	}
}

static void nothing_acknowledged_is_lost_by_a_kill(void **state)
{
	static const int moments[] = { 1, 7, 23, 64, 150, 400 };

	(void)state;
	for (size_t i = 0; i < CASES(moments); i++) {
		struct sandbox *sandbox = sandbox_new();
		struct writers writers = { 0 };
		sandbox_start(sandbox, SANDBOX_SMALL);
		char *token = sandbox_log_in(sandbox);
		const int ports[2] = { sandbox_port(sandbox), sandbox_port(sandbox) };
		write_until(&writers, ports, token, moments[i]);
		assert_int_equal(sandbox_end(sandbox, SIGKILL), 128 + SIGKILL);
		read_the_last_answers(&writers);
		sandbox_start(sandbox, SANDBOX_SMALL);
		assert_all_are_there(sandbox, &writers, token);
		/* Totals and search agree with the records again, too. */
		char *total = sandbox_member(
			sandbox, token,
			"/api/customers?filters%5B0%5D.field=customerNumber"
			"&filters%5B0%5D.operator=startswith&filters%5B0%5D.value=KILL-",
			"totalRecords");
		assert_true(atoi(total) >= writers.count && atoi(total) <= writers.next);
		free(total);
		free(token);
		sandbox_free(sandbox);
	}
}

#define LARGE SANDBOX_ARGS("--customers", "20000")

static size_t bytes_in(const char *folder)
{
	static const char *const files[] = { "sandbox.db", "sandbox.db-wal" };
	size_t bytes = 0;

	for (size_t i = 0; i < CASES(files); i++) {
		char *path = xasprintf("%s/%s", folder, files[i]);
		struct stat status;
		if (stat(path, &status) == 0)
			bytes += (size_t)status.st_size;
		free(path);
	}
	return bytes;
}

static void the_first_fill_may_be_killed(void **state)
{
	static const size_t moments[] = { 0, 1, 100000, 4000000 }; /* bytes written by then */
	struct sandbox *sandbox = sandbox_new();

	(void)state;
	for (size_t i = 0; i < CASES(moments); i++) {
		sandbox_launch(sandbox, LARGE);
		while (bytes_in(sandbox_folder(sandbox)) < moments[i] && sandbox_runs(sandbox))
			poll(NULL, 0, 1);
		assert_int_equal(sandbox_end(sandbox, SIGKILL), 128 + SIGKILL);
	}
	sandbox_start(sandbox, LARGE);
	sandbox_assert_customers(sandbox, "20000");
	sandbox_free(sandbox);
}

static void two_may_begin_on_a_new_file(void **state)
{
	struct sandbox *first = sandbox_new(), *second = sandbox_beside(first);

	(void)state;
	sandbox_launch(first, LARGE);
	sandbox_launch(second, LARGE);
	sandbox_await(first);
	sandbox_await(second);
	sandbox_assert_customers(first, "20000");
	sandbox_assert_customers(second, "20000");
	sandbox_free(second);
	sandbox_free(first);
}

static void two_processes_write_at_once(void **state)
{
	struct sandbox *first = sandbox_new(), *second = sandbox_beside(first);
	struct writers writers = { 0 };

	(void)state;
	sandbox_start(first, SANDBOX_SMALL);
	sandbox_start(second, SANDBOX_SMALL);
	char *token = sandbox_log_in(first);
	const int ports[2] = { sandbox_port(first), sandbox_port(second) };
	write_until(&writers, ports, token, 400); /* each write is answered with 201 */
	read_the_last_answers(&writers);
	assert_all_are_there(first, &writers, token);
	assert_all_are_there(second, &writers, token);
	free(token);
	sandbox_free(second);
	sandbox_free(first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_acknowledged_is_lost_by_a_kill),
		cmocka_unit_test(the_first_fill_may_be_killed),
		cmocka_unit_test(two_may_begin_on_a_new_file),
		cmocka_unit_test(two_processes_write_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
