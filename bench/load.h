/* load.h - as many requests as a server answers: kept-alive connections to a port of this machine,
 * each with one request under way. */
/* SPDX-License-Identifier: ISC */
#ifndef BENCH_LOAD_H
#define BENCH_LOAD_H
#include <stdbool.h>

enum { LOAD_CONNECTIONS_MAX = 64 };

struct load_result {
	double per_second;
	double median_ms; /* of one request */
	int status;       /* of the last answer that was no 2xx; 0: all were */
};

/* Sends request (whole, as text) again and again for ms milliseconds. False with a message on
 * standard error when the server closes or sends what is no HTTP. */
bool load_run(int port, const char *request, int connections, int ms, struct load_result *result);

/* One request; its body as text, the caller frees. NULL with a message on standard error. */
char *load_ask(int port, const char *request);

#endif
