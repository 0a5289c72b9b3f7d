/* SPDX-License-Identifier: ISC */
#include "work/import_item.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/batch_block.h"
#include "work/job_class.h"
#include "work/job_texts.h"

void import_item_read(struct import_item *item, const struct job *job, size_t i)
{
	*item = (struct import_item){ .job = job,
				      .name = text_list_at(&job->keys, i),
				      .was = job_texts_json(job, i, JOB_WAS),
				      .becomes = job_texts_json(job, i, JOB_BECOMES) };
}

void import_item_finish(struct import_item *item)
{
	json_free(item->was);
	json_free(item->becomes);
	*item = (struct import_item){ 0 };
}

static const struct schema *schema_of(const struct import_item *item)
{
	return item->job->resource->schema;
}

/* --- how it can be found ---------------------------------------------------------------------- */

const char *import_item_old_key(const struct import_item *item)
{
	return json_member_text(item->was, schema_of(item)->key);
}

static const char *text_of_new(const struct import_item *item, const char *name)
{
	const char *text = name ? json_text(json_member_exact(item->becomes, name)) : NULL;

	return text && *text ? text : NULL;
}

const char *import_item_new_key(const struct import_item *item)
{
	return text_of_new(item, schema_of(item)->key);
}

const char *import_item_external_id(const struct import_item *item)
{
	return text_of_new(item, schema_of(item)->external_id);
}

bool import_item_is_traceable(const struct import_item *item)
{
	return import_item_new_key(item) || import_item_external_id(item);
}

/* --- what is to be done ----------------------------------------------------------------------- */

static bool is_by_action(const struct field *field)
{
	return field->write == WRITE_NEW_OR_ACTION;
}

const struct action *import_item_action(const struct import_item *item, const struct action *after)
{
	const struct resource *resource = item->job->resource;
	const struct action *action = after ? after + 1 : resource->actions;

	for (; action < resource->actions + resource->action_count; action++) {
		const struct json *value =
			action->member ? json_member_exact(item->becomes, action->member) : NULL;

		if (json_type(value) == JSON_BOOL && json_is_true(value) == action->value &&
		    is_by_action(schema_field(resource->schema, action->member)))
			return action;
	}
	return NULL;
}

/* The record as it was looked at: as much of it as this is about. */
static struct record *record_before(const struct import_item *item)
{
	struct json *object = json_copy(item->was);

	json_put_take(object, schema_of(item)->key, json_new_string(item->name));
	return record_new_take(schema_of(item), object, NULL);
}

void import_item_put(const struct import_item *item, struct edit *edit)
{
	for (size_t i = 0; i < schema_of(item)->field_count; i++) {
		const struct field *field = &schema_of(item)->fields[i];
		const struct json *member = field_member(field, item->becomes);

		if (member && !is_by_action(field))
			edit_put_take(edit, (struct place){ 0 }, field, json_copy(member));
	}
}

struct edit *import_item_edit(const struct import_item *item)
{
	struct edit *edit = edit_new_take(record_before(item));

	import_item_put(item, edit);
	return edit;
}

/* --- beside what is there now ----------------------------------------------------------------- */

bool import_item_is_there(const struct import_item *item, const struct record *theirs)
{
	return changes_are_in(item->becomes, theirs);
}

char *import_item_moved(const struct import_item *item, const struct record *theirs)
{
	for (size_t i = 0; i < schema_of(item)->field_count; i++) {
		const struct field *field = &schema_of(item)->fields[i];
		const struct json *member = field_member(field, item->becomes);
		const struct json *now = record_value(theirs, field);

		if (member && field_values_differ(field, now, field_value(field, item->was)) &&
		    field_values_differ(field, now, member))
			return xasprintf(_("%s: changed since the preview."), _(field->label));
	}
	return xstrdup(_("Changed since the preview."));
}

char *import_item_taken(const struct import_item *item, const struct record *theirs)
{
	const char *key = import_item_new_key(item);

	if (key && strcmp(record_key(theirs), key) == 0)
		return xasprintf(_("%s is there by now: compare again."), key);
	return xasprintf(_("%s has the external id by now: compare again."), record_key(theirs));
}

/* --- many in one call ------------------------------------------------------------------------- */

static char *copy_of(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

static void plan_new(const struct import_item *item, struct batch_plan *plan)
{
	struct json *members = json_copy(item->becomes);

	plan->step = PLAN_SEND;
	plan->op = import_item_external_id(item) ? BATCH_UPSERT : BATCH_CREATE;
	plan->now = record_new_take(schema_of(item), members, NULL);
	plan->untraceable = !import_item_is_traceable(item);
}

static void begin_new(const struct import_item *item, bool look, struct batch_plan *plan)
{
	if (import_item_is_traceable(item)) {
		plan->step = PLAN_FIND;
		plan->key = copy_of(import_item_new_key(item));
		plan->external_id = copy_of(import_item_external_id(item));
	} else if (look) {
		plan->step = PLAN_ALONE;
	} else {
		plan_new(item, plan);
	}
}

static void begin_many(const struct job *job, size_t i, bool look, struct batch_plan *plan)
{
	struct import_item item;

	import_item_read(&item, job, i);
	if (!item.becomes || (item.was && import_item_old_key(&item)) ||
	    import_item_action(&item, NULL))
		plan->step = PLAN_ALONE;
	else if (item.was)
		plan->step = PLAN_READ;
	else
		begin_new(&item, look, plan);
	import_item_finish(&item);
}

static void go_on_new(const struct import_item *item, bool look, const struct record *theirs,
		      struct batch_plan *plan)
{
	if (!theirs) {
		plan_new(item, plan);
	} else if (look && import_item_is_there(item, theirs)) {
		plan->step = PLAN_DONE;
	} else {
		plan->step = PLAN_FAIL;
		plan->text = import_item_taken(item, theirs);
	}
}

static void go_on_change(const struct import_item *item, const struct record *theirs,
			 struct batch_plan *plan)
{
	struct edit *edit = import_item_edit(item);

	job_plan_change(edit, theirs, plan);
	if (plan->step == PLAN_FAIL)
		plan->text = import_item_moved(item, theirs);
	edit_free(edit);
}

static void go_on_many(const struct job *job, size_t i, bool look, const struct record *record,
		       struct batch_plan *plan)
{
	struct import_item item;

	import_item_read(&item, job, i);
	if (!item.was)
		go_on_new(&item, look, record, plan);
	else if (record)
		go_on_change(&item, record, plan);
	else
		job_plan_gone(job, i, plan);
	import_item_finish(&item);
}

const struct batch_class import_item_many = { NULL, begin_many, go_on_many };
