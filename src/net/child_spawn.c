/* SPDX-License-Identifier: ISC */
#include "net/child_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/child.h"

extern char **environ;

enum { READ, WRITE, ENDS };

struct pipes {
	int lifeline[ENDS], out[ENDS], complaints[ENDS];
};

static void close_pair(int pair[ENDS])
{
	for (int i = 0; i < ENDS; i++)
		if (pair[i] >= 0)
			close(pair[i]);
}

static void close_pipes(struct pipes *pipes)
{
	close_pair(pipes->lifeline);
	close_pair(pipes->out);
	close_pair(pipes->complaints);
}

/* Both ends above those numbers that the child's are put on. */
static bool make_pipe(int pair[ENDS])
{
	int low[ENDS];

	if (pipe2(low, O_CLOEXEC) < 0)
		return false;
	for (int i = 0; i < ENDS; i++)
		pair[i] = fcntl(low[i], F_DUPFD_CLOEXEC, CHILD_LIFELINE_FD + 1);
	close_pair(low);
	return pair[READ] >= 0 && pair[WRITE] >= 0;
}

/* Signals as a program expects to find them: nothing blocked, nothing ignored. */
static void default_signals(posix_spawnattr_t *attributes)
{
	sigset_t all, none;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawnattr_setsigdefault(attributes, &all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK |
						     POSIX_SPAWN_SETSID);
}

/* Returns an errno value, 0 when it runs: also a program that is not there is known here. */
static int spawn(pid_t *pid, const struct pipes *pipes, const char *const argv[])
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;

	if (posix_spawn_file_actions_init(&files) || posix_spawnattr_init(&attributes))
		alloc_exhausted();
	default_signals(&attributes);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&files, pipes->out[WRITE], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&files, pipes->complaints[WRITE], STDERR_FILENO);
	posix_spawn_file_actions_adddup2(&files, pipes->lifeline[READ], CHILD_LIFELINE_FD);
	posix_spawn_file_actions_addclosefrom_np(&files, CHILD_LIFELINE_FD + 1);
	/* exec takes its words as char *, for historical reasons; it does not write to them. */
	char *const *words = (char *const *)(uintptr_t)argv;
	int number = posix_spawnp(pid, argv[0], &files, &attributes, words, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	return number;
}

bool spawned_start(struct spawned *process, const char *const argv[], struct error *err)
{
	struct pipes pipes = { { -1, -1 }, { -1, -1 }, { -1, -1 } };

	if (!make_pipe(pipes.lifeline) || !make_pipe(pipes.out) || !make_pipe(pipes.complaints)) {
		error_set_errno(err, errno, _("Cannot start %s"), argv[0]);
		close_pipes(&pipes);
		return false;
	}
	int number = spawn(&process->pid, &pipes, argv);
	if (number) {
		error_set_errno(err, number, _("Cannot start %s"), argv[0]);
		close_pipes(&pipes);
		return false;
	}
	close(pipes.lifeline[READ]);
	close(pipes.out[WRITE]);
	close(pipes.complaints[WRITE]);
	fcntl(pipes.out[READ], F_SETFL, O_NONBLOCK);
	fcntl(pipes.complaints[READ], F_SETFL, O_NONBLOCK);
	process->lifeline = pipes.lifeline[WRITE];
	process->out = pipes.out[READ];
	process->complaints = pipes.complaints[READ];
	return true;
}
