/* Certificates are always checked, and TLS is 1.2 at least. The servers are openssl's, the
 * certificates are made for this run. */
/* SPDX-License-Identifier: ISC */
#include "net_fixture.h"

#include "base/alloc.h"
#include "net/child.h"
#include "support/tls.h"

static char *folder; /* of all tests: making the certificates takes a while */

static int make_folder(void **state)
{
	(void)state;
	folder = tls_folder();
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	tls_remove(folder);
	return 0;
}

struct server {
	struct fixture f;
	struct child *child;
	char *url; /* NULL until it listens */
};

static void on_line(void *data, char *line, size_t len)
{
	struct server *server = data;
	const char *port = strrchr(line, ':');

	(void)len;
	if (strncmp(line, "ACCEPT", 6) != 0 || !port)
		return;
	server->url = xasprintf("https://localhost%s/", port);
	loop_stop(server->f.loop);
}

static void on_ended(void *data, const struct child_end *end)
{
	(void)data;
	fail_msg("the server ended: %s", end->complaint);
}

/* Runs a server in the folder until it says "ACCEPT 127.0.0.1:PORT". */
static void start_command(struct server *server, const char *command)
{
	static const struct child_handlers handlers = { .line = on_line, .ended = on_ended };
	const char *const argv[] = { "sh", "-c", command, NULL };
	struct error err = { 0 };

	*server = (struct server){ .f = { .loop = loop_new(&err) } };
	server->child = child_start(server->f.loop, argv, &handlers, server, &err);
	assert_non_null(server->child);
	while (!server->url)
		fixture_run_for(&server->f, 50);
}

/* A server with that certificate and those words more on its command line. */
static void start_server(struct server *server, const char *certificate, const char *more)
{
	char *command = xasprintf("cd '%s'; exec openssl s_server -accept 127.0.0.1:0 -www "
				  "-key server.key -cert %s %s",
				  folder, certificate, more);

	start_command(server, command);
	free(command);
}

static void stop_server(struct server *server)
{
	net_free(server->f.net);
	child_stop(server->child);
	loop_free(server->f.loop);
	free(server->url);
}

static const struct {
	const char *certificate, *more;
	const char *ca_file; /* NULL: only the system's authorities */
	enum outcome outcome;
	const char *said;
} cases[] = {
	{ "good.pem", "", "ca.pem", ANSWER_HTTP, "" },
	{ "good.pem", "-tls1_2", "ca.pem", ANSWER_HTTP, "" },
	{ "good.pem", "-no_tls1_2 -no_tls1_3 -cipher ALL:@SECLEVEL=0", "ca.pem", ANSWER_REFUSED,
	  "offers no TLS 1.2 or newer" },
	{ "good.pem", "", NULL, ANSWER_REFUSED,
	  "is not valid: no authority that this machine trusts" },
	{ "self.pem", "", "ca.pem", ANSWER_REFUSED,
	  "is not valid: no authority that this machine trusts" },
	{ "expired.pem", "", "ca.pem", ANSWER_REFUSED, "is not valid: it has expired" },
	{ "other.pem", "", "ca.pem", ANSWER_REFUSED,
	  "is not valid: it was issued for another name" },
	{ "good.pem", "", "rubbish.pem", ANSWER_REFUSED, "cannot be read as certificates" },
	{ "good.pem", "", "missing.pem", ANSWER_REFUSED, "cannot be read as certificates" },
};

static void a_certificate_is_always_checked(void **state)
{
	static const char *const headers[] = { "Authorization: Bearer secret", NULL };

	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct server server;

		start_server(&server, cases[i].certificate, cases[i].more);
		char *ca_file =
			cases[i].ca_file ? xasprintf("%s/%s", folder, cases[i].ca_file) : NULL;
		const struct net_options options = { .origin = server.url, .ca_file = ca_file };
		server.f.net = net_new(server.f.loop, &options, NULL);
		fixture_start_call(&server.f, "GET", server.url,
				   &(struct request){ .headers = headers });
		fixture_wait(&server.f);
		if (server.f.answer.outcome != cases[i].outcome ||
		    !strstr(server.f.answer.message, cases[i].said))
			print_error("case %zu: %s\n", i, server.f.answer.message);
		assert_int_equal(server.f.answer.outcome, cases[i].outcome);
		assert_int_equal(server.f.answer.status, cases[i].outcome == ANSWER_HTTP ? 200 : 0);
		assert_non_null(strstr(server.f.answer.message, cases[i].said));
		assert_int_equal(server.f.answer.tries, 1); /* trying again would not help */
		free(ca_file);
		stop_server(&server);
	}
}

/* Says which version the request came by, and over how many connections all came so far. */
static const char http2_server[] =
	"cd '%s'; exec node -e '"
	"const fs = require(\"fs\"), options = { key: fs.readFileSync(\"server.key\"),"
	"	cert: fs.readFileSync(\"good.pem\"), allowHTTP1: true };"
	"const server = require(\"http2\").createSecureServer(options);"
	"let connections = 0;"
	"server.on(\"session\", () => connections++);"
	"server.on(\"request\", (request, answer) =>"
	"	answer.end(request.httpVersion + \" over \" + connections));"
	"server.listen(0, \"127.0.0.1\", () =>"
	"	console.log(\"ACCEPT 127.0.0.1:\" + server.address().port));'";

static const struct {
	const char *method, *said;
} http2_calls[] = {
	{ "GET", "2.0 over 1" },
	{ "GET", "2.0 over 1" },
	{ "PUT", "2.0 over 2" }, /* a write takes a fresh connection here too */
};

static void http2_is_spoken_where_it_is_offered(void **state)
{
	struct server server;

	(void)state;
	char *command = xasprintf(http2_server, folder), *ca_file = xasprintf("%s/ca.pem", folder);
	start_command(&server, command);
	const struct net_options options = { .origin = server.url, .ca_file = ca_file };
	server.f.net = net_new(server.f.loop, &options, NULL);
	for (size_t i = 0; i < CASES(http2_calls); i++) {
		fixture_start_call(&server.f, http2_calls[i].method, server.url,
				   &(struct request){ 0 });
		fixture_wait(&server.f);
		assert_string_equal(server.f.answer.message, "");
		assert_string_equal(server.f.answer.body, http2_calls[i].said);
	}
	stop_server(&server);
	free(command);
	free(ca_file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_certificate_is_always_checked),
		cmocka_unit_test(http2_is_spoken_where_it_is_offered),
	};

	if (!tls_is_here()) {
		puts("1..0 # SKIP needs the openssl command");
		return 0;
	}
	/* The last one needs node. cmocka's own skip() prints a line that TAP takes for a failure. */
	bool node = system("node --version >/dev/null 2>&1") == 0;
	return _cmocka_run_group_tests("tls", tests, CASES(tests) - !node, make_folder, remove_folder);
}
