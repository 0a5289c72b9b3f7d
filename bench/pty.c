/* SPDX-License-Identifier: ISC */
#include "pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "process.h"

bool pty_start(struct pty *pty, const char *const argv[])
{
	const struct winsize size = { .ws_row = PTY_ROWS, .ws_col = PTY_COLS };

	*pty = (struct pty){ .started_ms = process_now_ms() };
	pty->pid = forkpty(&pty->fd, NULL, NULL, &size);
	if (pty->pid == 0)
		process_become(argv);
	if (pty->pid < 0)
		perror("forkpty");
	return pty->pid > 0;
}

void pty_finish(struct pty *pty)
{
	process_end(pty->pid);
	close(pty->fd);
}

/* Keeps the end of what came, so that a text cut by two reads is found. */
static void remember(struct pty *pty, const char *bytes, size_t len)
{
	size_t keep = sizeof(pty->tail) - 1 - len;

	if (pty->tail_len > keep) {
		memmove(pty->tail, pty->tail + pty->tail_len - keep, keep);
		pty->tail_len = keep;
	}
	memcpy(pty->tail + pty->tail_len, bytes, len);
	pty->tail_len += len;
	pty->tail[pty->tail_len] = '\0';
}

/* False when nothing came in time, or the program has ended. */
static bool read_some(struct pty *pty, int limit_ms)
{
	struct pollfd ready = { .fd = pty->fd, .events = POLLIN };
	char bytes[sizeof(pty->tail) / 2];
	ssize_t got;

	if (poll(&ready, 1, limit_ms) <= 0)
		return false;
	got = read(pty->fd, bytes, sizeof(bytes));
	if (got <= 0)
		return false;
	pty->last_ms = process_now_ms();
	if (pty->bytes == 0)
		pty->first_ms = pty->last_ms;
	pty->bytes += (size_t)got;
	remember(pty, bytes, (size_t)got);
	return true;
}

bool pty_wait_for(struct pty *pty, const char *text, int limit_ms)
{
	double end_ms = process_now_ms() + limit_ms;

	while (!memmem(pty->tail, pty->tail_len, text, strlen(text))) {
		int left_ms = (int)(end_ms - process_now_ms());

		if (left_ms <= 0 || !read_some(pty, left_ms))
			return false;
	}
	return true;
}

void pty_settle(struct pty *pty, int quiet_ms)
{
	while (read_some(pty, quiet_ms))
		;
}

void pty_read_for(struct pty *pty, int ms)
{
	double end_ms = process_now_ms() + ms;
	int left_ms;

	while ((left_ms = (int)(end_ms - process_now_ms() + 0.5)) > 0)
		read_some(pty, left_ms);
}

void pty_keys(struct pty *pty, const char *bytes)
{
	size_t len = strlen(bytes);

	pty->tail_len = 0;
	while (len > 0) {
		ssize_t put = write(pty->fd, bytes, len);

		if (put < 0 && errno != EINTR)
			return;
		if (put > 0) {
			bytes += put;
			len -= (size_t)put;
		}
	}
}
