/* SPDX-License-Identifier: ISC */
#include "support/sandbox.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/clock.h"

enum { LIFELINE_FD = 3, ARGS_MAX = 32 };

struct sandbox {
	char *folder, *file;
	pid_t pid; /* 0: nothing runs */
	int port;
	bool is_guest;                 /* the folder is another's */
	int lifeline, out, complaints; /* our ends; -1: closed */
};

extern char **environ;

struct sandbox *sandbox_new(void)
{
	struct sandbox *sandbox = xcalloc(1, sizeof(*sandbox));
	const char *temporary = getenv("TMPDIR");

	sandbox->folder = xasprintf("%s/nymble-test-XXXXXX", temporary ? temporary : "/tmp");
	assert_non_null(mkdtemp(sandbox->folder));
	sandbox->file = xasprintf("%s/sandbox.db", sandbox->folder);
	sandbox->lifeline = sandbox->out = sandbox->complaints = -1;
	return sandbox;
}

struct sandbox *sandbox_beside(const struct sandbox *first)
{
	struct sandbox *sandbox = xcalloc(1, sizeof(*sandbox));

	sandbox->folder = xstrdup(first->folder);
	sandbox->file = xstrdup(first->file);
	sandbox->is_guest = true;
	sandbox->lifeline = sandbox->out = sandbox->complaints = -1;
	return sandbox;
}

const char *sandbox_folder(const struct sandbox *sandbox)
{
	return sandbox->folder;
}

int sandbox_port(const struct sandbox *sandbox)
{
	return sandbox->port;
}

pid_t sandbox_pid(const struct sandbox *sandbox)
{
	return sandbox->pid;
}

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static int wait_end(struct sandbox *sandbox)
{
	int status;

	assert_int_equal(waitpid(sandbox->pid, &status, 0), sandbox->pid);
	sandbox->pid = 0;
	close_end(&sandbox->lifeline);
	close_end(&sandbox->out);
	close_end(&sandbox->complaints);
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int sandbox_end(struct sandbox *sandbox, int signo)
{
	assert_true(sandbox->pid > 0);
	kill(sandbox->pid, signo);
	return wait_end(sandbox);
}

int sandbox_cut_lifeline(struct sandbox *sandbox)
{
	close_end(&sandbox->lifeline);
	return wait_end(sandbox);
}

bool sandbox_runs(struct sandbox *sandbox)
{
	siginfo_t ended = { 0 };

	if (sandbox->pid <= 0 ||
	    waitid(P_PID, (id_t)sandbox->pid, &ended, WEXITED | WNOHANG | WNOWAIT) != 0)
		return false;
	return ended.si_pid == 0;
}

static void remove_folder(const struct sandbox *sandbox)
{
	DIR *folder = opendir(sandbox->folder);
	const struct dirent *entry;

	while (folder && (entry = readdir(folder)) != NULL)
		unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
	rmdir(sandbox->folder);
}

void sandbox_free(struct sandbox *sandbox)
{
	if (!sandbox)
		return;
	if (sandbox->pid > 0)
		sandbox_end(sandbox, SIGKILL);
	if (!sandbox->is_guest)
		remove_folder(sandbox);
	free(sandbox->folder);
	free(sandbox->file);
	free(sandbox);
}

static void put_args(const struct sandbox *sandbox, const char *const *more, char *program,
		     char *args[ARGS_MAX])
{
	/* posix_spawn wants char *, and does not write to them. */
	const char *const first[] = { program, "--port", "0",          "--lifeline",
				      "3",     "--db",   sandbox->file };
	size_t count = sizeof(first) / sizeof(first[0]);

	memcpy(args, first, sizeof(first));
	for (; *more; more++) {
		assert_true(count + 1 < ARGS_MAX);
		memcpy(&args[count++], more, sizeof(*more));
	}
	args[count] = NULL;
}

void sandbox_launch(struct sandbox *sandbox, const char *const *more)
{
	const char *build = getenv("TOP_BUILDDIR");
	char *program = xasprintf("%s/src/nymble-sandbox", build ? build : ".");
	int lifeline[2], out[2], complaints[2];
	posix_spawn_file_actions_t actions;
	char *args[ARGS_MAX];

	assert_int_equal(sandbox->pid, 0);
	assert_true(pipe2(lifeline, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0 &&
		    pipe2(complaints, O_CLOEXEC) == 0);
	put_args(sandbox, more, program, args);
	posix_spawn_file_actions_init(&actions);
	/* Through a high number, so that 3 is not among those still to be copied. */
	posix_spawn_file_actions_adddup2(&actions, lifeline[0], 64);
	posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, complaints[1], STDERR_FILENO);
	posix_spawn_file_actions_adddup2(&actions, 64, LIFELINE_FD);
	posix_spawn_file_actions_addclose(&actions, 64);
	int failure = posix_spawn(&sandbox->pid, program, &actions, NULL, args, environ);
	if (failure)
		fail_msg("%s: %s", program, strerror(failure));
	posix_spawn_file_actions_destroy(&actions);
	free(program);
	close(lifeline[0]);
	close(out[1]);
	close(complaints[1]);
	sandbox->lifeline = lifeline[1];
	sandbox->out = out[0];
	sandbox->complaints = complaints[0];
}

/* All that comes until the other side closes, or until stop is in it. The caller frees. */
static char *read_until(int fd, const char *stop)
{
	int64_t end = clock_now_ms() + SANDBOX_PATIENCE_MS;
	char *text = xcalloc(1, 1);
	size_t len = 0;

	while (clock_now_ms() < end && (!stop || !strstr(text, stop))) {
		struct pollfd ready = { .fd = fd, .events = POLLIN };
		char buffer[4096];
		if (poll(&ready, 1, (int)(end - clock_now_ms())) <= 0)
			break;
		ssize_t count = read(fd, buffer, sizeof(buffer));
		if (count <= 0)
			break;
		text = xreallocarray(text, len + (size_t)count + 1, 1);
		memcpy(text + len, buffer, (size_t)count);
		len += (size_t)count;
		text[len] = '\0';
	}
	return text;
}

void sandbox_await(struct sandbox *sandbox)
{
	static const char says[] = "listening on http://127.0.0.1:";

	/* What it prints is in one piece. */
	char *out = read_until(sandbox->out, says);
	const char *found = strstr(out, says);
	if (!found) {
		char *message = read_until(sandbox->complaints, NULL);
		fail_msg("nymble-sandbox did not start: %s%s", out, message);
	} else {
		sandbox->port = atoi(found + sizeof(says) - 1);
	}
	free(out);
}

void sandbox_start(struct sandbox *sandbox, const char *const *more)
{
	sandbox_launch(sandbox, more);
	sandbox_await(sandbox);
}

int sandbox_refused(struct sandbox *sandbox, const char *const *more, char **message)
{
	sandbox_launch(sandbox, more);
	*message = read_until(sandbox->complaints, NULL);
	return wait_end(sandbox);
}
