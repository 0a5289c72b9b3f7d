/* fault_proxy.h - a server on loopback that misbehaves as it is told, request by request: in front
 * of a real service, or alone with answers from a script. Runs in threads of its own. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_FAULTS_FAULT_PROXY_H
#define TESTS_FAULTS_FAULT_PROXY_H
#include <stdbool.h>
#include <stddef.h>

enum fault_kind {
	FAULT_NONE,        /* "none": as if there were no rule */
	FAULT_DROP_BEFORE, /* "drop-before": takes the request, forwards nothing, closes */
	FAULT_DROP_AFTER,  /* "drop-after": the service carries it out, the client hears nothing */
	FAULT_CUT,         /* "cut": closes after amount bytes of the answer */
	FAULT_RESET,       /* "reset": the same, with a reset instead of an end */
	FAULT_DELAY,       /* "delay": the answer begins after amount milliseconds */
	FAULT_TRICKLE,     /* "trickle": a byte of the answer each amount milliseconds */
	FAULT_GARBLE,      /* "garble": the answer's bytes are inverted from the amount-th on */
	FAULT_HANG,        /* "hang": no answer, ever; the connection stays open */
	FAULT_FLOOD,       /* "flood": a chunked 200 that does not end before the client leaves */
	FAULT_ANSWER,      /* "answer": answer itself, the service is not asked */
	FAULT_INSTEAD,     /* "instead": the service carries it out, answer takes the place of its own */
	FAULT_LAST,        /* "last": the answer whole, then closes without having said so */
};

/* The nth request (0: each) that has this method and has path somewhere in its target. The first
 * rule that fits is taken; every rule counts the requests that it matches. */
struct fault {
	const char *method; /* NULL: any */
	const char *path;   /* NULL: any */
	int nth;
	enum fault_kind kind;
	long amount;
	const char *answer; /* from the status line on; borrowed until the proxy stops */
	size_t answer_len;  /* 0: up to its NUL */
};

struct fault_proxy;

/* upstream_port 0: there is no service; what no rule answers gets 200 and "{}". faults is borrowed
 * until the proxy stops. NULL with errno when there is no port. */
struct fault_proxy *fault_proxy_start(int upstream_port, const struct fault *faults, size_t count);
int fault_proxy_port(const struct fault_proxy *proxy);

/* Other rules from the next request on; their counts begin anew. */
void fault_proxy_set(struct fault_proxy *proxy, const struct fault *faults, size_t count);

/* How many connections came, and how many requests were read to their end. */
int fault_proxy_connections(struct fault_proxy *proxy);
int fault_proxy_requests(struct fault_proxy *proxy);

/* Request number i (0 is the first) as it came, head and body; the caller frees. NULL: none yet. */
char *fault_proxy_request(struct fault_proxy *proxy, int i);

/* Closes all connections and waits for its threads. NULL is fine. */
void fault_proxy_stop(struct fault_proxy *proxy);

#endif
