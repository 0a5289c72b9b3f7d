/* SPDX-License-Identifier: ISC */
#include "net/net.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "net/call.h"
#include "net/net_state.h"
#include "net/trace.h"

struct net *net_new(struct loop *loop, const struct net_options *options, struct error *err)
{
	struct origin origin;

	if (!origin_parse(&origin, options->origin, err))
		return NULL;
	struct net *net = xcalloc(1, sizeof(*net));
	net->loop = loop;
	net->origin = origin;
	net->name = origin_name(&origin);
	net->ca_file = options->ca_file ? xstrdup(options->ca_file) : NULL;
	net->connect_timeout_ms = options->connect_timeout_ms ?: NET_CONNECT_TIMEOUT_MS;
	net->total_timeout_ms = options->total_timeout_ms ?: NET_TOTAL_TIMEOUT_MS;
	net->body_max = options->body_max ?: NET_BODY_MAX;
	net->trace = trace_new(TRACE_CALLS);
	return net;
}

void net_free(struct net *net)
{
	if (!net)
		return;
	while (net->calls)
		call_cancel(net->calls);
	origin_finish(&net->origin);
	free(net->name);
	free(net->ca_file);
	trace_free(net->trace);
	free(net);
}

struct trace *net_trace(struct net *net)
{
	return net->trace;
}
