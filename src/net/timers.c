/* SPDX-License-Identifier: ISC */
#include "net/timers.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "net/loop.h"

struct timer {
	struct timer *next, **link; /* *link is this one */
	int64_t due_ms;
	unsigned long number;
	void (*fn)(void *data);
	void *data;
};

struct timer *timers_add(struct timers *timers, int ms, void (*fn)(void *data), void *data)
{
	struct timer *timer = xmalloc(sizeof(*timer)), **link = &timers->first;

	*timer = (struct timer){ .due_ms = clock_now_ms() + (ms > 0 ? ms : 0),
				 .fn = fn,
				 .data = data };
	timer->number = ++timers->made;
	while (*link && (*link)->due_ms <= timer->due_ms)
		link = &(*link)->next;
	timer->next = *link;
	timer->link = link;
	if (timer->next)
		timer->next->link = &timer->next;
	*link = timer;
	return timer;
}

void timer_cancel(struct timer *timer)
{
	if (!timer)
		return;
	*timer->link = timer->next;
	if (timer->next)
		timer->next->link = timer->link;
	free(timer);
}

int timers_wait_ms(const struct timers *timers)
{
	if (!timers->first)
		return -1;
	int64_t left = timers->first->due_ms - clock_now_ms();
	return left <= 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}

/* The first that is due and no newer than number. */
static struct timer *due(const struct timers *timers, int64_t now_ms, unsigned long number)
{
	struct timer *timer = timers->first;

	while (timer && timer->number > number)
		timer = timer->next;
	return timer && timer->due_ms <= now_ms ? timer : NULL;
}

void timers_run(struct timers *timers)
{
	const int64_t now_ms = clock_now_ms();
	const unsigned long newest = timers->made; /* what a timer starts waits for the next turn */
	struct timer *timer;

	while ((timer = due(timers, now_ms, newest))) {
		void (*fn)(void *data) = timer->fn;
		void *data = timer->data;
		timer_cancel(timer);
		fn(data);
	}
}

void timers_finish(struct timers *timers)
{
	while (timers->first)
		timer_cancel(timers->first);
}
