/* SPDX-License-Identifier: ISC */
#include "net_fixture.h"

#include <unistd.h>

#include "base/alloc.h"

enum { PATIENCE_MS = 20 * 1000, TOO_LONG_S = 60 };

void fixture_start(struct fixture *fixture, const struct fault *faults, size_t count,
		   const struct net_options *options)
{
	struct net_options all = options ? *options : (struct net_options){ 0 };
	struct error err = { 0 };

	alarm(TOO_LONG_S); /* a test that hangs has failed */
	*fixture = (struct fixture){ 0 };
	fixture->proxy = fault_proxy_start(0, faults, count);
	fixture->loop = loop_new(&err);
	assert_non_null(fixture->loop);
	char *origin = fixture_url(fixture, "");
	all.origin = origin;
	fixture->net = net_new(fixture->loop, &all, &err);
	free(origin);
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

static void out_of_patience(void *data)
{
	struct fixture *fixture = data;

	fixture->patience = NULL;
	loop_stop(fixture->loop);
}

void fixture_wait(struct fixture *fixture)
{
	fixture->patience = loop_after(fixture->loop, PATIENCE_MS, out_of_patience, fixture);
	loop_run(fixture->loop);
	assert_non_null(fixture->patience);
	timer_cancel(fixture->patience);
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

static void stop(void *data)
{
	loop_stop(data);
}

void fixture_run_for(struct fixture *fixture, int ms)
{
	loop_after(fixture->loop, ms, stop, fixture->loop);
	loop_run(fixture->loop);
}
