/* net.h - how one service may be reached: the rules and limits that all its calls share, their
 * connections and their trace. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_NET_H
#define NET_NET_H
#include <stdbool.h>
#include <stddef.h>

struct error;
struct loop;
struct net;
struct trace;

struct net_options {
	const char *origin;     /* "https://api.example" or any URL there; others are refused */
	const char *ca_file;    /* PEM, a certificate authority beside the system's; or NULL */
	int connect_timeout_ms; /* name, connection and TLS together; 0: NET_CONNECT_TIMEOUT_MS */
	int total_timeout_ms;   /* one try from name to last byte; 0: NET_TOTAL_TIMEOUT_MS */
	size_t body_max;        /* bytes of an answer after decompression; 0: NET_BODY_MAX */
};

enum {
	NET_CONNECT_TIMEOUT_MS = 10 * 1000,
	NET_TOTAL_TIMEOUT_MS = 30 * 1000,
	NET_BODY_MAX = 16 * 1024 * 1024,
};

/* Options are copied; loop must outlive the net. NULL with ERROR_INPUT when origin is no http or
 * https URL, or is plain http to another machine. */
struct net *net_new(struct loop *loop, const struct net_options *options, struct error *err);

/* Cancels what is still running. NULL is fine. */
void net_free(struct net *net);

/* Borrowed, as long as the net lives. */
struct trace *net_trace(struct net *net);

/* Whether a profile may name this URL: https, or http to this machine. The message says what was
 * expected. */
bool net_url_allowed(const char *url, struct error *err);

#endif
