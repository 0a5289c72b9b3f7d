/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "sandbox/body.h"
#include "sandbox/exchange.h"
#include "sandbox/flow_change.h"
#include "sandbox/handlers.h"
#include "sandbox/problem.h"
#include "schema/json.h"

void handle_flow_create_customer(struct service *service, const struct request *request,
				 struct reply *reply)
{
	struct json *body = body_parse_object(request, reply);

	if (body)
		flow_change_create(&(struct flow_change){ .service = service,
							  .request = request,
							  .body = body },
				   reply);
	json_free(body);
}

/* A Uid in the body says the same as the path, or the two disagree. */
static bool is_same_uid(const struct json *body, const char *uid)
{
	const char *there = json_text(json_member_exact(body, "customerUid"));

	return !there || strcmp(there, uid) == 0;
}

void handle_flow_update_customer(struct service *service, const struct request *request,
				 struct reply *reply)
{
	struct json *body = body_parse_object(request, reply);

	if (body && !is_same_uid(body, request->keys[1]))
		problem_reply_fault(reply, "customerUid", "Differs from the one in the path.");
	else if (body)
		flow_change_update(&(struct flow_change){ .service = service,
							  .request = request,
							  .uid = request->keys[1],
							  .body = body },
				   reply);
	json_free(body);
}

void handle_flow_delete_customer(struct service *service, const struct request *request,
				 struct reply *reply)
{
	flow_change_delete(&(struct flow_change){ .service = service,
						  .request = request,
						  .uid = request->keys[1] },
			   reply);
}
