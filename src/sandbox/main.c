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
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/path.h"
#include "sandbox/announce.h"
#include "sandbox/flow_caller.h"
#include "sandbox/listener.h"
#include "sandbox/login_limit.h"
#include "sandbox/pages.h"
#include "sandbox/request_log.h"
#include "sandbox/sample.h"
#include "sandbox/sample_flow.h"
#include "sandbox/server.h"
#include "sandbox/sessions.h"
#include "sandbox/settings.h"
#include "sandbox/store_records.h"

static int complain(const struct error *err, int status)
{
	fprintf(stderr, "nymble-sandbox: %s\n", err->message);
	return status;
}

/* ---- Running ---- */

/* In one piece: whoever reads a pipe has all of it when the last line is there. */
static bool print_ready(struct store *store, const char *url, struct error *err)
{
	printf("nymble-sandbox: listening on %s\n", url);
	if (!announce_logins(store, stdout, err))
		return false;
	return fflush(stdout) == 0 ||
	       error_set(err, ERROR_SYSTEM, _("Standard output cannot be written to"));
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
							       settings->reset, sample_fill,
							       &sample_flow },
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
			.flow_sessions = flow_sessions_new(),
			.pages = pages_new(),
			.auth_header = settings_auth_header(settings),
			.token_seconds = settings->token_seconds,
			.strict = settings->strict,
			.error_percent = (unsigned)settings->error_percent,
			.chance = (uint64_t)settings->size.seed | 1U << 20,
		};
		ok = serve(settings, &service, log, err);
		pages_free(service.pages);
		login_limit_free(service.login_limit);
		flow_sessions_free(service.flow_sessions);
		sessions_free(service.sessions);
	}
	request_log_close(log);
	store_close(store);
	return ok;
}

int main(int argc, char **argv)
{
	struct settings settings = settings_default;
	struct option_words words = { .given = 0 };
	struct error err = { .code = ERROR_NONE };
	int status = EXIT_SUCCESS;

	setlocale(LC_ALL, "");
	bindtextdomain("nymble-tui", LOCALEDIR);
	textdomain("nymble-tui");
	umask(077); /* the file holds the key that tokens are signed with */
	if (argc > 0 && options_parse(&settings_table, argv + 1, &settings, &words, &err) &&
	    words.list.size > 0)
		error_set(&err, ERROR_INPUT, _("%s: only options are expected; try --help"),
			  words.list.items[0]);
	if (err.code != ERROR_NONE) {
		status = complain(&err, 2);
	} else if (settings.help) {
		puts(_("Usage: nymble-sandbox [OPTION]...\nA local server of the Nymble Commerce "
		       "and Flow Retail APIs.\n"));
		options_print(&settings_table, 0, stdout);
	} else if (settings.version) {
		puts("nymble-sandbox (" PACKAGE_NAME ") " PACKAGE_VERSION);
	} else if (!start(&settings, &err)) {
		status = complain(&err, err.code == ERROR_INPUT ? 2 : 1);
	}
	options_finish(&settings_table, &settings, &words);
	return status;
}
