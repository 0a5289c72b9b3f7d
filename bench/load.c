/* SPDX-License-Identifier: ISC */
#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"
#include "process.h"
#include "samples.h"

/* One connection and the answer that is coming in on it. */
struct link {
	int fd;
	double sent_ms;
	char bytes[256 * 1024]; /* head and body */
	size_t len;
	size_t whole; /* what len will be when all is here; 0: the head is not complete */
};

static bool dial(struct link *link, int port)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
				       .sin_port = htons((uint16_t)port),
				       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int yes = 1;

	link->len = link->whole = 0;
	link->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (link->fd < 0 || connect(link->fd, (struct sockaddr *)&address, sizeof(address)) != 0) {
		perror("connect");
		return false;
	}
	return setsockopt(link->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes)) == 0;
}

static bool ask(struct link *link, const char *request, size_t len)
{
	link->len = link->whole = 0;
	link->sent_ms = process_now_ms();
	return write(link->fd, request, len) == (ssize_t)len;
}

/* Sets whole when the head is complete. */
static void read_head(struct link *link)
{
	const char *end = memmem(link->bytes, link->len, "\r\n\r\n", 4);
	const char *length;

	if (!end)
		return;
	length = strcasestr(link->bytes, "\r\nContent-Length:");
	link->whole = (size_t)(end + 4 - link->bytes);
	if (length && length < end)
		link->whole += strtoul(length + strlen("\r\nContent-Length:"), NULL, 10);
}

/* 1: the answer is complete; 0: it is not; -1: it never will be. */
static int take(struct link *link)
{
	ssize_t got = read(link->fd, link->bytes + link->len, sizeof(link->bytes) - 1 - link->len);

	if (got <= 0) {
		fprintf(stderr, "the server closed a connection (%s)\n",
			got < 0 ? strerror(errno) : "end");
		return -1;
	}
	link->len += (size_t)got;
	link->bytes[link->len] = '\0';
	if (link->whole == 0)
		read_head(link);
	return link->whole > 0 && link->len >= link->whole;
}

static int status_of(const struct link *link)
{
	return link->len > 12 ? atoi(link->bytes + 9) : -1;
}

struct run {
	int epoll;
	const char *request;
	size_t request_len;
	long answers;
	struct samples took_ms;
	struct load_result *result;
};

static bool begin(struct run *run, struct link *link, int port)
{
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = link };

	return dial(link, port) && epoll_ctl(run->epoll, EPOLL_CTL_ADD, link->fd, &event) == 0 &&
	       ask(link, run->request, run->request_len);
}

static bool handle(struct run *run, struct link *link)
{
	int state = take(link);

	if (state <= 0)
		return state == 0;
	if (status_of(link) / 100 != 2)
		run->result->status = status_of(link);
	if (run->answers++ % 16 == 0) /* enough for a median */
		samples_add(&run->took_ms, process_now_ms() - link->sent_ms);
	return ask(link, run->request, run->request_len);
}

static bool run_until(struct run *run, double end_ms)
{
	while (process_now_ms() < end_ms) {
		struct epoll_event events[LOAD_CONNECTIONS_MAX];
		int ready = epoll_wait(run->epoll, events, LOAD_CONNECTIONS_MAX, 100);

		for (int i = 0; i < ready; i++)
			if (!handle(run, events[i].data.ptr))
				return false;
	}
	return true;
}

bool load_run(int port, const char *request, int connections, int ms, struct load_result *result)
{
	struct link *links = xcalloc((size_t)connections, sizeof(*links));
	struct run run = { .epoll = epoll_create1(EPOLL_CLOEXEC),
			   .request = request,
			   .request_len = strlen(request),
			   .result = result };
	double begun_ms = process_now_ms();
	bool ok = true;

	*result = (struct load_result){ 0 };
	for (int i = 0; i < connections; i++)
		links[i].fd = -1;
	for (int i = 0; ok && i < connections; i++)
		ok = begin(&run, &links[i], port);
	ok = ok && run_until(&run, begun_ms + ms);
	result->per_second = (double)run.answers * 1000 / (process_now_ms() - begun_ms);
	result->median_ms = samples_median(&run.took_ms);
	samples_finish(&run.took_ms);
	for (int i = 0; i < connections; i++)
		if (links[i].fd >= 0)
			close(links[i].fd);
	close(run.epoll);
	free(links);
	return ok;
}

char *load_ask(int port, const char *request)
{
	struct link *link = xcalloc(1, sizeof(*link));
	char *body = NULL;
	int state = 0;

	if (dial(link, port) && ask(link, request, strlen(request)))
		while ((state = take(link)) == 0)
			;
	if (state == 1)
		body = xstrdup(strstr(link->bytes, "\r\n\r\n") + 4);
	if (link->fd >= 0)
		close(link->fd);
	free(link);
	return body;
}
