/* signals.h - signals as something to read: blocked, taken from a signalfd, told to listeners. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_SIGNALS_H
#define NET_SIGNALS_H
#include <sys/types.h>

struct error;
struct loop;
struct signals;

struct signals *signals_new(struct error *err);
void signals_free(struct signals *signals); /* gives the old signal state back */

/* Readable when there is a signal to handle. */
int signals_fd(const struct signals *signals);

/* Handles those that arrived; see loop_on_signal. */
void signals_handle(struct signals *signals);

void signals_listen(struct signals *signals, int signo, void (*fn)(void *data), void *data);
void signals_unlisten(struct signals *signals, int signo, void (*fn)(void *data), void *data);

/* Nobody wants to know how this child ends: only that no zombie stays. */
void signals_forget_child(struct signals *signals, pid_t pid);

/* The loop's, as long as it lives. */
struct signals *loop_signals(struct loop *loop);

#endif
