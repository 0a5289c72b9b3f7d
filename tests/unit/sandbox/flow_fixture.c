/* SPDX-License-Identifier: ISC */
#include "flow_fixture.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/flow_caller.h"
#include "sandbox/login_limit.h"
#include "sandbox/pages.h"
#include "sandbox/routes.h"
#include "sandbox/sample.h"
#include "sandbox/sample_flow.h"
#include "sandbox/sessions.h"
#include "sandbox/store_records.h"
#include "schema/json.h"

void flow_fixture_open(struct flow_fixture *fixture, const char *path, int customers)
{
	struct error err = { .code = ERROR_NONE };

	*fixture = (struct flow_fixture){ .service = { .sessions = sessions_new(),
						       .flow_sessions = flow_sessions_new(),
						       .login_limit = login_limit_new(),
						       .pages = pages_new(),
						       .token_seconds = 3600 } };
	fixture->service.store = store_open(&(struct store_options){ .path = path,
								     .size = { customers, 0, 1 },
								     .fill = sample_fill,
								     .flow = &sample_flow },
					    &err);
	assert_string_equal(err.message, "");
}

void flow_fixture_start_with(struct flow_fixture *fixture, int customers)
{
	flow_fixture_open(fixture, ":memory:", customers);
}

void flow_fixture_start(struct flow_fixture *fixture)
{
	flow_fixture_start_with(fixture, 3);
}

void flow_fixture_stop(struct flow_fixture *fixture)
{
	sessions_free(fixture->service.sessions);
	flow_sessions_free(fixture->service.flow_sessions);
	login_limit_free(fixture->service.login_limit);
	pages_free(fixture->service.pages);
	store_close(fixture->service.store);
}

struct reply flow_ask(struct flow_fixture *fixture, const char *token, const char *method,
		      const char *target, const char *body)
{
	char *authorization = token ? xasprintf("Bearer %s", token) : NULL;
	struct url url;
	struct reply reply = { 0 };
	struct error err;

	assert_true(url_parse(&url, target, &err));
	struct request request = { .method = method,
				   .url = &url,
				   .authorization = authorization,
				   .body = body ? body : "",
				   .body_len = body ? strlen(body) : 0 };
	routes_answer(&fixture->service, &request, &reply);
	store_rest(fixture->service.store);
	assert_true(store_settle(fixture->service.store, &err));
	url_finish(&url);
	free(authorization);
	return reply;
}

struct json *flow_ask_json(struct flow_fixture *fixture, const char *token, const char *method,
			   const char *target, const char *body)
{
	struct reply reply = flow_ask(fixture, token, method, target, body);
	struct json *tree = json_parse(reply.body, reply.len, NULL);

	assert_non_null(tree);
	reply_finish(&reply);
	return tree;
}

int flow_ask_status(struct flow_fixture *fixture, const char *token, const char *method,
		    const char *target, const char *body)
{
	struct reply reply = flow_ask(fixture, token, method, target, body);
	int status = reply.status;

	reply_finish(&reply);
	return status;
}

void flow_refused(struct flow_fixture *fixture, const char *token, const char *method,
		  const char *target, const char *body, int status, const char *code,
		  const char *message)
{
	struct reply reply = flow_ask(fixture, token, method, target, body);
	struct json *tree = json_parse(reply.body, reply.len, NULL);
	char number[16];

	snprintf(number, sizeof(number), "%d", status);
	assert_int_equal(reply.status, status);
	assert_non_null(tree);
	assert_string_equal(json_text(json_member(tree, "status")), number);
	assert_string_equal(json_member_text(tree, "code"), code);
	assert_string_equal(json_member_text(tree, "message"), message);
	json_free(tree);
	reply_finish(&reply);
}
