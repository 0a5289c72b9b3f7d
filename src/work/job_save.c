/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/job_class.h"
#include "work/save.h"

/* The record as the preview had it: as much of it as this is about. */
static struct record *record_before(const struct job *job, size_t item, const char *was)
{
	struct json *object = json_new_object();
	struct json *value = json_parse(was, strlen(was), NULL);

	json_put_take(object, job->resource->schema->key,
		      json_new_string(text_list_at(&job->keys, item)));
	if (value)
		json_put_take(object, job->field->name, value);
	return record_new_take(job->resource->schema, object, NULL);
}

/* The caller frees. */
static char *moved_text(const struct field *field, const struct record *theirs)
{
	char *now = record_text(theirs, field), *text;

	if (!field->kind->scalar)
		text = xasprintf(_("%s: changed since the preview."), _(field->label));
	else if (*now)
		text = xasprintf(_("%s is %s by now: changed since the preview."), _(field->label),
				 now);
	else
		text = xasprintf(_("%s is empty by now: changed since the preview."),
				 _(field->label));
	free(now);
	return text;
}

static void fail_moved(struct job_call *call, const struct record *theirs)
{
	char *text = moved_text(call->job->field, theirs);

	job_call_end(call, &(struct job_result){ .outcome = JOB_FAILED, .text = text });
	free(text);
}

static void saved(void *data, enum save_outcome outcome, struct record *record,
		  const struct failure *failure)
{
	struct job_call *call = data;

	switch (outcome) {
	case SAVE_DONE:
	case SAVE_NOTHING:
		job_call_succeed(call);
		break;
	case SAVE_CLASH:
	case SAVE_TAKEN:
		fail_moved(call, record);
		break;
	case SAVE_FAILED:
		job_call_fail(call, failure);
		break;
	}
	record_free(record);
}

void job_save_start(struct job_call *call, const char *was, struct json *value)
{
	const struct job *job = call->job;
	struct edit *edit = edit_new_take(record_before(job, call->items[0], was));

	edit_put_take(edit, (struct place){ 0 }, job->field, value);
	call->state = save_start(call->client, job->resource, edit, saved, call);
	edit_free(edit);
}

void job_save_cancel(struct job_call *call)
{
	save_cancel(call->state);
	call->state = NULL;
}
