/* SPDX-License-Identifier: ISC */
#include "net/signals.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"

static const int handled[] = { SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD };

struct listener {
	struct listener *next;
	int signo;
	void (*fn)(void *data); /* NULL: gone, freed when nobody walks the list */
	void *data;
};

struct signals {
	int fd;
	sigset_t old_mask;
	struct sigaction old_pipe;
	struct listener *listeners;
	pid_t *forgotten; /* children to be waited for */
	size_t forgotten_count;
};

struct signals *signals_new(struct error *err)
{
	const struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct signals *signals = xcalloc(1, sizeof(*signals));
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(handled) / sizeof(*handled); i++)
		sigaddset(&set, handled[i]);
	signals->fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	if (signals->fd < 0) {
		error_set_errno(err, errno, _("Cannot wait for signals"));
		free(signals);
		return NULL;
	}
	sigprocmask(SIG_BLOCK, &set, &signals->old_mask);
	sigaction(SIGPIPE, &ignore, &signals->old_pipe);
	return signals;
}

void signals_free(struct signals *signals)
{
	if (!signals)
		return;
	while (signals->listeners) {
		struct listener *next = signals->listeners->next;
		free(signals->listeners);
		signals->listeners = next;
	}
	free(signals->forgotten);
	close(signals->fd);
	sigaction(SIGPIPE, &signals->old_pipe, NULL);
	sigprocmask(SIG_SETMASK, &signals->old_mask, NULL);
	free(signals);
}

int signals_fd(const struct signals *signals)
{
	return signals->fd;
}

void signals_listen(struct signals *signals, int signo, void (*fn)(void *data), void *data)
{
	struct listener *listener = xmalloc(sizeof(*listener)), **link = &signals->listeners;

	*listener = (struct listener){ .signo = signo, .fn = fn, .data = data };
	while (*link)
		link = &(*link)->next;
	*link = listener;
}

void signals_unlisten(struct signals *signals, int signo, void (*fn)(void *data), void *data)
{
	for (struct listener *at = signals->listeners; at; at = at->next)
		if (at->signo == signo && at->fn == fn && at->data == data)
			at->fn = NULL;
}

/* What the signal does to a program that does not know it. */
static void do_default(int signo)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, signo);
	raise(signo); /* pending, for it is blocked */
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	sigprocmask(SIG_BLOCK, &set, NULL); /* it stopped us, and somebody continued us */
}

static void tell(struct signals *signals, int signo)
{
	bool heard = false;

	for (struct listener *at = signals->listeners; at; at = at->next)
		if (at->signo == signo && at->fn) {
			heard = true;
			at->fn(at->data);
		}
	if (!heard)
		do_default(signo);
}

static void free_gone(struct signals *signals)
{
	struct listener **link = &signals->listeners;

	while (*link) {
		struct listener *at = *link;
		if (at->fn) {
			link = &at->next;
			continue;
		}
		*link = at->next;
		free(at);
	}
}

static void reap_forgotten(struct signals *signals)
{
	size_t kept = 0;

	for (size_t i = 0; i < signals->forgotten_count; i++)
		if (waitpid(signals->forgotten[i], NULL, WNOHANG) == 0)
			signals->forgotten[kept++] = signals->forgotten[i];
	signals->forgotten_count = kept;
}

void signals_forget_child(struct signals *signals, pid_t pid)
{
	signals->forgotten = xreallocarray(signals->forgotten, signals->forgotten_count + 1,
					   sizeof(*signals->forgotten));
	signals->forgotten[signals->forgotten_count++] = pid;
	reap_forgotten(signals);
}

void signals_handle(struct signals *signals)
{
	struct signalfd_siginfo info;

	while (read(signals->fd, &info, sizeof(info)) == sizeof(info))
		tell(signals, (int)info.ssi_signo);
	free_gone(signals);
	reap_forgotten(signals);
}
