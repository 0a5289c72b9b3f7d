/* SPDX-License-Identifier: ISC */
/* main.c - nymble-sandbox: options, then everything wired together. */
#include <inttypes.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/options.h"
#include "base/path.h"
#include "sandbox/listener.h"
#include "sandbox/login_limit.h"
#include "sandbox/pages.h"
#include "sandbox/request_log.h"
#include "sandbox/sample.h"
#include "sandbox/server.h"
#include "sandbox/service.h"
#include "sandbox/sessions.h"
#include "sandbox/store_records.h"

struct settings {
	int64_t port;
	char *address;
	char *database;
	struct store_size size;
	int64_t latency_ms, error_percent, token_seconds;
	char *auth_header;
	bool strict, reset;
	char *log;
	int64_t lifeline; /* a descriptor; -1: none */
	bool help, version;
};

#define PLACE(member) .place = offsetof(struct settings, member)

static const char *const auth_headers[] = { "any", "bearer", "x-api-key", NULL };

static const struct option_row rows[] = {
	{ .name = "port",
	  .argument = N_("N"),
	  .help = N_("listen on port N; 0 takes a free one (8085)"),
	  .kind = OPTION_NUMBER,
	  PLACE(port),
	  .max = 65535 },
	{ .name = "bind",
	  .argument = N_("ADDRESS"),
	  .help = N_("listen on ADDRESS (127.0.0.1)"),
	  .kind = OPTION_TEXT,
	  PLACE(address) },
	{ .name = "db",
	  .argument = N_("FILE"),
	  .help = N_("keep the data in FILE; :memory: forgets it (sandbox.db in the user's data "
		     "folder)"),
	  .kind = OPTION_PATH,
	  PLACE(database) },
	{ .name = "customers",
	  .argument = N_("N"),
	  .help = N_("customers of a new file (2000)"),
	  .kind = OPTION_NUMBER,
	  PLACE(size.customers),
	  .max = 10000000 },
	{ .name = "products",
	  .argument = N_("N"),
	  .help = N_("products of a new file (1000)"),
	  .kind = OPTION_NUMBER,
	  PLACE(size.products),
	  .max = 10000000 },
	{ .name = "seed",
	  .argument = N_("N"),
	  .help = N_("which of many data sets a new file gets (1)"),
	  .kind = OPTION_NUMBER,
	  PLACE(size.seed),
	  .max = UINT32_MAX },
	{ .name = "latency",
	  .argument = N_("MS"),
	  .help = N_("hold each answer back for MS milliseconds"),
	  .kind = OPTION_NUMBER,
	  PLACE(latency_ms),
	  .max = 600000 },
	{ .name = "error-rate",
	  .argument = N_("PERCENT"),
	  .help = N_("answer PERCENT of the requests with 500"),
	  .kind = OPTION_NUMBER,
	  PLACE(error_percent),
	  .max = 100 },
	{ .name = "expire-tokens",
	  .argument = N_("SECONDS"),
	  .help = N_("let tokens end after SECONDS (86400)"),
	  .kind = OPTION_NUMBER,
	  PLACE(token_seconds),
	  .min = 1,
	  .max = 315360000 },
	{ .name = "auth-header",
	  .argument = "any|bearer|x-api-key",
	  .help = N_("where access tokens are accepted (any); static keys always in x-api-key"),
	  .kind = OPTION_CHOICE,
	  PLACE(auth_header),
	  .choices = auth_headers },
	{ .name = "strict",
	  .help = N_("refuse customers without a billing and a shipping address"),
	  .kind = OPTION_FLAG,
	  PLACE(strict) },
	{ .name = "reset",
	  .help = N_("make the file anew; what is in it is lost"),
	  .kind = OPTION_FLAG,
	  PLACE(reset) },
	{ .name = "log",
	  .argument = N_("FILE"),
	  .help = N_("add each request and answer to FILE, a line of JSON each"),
	  .kind = OPTION_PATH,
	  PLACE(log) },
	{ .name = "lifeline",
	  .argument = N_("FD"),
	  .help = N_("end when descriptor FD reaches its end of file"),
	  .kind = OPTION_NUMBER,
	  PLACE(lifeline),
	  .max = 65535 },
	{ .name = "help", .help = N_("show this text"), .kind = OPTION_FLAG, PLACE(help) },
	{ .name = "version", .help = N_("show the version"), .kind = OPTION_FLAG, PLACE(version) },
};
static const struct option_table table = OPTIONS(rows);

static int complain(const struct error *err, int status)
{
	fprintf(stderr, "nymble-sandbox: %s\n", err->message);
	return status;
}

static enum auth_header auth_header_of(const struct settings *settings)
{
	int i = 0;

	while (settings->auth_header && strcmp(auth_headers[i], settings->auth_header) != 0)
		i++;
	return (enum auth_header)i;
}

/* ---- Running ---- */

static void print_login(void *data, const struct store_login *login)
{
	(void)data;
	printf("nymble-sandbox: login org-code=%s client-id=%s client-secret=%s role=%s "
	       "api-key=%s\n",
	       login->org_code, login->client_id, login->client_secret, role_name(login->role),
	       login->api_key ? login->api_key : "");
}

/* In one piece: whoever reads a pipe has all of it when the last line is there. */
static bool print_ready(struct store *store, const char *url, struct error *err)
{
	printf("nymble-sandbox: listening on %s\n", url);
	return store_each_login(store, print_login, NULL, err) && fflush(stdout) == 0;
}

/* A terminal's Ctrl-C and hang-up are for the one who holds the lifeline to decide about. */
static int signals_fd(bool has_lifeline)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	if (has_lifeline) {
		sigdelset(&set, SIGINT);
		sigdelset(&set, SIGHUP);
	}
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* True at the end of file; what is written there says nothing. */
static bool has_ended(const struct pollfd *lifeline)
{
	char bytes[64];

	return lifeline->revents && read(lifeline->fd, bytes, sizeof(bytes)) <= 0;
}

static void run(struct server *server, struct store *store, int lifeline, int signals)
{
	struct pollfd fds[] = { { .fd = server_fd(server), .events = POLLIN },
				{ .fd = signals, .events = POLLIN },
				{ .fd = lifeline, .events = POLLIN } };

	for (;;) {
		/* One look at the file serves all that came at once, and no more: another process
		 * may have written since. */
		store_rest(store);
		poll(fds, 3, server_timeout_ms(server));
		if (fds[1].revents || has_ended(&fds[2]))
			return;
		server_run(server);
	}
}

static bool serve(const struct settings *settings, struct service *service, struct request_log *log,
		  struct error *err)
{
	char url[LISTENER_URL_SIZE];
	int signals = signals_fd(settings->lifeline >= 0);
	int listener = listener_open(settings->address ? settings->address : "127.0.0.1",
				     (int)settings->port, url, err);

	if (listener < 0)
		return false;
	struct server *server = server_new(
		listener, &(struct server_options){ service, log, settings->latency_ms }, err);
	bool ok = server && print_ready(service->store, url, err);
	if (ok)
		run(server, service->store, (int)settings->lifeline, signals);
	server_free(server);
	close(signals);
	return ok;
}

static bool start(const struct settings *settings, struct error *err)
{
	char *path = settings->database ? NULL : path_in(PATH_DATA, "sandbox.db", err);
	const char *database = settings->database ? settings->database : path;
	struct store *store =
		database ? store_open(&(struct store_options){ database, settings->size,
							       settings->reset, sample_fill },
				      err)
			 : NULL;
	struct request_log *log =
		store && settings->log ? request_log_open(settings->log, err) : NULL;
	bool ok = store && (log || !settings->log);

	free(path);
	if (ok) {
		struct service service = {
			.store = store,
			.sessions = sessions_new(),
			.login_limit = login_limit_new(),
			.pages = pages_new(),
			.auth_header = auth_header_of(settings),
			.token_seconds = settings->token_seconds,
			.strict = settings->strict,
			.error_percent = (unsigned)settings->error_percent,
			.chance = (uint64_t)settings->size.seed | 1U << 20,
		};
		ok = serve(settings, &service, log, err);
		pages_free(service.pages);
		login_limit_free(service.login_limit);
		sessions_free(service.sessions);
	}
	request_log_close(log);
	store_close(store);
	return ok;
}

int main(int argc, char **argv)
{
	struct settings settings = {
		.port = 8085, .size = { -1, -1, -1 }, .token_seconds = 86400, .lifeline = -1
	};
	struct option_words words = { .given = 0 };
	struct error err = { .code = ERROR_NONE };
	int status = EXIT_SUCCESS;

	setlocale(LC_ALL, "");
	bindtextdomain("nymble-tui", LOCALEDIR);
	textdomain("nymble-tui");
	if (argc > 0 && options_parse(&table, argv + 1, &settings, &words, &err) &&
	    words.list.size > 0)
		error_set(&err, ERROR_INPUT, _("%s: only options are expected; try --help"),
			  words.list.items[0]);
	if (err.code != ERROR_NONE) {
		status = complain(&err, 2);
	} else if (settings.help) {
		puts(_("Usage: nymble-sandbox [OPTION]...\nA local server of the Nymble Commerce "
		       "API.\n"));
		options_print(&table, 0, stdout);
	} else if (settings.version) {
		puts("nymble-sandbox (" PACKAGE_NAME ") " PACKAGE_VERSION);
	} else if (!start(&settings, &err)) {
		status = complain(&err, err.code == ERROR_INPUT ? 2 : 1);
	}
	options_finish(&table, &settings, &words);
	return status;
}
