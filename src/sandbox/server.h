/* server.h - HTTP on one thread and one epoll descriptor. The one header that stands for
 * libmicrohttpd. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SERVER_H
#define SANDBOX_SERVER_H
#include <stdbool.h>
#include <stdint.h>

struct error;
struct request_log;
struct server;
struct service;

enum {
	/* Bodies above are refused: 413 at once when Content-Length says so; else read without
	 * being kept, as far as SERVER_DRAIN_MAX, where the connection is closed. */
	SERVER_BODY_MAX = 1 << 20,
	SERVER_DRAIN_MAX = 16 << 20,
};

struct server_options {
	struct service *service;
	struct request_log *log; /* NULL: none */
	int64_t latency_ms;      /* answers are held back that long */
};

/* Serves what arrives at listener (a listening socket, taken over). NULL on error. */
struct server *server_new(int listener, const struct server_options *options, struct error *err);
void server_free(struct server *server); /* NULL is fine */

/* Becomes readable when there is something to do. */
int server_fd(const struct server *server);
/* Milliseconds until there is something to do anyway; -1: nothing is due. */
int server_timeout_ms(struct server *server);
/* Does what there is to do, without waiting. */
void server_run(struct server *server);

#endif
