/* SPDX-License-Identifier: ISC */
#include "net/loop.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/multi.h"
#include "net/signals.h"
#include "net/timers.h"

struct watch {
	struct watch *next;
	int fd;
	void (*fn)(void *data); /* NULL: gone, freed at the end of the turn */
	void *data;
};

/* Descriptors are collected in an epoll set and libcurl waits for that one: curl_multi_poll tells
 * of data but not of a hang-up, and would return again and again for a pipe whose other end is
 * closed. */
struct loop {
	int epoll;
	struct watch *watches;
	struct signals *signals;
	struct timers timers;
	struct multi *multi;
	void (*before_sleep)(void *data);
	void *before_sleep_data;
	unsigned long wakeups;
	bool stopped;
};

static void handle_signals(void *data)
{
	struct loop *loop = data;

	signals_handle(loop->signals);
}

struct loop *loop_new(struct error *err)
{
	struct loop *loop = xcalloc(1, sizeof(*loop));

	loop->multi = multi_new();
	loop->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (loop->epoll < 0) {
		error_set_errno(err, errno, _("Cannot wait for several things at once"));
	} else if ((loop->signals = signals_new(err)) &&
		   loop_watch(loop, signals_fd(loop->signals), handle_signals, loop, err)) {
		return loop;
	}
	loop_free(loop);
	return NULL;
}

static void free_watches(struct loop *loop, bool all)
{
	struct watch **link = &loop->watches;

	while (*link) {
		struct watch *watch = *link;
		if (watch->fn && !all) {
			link = &watch->next;
			continue;
		}
		*link = watch->next;
		free(watch);
	}
}

void loop_free(struct loop *loop)
{
	if (!loop)
		return;
	timers_finish(&loop->timers);
	free_watches(loop, true);
	multi_free(loop->multi);
	signals_free(loop->signals);
	if (loop->epoll >= 0)
		close(loop->epoll);
	free(loop);
}

bool loop_watch(struct loop *loop, int fd, void (*fn)(void *data), void *data, struct error *err)
{
	struct watch *watch = xmalloc(sizeof(*watch));
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = watch };

	if (epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &event) < 0) {
		free(watch);
		return error_set_errno(err, errno, _("Cannot wait for descriptor %d"), fd);
	}
	*watch = (struct watch){ .next = loop->watches, .fd = fd, .fn = fn, .data = data };
	loop->watches = watch;
	return true;
}

void loop_unwatch(struct loop *loop, int fd)
{
	for (struct watch *watch = loop->watches; watch; watch = watch->next)
		if (watch->fd == fd && watch->fn) {
			watch->fn = NULL;
			epoll_ctl(loop->epoll, EPOLL_CTL_DEL, fd, NULL);
		}
}

static void handle_watches(struct loop *loop)
{
	struct epoll_event ready[16];
	int count = epoll_wait(loop->epoll, ready, sizeof(ready) / sizeof(*ready), 0);

	for (int i = 0; i < count; i++) {
		struct watch *watch = ready[i].data.ptr;
		if (watch->fn) /* else one before it took it away */
			watch->fn(watch->data);
	}
	free_watches(loop, false);
}

void loop_run(struct loop *loop)
{
	while (!loop->stopped) {
		if (loop->before_sleep)
			loop->before_sleep(loop->before_sleep_data);
		if (loop->stopped)
			break;
		multi_wait(loop->multi, loop->epoll, timers_wait_ms(&loop->timers));
		loop->wakeups++;
		handle_watches(loop);
		timers_run(&loop->timers);
		multi_perform(loop->multi);
	}
	loop->stopped = false;
}

void loop_stop(struct loop *loop)
{
	loop->stopped = true;
}

void loop_on_signal(struct loop *loop, int signo, void (*fn)(void *data), void *data)
{
	signals_listen(loop->signals, signo, fn, data);
}

void loop_off_signal(struct loop *loop, int signo, void (*fn)(void *data), void *data)
{
	signals_unlisten(loop->signals, signo, fn, data);
}

struct timer *loop_after(struct loop *loop, int ms, void (*fn)(void *data), void *data)
{
	return timers_add(&loop->timers, ms, fn, data);
}

void loop_before_sleep(struct loop *loop, void (*fn)(void *data), void *data)
{
	loop->before_sleep = fn;
	loop->before_sleep_data = data;
}

unsigned long loop_wakeups(const struct loop *loop)
{
	return loop->wakeups;
}

struct signals *loop_signals(struct loop *loop)
{
	return loop->signals;
}

struct multi *loop_multi(struct loop *loop)
{
	return loop->multi;
}
