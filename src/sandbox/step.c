/* SPDX-License-Identifier: ISC */
#include "sandbox/step.h"

#include "base/error.h"
#include "sandbox/exchange.h"
#include "sandbox/problem.h"
#include "sandbox/store_records.h"

void step_run(struct store *store, step_fn *write, const void *data, struct reply *reply)
{
	struct error err;

	if (!store_begin(store, &err) || !write(data, reply, &err) ||
	    (reply->status < 300 && !store_commit(store, &err)))
		problem_reply_failure(reply, &err);
	store_rollback(store); /* nothing after a commit */
}
