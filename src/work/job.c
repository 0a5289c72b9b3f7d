/* SPDX-License-Identifier: ISC */
#include "work/job.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text_file.h"
#include "schema/edit.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/job_class.h"
#include "work/save.h"

static const struct job_class *const classes[] = { &job_action, &job_import, &job_prices, &job_set };

const struct job_class *job_class_named(const char *name)
{
	for (size_t i = 0; name && i < sizeof(classes) / sizeof(classes[0]); i++)
		if (strcmp(classes[i]->name, name) == 0)
			return classes[i];
	return NULL;
}

struct job *job_new(const struct job_class *class, const struct resource *resource)
{
	struct job *job = xcalloc(1, sizeof(*job));

	job->class = class;
	job->resource = resource;
	return job;
}

void job_free(struct job *job)
{
	if (!job)
		return;
	json_free(job->value);
	text_list_finish(&job->keys);
	text_list_finish(&job->was);
	text_file_free(job->texts);
	free(job->what);
	free(job->argument);
	free(job);
}

const char *job_record_key(const struct job *job, size_t item)
{
	bool keyless = job->class->is_keyless && job->class->is_keyless(job, item);

	return keyless ? "" : text_list_at(&job->keys, item);
}

char *job_title(const struct job *job)
{
	return job->class->title(job);
}

struct json *job_head(const struct job *job)
{
	struct json *head = json_new_object();

	json_put_take(head, "resource", json_new_string(job->resource->name));
	json_put_take(head, "job", json_new_string(job->class->name));
	job->class->write(job, head);
	return head;
}

struct job *job_from_head(const struct resource *resource, const struct json *head,
			  struct error *err)
{
	const char *name = json_member_text(head, "job");
	const struct job_class *class = job_class_named(name);

	if (!class) {
		error_set(err, ERROR_INPUT, _("%s: no such kind of run"), name ? name : "?");
		return NULL;
	}
	struct job *job = job_new(class, resource);
	if (class->read(job, head, err))
		return job;
	job_free(job);
	return NULL;
}

/* --- for the classes -------------------------------------------------------------------------- */

const char *job_call_key(const struct job_call *call)
{
	return text_list_at(&call->job->keys, call->items[0]);
}

void job_call_end(struct job_call *call, const struct job_result *result)
{
	call->state = NULL;
	call->ended_one(call, 0, result);
	call->ended(call);
}

void job_call_succeed(struct job_call *call)
{
	job_call_end(call, &(struct job_result){ .outcome = JOB_DONE });
}

/* The service was not reached, or somebody before it says that it is not there. */
static bool is_no_answer(const struct failure *failure)
{
	return failure->status ? failure->status >= 502 && failure->status <= 504
			       : failure->error.code == ERROR_NETWORK;
}

static enum job_outcome outcome_of(const struct failure *failure)
{
	if (failure->may_be_applied)
		return JOB_MAY_BE_DONE;
	if (failure->error.code == ERROR_CANCELLED || failure->error.code == ERROR_LOGIN)
		return JOB_STOPPED;
	return JOB_FAILED;
}

struct job_result job_call_failure(const struct job_call *call, size_t i,
				   const struct failure *failure, struct error *err)
{
	const struct job *job = call->job;

	*err = failure->error;
	if (err->code == ERROR_MISSING)
		error_set(err, ERROR_MISSING, _(job->resource->gone),
			  text_list_at(&job->keys, call->items[i]));
	return (struct job_result){ .outcome = outcome_of(failure),
				    .status = failure->status,
				    .text = err->message,
				    .no_answer = is_no_answer(failure) };
}

struct job_result job_call_look_failure(const struct job_call *call, size_t i,
					const struct failure *failure, struct error *err)
{
	struct job_result result = job_call_failure(call, i, failure, err);

	if (call->look && result.outcome == JOB_FAILED)
		result.outcome = JOB_MAY_BE_DONE;
	return result;
}

void job_call_fail_look(struct job_call *call, const struct failure *failure)
{
	struct error err;
	struct job_result result = job_call_look_failure(call, 0, failure, &err);

	job_call_end(call, &result);
}

void job_call_fail_read(struct job_call *call, const struct failure *failure)
{
	if (failure->error.code == ERROR_MISSING)
		job_call_fail(call, failure);
	else
		job_call_fail_look(call, failure);
}

void job_call_fail(struct job_call *call, const struct failure *failure)
{
	struct error err;
	struct job_result result = job_call_failure(call, 0, failure, &err);

	job_call_end(call, &result);
}

void job_plan_change(const struct edit *edit, const struct record *theirs, struct batch_plan *plan)
{
	struct record *merged;

	switch (save_meet(edit_base(edit), edit_now(edit), theirs, &merged)) {
	case SAVE_DONE:
		*plan = (struct batch_plan){ .step = PLAN_SEND,
					     .op = BATCH_UPDATE,
					     .base = record_copy(theirs),
					     .now = merged };
		break;
	case SAVE_NOTHING:
		plan->step = PLAN_DONE;
		break;
	default:
		plan->step = PLAN_FAIL;
	}
}

void job_plan_gone(const struct job *job, size_t item, struct batch_plan *plan)
{
	plan->step = PLAN_FAIL;
	plan->text = xasprintf(_(job->resource->gone), text_list_at(&job->keys, item));
}
