/* pty.h - a program in a terminal of 160x48 that nobody looks at: keys go in, bytes come out and
 * are counted and timed. */
/* SPDX-License-Identifier: ISC */
#ifndef BENCH_PTY_H
#define BENCH_PTY_H
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PTY_COLS = 160, PTY_ROWS = 48 };

struct pty {
	pid_t pid;
	int fd;
	double started_ms; /* just before the fork */
	double first_ms;   /* when the first byte came; 0: none did */
	double last_ms;    /* when the latest byte came */
	size_t bytes;      /* so far */
	char tail[4096];   /* the latest bytes, to look for texts in */
	size_t tail_len;
};

/* Starts argv (the environment is ours). False with a message on standard error. */
bool pty_start(struct pty *pty, const char *const argv[]);
/* Ends the program. */
void pty_finish(struct pty *pty);

/* Reads until text has come out; false after limit_ms. */
bool pty_wait_for(struct pty *pty, const char *text, int limit_ms);
/* Reads until nothing came for quiet_ms. */
void pty_settle(struct pty *pty, int quiet_ms);
/* Reads for that long, whatever comes. */
void pty_read_for(struct pty *pty, int ms);
void pty_keys(struct pty *pty, const char *bytes);

#endif
