/* loop.h - the program's one thread: it sleeps in one place and wakes for keys, sockets, timers and
 * signals. Nothing called from here may block. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_LOOP_H
#define NET_LOOP_H
#include <stdbool.h>

struct error;
struct loop;
struct timer;

/* Blocks HUP TERM INT WINCH TSTP CONT CHLD (threads that libcurl starts inherit that) and ignores
 * PIPE; loop_free gives the old state back. Does not touch libcurl yet: its initialisation happens
 * at the first sleep, after the first loop_before_sleep, so that a frame is painted before. */
struct loop *loop_new(struct error *err);
void loop_free(struct loop *loop); /* NULL is fine; calls, children and nets are freed before it */

/* Runs until loop_stop, also if that came before. May be called again afterwards. */
void loop_run(struct loop *loop);
void loop_stop(struct loop *loop);

/* Calls fn whenever fd can be read or has hung up (read tells which). One watch a descriptor; not
 * for plain files, which are always ready. Unwatch before closing fd; unwatching what is not
 * watched is fine, and so is unwatching from within fn. */
bool loop_watch(struct loop *loop, int fd, void (*fn)(void *data), void *data, struct error *err);
void loop_unwatch(struct loop *loop, int fd);

/* Calls fn when signo, one of those that loop_new blocks, has arrived. Several may listen. A signal
 * without a listener does what it does to any program: TERM ends it, TSTP stops it. */
void loop_on_signal(struct loop *loop, int signo, void (*fn)(void *data), void *data);
void loop_off_signal(struct loop *loop, int signo, void (*fn)(void *data), void *data);

/* Calls fn once in ms milliseconds (0: in the next turn, never at once). The timer is gone when fn
 * is called: forget the pointer there. Timers that are due together run in the order they were
 * made. */
struct timer *loop_after(struct loop *loop, int ms, void (*fn)(void *data), void *data);
void timer_cancel(struct timer *timer); /* NULL is fine; fn is not called any more */

/* Calls fn (NULL: nobody) in each turn after all that was ready has been handled, before sleeping:
 * the place to repaint once. What fn changes is handled before the sleep is long. */
void loop_before_sleep(struct loop *loop, void (*fn)(void *data), void *data);

/* How often the loop came back from its sleep. Does not grow while there is nothing to do. */
unsigned long loop_wakeups(const struct loop *loop);

#endif
