/* SPDX-License-Identifier: ISC */
#include "ui/term_crash.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"

enum { RESTORE_SIZE = 256, SIGNAL_STACK_SIZE = 64 * 1024 };

static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
enum { CRASHES = sizeof(crashes) / sizeof(crashes[0]) };

/* A signal handler gets no argument: this is the one thing here that lives at file scope. It is
 * filled before the handlers are set. */
static struct {
	int fd;
	struct termios modes;
	char restore[RESTORE_SIZE];
	size_t restore_len;
	struct sigaction before[CRASHES];
	void *stack;
} watch = { .fd = -1 };

/* Only calls that are safe in a signal handler. */
static void restore_now(void)
{
	if (watch.fd < 0)
		return;
	ssize_t written = write(watch.fd, watch.restore, watch.restore_len);
	(void)written; /* nobody is left to tell */
	tcsetattr(watch.fd, TCSANOW, &watch.modes);
	watch.fd = -1;
}

/* Restores, and lets the signal do what it would have done without us: a sanitizer's report, a core
 * dump. A fault happens again on return; what kill() or abort() sent must be raised again. */
static void on_crash(int signo, siginfo_t *info, void *context)
{
	(void)context;
	restore_now();
	for (int i = 0; i < CRASHES; i++)
		if (crashes[i] == signo)
			sigaction(signo, &watch.before[i], NULL);
	if (info->si_code <= 0)
		raise(signo);
}

void term_crash_watch(int fd, const struct termios *modes, const char *restore)
{
	struct sigaction action = { .sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK };

	watch.modes = *modes;
	watch.restore_len = strnlen(restore, RESTORE_SIZE);
	memcpy(watch.restore, restore, watch.restore_len);
	watch.fd = fd;
	/* A stack that ran over cannot hold the handler's frame. */
	watch.stack = xmalloc(SIGNAL_STACK_SIZE);
	sigaltstack(&(stack_t){ .ss_sp = watch.stack, .ss_size = SIGNAL_STACK_SIZE }, NULL);
	for (int i = 0; i < CRASHES; i++)
		sigaction(crashes[i], &action, &watch.before[i]);
	alloc_on_exhausted(restore_now);
}

void term_crash_unwatch(void)
{
	alloc_on_exhausted(NULL);
	for (int i = 0; i < CRASHES; i++)
		sigaction(crashes[i], &watch.before[i], NULL);
	sigaltstack(&(stack_t){ .ss_flags = SS_DISABLE }, NULL);
	free(watch.stack);
	watch.stack = NULL;
	watch.fd = -1;
}
