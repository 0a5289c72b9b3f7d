/* SPDX-License-Identifier: ISC */
#include "fault_give.h"

#include <sys/socket.h>

#include "http_stream.h"

static bool trickle(int fd, int stop_fd, const char *answer, size_t len, int ms)
{
	for (size_t i = 0; i < len; i++)
		if (!http_write(fd, stop_fd, answer + i, 1) || !http_pause(fd, stop_fd, ms))
			return false;
	return true;
}

static bool flood(int fd, int stop_fd)
{
	static const char head[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
	static const char chunk[] = "10\r\n0123456789abcdef\r\n";
	bool there = http_write(fd, stop_fd, head, sizeof(head) - 1);

	while (there)
		there = http_write(fd, stop_fd, chunk, sizeof(chunk) - 1);
	return false;
}

static void make_close_a_reset(int fd)
{
	const struct linger now = { .l_onoff = 1, .l_linger = 0 };

	setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
}

bool fault_asks_for_answer(const struct fault *fault)
{
	return fault->kind != FAULT_DROP_BEFORE && fault->kind != FAULT_HANG &&
	       fault->kind != FAULT_FLOOD;
}

bool fault_give(const struct fault *fault, int fd, int stop_fd, char *answer, size_t len)
{
	const size_t amount = (size_t)fault->amount < len ? (size_t)fault->amount : len;

	switch (fault->kind) {
	case FAULT_DROP_BEFORE:
	case FAULT_DROP_AFTER:
		return false;
	case FAULT_HANG:
		return http_pause(fd, stop_fd, -1);
	case FAULT_FLOOD:
		return flood(fd, stop_fd);
	case FAULT_RESET:
		http_write(fd, stop_fd, answer, amount);
		make_close_a_reset(fd);
		return false;
	case FAULT_CUT:
		http_write(fd, stop_fd, answer, amount);
		return false;
	case FAULT_GARBLE:
		for (size_t i = amount; i < len; i++)
			answer[i] = (char)~answer[i];
		break;
	case FAULT_TRICKLE:
		return trickle(fd, stop_fd, answer, len, (int)fault->amount);
	case FAULT_DELAY:
		if (!http_pause(fd, stop_fd, (int)fault->amount))
			return false;
		break;
	case FAULT_LAST:
		http_write(fd, stop_fd, answer, len);
		return false;
	case FAULT_NONE:
	case FAULT_ANSWER:
	case FAULT_INSTEAD:
		break;
	}
	return http_write(fd, stop_fd, answer, len);
}
