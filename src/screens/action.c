/* SPDX-License-Identifier: ISC */
#include "screens/action.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/query.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "screens/action_argument.h"
#include "screens/action_one.h"
#include "screens/app_state.h"
#include "screens/duplicate.h"
#include "screens/menu.h"
#include "screens/personal_export.h"
#include "screens/price_many.h"
#include "screens/reader.h"
#include "screens/runs.h"
#include "screens/set_field.h"
#include "store/pager.h"
#include "ui/confirm.h"
#include "work/action_question.h"
#include "work/job.h"
#include "work/marks.h"
#include "work/save_words.h"

/* What is about to be done, from the menu to the answer; it goes with the answer. */
struct plan {
	struct app *app;
	const struct resource *resource;
	const struct action *action; /* NULL: being chosen */
	struct marks keys;
	struct record *record; /* the only one; NULL: several, */
	const struct pager *rows; /* of the list they were marked in, which stays open below */
	char *argument, *argument_label; /* what the action was told; NULL: nothing yet */
};

static void plan_free(struct plan *plan)
{
	marks_finish(&plan->keys);
	record_free(plan->record);
	free(plan->argument);
	free(plan->argument_label);
	free(plan);
}

static struct action_subject subject_of(const struct plan *plan)
{
	return (struct action_subject){ plan->resource,	 plan->record,	      &plan->keys, plan->rows,
					plan->argument, plan->argument_label };
}

/* --- the question ---------------------------------------------------------- */

static void add_keys(const struct plan *plan, struct text_list *keys)
{
	for (size_t i = 0; i < plan->keys.count; i++)
		text_list_add(keys, plan->keys.keys[i]);
}

static void begin_run(const struct plan *plan)
{
	struct job *job = job_new_action(plan->resource, plan->action);

	xreplace(&job->argument, plan->argument);
	add_keys(plan, &job->keys);
	runs_start_take(plan->app, job);
}

static void begin(struct plan *plan)
{
	if (plan->record)
		action_one_start(plan->app, plan->resource, plan->action, plan->argument, plan->record);
	else
		begin_run(plan);
}

static void ask(struct plan *plan);

static void answered_or(void *data, enum confirm_answer answer)
{
	struct plan *plan = data;

	if (answer == CONFIRM_INSTEAD) {
		plan->action = resource_action(plan->resource, plan->action->instead);
		ask(plan);
		return;
	}
	if (answer == CONFIRM_YES)
		begin(plan);
	else
		ui_message(plan->app->ui, ROLE_MESSAGE, "%s", save_words_cancelled());
	plan_free(plan);
}

static void answered(void *data, bool yes)
{
	answered_or(data, yes ? CONFIRM_YES : CONFIRM_NO);
}

/* What had better be done than the plan's action; NULL: nothing, or it is done already. */
static const struct action *better_action(const struct plan *plan)
{
	const struct action *instead = NULL;

	if (plan->action->instead)
		instead = resource_action(plan->resource, plan->action->instead);
	return instead && !action_is_done(instead, plan->record) ? instead : NULL;
}

static void list_all(void *data)
{
	enum { NAMED_MAX = 1000 }; /* each name is looked for in the rows that are here */
	const struct plan *plan = data;
	struct action_subject subject = subject_of(plan);
	char *title = action_whom(&subject), *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (plan->keys.count > NAMED_MAX)
		subject.rows = NULL;
	for (size_t i = 0; i < plan->keys.count; i++) {
		char *name = action_name(&subject, plan->keys.keys[i]);

		fprintf(out, "%s\n", name);
		free(name);
	}
	fclose(out);
	reader_open(plan->app->ui, title, text);
	free(text);
	free(title);
}

/* What can be undone takes a y; many, or what is gone for good, their count or the one's key. */
static void ask(struct plan *plan)
{
	struct action_subject subject = subject_of(plan);
	const struct action *better = better_action(plan);
	struct ui *ui = plan->app->ui;
	char *text = action_question(plan->app->client, plan->action, &subject);
	char *expected = plan->record ? xstrdup(record_key(plan->record))
				      : xasprintf("%zu", plan->keys.count);

	if (better) {
		char *offer = xasprintf(_("%s instead"), _(better->label));

		confirm_typed_or(ui, text, expected, offer, answered_or, plan);
		free(offer);
	} else if (plan->record && !plan->action->removes) {
		confirm_yes_no(ui, text, answered, plan);
	} else {
		confirm_typed(ui, text, expected, answered, plan);
	}
	if (!plan->record)
		confirm_also(ui, "l", list_all);
	free(expected);
	free(text);
}

static void argument_given(void *data, const char *value, const char *label)
{
	struct plan *plan = data;

	if (!value) {
		ui_message(plan->app->ui, ROLE_MESSAGE, "%s", save_words_cancelled());
		plan_free(plan);
		return;
	}
	xreplace(&plan->argument, value);
	xreplace(&plan->argument_label, label);
	ask(plan);
}

/* Whether it is asked as any other, or has something to be asked before: a store, a file's name. */
static void start(struct plan *plan)
{
	const struct action *action = plan->action;

	if (action->file_name) {
		personal_export_open(plan->app, plan->resource, action, record_key(plan->record));
		plan_free(plan);
	} else if (action->argument) {
		action_argument_ask(plan->app, action, argument_given, plan);
	} else {
		ask(plan);
	}
}

/* --- the menu -------------------------------------------------------------- */

/* What else a menu offers, behind the resource's actions. */
struct other {
	const char *label;			   /* N_() */
	bool (*applies)(const struct plan *plan);  /* false: it is not offered at all */
	void (*run)(struct plan *plan);		   /* the plan stays the caller's */
};

static bool can_duplicate(const struct plan *plan)
{
	return plan->record && plan->resource->can_create;
}

static void duplicate(struct plan *plan)
{
	duplicate_open(plan->app, plan->resource, record_key(plan->record));
}

/* One record has its form. */
static bool can_set_field(const struct plan *plan)
{
	return !plan->record && plan->resource->can_update;
}

static void set_field(struct plan *plan)
{
	struct text_list keys = { 0 };

	add_keys(plan, &keys);
	set_field_open_take(plan->app, pager_query(plan->rows), &keys);
}

static bool has_prices(const struct plan *plan)
{
	return plan->resource->prices && plan->resource->can_update;
}

static void change_prices(struct plan *plan, bool by_percent)
{
	struct query *query = plan->rows ? query_copy(pager_query(plan->rows))
					 : query_new(plan->resource);
	struct text_list keys = { 0 };

	add_keys(plan, &keys);
	price_many_open_take(plan->app, query, by_percent, &keys);
	query_free(query);
}

static void set_prices(struct plan *plan)
{
	change_prices(plan, false);
}

static void change_by_percent(struct plan *plan)
{
	change_prices(plan, true);
}

static const struct other others[] = {
	{ N_("Duplicate"), can_duplicate, duplicate },
	{ N_("Set a field..."), can_set_field, set_field },
	{ N_("Set prices..."), has_prices, set_prices },
	{ N_("Change prices by percent..."), has_prices, change_by_percent },
};

enum { OTHER_COUNT = sizeof(others) / sizeof(others[0]) };

/* Those that apply, in order. */
static size_t find_others(const struct plan *plan, const struct other *found[OTHER_COUNT])
{
	size_t count = 0;

	for (size_t i = 0; i < OTHER_COUNT; i++)
		if (others[i].applies(plan))
			found[count++] = &others[i];
	return count;
}

static void chosen(void *data, int item)
{
	struct plan *plan = data;
	const struct other *found[OTHER_COUNT];
	int actions = (int)plan->resource->action_count;

	find_others(plan, found);
	if (item != MENU_LEFT && item < actions) {
		plan->action = &plan->resource->actions[item];
		start(plan);
		return;
	}
	if (item != MENU_LEFT)
		found[item - actions]->run(plan);
	plan_free(plan);
}

/* Why it cannot be done (action NULL: one of the others); NULL: it can. The caller frees. */
static char *obstacle(const struct plan *plan, const struct action *action)
{
	if (action && action->file_name)
		return plan->record ? NULL : xstrdup(_("one record at a time"));
	if (client_profile(plan->app->client)->read_only)
		return xstrdup(_("read-only mode: changes are refused"));
	if (action && action_is_needless(action, plan->record))
		return xasprintf(_(action->already), record_key(plan->record));
	return NULL;
}

static struct menu_item item_of(const char *label, char *note)
{
	return (struct menu_item){ .label = _(label), .note = note, .disabled = note };
}

static void open_menu(struct plan *plan)
{
	const struct other *found[OTHER_COUNT];
	size_t actions = plan->resource->action_count;
	size_t count = actions + find_others(plan, found);
	struct menu_item *items = xcalloc(count, sizeof(*items));
	char **notes = xcalloc(count, sizeof(*notes));
	struct action_subject subject = subject_of(plan);
	char *who = action_whom(&subject);

	for (size_t i = 0; i < count; i++) {
		const struct action *action =
			i < actions ? &plan->resource->actions[i] : NULL;

		notes[i] = obstacle(plan, action);
		items[i] = item_of(action ? action->label : found[i - actions]->label, notes[i]);
	}
	menu_open(plan->app->ui, who, items, count, 0, chosen, plan);
	for (size_t i = 0; i < count; i++)
		free(notes[i]);
	free(notes);
	free(items);
	free(who);
}

static void offer(struct plan *plan)
{
	if ((plan->resource->action_count || can_set_field(plan) || has_prices(plan)) && plan->keys.count) {
		open_menu(plan);
		return;
	}
	ui_message(plan->app->ui, ROLE_MESSAGE, "%s", _("There are no actions here."));
	plan_free(plan);
}

static struct plan *plan_new(struct ui *ui, const struct resource *resource)
{
	struct plan *plan = xcalloc(1, sizeof(*plan));

	plan->app = app_of(ui);
	plan->resource = resource;
	return plan;
}

void action_menu_row(struct ui *ui, const struct resource *resource, const char *json)
{
	struct plan *plan = plan_new(ui, resource);

	plan->record = record_parse(resource->schema, json, strlen(json), NULL);
	if (plan->record && *record_key(plan->record))
		marks_add(&plan->keys, record_key(plan->record));
	offer(plan);
}

/* One that is marked but not on this page: its number is all that is known. */
static struct record *record_of_key(const struct schema *schema, const char *key)
{
	struct json *object = json_new_object();

	json_put_take(object, schema->key, json_new_string(key));
	return record_new_take(schema, object, NULL);
}

void action_menu_marked(struct ui *ui, const struct pager *rows, const struct marks *marks)
{
	const struct resource *resource = query_resource(pager_query(rows));
	struct plan *plan = plan_new(ui, resource);

	for (size_t i = 0; i < marks->count; i++)
		marks_add(&plan->keys, marks->keys[i]);
	if (marks->count == 1)
		plan->record = record_of_key(resource->schema, marks->keys[0]);
	else
		plan->rows = rows;
	offer(plan);
}
