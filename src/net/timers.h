/* timers.h - what is to happen later: the loop's list of timers, soonest first. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_TIMERS_H
#define NET_TIMERS_H

struct timer;

struct timers {
	struct timer *first;
	unsigned long made; /* so far: numbers them */
};

/* See loop_after. */
struct timer *timers_add(struct timers *timers, int ms, void (*fn)(void *data), void *data);

/* Milliseconds until the next is due, 0 if one is; -1 when there is none. */
int timers_wait_ms(const struct timers *timers);

/* Calls those that are due and were made before this call. */
void timers_run(struct timers *timers);

/* Forgets them all. */
void timers_finish(struct timers *timers);

#endif
