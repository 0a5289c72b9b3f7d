/* SPDX-License-Identifier: ISC */
#include "net_fixture.h"

#include <unistd.h>

#include "base/alloc.h"

enum { PATIENCE_MS = 20 * 1000, TOO_LONG_S = 60 };

void fixture_start(struct fixture *fixture, const struct fault *faults, size_t count,
		   const struct net_options *options)
{
	struct net_options all = options ? *options : (struct net_options){ 0 };
	struct fault_proxy *proxy = fault_proxy_start(0, faults, count);
	char *origin = xasprintf("http://127.0.0.1:%d", fault_proxy_port(proxy));
	all.origin = origin;
	fixture_start_at(fixture, &all);
	fixture->proxy = proxy;
	free(origin);
}

void fixture_start_at(struct fixture *fixture, const struct net_options *options)
{
	struct error err = { 0 };

	alarm(TOO_LONG_S); /* a test that hangs has failed */
	*fixture = (struct fixture){ .loop = loop_new(&err) };
	assert_non_null(fixture->loop);
	fixture->net = net_new(fixture->loop, options, &err);
	assert_non_null(fixture->net);
}

void fixture_stop(struct fixture *fixture)
{
	net_free(fixture->net);
	loop_free(fixture->loop);
	fault_proxy_stop(fixture->proxy);
}

char *fixture_url(const struct fixture *fixture, const char *path)
{
	return xasprintf("http://127.0.0.1:%d%s", fault_proxy_port(fixture->proxy), path);
}

static void keep(void *data, const struct answer *answer)
{
	struct fixture *fixture = data;
	struct kept_answer *kept = &fixture->answer;

	kept->count++;
	kept->outcome = answer->outcome;
	kept->status = answer->status;
	kept->tries = answer->tries;
	kept->len = answer->len;
	kept->date_unix_s = answer->date_unix_s;
	snprintf(kept->body, sizeof(kept->body), "%s", answer->body);
	snprintf(kept->content_type, sizeof(kept->content_type), "%s", answer->content_type);
	snprintf(kept->message, sizeof(kept->message), "%s", answer->error.message);
	assert_int_equal(answer->outcome == ANSWER_HTTP, !*kept->message);
	loop_stop(fixture->loop);
}

struct call *fixture_start_call(struct fixture *fixture, const char *method, const char *path,
				const struct request *flags)
{
	struct request request = *flags;
	char *url = strstr(path, "://") ? xstrdup(path) : fixture_url(fixture, path);

	request.method = method;
	request.url = url;
	fixture->answer = (struct kept_answer){ 0 };
	struct call *call = call_start(fixture->net, &request, keep, fixture);
	free(url);
	return call;
}

static void time_is_up(void *data)
{
	struct fixture *fixture = data;

	fixture->limit = NULL;
	loop_stop(fixture->loop);
}

void fixture_run_for(struct fixture *fixture, int ms)
{
	fixture->limit = loop_after(fixture->loop, ms, time_is_up, fixture);
	loop_run(fixture->loop);
	timer_cancel(fixture->limit);
}

void fixture_wait(struct fixture *fixture)
{
	fixture_run_for(fixture, PATIENCE_MS);
	assert_int_equal(fixture->answer.count, 1);
}

void fixture_get(struct fixture *fixture, const char *path)
{
	fixture_start_call(fixture, "GET", path, &(struct request){ .repeatable = true });
	fixture_wait(fixture);
}

void fixture_post(struct fixture *fixture, const char *path)
{
	fixture_start_call(fixture, "POST", path,
			   &(struct request){ .body = "{\"a\":1}", .body_len = 7 });
	fixture_wait(fixture);
}
