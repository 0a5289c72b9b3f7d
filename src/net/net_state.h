/* net_state.h - what the calls of one net share: for this folder alone. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_NET_STATE_H
#define NET_NET_STATE_H
#include <stddef.h>

#include "net/origin.h"

struct net {
	struct loop *loop;
	struct origin origin;
	char *name; /* of the origin, for sentences */
	char *ca_file;
	int connect_timeout_ms, total_timeout_ms;
	size_t body_max;
	struct trace *trace;
	struct call *calls; /* that run or wait */
};

#endif
