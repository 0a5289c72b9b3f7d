/* child.h - another program beside the loop: what it prints comes line by line, its end is told.
 *
 * The child gets /dev/null as standard input, a session of its own (it cannot disturb the
 * terminal), default signals and none of our descriptors but one: CHILD_LIFELINE_FD, the read end
 * of a pipe that nobody writes to. It reads end of file there as soon as we are gone, also after
 * kill -9. A program that shall end with us is told the number (as an argument) and watches it. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_CHILD_H
#define NET_CHILD_H
#include <stdbool.h>
#include <stddef.h>

struct child;
struct error;
struct loop;

enum {
	CHILD_LIFELINE_FD = 3,
	CHILD_LINE_MAX = 16 * 1024, /* a longer line is given in pieces */
	CHILD_COMPLAINT_SIZE = 512,
};

struct child_end {
	bool clean;            /* it exited with status 0 */
	int exit_status;       /* -1 when a signal ended it */
	int signal;            /* 0 unless one did */
	const char *complaint; /* the last line that it wrote to standard error; "" if none. As it
				* came: clean it before it is shown */
};

struct child_handlers {
	/* A line of standard output without its line end; a last one without line end counts.
	 * Borrowed, NUL behind it, wiped afterwards: it may be a secret. NULL: not wanted. */
	void (*line)(void *data, char *text, size_t len);
	/* It ended and all its lines were given. The child is gone when this is called. */
	void (*ended)(void *data, const struct child_end *end);
};

/* Runs argv (argv[0] is looked for in PATH unless it has a slash; NULL at the end). No shell sees
 * it: who wants one says "sh", "-c", command. NULL when it cannot be started; then no handler is
 * called. */
struct child *child_start(struct loop *loop, const char *const argv[],
			  const struct child_handlers *handlers, void *data, struct error *err);

/* Asks the child and what it started to end (TERM) and forgets it: no handler is called any more.
 * Returns at once. NULL is fine. */
void child_stop(struct child *child);

#endif
