/* SPDX-License-Identifier: ISC */
#include "plain/edit.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "plain/drafts.h"
#include "plain/edit_room.h"
#include "plain/plain_state.h"
#include "plain/room.h"
#include "plain/say.h"
#include "schema/edit.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "schema/start.h"
#include "work/save_words.h"

static bool allow(struct plain *plain, const struct resource *resource)
{
	struct error err;

	if (save_is_allowed(plain->client, resource, &err))
		return true;
	say(plain, "%s", err.message);
	return false;
}

/* What is to be opened once drafts are asked about. */
struct plan {
	struct plain *plain;
	const struct resource *resource;
	struct record *record; /* NULL: a new one, */
	struct record *start;  /* and what it begins with */
	char *field;
};

static void open_plan(void *data, enum draft_answer answer)
{
	struct plan *plan = data;
	struct edit_argument argument = { .resource = plan->resource, .field = plan->field };

	if (answer == DRAFT_ANEW) {
		argument.edit = plan->record ? edit_new_take(plan->record)
					     : edit_new_create_take(plan->resource->schema,
								    plan->start);
		plan->record = plan->start = NULL;
		room_push(plan->plain, &plain_edit_room, &argument);
	}
	record_free(plan->record);
	record_free(plan->start);
	free(plan->field);
	free(plan);
}

static void begin_plan(struct plan plan)
{
	struct plan *kept = xmalloc(sizeof(*kept));

	*kept = plan;
	if (!plain_drafts_offer(plan.plain, plan.resource,
				plan.record ? record_key(plan.record) : "", open_plan, kept))
		open_plan(kept, DRAFT_ANEW);
}

void plain_edit_open_record(struct plain *plain, const struct resource *resource,
			    const struct record *record, const char *field)
{
	if (allow(plain, resource))
		begin_plan((struct plan){ plain, resource, record_copy(record), NULL, xstrdup(field) });
}

void plain_edit_open_new(struct plain *plain, const struct resource *resource)
{
	if (allow(plain, resource))
		begin_plan((struct plan){ plain, resource, NULL, record_start(resource->schema), NULL });
}

void plain_edit_take_over(struct plain *plain, const struct resource *resource, const struct record *hit)
{
	const struct resource *as = resource->taken_over_as;

	if (allow(plain, as))
		begin_plan((struct plan){ plain, as, NULL, record_start_from(as->schema, hit), NULL });
}

void plain_edit_open_draft(struct plain *plain, const struct resource *resource, struct edit *edit,
			   char *draft_id)
{
	room_push(plain, &plain_edit_room,
		  &(struct edit_argument){
			  .resource = resource, .edit = edit, .draft_id = draft_id });
}

void plain_edit_open_review(struct plain *plain, const struct resource *resource, struct edit *edit)
{
	room_push(plain, &plain_edit_room,
		  &(struct edit_argument){ .resource = resource, .edit = edit, .review = true });
}
