/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "support/sandbox_calls.h"

#include "support/http.h"
#include "support/sandbox.h"

char *sandbox_log_in(struct sandbox *sandbox)
{
	return http_log_in(sandbox_port(sandbox), "harborline", "backoffice-terminal");
}

int sandbox_status(struct sandbox *sandbox, const char *method, const char *path, const char *token,
		   const char *body)
{
	return http_status(sandbox_port(sandbox),
			   &(struct http_request){ method, path, token, body });
}

char *sandbox_member(struct sandbox *sandbox, const char *token, const char *path,
		     const char *member)
{
	struct http_answer answer;

	http_ask(sandbox_port(sandbox), &(struct http_request){ "GET", path, token, NULL },
		 &answer);
	if (answer.status != 200)
		fail_msg("GET %s: %d %s", path, answer.status, answer.body);
	char *text = http_member(&answer, member);
	http_answer_finish(&answer);
	return text;
}

void sandbox_assert_customers(struct sandbox *sandbox, const char *total)
{
	char *token = sandbox_log_in(sandbox);

	assert_text_take(
		sandbox_member(sandbox, token, "/api/customers?pageSize=1", "totalRecords"), total);
	free(token);
}
