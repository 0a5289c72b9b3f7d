/* The sandbox as a child: what it prints becomes a profile, what it complains about an error. A
 * script in PATH plays its part. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

#include "api/profile.h"
#include "api/sandbox_process.h"
#include "base/alloc.h"
#include "base/error.h"
#include "net/loop.h"

struct start {
	struct loop *loop;
	int count;
	struct profile *profile; /* that came of it; NULL: none did */
	char message[ERROR_MESSAGE_SIZE];
};

static char folder[] = "/tmp/nymble-tui-test.XXXXXX";

static char *script_path(void)
{
	return xasprintf("%s/nymble-sandbox", folder);
}

static int make_folder(void **state)
{
	char *path;

	(void)state;
	if (!mkdtemp(folder))
		return -1;
	path = xasprintf("%s:/usr/bin:/bin", folder);
	setenv("PATH", path, 1);
	free(path);
	return 0;
}

static int remove_folder(void **state)
{
	char *path = script_path();

	(void)state;
	unlink(path);
	free(path);
	return rmdir(folder);
}

static void write_script(const char *text)
{
	char *path = script_path();
	FILE *file = fopen(path, "w");

	fprintf(file, "#!/bin/sh\n%s\n", text);
	fclose(file);
	chmod(path, 0700);
	free(path);
}

static void on_ready(void *data, const struct profile *profile, const struct error *err)
{
	struct start *start = data;

	assert_true(!profile == !!err);
	start->count++;
	if (err)
		snprintf(start->message, sizeof(start->message), "%s", err->message);
	else
		start->profile = profile_copy(profile);
	loop_stop(start->loop);
}

/* Runs the script as the sandbox for that api until it is ready or has failed; the caller frees what came. */
static void run(struct start *start, const char *api, const char *script)
{
	struct profile *wanted = profile_new_sandbox(api);
	struct error err = { 0 };

	*start = (struct start){ .loop = loop_new(&err) };
	write_script(script);
	struct sandbox_process *process = sandbox_process_start(start->loop, wanted, on_ready, start, &err);
	assert_non_null(process);
	assert_int_equal(start->count, 0);
	loop_run(start->loop);
	assert_int_equal(start->count, 1);
	sandbox_process_free(process);
	profile_free(wanted);
	loop_free(start->loop);
}

static void the_first_login_is_ours(void **state)
{
	struct start start;

	(void)state;
	run(&start, "nymble", "echo 'nymble-sandbox: listening on http://127.0.0.1:4711'\n"
		    "echo 'nymble-sandbox: login org-code=harborline client-id=backoffice "
		    "client-secret=s3=cret role=Admin api-key=k1'\n"
		    "echo 'nymble-sandbox: login org-code=other client-id=rep client-secret=x "
		    "role=SalesRep api-key=k2'\n"
		    "exec sleep 60");
	assert_string_equal(start.message, "");
	assert_true(start.profile->sandbox);
	assert_string_equal(start.profile->name, "sandbox");
	assert_string_equal(start.profile->url, "http://127.0.0.1:4711");
	assert_int_equal(start.profile->login, LOGIN_CREDENTIALS);
	assert_string_equal(start.profile->org_code, "harborline");
	assert_string_equal(start.profile->client_id, "backoffice");
	assert_string_equal(start.profile->client_secret, "s3=cret");
	profile_free(start.profile);
}

static void another_service_has_its_own_login_and_address(void **state)
{
	struct start start;

	(void)state;
	run(&start, "flow", "echo 'nymble-sandbox: listening on http://127.0.0.1:4711'\n"
			    "echo 'nymble-sandbox: login org-code=a client-id=b client-secret=c'\n"
			    "echo 'nymble-sandbox: flow-login tenant=tnt-1 integration-token=t=1 permissions=A'\n"
			    "echo 'nymble-sandbox: flow-login tenant=tnt-2 integration-token=t2'\n"
			    "exec sleep 60");
	assert_string_equal(start.message, "");
	assert_string_equal(start.profile->name, "sandbox-flow");
	assert_string_equal(start.profile->url, "http://127.0.0.1:4711/v2");
	assert_int_equal(start.profile->login, LOGIN_TOKEN);
	assert_string_equal(start.profile->tenant, "tnt-1");
	assert_string_equal(start.profile->token, "t=1");
	assert_null(start.profile->client_secret);
	profile_free(start.profile);
}

static void it_gets_a_free_port_and_a_lifeline(void **state)
{
	struct start start;

	(void)state;
	run(&start, "nymble", "echo \"$*\" >&2; exit 1");
	assert_string_equal(start.message, "The sandbox did not start: --port 0 --lifeline 3");
}

static void one_that_ends_early_says_why(void **state)
{
	struct start start;

	(void)state;
	run(&start, "nymble", "echo 'nymble-sandbox: made with other sizes' >&2; exit 2");
	assert_string_equal(start.message,
			    "The sandbox did not start: nymble-sandbox: made with other sizes");
	run(&start, "nymble", "echo 'nymble-sandbox: listening on http://127.0.0.1:4711'");
	assert_string_equal(start.message,
			    "The sandbox did not start: nymble-sandbox ended before it was ready");
}

static void one_that_is_not_there_is_an_error(void **state)
{
	char *path = script_path();
	struct error err = { 0 };
	struct start start = { .loop = loop_new(&err) };
	struct profile *wanted = profile_new_sandbox("nymble");

	(void)state;
	unlink(path);
	setenv("PATH", folder, 1); /* one may be installed */
	assert_null(sandbox_process_start(start.loop, wanted, on_ready, &start, &err));
	assert_int_equal(strncmp(err.message, "The sandbox did not start: ", 27), 0);
	assert_int_equal(start.count, 0);
	sandbox_process_free(NULL);
	profile_free(wanted);
	loop_free(start.loop);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_login_is_ours),
		cmocka_unit_test(another_service_has_its_own_login_and_address),
		cmocka_unit_test(it_gets_a_free_port_and_a_lifeline),
		cmocka_unit_test(one_that_ends_early_says_why),
		cmocka_unit_test(one_that_is_not_there_is_an_error),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
