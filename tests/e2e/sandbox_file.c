/* One file: what is in it after a restart, and two processes that share it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "support/http.h"
#include "support/sandbox.h"
#include "support/sandbox_calls.h"

/* ---- Restarts ---- */

/* A sandbox that has been changed, and ended; the token of then is the caller's to free. */
static struct sandbox *changed_and_ended(char **token)
{
	struct sandbox *sandbox = sandbox_new();

	sandbox_start(sandbox, SANDBOX_SMALL);
	*token = sandbox_log_in(sandbox);
	assert_int_equal(sandbox_status(sandbox, "PUT", "/api/customers/HRB-1042", *token,
					"{\"terms\":\"NET75\"}"),
			 200);
	assert_int_equal(sandbox_status(sandbox, "DELETE", "/api/customers/PNC-0088", *token, NULL),
			 204);
	assert_int_equal(sandbox_end(sandbox, SIGTERM), 0);
	return sandbox;
}

static void a_restart_forgets_nothing(void **state)
{
	char *token; /* counts on: the key is in the file */
	struct sandbox *sandbox = changed_and_ended(&token);

	(void)state;
	sandbox_start(sandbox, SANDBOX_ARGS(NULL)); /* whatever the file has */
	assert_text_take(sandbox_member(sandbox, token, "/api/customers/HRB-1042", "terms"),
			 "NET75");
	assert_int_equal(sandbox_status(sandbox, "GET", "/api/customers/PNC-0088", token, NULL),
			 404);
	sandbox_assert_customers(sandbox, "39");
	free(token);
	sandbox_free(sandbox);
}

static void a_reset_begins_anew(void **state)
{
	char *token;
	struct sandbox *sandbox = changed_and_ended(&token);

	(void)state;
	sandbox_start(sandbox, SANDBOX_ARGS("--customers", "7", "--products", "20", "--reset"));
	free(token);
	token = sandbox_log_in(sandbox);
	assert_text_take(sandbox_member(sandbox, token, "/api/customers/HRB-1042", "terms"),
			 "NET30");
	assert_int_equal(sandbox_status(sandbox, "GET", "/api/customers/PNC-0088", token, NULL),
			 200);
	sandbox_assert_customers(sandbox, "7");
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
	sandbox_start(sandbox, SANDBOX_SMALL);
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
	sandbox_start(sandbox, SANDBOX_SMALL);
	assert_int_equal(sandbox_cut_lifeline(sandbox), 0);
	sandbox_free(sandbox);
}

/* ---- Two processes ---- */

static void two_processes_share_a_file(void **state)
{
	struct sandbox *first = sandbox_new();

	(void)state;
	sandbox_start(first, SANDBOX_SMALL);
	char *token = sandbox_log_in(first);
	assert_text_take(sandbox_member(first, token, "/api/customers", "totalRecords"), "40");
	struct sandbox *second = sandbox_beside(first);
	sandbox_start(second, SANDBOX_SMALL);

	for (int i = 0; i < 50; i++) { /* written here, read there, and the other way round */
		struct sandbox *writer = i % 2 ? first : second, *reader = i % 2 ? second : first;
		char *body = xasprintf("{\"customerNumber\":\"TWO-%d\",\"companyName\":\"Two "
				       "%d\",\"companyEmail\":\"t@two.example\","
				       "\"pricing\":\"Retail\"}",
				       i, i);
		char *path = xasprintf("/api/customers/TWO-%d", i),
		     *total = xasprintf("%d", 41 + i);
		assert_int_equal(sandbox_status(writer, "PUT", "/api/customers", token, body), 201);
		assert_int_equal(sandbox_status(reader, "GET", path, token, NULL), 200);
		assert_text_take(sandbox_member(reader, token, "/api/customers", "totalRecords"),
				 total);
		free(body);
		free(path);
		free(total);
	}
	/* Deactivation ends sessions in both. */
	char *customer = http_log_in(sandbox_port(first), "harborline", "portal-hrb-1042");
	assert_int_equal(sandbox_status(second, "GET", "/api/products", customer, NULL), 200);
	assert_int_equal(
		sandbox_status(first, "POST", "/api/customers/HRB-1042/deactivate", token, NULL),
		204);
	assert_int_equal(sandbox_status(second, "GET", "/api/products", customer, NULL), 401);

	assert_int_equal(sandbox_end(first, SIGKILL), 128 + SIGKILL);
	assert_int_equal(sandbox_status(second, "GET", "/api/customers/TWO-49", token, NULL), 200);
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
	sandbox_start(busy, SANDBOX_SMALL);
	struct sandbox *other = sandbox_beside(busy);
	sandbox_start(other, SANDBOX_SMALL);
	char *token = sandbox_log_in(busy);
	for (int round = 0; round < 10; round++) {
		char *terms = xasprintf("NET%d", round),
		     *body = xasprintf("{\"terms\":\"%s\"}", terms);
		keep_busy(busy, token, fds);
		assert_int_equal(
			sandbox_status(other, "PUT", "/api/customers/HRB-1042", token, body), 200);
		assert_text_take(sandbox_member(busy, token, "/api/customers/HRB-1042", "terms"),
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
		cmocka_unit_test(a_restart_forgets_nothing),
		cmocka_unit_test(a_reset_begins_anew),
		cmocka_unit_test(a_file_of_another_size_is_refused),
		cmocka_unit_test(the_lifeline_ends_it),
		cmocka_unit_test(two_processes_share_a_file),
		cmocka_unit_test(a_busy_process_sees_what_the_other_writes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
