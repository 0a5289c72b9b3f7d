/* SPDX-License-Identifier: ISC */
#include "fault_proxy.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fault_give.h"
#include "fault_rules.h"
#include "http_stream.h"

struct connection {
	struct connection *next;
	struct fault_proxy *proxy;
	int fd;
	pthread_t thread;
};

struct fault_proxy {
	int listener, stop_fd, port, upstream_port;
	pthread_t thread;
	pthread_mutex_t lock; /* for all below */
	struct connection *connections;
	int connection_count;
	const struct fault *faults;
	size_t fault_count;
	int *seen;
	char **requests;
	int request_count;
};

static void *need(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

/* Keeps a copy of the request and gives the fault that it meets. */
static struct fault meet(struct fault_proxy *proxy, const char *request)
{
	pthread_mutex_lock(&proxy->lock);
	const struct fault *found =
		fault_find(proxy->faults, proxy->fault_count, proxy->seen, request);
	struct fault fault = found ? *found : (struct fault){ .kind = FAULT_NONE };
	proxy->requests = need(realloc(proxy->requests, ((size_t)proxy->request_count + 1) *
								sizeof(*proxy->requests)));
	proxy->requests[proxy->request_count++] = need(strdup(request));
	pthread_mutex_unlock(&proxy->lock);
	return fault;
}

static int connect_upstream(const struct fault_proxy *proxy)
{
	const struct sockaddr_in address = { .sin_family = AF_INET,
					     .sin_port = htons((uint16_t)proxy->upstream_port),
					     .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd >= 0 && connect(fd, (const struct sockaddr *)&address, sizeof(address)) < 0) {
		close(fd);
		return -1;
	}
	return fd;
}

/* The service's answer to request; NULL when it gives none. */
static char *ask_upstream(const struct fault_proxy *proxy, const char *request, size_t request_len,
			  size_t *len)
{
	struct http_stream stream = { .fd = connect_upstream(proxy), .stop_fd = proxy->stop_fd };
	char *answer = NULL;

	if (stream.fd < 0)
		return NULL;
	if (http_write(stream.fd, proxy->stop_fd, request, request_len))
		answer = http_stream_read(&stream, true, len);
	http_stream_finish(&stream);
	close(stream.fd);
	return answer;
}

static char *find_answer(const struct fault_proxy *proxy, const struct fault *fault,
			 const char *request, size_t request_len, size_t *len)
{
	static const char usual[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
				    "Content-Length: 2\r\n\r\n{}";
	const char *canned = fault->answer ? fault->answer : usual;

	if (!fault->answer && proxy->upstream_port)
		return ask_upstream(proxy, request, request_len, len);
	if (fault->kind == FAULT_INSTEAD)
		free(ask_upstream(proxy, request, request_len, len));
	*len = fault->answer && fault->answer_len ? fault->answer_len : strlen(canned);
	return memcpy(need(malloc(*len)), canned, *len);
}

static bool serve_request(const struct connection *connection, const char *request,
			  size_t request_len)
{
	struct fault_proxy *proxy = connection->proxy;
	const struct fault fault = meet(proxy, request);
	char *answer = NULL;
	size_t len = 0;

	if (fault_asks_for_answer(&fault)) {
		answer = find_answer(proxy, &fault, request, request_len, &len);
		if (!answer)
			return false;
	}
	bool go_on = fault_give(&fault, connection->fd, proxy->stop_fd, answer, len);
	free(answer);
	return go_on;
}

static void *serve_connection(void *data)
{
	struct connection *connection = data;
	struct http_stream stream = { .fd = connection->fd, .stop_fd = connection->proxy->stop_fd };
	char *request;
	size_t len;
	bool go_on = true;

	while (go_on && (request = http_stream_read(&stream, false, &len))) {
		go_on = serve_request(connection, request, len);
		free(request);
	}
	http_stream_finish(&stream);
	close(connection->fd);
	return NULL;
}

static void add_connection(struct fault_proxy *proxy, int fd)
{
	struct connection *connection = need(calloc(1, sizeof(*connection)));

	connection->proxy = proxy;
	connection->fd = fd;
	if (pthread_create(&connection->thread, NULL, serve_connection, connection) != 0)
		abort();
	pthread_mutex_lock(&proxy->lock);
	connection->next = proxy->connections;
	proxy->connections = connection;
	proxy->connection_count++;
	pthread_mutex_unlock(&proxy->lock);
}

static void *accept_all(void *data)
{
	struct fault_proxy *proxy = data;
	struct pollfd fds[] = { { .fd = proxy->listener, .events = POLLIN },
				{ .fd = proxy->stop_fd, .events = POLLIN } };

	while (poll(fds, 2, -1) > 0 && !fds[1].revents) {
		int fd = accept4(proxy->listener, NULL, NULL, SOCK_CLOEXEC);
		if (fd >= 0)
			add_connection(proxy, fd);
	}
	return NULL;
}

static bool listen_on_loopback(struct fault_proxy *proxy)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
				       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);

	proxy->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (proxy->listener < 0 ||
	    bind(proxy->listener, (const struct sockaddr *)&address, sizeof(address)) < 0 ||
	    listen(proxy->listener, 64) < 0 ||
	    getsockname(proxy->listener, (struct sockaddr *)&address, &len) < 0)
		return false;
	proxy->port = ntohs(address.sin_port);
	return true;
}

struct fault_proxy *fault_proxy_start(int upstream_port, const struct fault *faults, size_t count)
{
	struct fault_proxy *proxy = need(calloc(1, sizeof(*proxy)));
	sigset_t all, old;

	proxy->upstream_port = upstream_port;
	proxy->stop_fd = eventfd(0, EFD_CLOEXEC);
	pthread_mutex_init(&proxy->lock, NULL);
	fault_proxy_set(proxy, faults, count);
	if (proxy->stop_fd < 0 || !listen_on_loopback(proxy))
		abort();
	sigfillset(&all); /* signals are for the program under test */
	pthread_sigmask(SIG_SETMASK, &all, &old);
	if (pthread_create(&proxy->thread, NULL, accept_all, proxy) != 0)
		abort();
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return proxy;
}

int fault_proxy_port(const struct fault_proxy *proxy)
{
	return proxy->port;
}

void fault_proxy_set(struct fault_proxy *proxy, const struct fault *faults, size_t count)
{
	pthread_mutex_lock(&proxy->lock);
	free(proxy->seen);
	proxy->seen = need(calloc(count + 1, sizeof(*proxy->seen)));
	proxy->faults = faults;
	proxy->fault_count = count;
	pthread_mutex_unlock(&proxy->lock);
}

int fault_proxy_connections(struct fault_proxy *proxy)
{
	pthread_mutex_lock(&proxy->lock);
	int count = proxy->connection_count;
	pthread_mutex_unlock(&proxy->lock);
	return count;
}

int fault_proxy_requests(struct fault_proxy *proxy)
{
	pthread_mutex_lock(&proxy->lock);
	int count = proxy->request_count;
	pthread_mutex_unlock(&proxy->lock);
	return count;
}

char *fault_proxy_request(struct fault_proxy *proxy, int i)
{
	pthread_mutex_lock(&proxy->lock);
	char *copy = i < proxy->request_count ? need(strdup(proxy->requests[i])) : NULL;
	pthread_mutex_unlock(&proxy->lock);
	return copy;
}

static void free_all(struct fault_proxy *proxy)
{
	for (int i = 0; i < proxy->request_count; i++)
		free(proxy->requests[i]);
	free(proxy->requests);
	free(proxy->seen);
	pthread_mutex_destroy(&proxy->lock);
	free(proxy);
}

void fault_proxy_stop(struct fault_proxy *proxy)
{
	const uint64_t one = 1;

	if (!proxy)
		return;
	if (write(proxy->stop_fd, &one, sizeof(one)) != sizeof(one))
		abort();
	pthread_join(proxy->thread, NULL);
	while (proxy->connections) {
		struct connection *connection = proxy->connections;
		proxy->connections = connection->next;
		pthread_join(connection->thread, NULL);
		free(connection);
	}
	close(proxy->listener);
	close(proxy->stop_fd);
	free_all(proxy);
}
