/* What was acknowledged is there afterwards: after kill -9, a restart, beside another process. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "support/http.h"
#include "support/sandbox.h"

#define SMALL SANDBOX_ARGS("--customers", "40", "--products", "20")

static char *log_in(struct sandbox *sandbox)
{
	return http_log_in(sandbox_port(sandbox), "harborline", "backoffice-terminal");
}

static int status_of(struct sandbox *sandbox, const char *method, const char *path,
		     const char *token, const char *body)
{
	return http_status(sandbox_port(sandbox),
			   &(struct http_request){ method, path, token, body });
}

/* The text of a member of what GET path answers; the caller frees. */
static char *read_member(struct sandbox *sandbox, const char *token, const char *path,
			 const char *member)
{
	struct http_answer answer;

	http_ask(sandbox_port(sandbox), &(struct http_request){ "GET", path, token, NULL },
		 &answer);
	if (answer.status != 200)
		fail_msg("GET %s: %d %s", path, answer.status, answer.body);
	char *text = http_member(&answer, member);
	http_answer_finish(&answer);
	return text;
}

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
		int status = status_of(sandbox, "GET", path, token, NULL);
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
		sandbox_start(sandbox, SMALL);
		char *token = log_in(sandbox);
		const int ports[2] = { sandbox_port(sandbox), sandbox_port(sandbox) };
		write_until(&writers, ports, token, moments[i]);
		assert_int_equal(sandbox_end(sandbox, SIGKILL), 128 + SIGKILL);
		read_the_last_answers(&writers);
		sandbox_start(sandbox, SMALL);
		assert_all_are_there(sandbox, &writers, token);
		/* Totals and search agree with the records again, too. */
		char *total = read_member(
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

static void assert_total(struct sandbox *sandbox, const char *total)
{
	char *token = log_in(sandbox);

	assert_text_take(read_member(sandbox, token, "/api/customers?pageSize=1", "totalRecords"),
			 total);
	free(token);
}

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
	assert_total(sandbox, "20000");
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
	assert_total(first, "20000");
	assert_total(second, "20000");
	sandbox_free(second);
	sandbox_free(first);
}

/* ---- Restarts ---- */

static void a_restart_forgets_nothing(void **state)
{
	struct sandbox *sandbox = sandbox_new();

	(void)state;
	sandbox_start(sandbox, SMALL);
	char *token = log_in(sandbox);
	assert_int_equal(status_of(sandbox, "PUT", "/api/customers/HRB-1042", token,
				   "{\"terms\":\"NET75\"}"),
			 200);
	assert_int_equal(status_of(sandbox, "DELETE", "/api/customers/PNC-0088", token, NULL), 204);
	assert_int_equal(sandbox_end(sandbox, SIGTERM), 0);

	sandbox_start(sandbox, SANDBOX_ARGS(NULL)); /* whatever the file has */
	assert_text_take(read_member(sandbox, token, "/api/customers/HRB-1042", "terms"),
			 "NET75"); /* the key is in the file */
	assert_int_equal(status_of(sandbox, "GET", "/api/customers/PNC-0088", token, NULL), 404);
	assert_text_take(read_member(sandbox, token, "/api/customers", "totalRecords"), "39");
	free(token);
	sandbox_free(sandbox);
}

static void a_reset_begins_anew(void **state)
{
	struct sandbox *sandbox = sandbox_new();

	(void)state;
	sandbox_start(sandbox, SMALL);
	char *token = log_in(sandbox);
	assert_int_equal(status_of(sandbox, "PUT", "/api/customers/HRB-1042", token,
				   "{\"terms\":\"NET75\"}"),
			 200);
	assert_int_equal(sandbox_end(sandbox, SIGTERM), 0);
	free(token);

	sandbox_start(sandbox, SANDBOX_ARGS("--customers", "7", "--products", "20", "--reset"));
	token = log_in(sandbox);
	assert_text_take(read_member(sandbox, token, "/api/customers/HRB-1042", "terms"), "NET30");
	assert_text_take(read_member(sandbox, token, "/api/customers", "totalRecords"), "7");
	free(token);
	sandbox_free(sandbox);
}

static void a_file_of_another_size_is_refused(void **state)
{
	static const struct {
		const char *args[7];
		const char *wanted, *found;
	} others[] = {
		{ { "--customers", "41" }, "41", "40" },
		{ { "--products", "21" }, "21", "20" },
		{ { "--customers", "40", "--products", "20", "--seed", "9" }, "9", "1" },
	};
	struct sandbox *sandbox = sandbox_new();

	(void)state;
	sandbox_start(sandbox, SMALL);
	assert_int_equal(sandbox_end(sandbox, SIGTERM), 0);
	for (size_t i = 0; i < CASES(others); i++) {
		char *message;
		assert_int_not_equal(sandbox_refused(sandbox, others[i].args, &message), 0);
		if (!strstr(message, others[i].wanted) || !strstr(message, others[i].found) ||
		    !strstr(message, "--reset"))
			fail_msg("does not name %s, %s and --reset: %s", others[i].wanted,
				 others[i].found, message);
		free(message);
	}
	sandbox_free(sandbox);
}

static void the_lifeline_ends_it(void **state)
{
	struct sandbox *sandbox = sandbox_new();

	(void)state;
	sandbox_start(sandbox, SMALL);
	assert_int_equal(sandbox_cut_lifeline(sandbox), 0);
	sandbox_free(sandbox);
}

/* ---- Two processes, one file ---- */

static void two_processes_write_at_once(void **state)
{
	struct sandbox *first = sandbox_new(), *second = sandbox_beside(first);
	struct writers writers = { 0 };

	(void)state;
	sandbox_start(first, SMALL);
	sandbox_start(second, SMALL);
	char *token = log_in(first);
	const int ports[2] = { sandbox_port(first), sandbox_port(second) };
	write_until(&writers, ports, token, 400); /* each write is answered with 201 */
	read_the_last_answers(&writers);
	assert_all_are_there(first, &writers, token);
	assert_all_are_there(second, &writers, token);
	free(token);
	sandbox_free(second);
	sandbox_free(first);
}

static void two_processes_share_a_file(void **state)
{
	struct sandbox *first = sandbox_new();

	(void)state;
	sandbox_start(first, SMALL);
	char *token = log_in(first);
	assert_text_take(read_member(first, token, "/api/customers", "totalRecords"), "40");
	struct sandbox *second = sandbox_beside(first);
	sandbox_start(second, SMALL);

	for (int i = 0; i < 50; i++) { /* written here, read there, and the other way round */
		struct sandbox *writer = i % 2 ? first : second, *reader = i % 2 ? second : first;
		char *body = xasprintf("{\"customerNumber\":\"TWO-%d\",\"companyName\":\"Two "
				       "%d\",\"companyEmail\":\"t@two.example\","
				       "\"pricing\":\"Retail\"}",
				       i, i);
		char *path = xasprintf("/api/customers/TWO-%d", i),
		     *total = xasprintf("%d", 41 + i);
		assert_int_equal(status_of(writer, "PUT", "/api/customers", token, body), 201);
		assert_int_equal(status_of(reader, "GET", path, token, NULL), 200);
		assert_text_take(read_member(reader, token, "/api/customers", "totalRecords"),
				 total);
		free(body);
		free(path);
		free(total);
	}
	/* Deactivation ends sessions in both. */
	char *customer = http_log_in(sandbox_port(first), "harborline", "portal-hrb-1042");
	assert_int_equal(status_of(second, "GET", "/api/products", customer, NULL), 200);
	assert_int_equal(
		status_of(first, "POST", "/api/customers/HRB-1042/deactivate", token, NULL), 204);
	assert_int_equal(status_of(second, "GET", "/api/products", customer, NULL), 401);

	assert_int_equal(sandbox_end(first, SIGKILL), 128 + SIGKILL);
	assert_int_equal(status_of(second, "GET", "/api/customers/TWO-49", token, NULL), 200);
	free(customer);
	free(token);
	sandbox_free(second);
	sandbox_free(first);
}

enum { BUSY = 16, REQUESTS = 200 };

/* Gives it work for a while: many requests in a row on each connection, no answer read. */
static void keep_busy(struct sandbox *sandbox, const char *token, int fds[BUSY])
{
	char *one = xasprintf("GET /api/products/NO-SUCH HTTP/1.1\r\nHost: x\r\n"
			      "Authorization: Bearer %s\r\n\r\n",
			      token);
	size_t len = strlen(one);
	char *all = xmalloc(len * REQUESTS);

	for (size_t i = 0; i < REQUESTS; i++)
		memcpy(all + i * len, one, len);
	for (size_t i = 0; i < BUSY; i++) {
		fds[i] = http_connect(sandbox_port(sandbox));
		assert_true(http_send(fds[i], all, len * REQUESTS));
	}
	free(all);
	free(one);
}

/* A process that never has nothing to do looks at the file all the same. */
static void a_busy_process_sees_what_the_other_writes(void **state)
{
	struct sandbox *busy = sandbox_new();
	int fds[BUSY];

	(void)state;
	sandbox_start(busy, SMALL);
	struct sandbox *other = sandbox_beside(busy);
	sandbox_start(other, SMALL);
	char *token = log_in(busy);
	for (int round = 0; round < 10; round++) {
		char *terms = xasprintf("NET%d", round),
		     *body = xasprintf("{\"terms\":\"%s\"}", terms);
		keep_busy(busy, token, fds);
		assert_int_equal(status_of(other, "PUT", "/api/customers/HRB-1042", token, body),
				 200);
		assert_text_take(read_member(busy, token, "/api/customers/HRB-1042", "terms"),
				 terms);
		for (size_t i = 0; i < BUSY; i++)
			close(fds[i]);
		free(body);
		free(terms);
	}
	free(token);
	sandbox_free(other);
	sandbox_free(busy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_acknowledged_is_lost_by_a_kill),
		cmocka_unit_test(the_first_fill_may_be_killed),
		cmocka_unit_test(two_may_begin_on_a_new_file),
		cmocka_unit_test(a_restart_forgets_nothing),
		cmocka_unit_test(a_reset_begins_anew),
		cmocka_unit_test(a_file_of_another_size_is_refused),
		cmocka_unit_test(the_lifeline_ends_it),
		cmocka_unit_test(two_processes_share_a_file),
		cmocka_unit_test(two_processes_write_at_once),
		cmocka_unit_test(a_busy_process_sees_what_the_other_writes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
