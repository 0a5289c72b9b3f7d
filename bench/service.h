/* service.h - a server of ours on a free port; it ends when its standard input does. */
/* SPDX-License-Identifier: ISC */
#ifndef BENCH_SERVICE_H
#define BENCH_SERVICE_H
#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

struct service {
	pid_t pid;
	int port;
	FILE *output;
	int lifeline;    /* our end of its standard input */
	double ready_ms; /* from its start to the line that says so */

	/* Of the sandbox: the sample administrator, logged in. */
	char *org_code, *client_id, *client_secret;
	char *token;
	char *log; /* NULL: it writes none */
};

/* Starts our sandbox with a new database of that many customers in folder, and logs in. False with
 * a message on standard error. */
bool service_start_sandbox(struct service *service, const char *program, const char *folder,
			   long customers);
/* The same with a file of its own, a log, and each answer held back for latency_ms. */
bool service_start_slow(struct service *service, const char *program, const char *folder,
			long customers, int latency_ms);
/* Starts http-floor, whose answers have that many bytes. */
bool service_start_floor(struct service *service, const char *program, size_t bytes);
void service_stop(struct service *service);

/* "GET path HTTP/1.1" with what the service wants to see. The caller frees. */
char *service_get(const struct service *service, const char *path);
char *service_put(const struct service *service, const char *path, const char *body);

#endif
