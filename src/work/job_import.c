/* SPDX-License-Identifier: ISC */
#include "work/job_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/csv.h"
#include "work/import_item.h"
#include "work/job_class.h"
#include "work/job_texts.h"
#include "work/save.h"

/* One record on its way; the call's state. */
struct writing {
	struct job_call *call;
	struct import_item item;
	struct save *save; /* one of the two is under way */
	struct client_call *asking;
	const struct action *action; /* the last one that was sent */
};

bool job_import_add(struct job *job, const char *key, const char *was, const char *becomes,
		    struct error *err)
{
	return job_texts_add(job, key, was, becomes, err);
}

/* --- how one ends ----------------------------------------------------------------------------- */

static void writing_free(struct writing *writing)
{
	save_cancel(writing->save);
	client_cancel(writing->asking);
	import_item_finish(&writing->item);
	free(writing);
}

static void end_text(struct writing *writing, const char *text)
{
	struct job_call *call = writing->call;

	writing_free(writing);
	job_call_end(call, &(struct job_result){ .outcome = JOB_FAILED, .text = text });
}

static void end_failed(struct writing *writing, const struct failure *failure)
{
	struct job_call *call = writing->call;

	writing_free(writing);
	job_call_fail(call, failure);
}

/* What is there could not be read. */
static void end_unread(struct writing *writing, const struct failure *failure)
{
	struct job_call *call = writing->call;

	writing_free(writing);
	job_call_fail_read(call, failure);
}

static void end_done(struct writing *writing)
{
	struct job_call *call = writing->call;

	writing_free(writing);
	job_call_succeed(call);
}

/* --- members that actions set (enum field_write) ---------------------------------------------- */

static void act_next(struct writing *writing);

static void acted(void *data, const struct failure *failure)
{
	struct writing *writing = data;

	writing->asking = NULL;
	if (failure)
		end_failed(writing, failure);
	else
		act_next(writing);
}

static void act_next(struct writing *writing)
{
	struct job_call *call = writing->call;

	writing->action = import_item_action(&writing->item, writing->action);
	if (writing->action)
		writing->asking = client_act(call->client, call->job->resource, writing->action,
					     NULL, job_call_key(call), acted, writing);
	else
		end_done(writing);
}

/* --- a record that is there ------------------------------------------------------------------- */

static void fail_moved(struct writing *writing, const struct record *theirs)
{
	char *text = import_item_moved(&writing->item, theirs);

	end_text(writing, text);
	free(text);
}

static void saved(void *data, enum save_outcome outcome, struct record *record,
		  const struct failure *failure)
{
	struct writing *writing = data;

	writing->save = NULL;
	switch (outcome) {
	case SAVE_DONE:
	case SAVE_NOTHING:
		act_next(writing);
		break;
	case SAVE_CLASH:
	case SAVE_TAKEN:
		fail_moved(writing, record);
		break;
	case SAVE_UNREAD:
		end_unread(writing, failure);
		break;
	case SAVE_FAILED:
		end_failed(writing, failure);
		break;
	}
	record_free(record);
}

static void start_change(struct writing *writing)
{
	struct job_call *call = writing->call;
	struct edit *edit = import_item_edit(&writing->item);

	if (edit_is_changed(edit))
		writing->save = save_start(call->client, call->job->resource, edit, saved, writing);
	else
		act_next(writing);
	edit_free(edit);
}

/* --- a new record ----------------------------------------------------------------------------- */

static void fail_taken(struct writing *writing, const struct record *theirs)
{
	char *text = import_item_taken(&writing->item, theirs);

	end_text(writing, text);
	free(text);
}

/* After a kill, the one that is there may be what was sent. */
static bool is_ours(const struct writing *writing, const struct record *theirs)
{
	return writing->call->look && import_item_is_there(&writing->item, theirs);
}

static void created(void *data, enum save_outcome outcome, struct record *record,
		    const struct failure *failure)
{
	struct writing *writing = data;

	writing->save = NULL;
	if (outcome == SAVE_UNREAD)
		end_unread(writing, failure);
	else if (outcome == SAVE_FAILED)
		end_failed(writing, failure);
	else if (outcome == SAVE_TAKEN && !is_ours(writing, record))
		fail_taken(writing, record);
	else
		end_done(writing);
	record_free(record);
}

/* It may have been sent, and nothing would tell it from another one: not twice. */
static void end_untraceable(struct writing *writing)
{
	struct job_call *call = writing->call;

	writing_free(writing);
	job_call_end(
		call,
		&(struct job_result){
			.outcome = JOB_MAY_BE_DONE,
			.text = _("It may have been added: it has no external id to look for.") });
}

static void start_new(struct writing *writing)
{
	struct job_call *call = writing->call;

	if (call->look && !import_item_is_traceable(&writing->item)) {
		end_untraceable(writing);
		return;
	}
	const struct schema *schema = call->job->resource->schema;
	struct record *start = record_new_take(schema, json_copy(writing->item.becomes), NULL);
	struct edit *edit = edit_new_create_take(schema, start);

	writing->save = save_start(call->client, call->job->resource, edit, created, writing);
	edit_free(edit);
}

/* --- a record that gets another key (N9) ------------------------------------------------------ */

static void renamed(void *data, struct record *record, const struct failure *failure)
{
	struct writing *writing = data;

	writing->asking = NULL;
	record_free(record);
	if (failure)
		end_failed(writing, failure);
	else
		act_next(writing);
}

/* The whole record under its new key: the service knows it by its external id. */
static void send_renamed(struct writing *writing, const struct record *theirs)
{
	struct job_call *call = writing->call;
	struct edit *edit = edit_new_take(record_copy(theirs));

	import_item_put(&writing->item, edit);
	struct record *record = record_copy(edit_now(edit));
	json_put_take(record_edit(record), record_schema(record)->key,
		      json_new_string(job_call_key(call)));
	writing->asking =
		client_create(call->client, call->job->resource, record, renamed, writing);
	record_free(record);
	edit_free(edit);
}

static void holder_read(void *data, struct record *by_key, struct record *holder,
			const struct failure *failure)
{
	struct writing *writing = data;

	writing->asking = NULL;
	if (failure)
		end_unread(writing, failure);
	else if (by_key && holder && strcmp(record_key(by_key), record_key(holder)) == 0)
		end_done(writing); /* it was sent before */
	else if (by_key || !holder ||
		 strcmp(record_key(holder), import_item_old_key(&writing->item)) != 0)
		end_text(writing, _("Changed since the preview."));
	else
		send_renamed(writing, holder);
	record_free(by_key);
	record_free(holder);
}

static void start_rename(struct writing *writing)
{
	struct job_call *call = writing->call;
	const struct schema *schema = call->job->resource->schema;

	writing->asking = client_find_taken(
		call->client, call->job->resource, job_call_key(call),
		json_member_text(writing->item.was, schema->external_id), holder_read, writing);
}

/* --- the class
 * ------------------------------------------------------------------------------------------------
 */

static void start(struct job_call *call)
{
	struct writing *writing = xcalloc(1, sizeof(*writing));

	writing->call = call;
	import_item_read(&writing->item, call->job, call->items[0]);
	call->state = writing;
	if (!writing->item.becomes)
		end_text(writing, _("What it was to become cannot be read any more."));
	else if (!writing->item.was)
		start_new(writing);
	else if (import_item_old_key(&writing->item))
		start_rename(writing);
	else
		start_change(writing);
}

static void cancel(struct job_call *call)
{
	writing_free(call->state);
	call->state = NULL;
}

static char *title(const struct job *job)
{
	char *count = resource_count_text(job->resource, (long long)job->keys.count);
	char *text = xasprintf(_("Import %s from %s"), count, job->what);

	free(count);
	return text;
}

static void write_head(const struct job *job, struct json *head)
{
	json_put_take(head, "what", json_new_string(job->what));
}

static bool read_head(struct job *job, const struct json *head, struct error *err)
{
	const char *what = json_member_text(head, "what");

	(void)err;
	job->what = xstrdup(what ? what : "?");
	return true;
}

static bool is_keyless(const struct job *job, size_t i)
{
	struct import_item item;

	import_item_read(&item, job, i);
	bool keyless = !item.was && !import_item_new_key(&item);
	import_item_finish(&item);
	return keyless;
}

static struct json *changed(const struct job *job, size_t item)
{
	return job_texts_json(job, item, JOB_BECOMES);
}

/* --- its report
 * --------------------------------------------------------------------------------------------------
 */

static bool is_column(const struct job *job, const struct field *field)
{
	return field->in & IN_CSV && csv_can_hold(field) && field->write != WRITE_NEVER &&
	       strcmp(field->name, job->resource->schema->key) != 0;
}

static void report_head(const struct job *job, FILE *out)
{
	const struct schema *schema = job->resource->schema;

	for (size_t i = 0; i < schema->field_count; i++)
		if (is_column(job, &schema->fields[i]))
			fprintf(out, ",%s", schema->fields[i].name);
}

static bool report_row(const struct job *job, size_t item, size_t row, FILE *out)
{
	const struct schema *schema = job->resource->schema;

	if (row > 0)
		return false;
	struct json *becomes = job_texts_json(job, item, JOB_BECOMES);
	for (size_t i = 0; i < schema->field_count; i++) {
		if (!is_column(job, &schema->fields[i]))
			continue;
		char *text = csv_field_text(&schema->fields[i], becomes);
		fputc(',', out);
		csv_put(out, text);
		free(text);
	}
	json_free(becomes);
	return true;
}

const struct job_class job_import = {
	.name = "import",
	.batch = &import_item_many,
	.start = start,
	.cancel = cancel,
	.title = title,
	.write = write_head,
	.read = read_head,
	.write_item = job_texts_write,
	.read_item = job_texts_read,
	.is_keyless = is_keyless,
	.changed = changed,
	.report_head = report_head,
	.report_row = report_row,
};

struct job *job_new_import(const struct resource *resource, const char *what)
{
	struct job *job = job_new(&job_import, resource);

	job->what = xstrdup(what);
	return job;
}
