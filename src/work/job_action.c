/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/batch_block.h"
#include "work/job_class.h"

static void acted(void *data, const struct failure *failure)
{
	struct job_call *call = data;

	if (failure)
		job_call_fail(call, failure);
	else
		job_call_succeed(call);
}

static void act(struct job_call *call)
{
	const struct job *job = call->job;

	call->state = client_act(call->client, job->resource, job->action, job->argument,
				 job_call_key(call), acted, call);
}

/* Whether an earlier program's call was carried out. */
static void looked(void *data, struct record *record, const struct failure *failure)
{
	struct job_call *call = data;
	const struct action *action = call->job->action;
	bool gone = failure && failure->error.code == ERROR_MISSING;

	if (gone && action->removes)
		job_call_succeed(call);
	else if (failure)
		job_call_fail_look(call, failure);
	else if (action_is_done(action, record))
		job_call_succeed(call);
	else
		act(call);
	record_free(record);
}

static void start(struct job_call *call)
{
	if (call->look)
		call->state = client_get(call->client, call->job->resource, job_call_key(call),
					 looked, call);
	else
		act(call);
}

/* --- many in one call: deletions (the service has no other) ------------------------------------- */

static bool can_be_many(const struct job *job)
{
	return job->action->removes && !job->action->argument;
}

static void begin_many(const struct job *job, size_t item, bool look, struct batch_plan *plan)
{
	(void)job;
	(void)item;
	plan->step = look ? PLAN_READ : PLAN_SEND;
	plan->op = BATCH_DELETE;
}

static void go_on_many(const struct job *job, size_t item, bool look, const struct record *record,
		       struct batch_plan *plan)
{
	(void)job;
	(void)item;
	(void)look;
	plan->step = record ? PLAN_SEND : PLAN_DONE;
	plan->op = BATCH_DELETE;
}

static const struct batch_class deletions = { can_be_many, begin_many, go_on_many };

static void cancel(struct job_call *call)
{
	client_cancel(call->state);
	call->state = NULL;
}

static char *title(const struct job *job)
{
	char *count = resource_count_text(job->resource, (long long)job->keys.count);
	char *text = job->argument ? xasprintf("%s %s (%s %s)", _(job->action->label), count,
					       _(job->action->argument->label), job->argument)
				   : xasprintf("%s %s", _(job->action->label), count);

	free(count);
	return text;
}

static void write_head(const struct job *job, struct json *head)
{
	json_put_take(head, "action", json_new_string(job->action->name));
	if (job->argument)
		json_put_take(head, "argument", json_new_string(job->argument));
}

static bool read_head(struct job *job, const struct json *head, struct error *err)
{
	const char *name = json_member_text(head, "action");
	const char *argument = json_member_text(head, "argument");

	job->argument = argument ? xstrdup(argument) : NULL;
	job->action = name ? resource_action(job->resource, name) : NULL;
	if (!job->action)
		return error_set(err, ERROR_INPUT, _("The service cannot do this: %s."),
				 name ? name : "?");
	return !job->action->argument || argument ||
	       error_set(err, ERROR_INPUT, _("%s is missing"), _(job->action->argument->label));
}

static struct json *changed(const struct job *job, size_t item)
{
	struct json *members = NULL;

	(void)item;
	if (job->action->member) {
		members = json_new_object();
		json_put_take(members, job->action->member, json_new_bool(job->action->value));
	}
	return members;
}

const struct job_class job_action = {
	.name = "action",
	.batch = &deletions,
	.start = start,
	.cancel = cancel,
	.title = title,
	.write = write_head,
	.read = read_head,
	.changed = changed,
};

struct job *job_new_action(const struct resource *resource, const struct action *action)
{
	struct job *job = job_new(&job_action, resource);

	job->action = action;
	return job;
}
