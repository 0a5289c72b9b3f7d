/* SPDX-License-Identifier: ISC */
#include "base/alloc.h"
#include "sandbox/collection.h"
#include "sandbox/handlers.h"
#include "sandbox/list_query.h"
#include "sandbox/list_reply.h"
#include "sandbox/list_style.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "sandbox/sessions.h"

void handle_get_organization(struct service *service, const struct request *request,
			     struct reply *reply)
{
	(void)service;
	reply_json_take(reply, 200, xstrdup(request->principal->organization->document));
}

/* N26: the envelope. */
void handle_list_sales_reps(struct service *service, const struct request *request,
			    struct reply *reply)
{
	struct selection selection;
	struct faults faults = { 0 };

	selection_init(&selection, &sales_reps_collection, request->principal->organization->id);
	list_query_read(request->url, &nymble_lists, 0, &selection, &faults);
	list_reply(service, &nymble_lists, &selection, &faults, NULL, NULL, reply);
	faults_finish(&faults);
	selection_finish(&selection);
}
