/* process.h - other programs at work on the same files: a child each, asked and killed. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_STORE_PROCESS_H
#define TESTS_UNIT_STORE_PROCESS_H
#include <stddef.h>
#include <sys/types.h>

struct process {
	pid_t pid;
	int answers; /* what it says, to be read */
	int go;	     /* told when it may go on */
};

/* Runs fn in a child, which ends when fn returns. fn may write to answers, and waits for go with
 * process_wait_for_go. */
struct process process_start(void (*fn)(int answers, int go, void *data), void *data);
void process_wait_for_go(int go);
void process_let_go(struct process *process);

/* The next so many bytes that it says; fewer at its end. */
size_t process_read(const struct process *process, void *out, size_t len);

/* kill -9, and its end. */
void process_kill(struct process *process);
/* Until it ends by itself; its exit status. */
int process_join(struct process *process);

#endif
