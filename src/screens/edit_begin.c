/* SPDX-License-Identifier: ISC */
#include "screens/edit_begin.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/app_state.h"
#include "screens/drafts.h"
#include "screens/edit.h"
#include "screens/edit_read.h"
#include "work/history.h"
#include "work/save_words.h"

static bool allow(struct app *app, const struct resource *resource)
{
	struct error err;
	bool allowed = save_is_allowed(app->client, resource, &err);

	if (!allowed)
		ui_message(app->ui, ROLE_MESSAGE, "%s", err.message);
	return allowed;
}

static void push(struct app *app, struct edit_argument argument)
{
	ui_push(app->ui, &edit_screen, &argument);
}

/* --- a record, from e to its form ------------------------------------------- */

/* What is to be opened once drafts are asked about and the record is read. */
struct plan {
	struct app *app;
	const struct resource *resource;
	char *key; /* "" for a new one */
	bool is_new;
	struct record *record; /* of a new one what it begins with; else NULL: to be read */
	enum edit_first first;
	struct place place;
	const struct field *field;
	char *tier;
	int64_t at_quantity;
};

static void plan_free(struct plan *plan)
{
	free(plan->key);
	free(plan->tier);
	record_free(plan->record);
	free(plan);
}

static void record_came(void *data, struct record *record)
{
	struct plan *plan = data;

	if (record)
		push(plan->app, (struct edit_argument){ .resource = plan->resource,
							.edit = edit_new_take(record),
							.first = plan->first,
							.place = plan->place,
							.field = plan->field,
							.tier = plan->tier,
							.at_quantity = plan->at_quantity });
	plan_free(plan);
}

static void begin_new(struct plan *plan)
{
	push(plan->app, (struct edit_argument){ .resource = plan->resource,
						.edit = edit_new_create_take(plan->resource->schema,
									     plan->record) });
	plan->record = NULL;
	plan_free(plan);
}

static void begin(struct plan *plan)
{
	struct record *record = plan->record;

	if (plan->is_new) {
		begin_new(plan);
		return;
	}
	plan->record = NULL;
	if (record)
		record_came(plan, record);
	else
		edit_read_open(plan->app, plan->resource, plan->key, record_came, plan);
}

static void draft_answered(void *data, enum draft_answer answer)
{
	struct plan *plan = data;

	if (answer == DRAFT_ANEW)
		begin(plan);
	else
		plan_free(plan);
}

/* record is taken over; NULL: it is read, by its key. */
static void open_plan(struct plan plan, const char *key)
{
	struct plan *kept;

	if (!allow(plan.app, plan.resource)) {
		record_free(plan.record);
		free(plan.tier);
		return;
	}
	kept = xmalloc(sizeof(*kept));
	*kept = plan;
	kept->key = xstrdup(key);
	if (!draft_offer(kept->app, kept->resource, key, draft_answered, kept))
		begin(kept);
}

void edit_open_record(struct app *app, const struct resource *resource, const char *key,
		      const struct field *field)
{
	open_plan((struct plan){ .app = app, .resource = resource, .field = field }, key);
}

void edit_open_known(struct app *app, const struct resource *resource, const struct record *record,
		     struct place place, const struct field *field)
{
	open_plan((struct plan){ .app = app,
				 .resource = resource,
				 .record = record_copy(record),
				 .place = place,
				 .field = field },
		  record_key(record));
}

void edit_open_add(struct app *app, const struct resource *resource, const struct record *record,
		   const struct field *list)
{
	open_plan((struct plan){ .app = app,
				 .resource = resource,
				 .record = record_copy(record),
				 .first = EDIT_ADD,
				 .field = list },
		  record_key(record));
}

void edit_open_rename(struct app *app, const struct resource *resource, const struct record *record,
		      const struct field *map, size_t i)
{
	open_plan((struct plan){ .app = app,
				 .resource = resource,
				 .record = record_copy(record),
				 .first = EDIT_RENAME,
				 .place = { .entry = i },
				 .field = map },
		  record_key(record));
}

void edit_open_prices(struct app *app, const struct resource *resource, const char *key,
		      const struct record *record, const char *tier, int64_t at_quantity)
{
	open_plan((struct plan){ .app = app,
				 .resource = resource,
				 .record = record ? record_copy(record) : NULL,
				 .first = EDIT_PRICES,
				 .tier = tier ? xstrdup(tier) : NULL,
				 .at_quantity = at_quantity },
		  key);
}

/* --- the others ------------------------------------------------------------ */

void edit_open_new(struct app *app, const struct resource *resource, struct record *start)
{
	open_plan(
		(struct plan){ .app = app, .resource = resource, .is_new = true, .record = start },
		"");
}

void edit_open_draft(struct app *app, const struct resource *resource, struct edit *edit,
		     char *draft_id)
{
	if (allow(app, resource)) {
		push(app, (struct edit_argument){
				  .resource = resource,
				  .edit = edit,
				  .draft_id = draft_id,
				  .first = EDIT_GO_TO_CHANGED });
		return;
	}
	edit_free(edit);
	free(draft_id);
}

void edit_open_again(struct app *app, const struct resource *resource, struct edit *edit)
{
	if (allow(app, resource))
		push(app, (struct edit_argument){ .resource = resource,
						  .edit = edit,
						  .again = true,
						  .first = EDIT_GO_TO_CHANGED });
	else
		edit_free(edit);
}

void edit_open_review(struct app *app, const struct resource *resource, struct edit *edit,
		      const char *note)
{
	if (!allow(app, resource))
		edit_free(edit);
	else
		push(app,
		     (struct edit_argument){
			     .resource = resource, .edit = edit, .review = true, .note = note });
}

/* --- an undo --------------------------------------------------------------- */

struct undo {
	struct app *app;
	struct saved_change *change;
};

static void turn_round(struct undo *undo, struct record *record)
{
	char *since;
	struct edit *edit = saved_change_reverse(undo->change, record, &since);
	char *note = NULL;

	if (!edit) {
		ui_message(undo->app->ui, ROLE_MESSAGE, "%s", save_words_undone());
		return;
	}
	if (*since)
		note = save_words_since(since);
	edit_open_review(undo->app, undo->change->resource, edit, note);
	free(note);
	free(since);
}

static void record_to_undo_came(void *data, struct record *record)
{
	struct undo *undo = data;

	if (record)
		turn_round(undo, record);
	record_free(record);
	saved_change_free(undo->change);
	free(undo);
}

void edit_open_undo(struct app *app, const struct saved_change *change)
{
	struct undo *undo;

	if (change->lasting) {
		ui_message(app->ui, ROLE_MESSAGE, "%s", change->lasting);
		return;
	}
	if (!allow(app, change->resource))
		return;
	undo = xmalloc(sizeof(*undo));
	*undo = (struct undo){ app, saved_change_copy(change) };
	edit_read_open(app, change->resource, change->key, record_to_undo_came, undo);
}
