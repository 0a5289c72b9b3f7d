/* Verbs against a service that answers from a script: which pages are asked for, when a walk ends,
 * what is printed when something goes wrong on the way. */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include <unistd.h>

#include "cli/job.h"
#include "cli/options.h"
#include "cli/verb.h"

/* What a run printed, and how it ended. */
struct outcome {
	int status;
	char *out, *err;
};

/* A file in place of a standard stream, until it is given back. */
struct diversion {
	FILE *file;
	int fd, saved_fd;
};

static struct diversion divert(int fd)
{
	struct diversion diversion = { tmpfile(), fd, dup(fd) };

	assert_non_null(diversion.file);
	fflush(NULL);
	dup2(fileno(diversion.file), fd);
	return diversion;
}

static char *give_back(struct diversion *diversion)
{
	char *text = xcalloc(1, 64 * 1024);

	fflush(NULL);
	dup2(diversion->saved_fd, diversion->fd);
	close(diversion->saved_fd);
	rewind(diversion->file);
	text[fread(text, 1, 64 * 1024 - 1, diversion->file)] = '\0';
	fclose(diversion->file);
	return text;
}

/* Runs "list customers --limit 3"; words are separated by one space. */
static struct outcome run_line(const struct fixture *fixture, const char *line)
{
	char *copy = xstrdup(line), *argv[16] = { copy };
	struct cli_options options = { 0 };
	struct outcome outcome;
	size_t count = 1;

	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		argv[count++] = word;
	argv[count] = NULL;
	assert_true(cli_options_parse(argv, &options, NULL));
	struct diversion out = divert(STDOUT_FILENO), err = divert(STDERR_FILENO);
	outcome.status = job_run(verb_find(argv[1], NULL), &options, fixture->profile);
	outcome.err = give_back(&err);
	outcome.out = give_back(&out);
	cli_options_finish(&options);
	free(copy);
	return outcome;
}

static void expect(struct outcome outcome, int status, const char *out, const char *err)
{
	assert_string_equal(outcome.err, err);
	assert_string_equal(outcome.out, out);
	assert_int_equal(outcome.status, status);
	free(outcome.out);
	free(outcome.err);
}

/* One run against one script; a token is given. */
static void expect_run(const struct step *steps, size_t count, const char *line, int status,
		       const char *out, const char *err)
{
	struct fixture fixture;

	fixture_start(&fixture, steps, count);
	fixture.profile->login = LOGIN_TOKEN;
	profile_set_secret(&fixture.profile->token, "given-1");
	expect(run_line(&fixture, line), status, out, err);
	fixture_stop(&fixture);
}

#define ROW(number) "{\"customerNumber\":\"" number "\"}"
#define NUMBERED(n, body) ANSWER("GET", "pageNumber=" n "&", 0, 200, body)

/* The service sends less than it is asked for: what is behind a short page has to be asked, too. */
static void short_pages_are_walked_to_the_end(void **state)
{
	static const struct step steps[] = {
		NUMBERED("1", "{\"data\":[" ROW("A") "," ROW("B") "],\"totalRecords\":5}"),
		NUMBERED("2", "{\"data\":[" ROW("C") "],\"totalRecords\":5}"),
		NUMBERED("3", "{\"data\":[" ROW("D") "," ROW("E") "],\"totalRecords\":5}"),
		NUMBERED("4", "{\"data\":[],\"totalRecords\":5}"),
	};

	(void)state;
	expect_run(
		STEPS(steps), "list customers --format json", 0,
		"[\n" ROW("A") ",\n" ROW("B") ",\n" ROW("C") ",\n" ROW("D") ",\n" ROW("E") "\n]\n",
		"");
}

static void the_total_ends_a_walk(void **state)
{
	static const struct step steps[] = {
		NUMBERED("1", "{\"data\":[" ROW("A") "," ROW("B") "],\"totalRecords\":2}"),
	};

	(void)state;
	expect_run(STEPS(steps), "list customers --format json", 0,
		   "[\n" ROW("A") ",\n" ROW("B") "\n]\n", "");
}

static void an_empty_page_ends_a_walk(void **state)
{
	static const struct step promised[] = {
		NUMBERED("1", "{\"data\":[" ROW("A") "],\"totalRecords\":9}"),
		NUMBERED("2", "{\"data\":[],\"totalRecords\":9}"),
	};
	static const struct step unknown[] = {
		NUMBERED("1", "{\"data\":[" ROW("A") "]}"),
		NUMBERED("2", "{\"data\":[]}"),
	};

	(void)state;
	expect_run(STEPS(promised), "list customers --format json", 0, "[\n" ROW("A") "\n]\n", "");
	expect_run(STEPS(unknown), "list customers --format json", 0, "[\n" ROW("A") "\n]\n", "");
}

static void a_service_without_pages_is_read_once(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/api/customers", 0, 200, "[" ROW("A") "," ROW("B") "]"),
	};

	(void)state;
	expect_run(STEPS(steps), "list customers --format json", 0,
		   "[\n" ROW("A") ",\n" ROW("B") "\n]\n", "");
}

static void a_limit_is_all_that_is_asked_for(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "pageNumber=1&pageSize=2", 1, 200,
		       "{\"data\":[" ROW("A") "," ROW("B") "],\"totalRecords\":5}"),
	};

	(void)state;
	expect_run(STEPS(steps), "list customers --format json --limit 2", 0,
		   "[\n" ROW("A") ",\n" ROW("B") "\n]\n", "");
}

static void a_failure_leaves_json_without_its_end(void **state)
{
	static const struct step steps[] = {
		NUMBERED("1", "{\"data\":[" ROW("A") "],\"totalRecords\":2}"),
		ANSWER("GET", "pageNumber=2&", 0, 501, "{\"title\":\"Out of order\"}"),
	};

	(void)state;
	expect_run(STEPS(steps), "list customers --format json", 1, "[\n" ROW("A"),
		   "nymble-tui: The customers could not be read: Out of order (501)\n");
}

static void a_failure_leaves_no_heading(void **state)
{
	static const struct step steps[] = { ANSWER("GET", "/api", 0, 400, "{\"title\":\"No\"}") };

	(void)state;
	expect_run(STEPS(steps), "list customers", 1, "",
		   "nymble-tui: The customers could not be read: No (400)\n");
}

static void a_wait_is_counted_on_terminals_only(void **state)
{
	static const struct step steps[] = {
		{ "GET", "/api/customers", 1, 429, "{}", "Retry-After: 1", FAULT_NONE },
		NUMBERED("1", "{\"data\":[" ROW("A") "],\"totalRecords\":1}"),
	};

	(void)state;
	expect_run(STEPS(steps), "list customers --format json", 0, "[\n" ROW("A") "\n]\n", "");
}

static void what_is_refused_does_not_stop_the_rest(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/customers/B", 0, 404, "{}"),
		ANSWER("GET", "/customers/", 0, 200, ROW("X")),
		ANSWER("POST", "/A/deactivate", 0, 204, NULL),
		ANSWER("POST", "/C/deactivate", 0, 204, NULL),
	};

	(void)state;
	expect_run(STEPS(steps), "deactivate customers A B C", 1,
		   "A is not active any more.\nC is not active any more.\n",
		   "nymble-tui: There is no customer B, or your login may not see it.\n");
}

static void what_is_so_already_is_not_sent(void **state)
{
	static const struct step steps[] = {
		ANSWER("GET", "/customers/A", 0, 200, "{\"customerNumber\":\"A\",\"active\":false}"),
	};

	(void)state;
	expect_run(STEPS(steps), "deactivate customers A", 0, "A is already not active.\n", "");
}

static void a_login_that_fails_stops_the_rest(void **state)
{
	static const struct step steps[] = {
		ANSWER("POST", "/deactivate", 0, 401, NULL),
		ANSWER("GET", "/api", 0, 401, NULL),
	};
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	fixture.profile->login = LOGIN_TOKEN;
	profile_set_secret(&fixture.profile->token, "given-1");
	struct outcome outcome = run_line(&fixture, "deactivate customers A B C");
	assert_non_null(strstr(outcome.err, "nymble-tui: 2 more were not tried\n"));
	assert_string_equal(outcome.out, "");
	assert_int_equal(outcome.status, 1);
	free(outcome.out);
	free(outcome.err);
	fixture_stop(&fixture);
}

static void without_credentials_it_says_what_to_set(void **state)
{
	static const struct step steps[] = { PAGE };
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture, STEPS(steps));
	profile_set_secret(&fixture.profile->client_secret, NULL);
	expect(run_line(&fixture, "list customers"), 1, "",
	       "nymble-tui: The login is incomplete: set also NYMBLE_CLIENT_SECRET\n");
	xreplace(&fixture.profile->org_code, NULL);
	xreplace(&fixture.profile->client_id, NULL);
	expect(run_line(&fixture, "list customers"), 1, "",
	       "nymble-tui: No credentials: set NYMBLE_ORG_CODE, NYMBLE_CLIENT_ID and "
	       "NYMBLE_CLIENT_SECRET, or NYMBLE_TOKEN, or NYMBLE_API_KEY; --sandbox needs none\n");
	assert_int_equal(count_sent(&fixture, "GET"), 0);
	xreplace(&fixture.profile->client_id, "back-office");
	profile_set_secret(&fixture.profile->client_secret, "hush");
	expect(run_line(&fixture, "list customers"), 1, "",
	       "nymble-tui: The login is incomplete: set also NYMBLE_ORG_CODE\n");
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_pages_are_walked_to_the_end),
		cmocka_unit_test(the_total_ends_a_walk),
		cmocka_unit_test(an_empty_page_ends_a_walk),
		cmocka_unit_test(a_service_without_pages_is_read_once),
		cmocka_unit_test(a_limit_is_all_that_is_asked_for),
		cmocka_unit_test(a_failure_leaves_json_without_its_end),
		cmocka_unit_test(a_failure_leaves_no_heading),
		cmocka_unit_test(a_wait_is_counted_on_terminals_only),
		cmocka_unit_test(what_is_refused_does_not_stop_the_rest),
		cmocka_unit_test(what_is_so_already_is_not_sent),
		cmocka_unit_test(a_login_that_fails_stops_the_rest),
		cmocka_unit_test(without_credentials_it_says_what_to_set),
	};
	return cmocka_run_group_tests_name("job", tests, NULL, NULL);
}
