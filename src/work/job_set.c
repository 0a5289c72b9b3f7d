/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/batch_block.h"
#include "work/csv.h"
#include "work/job_class.h"
#include "work/save.h"

/* The record as the preview had it: as much of it as this is about. */
static struct record *record_before(const struct job *job, size_t item)
{
	struct json *object = json_new_object();
	const char *was = text_list_at(&job->was, item);
	struct json *value = json_parse(was, strlen(was), NULL);

	json_put_take(object, job->resource->schema->key,
		      json_new_string(text_list_at(&job->keys, item)));
	if (value)
		field_put_take(job->field, object, value);
	return record_new_take(job->resource->schema, object, NULL);
}

/* What is said where somebody else wrote it. The caller frees. */
static char *moved_text(const struct field *field, const struct record *theirs)
{
	char *now = record_text(theirs, field);
	char *text = *now ? xasprintf(_("%s is %s by now: changed since the preview."),
				      _(field->label), now)
			  : xasprintf(_("%s is empty by now: changed since the preview."),
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
	case SAVE_UNREAD:
		job_call_fail_read(call, failure);
		break;
	case SAVE_FAILED:
		job_call_fail(call, failure);
		break;
	}
	record_free(record);
}

static struct edit *edit_of(const struct job *job, size_t item)
{
	struct edit *edit = edit_new_take(record_before(job, item));

	edit_put_take(edit, (struct place){ 0 }, job->field, json_copy(job->value));
	return edit;
}

/* The record is read before it is written in any case: there is nothing more to look at. */
static void start(struct job_call *call)
{
	const struct job *job = call->job;
	struct edit *edit = edit_of(job, call->items[0]);

	call->state = save_start(call->client, job->resource, edit, saved, call);
	edit_free(edit);
}

static void cancel(struct job_call *call)
{
	save_cancel(call->state);
	call->state = NULL;
}

/* --- many in one call ------------------------------------------------------------------------- */

static void begin_many(const struct job *job, size_t item, bool look, struct batch_plan *plan)
{
	(void)job;
	(void)item;
	(void)look;
	plan->step = PLAN_READ;
}

static void go_on_many(const struct job *job, size_t item, bool look, const struct record *record,
		       struct batch_plan *plan)
{
	struct edit *edit = edit_of(job, item);

	(void)look;
	if (record)
		job_plan_change(edit, record, plan);
	else
		job_plan_gone(job, item, plan);
	if (plan->step == PLAN_FAIL && record)
		plan->text = moved_text(job->field, record);
	edit_free(edit);
}

static const struct batch_class many = { NULL, begin_many, go_on_many };

static char *title(const struct job *job)
{
	char *count = resource_count_text(job->resource, (long long)job->keys.count);
	struct json *object = json_new_object();

	field_put_take(job->field, object, json_copy(job->value));
	char *value = field_text(job->field, object);
	char *text =
		*value ? xasprintf(_("Set %s to %s for %s"), _(job->field->label), value, count)
		       : xasprintf(_("Clear %s of %s"), _(job->field->label), count);
	free(value);
	json_free(object);
	free(count);
	return text;
}

static void write_head(const struct job *job, struct json *head)
{
	json_put_take(head, "field", json_new_string(job->field->name));
	json_put_take(head, "value", json_copy(job->value));
}

static bool read_head(struct job *job, const struct json *head, struct error *err)
{
	const char *name = json_member_text(head, "field");

	job->field = name ? schema_field(job->resource->schema, name) : NULL;
	if (json_member(head, "value"))
		job->value = json_copy(json_member(head, "value"));
	return (job->field && job->value) ||
	       error_set(err, ERROR_INPUT, _("%s: no such field"), name ? name : "?");
}

static void write_item(const struct job *job, size_t item, FILE *out)
{
	const char *was = text_list_at(&job->was, item);

	if (*was)
		fprintf(out, ",\"was\":%s", was);
}

static bool read_item(struct job *job, const struct json *line, struct error *err)
{
	const struct json *was = json_member(line, "was");
	char *text = was ? json_print(was) : xstrdup("");

	(void)err;
	text_list_add(&job->was, text);
	free(text);
	return true;
}

static struct json *changed(const struct job *job, size_t item)
{
	struct json *members = json_new_object();

	(void)item;
	field_put_take(job->field, members, json_copy(job->value));
	return members;
}

static void report_head(const struct job *job, FILE *out)
{
	fputc(',', out);
	csv_put(out, job->field->name);
}

static bool report_row(const struct job *job, size_t item, size_t row, FILE *out)
{
	(void)item;
	if (row > 0)
		return false;
	char *value = csv_text(job->value);
	fputc(',', out);
	csv_put(out, value);
	free(value);
	return true;
}

const struct job_class job_set = {
	.name = "set",
	.batch = &many,
	.start = start,
	.cancel = cancel,
	.title = title,
	.write = write_head,
	.read = read_head,
	.write_item = write_item,
	.read_item = read_item,
	.changed = changed,
	.report_head = report_head,
	.report_row = report_row,
};

struct job *job_new_set_take(const struct resource *resource, const struct field *field,
			     struct json *value)
{
	struct job *job = job_new(&job_set, resource);

	job->field = field;
	job->value = value;
	return job;
}
